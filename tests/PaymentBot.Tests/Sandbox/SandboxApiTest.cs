using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Tests.Sandbox;

/// <summary>A sandbox around a polite bot, called as scripts and the page call it.</summary>
public abstract class SandboxApiTest : IAsyncLifetime
{
    private protected PoliteBot Bot { get; } = new();
    protected HttpClient Http { get; } = new();
    private protected SandboxApplication Sandbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxApplication.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                BotPort = 0,
                Bot = () => Bot,
            }
        );
        Http.BaseAddress = Sandbox.Address;
    }

    public async Task DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        Http.Dispose();
    }

    protected async Task<JsonNode> GetAsync(string path) =>
        (await Http.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;

    protected async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }
}
