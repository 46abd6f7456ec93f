using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Tests.Sandbox;

public sealed class SandboxApiTests : SandboxApiTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Chats_are_the_five_people_and_two_groups_and_nobody_is_signed_in()
    {
        var chats = await GetAsync("/sandbox/chats");
        Assert.Equal(
            ["initiator", "budgetHolder", "financialManager", "financialManager", "treasurer", "group", "group"],
            chats.AsArray().Select(chat => (string)chat!["role"]!)
        );
        Assert.Empty(Bot.Links);
        Assert.All((await GetAsync("/sandbox/people")).AsArray(), person => Assert.False((bool)person!["signedIn"]!));
    }

    [Fact]
    public async Task Everybody_can_be_signed_in_at_once_and_again_without_harm()
    {
        using var first = await Http.PostAsync(new Uri("/sandbox/people/sign-in", UriKind.Relative), null);
        using var second = await Http.PostAsync(new Uri("/sandbox/people/sign-in", UriKind.Relative), null);
        var people = (await second.Content.ReadFromJsonAsync<JsonArray>())!;
        Assert.All(people, person => Assert.True((bool)person!["signedIn"]!));
        Assert.Equal(people.Select(person => ((long)person!["userId"]!, (string)person["erpId"]!)), Bot.Links);
    }

    [Fact]
    public async Task Bot_is_told_the_people_at_the_start_and_whoever_leaves()
    {
        var people = Assert.Single(Bot.People)["people"]!.AsArray();
        Assert.Equal(5, people.Count);
        Assert.Equal("morozova@example.ru", (string)people[4]!["email"]!);
        Assert.True((bool)people[4]!["active"]!);
        Assert.Equal("treasurer", (string)people[4]!["roles"]![0]!);
        await PostAsync($"/sandbox/erp/people/{people[4]!["erpId"]}", new { active = false });
        var gone = Assert.Single(Bot.People[1]["people"]!.AsArray())!;
        Assert.False((bool)gone["active"]!);
        using var reset = await Http.PostAsync(new Uri("/sandbox/reset", UriKind.Relative), null);
        Assert.All(Bot.People[2]["people"]!.AsArray(), person => Assert.True((bool)person!["active"]!));
    }

    [Fact]
    public async Task Telegram_link_leads_to_the_page_with_its_payload_out_of_sight_of_servers()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        using var found = await http.GetAsync(
            new Uri(Sandbox.Address, $"/t.me/{Sandbox.Telegram.BotUsername}?start=login")
        );
        Assert.Equal(HttpStatusCode.Found, found.StatusCode);
        Assert.Equal("/#start=login", found.Headers.Location!.OriginalString);
        foreach (
            var wrong in new[]
            {
                "other_bot?start=login",
                "payment_sandbox_bot?start=%0d%0aX:1",
                "payment_sandbox_bot?start=//a.b",
            }
        )
        {
            using var missing = await http.GetAsync(new Uri(Sandbox.Address, $"/t.me/{wrong}"));
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public async Task Google_accounts_are_listed_made_and_disabled()
    {
        Assert.Equal(5, (await GetAsync("/sandbox/google/accounts")).AsArray().Count);
        var (_, made) = await PostAsync(
            "/sandbox/google/accounts",
            new
            {
                email = "New@example.ru",
                disabled = true,
                emailVerified = false,
            }
        );
        Assert.True((bool)made["disabled"]!);
        Assert.False((bool)made["emailVerified"]!);
        await PostAsync("/sandbox/google/accounts", new { email = "new@example.ru", disabled = false });
        var changed = (await GetAsync("/sandbox/google/accounts")).AsArray()[5]!;
        Assert.Equal("new@example.ru", (string)changed["email"]!);
        Assert.False((bool)changed["emailVerified"]!);
    }

    [Fact]
    public async Task Tap_is_answered_with_the_bots_toast()
    {
        await CallBotApiAsync(
            "sendMessage",
            new
            {
                chat_id = 1002,
                text = "<b>a</b> &lt; b",
                parse_mode = "HTML",
                reply_markup = BotApiCaller.Keyboard("data"),
            }
        );
        var message = (await GetAsync("/sandbox/chats/1002/messages"))[0]!;
        Assert.Equal("a < b", (string)message["text"]!);
        Assert.Equal("data", (string)message["buttons"]![0]![0]!["callbackData"]!);
        var (_, tap) = await PostAsync(
            "/sandbox/chats/1002/tap",
            new
            {
                userId = 1002,
                messageId = 1,
                button = "OK",
            }
        );
        Assert.True((bool)tap["answered"]!);
        Assert.Equal("data", (string)tap["text"]!);
        Assert.False((bool)tap["showAlert"]!);
    }

    [Fact]
    public async Task Said_words_and_their_reply_are_kept()
    {
        await PostAsync("/sandbox/chats/1001/say", new { userId = 1001, text = "/start" });
        await PostAsync(
            "/sandbox/chats/1001/say",
            new
            {
                userId = 1001,
                text = "because",
                replyTo = 1,
            }
        );
        var messages = await GetAsync("/sandbox/chats/1001/messages");
        Assert.Equal(1, (int)messages[1]!["replyTo"]!);
        Assert.False((bool)messages[1]!["edited"]!);
    }

    [Fact]
    public async Task Faults_are_set_shown_and_cleared_by_reset_with_everything_else()
    {
        var faults = new
        {
            telegram = new
            {
                status = 429,
                retryAfter = 3,
                times = 5,
            },
            erp = new { down = true },
            google = new { down = true },
            blocked = new[] { 1003 },
        };
        await PostAsync("/sandbox/faults", faults);
        var shown = await GetAsync("/sandbox/faults");
        Assert.Equal(5, (int)shown["telegram"]![0]!["times"]!);
        Assert.True((bool)shown["erp"]!["down"]!);
        Assert.True((bool)shown["google"]!["down"]!);
        using var google = await Http.GetAsync(Sandbox.Google.CertificatesUrl);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, google.StatusCode);
        Assert.Equal(1003, (int)shown["blocked"]![0]!);
        await PostAsync("/sandbox/erp/requests", new { sample = 1 });
        using var reset = await Http.PostAsync(new Uri("/sandbox/reset", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        var after = await GetAsync("/sandbox/faults");
        Assert.Empty(after["telegram"]!.AsArray());
        Assert.False((bool)after["erp"]!["down"]!);
        Assert.False((bool)after["google"]!["down"]!);
        Assert.Empty(after["blocked"]!.AsArray());
        Assert.Empty((await GetAsync("/sandbox/erp/requests")).AsArray());
        Assert.Equal(2, Bot.Stores.Distinct().Count());
    }

    [Theory]
    [InlineData("/sandbox/chats/1002/tap", """{"userId":1002,"messageId":99,"button":"OK"}""", 409)]
    [InlineData("/sandbox/chats/1002/say", """{"userId":1003,"text":"x"}""", 409)]
    [InlineData("/sandbox/chats/5/say", """{"userId":1003,"text":"x"}""", 404)]
    [InlineData("/sandbox/chats/1002/say", """{"userId":"x","text":"x"}""", 400)]
    [InlineData("/sandbox/chats/1002/say", "not json", 400)]
    [InlineData("/sandbox/erp/requests", """{"sample":5}""", 400)]
    [InlineData("/sandbox/erp/requests/none/withdraw", "{}", 404)]
    [InlineData("/sandbox/faults", """{"telegram":{"status":200}}""", 400)]
    [InlineData("/sandbox/google/accounts", """{"email":"nobody"}""", 400)]
    [InlineData("/sandbox/erp/people/none", """{"active":false}""", 404)]
    [InlineData("/sandbox/nothing", "{}", 404)]
    public async Task Refusals_are_json_with_a_message(string path, string body, int expected)
    {
        using var content = new StringContent(body);
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(expected, (int)response.StatusCode);
        var refusal = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.NotEmpty((string)refusal!["message"]!);
    }

    [Fact]
    public async Task Events_tell_of_changes_as_they_happen()
    {
        await using var stream = await Http.GetStreamAsync(new Uri("/sandbox/events", UriKind.Relative));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("retry:", await reader.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
        await CallBotApiAsync("sendMessage", new { chat_id = 1002, text = "x" });
        Assert.Equal(string.Empty, await reader.ReadLineAsync().WaitAsync(Patience));
        var line = await reader.ReadLineAsync().WaitAsync(Patience);
        Assert.Equal("""data: {"kind":"message","chatId":1002,"requestId":null}""", line);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.css", "text/css")]
    [InlineData("/app.js", "text/javascript")]
    [InlineData("/texts.js", "text/javascript")]
    [InlineData("/render.js", "text/javascript")]
    [InlineData("/erp.js", "text/javascript")]
    [InlineData("/people.js", "text/javascript")]
    [InlineData("/start.js", "text/javascript")]
    public async Task Page_asks_nobody_else_for_anything(string path, string type)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "default-src 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("innerHTML", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_port_is_named_with_the_option_that_helps()
    {
        var options = new SandboxOptions
        {
            Port = Sandbox.Address.Port,
            BotPort = 0,
            Bot = () => new PoliteBot(),
        };
        var refusal = await Assert.ThrowsAsync<SandboxException>(() => SandboxApplication.StartAsync(options));
        Assert.Contains("--port", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Temporary_folder_goes_when_the_sandbox_stops()
    {
        var bot = new PoliteBot();
        var sandbox = await SandboxApplication.StartAsync(
            new SandboxOptions
            {
                Port = 0,
                BotPort = 0,
                Bot = () => bot,
            }
        );
        var folder = Path.GetDirectoryName(bot.Stores.Single());
        Assert.True(Directory.Exists(folder));
        await sandbox.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    private async Task CallBotApiAsync(string method, object body)
    {
        var address = new Uri(Sandbox.Telegram.Address, $"/bot{Sandbox.Telegram.BotToken}/{method}");
        using var response = await Http.PostAsJsonAsync(address, body);
        response.EnsureSuccessStatusCode();
    }
}
