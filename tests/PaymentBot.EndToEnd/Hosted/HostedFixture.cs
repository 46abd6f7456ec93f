using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Sandbox.Hosting.Hosted;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>The published bot and an Azurite for all tests of the hosted mode.</summary>
public sealed class HostedFixture : IAsyncLifetime
{
    /// <summary>Names the folder that tests/run.sh has published to.</summary>
    private const string Variable = "PAYMENTBOT_PUBLISHED";

    private DirectoryInfo? _folder;

    /// <summary>Where the bot was published to.</summary>
    public string PublishFolder { get; private set; } = string.Empty;

    internal AzuriteServer Azurite { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Azurite = await AzuriteServer.StartAsync(Npm.Folder);
        if (Environment.GetEnvironmentVariables()[Variable] is string { Length: > 0 } given)
        {
            PublishFolder = given;
            return;
        }

        _folder = Directory.CreateTempSubdirectory("paymentbot-test-");
        PublishFolder = _folder.FullName;
        await new HostedSetup(_ => { }).PublishAsync(PublishFolder, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await Azurite.DisposeAsync();
        _folder?.Delete(recursive: true);
    }
}
