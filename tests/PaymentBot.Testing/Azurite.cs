using PaymentBot.Sandbox.Cloud.Azurite;

namespace PaymentBot.Testing;

/// <summary>The Azurite of this test run: started by the first who needs it, ended with the run. Each test takes an account of its own.</summary>
internal static class Azurite
{
    private static readonly Lazy<Task<AzuriteServer>> Server = new(StartAsync);

    /// <summary>An account nobody else has.</summary>
    public static async Task<AzuriteAccount> NewAccountAsync() => (await Server.Value).NewAccount();

    private static async Task<AzuriteServer> StartAsync()
    {
        var server = await AzuriteServer.StartAsync(Npm.Folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }
}
