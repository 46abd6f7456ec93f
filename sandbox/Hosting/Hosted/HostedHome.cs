using PaymentBot.Sandbox.Cloud.Azurite;

namespace PaymentBot.Sandbox.Hosting.Hosted;

/// <summary>A publish folder and an Azurite for as long as the sandbox runs.</summary>
internal sealed class HostedHome : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly AzuriteServer _azurite;

    private HostedHome(string publishFolder, TemporaryFolder? folder, AzuriteServer azurite)
    {
        PublishFolder = publishFolder;
        _folder = folder;
        _azurite = azurite;
    }

    /// <summary>Where the bot was published to.</summary>
    public string PublishFolder { get; }

    /// <summary>Makes both.</summary>
    /// <param name="given">A publish folder, or null to publish into a temporary one.</param>
    /// <param name="say">Told what is being done.</param>
    /// <exception cref="SandboxException">Something is missing.</exception>
    public static async Task<HostedHome> OpenAsync(
        string? given,
        Action<string> say,
        CancellationToken cancellationToken
    )
    {
        var setup = new HostedSetup(say);
        var azurite = await setup.StartAzuriteAsync(cancellationToken);
        var folder = given is null ? new TemporaryFolder(Path.GetTempPath()) : null;
        try
        {
            var target = given ?? folder!.File("publish");
            if (folder is not null)
            {
                await setup.PublishAsync(target, cancellationToken);
            }

            return new HostedHome(target, folder, azurite);
        }
        catch
        {
            folder?.Dispose();
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>A bot in this home.</summary>
    public HostedBot MakeBot() =>
        new(new HostedBotOptions { PublishFolder = PublishFolder, NewAccount = _azurite.NewAccount });

    public async ValueTask DisposeAsync()
    {
        await _azurite.DisposeAsync();
        _folder?.Dispose();
    }
}
