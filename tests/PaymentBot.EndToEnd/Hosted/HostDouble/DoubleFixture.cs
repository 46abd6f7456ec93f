using PaymentBot.Sandbox.Cloud.Azurite;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Hosted.HostDouble;

/// <summary>An Azurite for all tests of the double.</summary>
public sealed class DoubleFixture : IAsyncLifetime
{
    internal AzuriteServer Azurite { get; private set; } = null!;

    public async Task InitializeAsync() => Azurite = await AzuriteServer.StartAsync(Npm.Folder);

    public async Task DisposeAsync() => await Azurite.DisposeAsync();
}
