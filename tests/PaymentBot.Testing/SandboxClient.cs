using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PaymentBot.Testing;

/// <summary>Plays the people of a sandbox through its documented JSON API alone.</summary>
internal sealed class SandboxClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public void Dispose() => _http.Dispose();

    public async Task<JsonArray> ChatsAsync() => (await GetAsync("/sandbox/chats")).AsArray();

    public async Task<JsonArray> PeopleAsync() => (await GetAsync("/sandbox/people")).AsArray();

    /// <summary>What the button of the page does: ties everybody without Google.</summary>
    public async Task SignEverybodyInAsync()
    {
        var people = (await PostAsync("/sandbox/people/sign-in", new JsonObject()))!.AsArray();
        Assert.All(people, person => Assert.True((bool)person!["signedIn"]!));
    }

    public async Task<JsonNode> GetAsync(string path) =>
        (await _http.GetFromJsonAsync<JsonNode>(new Uri(path, UriKind.Relative)))!;

    public async Task<JsonNode?> PostAsync(string path, JsonNode body)
    {
        using var response = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    public async Task<byte[]> DownloadAsync(string path) =>
        await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a ready-made request.</summary>
    /// <returns>The id of the new document.</returns>
    public async Task<string> SendSampleAsync(int sample) =>
        (string)(await PostAsync("/sandbox/erp/requests", new JsonObject { ["sample"] = sample }))!["id"]!;

    public Task<JsonNode> DocumentAsync(string id) => GetAsync($"/sandbox/erp/requests/{id}");

    public Task FaultsAsync(JsonObject faults) => PostAsync("/sandbox/faults", faults);

    /// <summary>The newest message of the chat that contains the text; waits for it.</summary>
    public async Task<JsonNode> MessageAsync(long chatId, string text, string? button = null)
    {
        JsonNode? found = null;
        var all = new JsonArray();
        await Eventually.IsAsync(
            async () =>
            {
                all = (await GetAsync($"/sandbox/chats/{chatId}/messages")).AsArray();
                found = all.LastOrDefault(message =>
                    ((string)message!["text"]!).Contains(text, StringComparison.Ordinal)
                    && (button is null || Buttons(message).Contains(button, StringComparer.Ordinal))
                );
                return found is not null;
            },
            () => $"Chat {chatId} shows no \"{text}\" {button} but:\n{all.ToJsonString()}"
        );
        return found!;
    }

    /// <summary>Presses a button of the newest message that has it, in the person's own chat; waits for it.</summary>
    /// <returns>What the tap was answered.</returns>
    public async Task<string?> TapAsync(long userId, string button, string text = "")
    {
        var message = await MessageAsync(userId, text, button);
        return await TapAsync(userId, (long)message["messageId"]!, button);
    }

    public async Task<string?> TapAsync(long userId, long messageId, string button)
    {
        var body = new JsonObject
        {
            ["userId"] = userId,
            ["messageId"] = messageId,
            ["button"] = button,
        };
        var answer = (await PostAsync($"/sandbox/chats/{userId}/tap", body))!;
        Assert.True((bool)answer["answered"]!);
        return (string?)answer["text"];
    }

    public Task SayAsync(long userId, string text, long? replyTo = null) =>
        PostAsync(
            $"/sandbox/chats/{userId}/say",
            new JsonObject
            {
                ["userId"] = userId,
                ["text"] = text,
                ["replyTo"] = replyTo,
            }
        );

    /// <summary>Completes when the document has this status.</summary>
    public async Task StatusAsync(string id, string status)
    {
        JsonNode? document = null;
        await Eventually.IsAsync(
            async () =>
            {
                document = await DocumentAsync(id);
                return string.Equals((string?)document["status"], status, StringComparison.Ordinal);
            },
            () => $"The document does not become {status}:\n{document?.ToJsonString()}"
        );
    }

    /// <summary>Approves stage after stage; one of the financial managers reads English.</summary>
    public async Task ApproveAsync(string id, long financialManager = 1003)
    {
        await TapAsync(1002, "✅ Согласовать");
        await TapAsync(financialManager, financialManager == 1004 ? "✅ Approve" : "✅ Согласовать");
        await TapAsync(1005, "✅ Согласовать");
        await StatusAsync(id, "approved");
    }

    private static IEnumerable<string> Buttons(JsonNode message) =>
        message["buttons"]!.AsArray().SelectMany(row => row!.AsArray()).Select(button => (string)button!["text"]!);
}
