using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Erp.People;
using PaymentBot.Functions.Timers;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.SignIn;

/// <summary>A test of signing in from Telegram's side. The browser's part is played by the tickets themselves.</summary>
public abstract class SignInTest : BotTest
{
    internal const string EncryptionKey = "dGhpcnR5LXR3by1yYW5kb20tYnl0ZXMtZW5jcnlwdCE=";

    private int _lastToken;

    protected SignInTest() =>
        Options = new HarnessOptions
        {
            LinkEverybody = false,
            MorePeople = Company.Crowd(7),
            Settings = Settings,
            Services = services => services.AddSingleton<GoogleHandlerFactory>(() => Google),
        };

    /// <summary>The settings beyond the sandbox's; a change counts from the next start of the bot.</summary>
    internal Dictionary<string, string?> Settings { get; } =
        new(StringComparer.Ordinal)
        {
            ["Google:ClientId"] = "client",
            ["Google:ClientSecret"] = "google-secret-text",
            ["Google:AllowedDomains:0"] = "example.ru",
            ["Google:TokenUrl"] = "http://127.0.0.1:9/token",
            ["Google:RevokeUrl"] = "http://127.0.0.1:9/revoke",
            ["Bot:EncryptionKey"] = EncryptionKey,
            // Telegram takes no button that leads to the reader's own machine.
            ["Bot:PublicUrl"] = "https://bot.example.ru/pay/",
        };

    internal override HarnessOptions Options { get; }

    internal FakeGoogle Google { get; } = new();

    internal LoginTickets Tickets => Bot.Services.GetRequiredService<LoginTickets>();

    internal LinkStore Links => Bot.Services.GetRequiredService<LinkStore>();

    /// <summary>Writes in the private chat and lets everything come to rest.</summary>
    /// <returns>The last thing the bot said there.</returns>
    internal async Task<string> SayAsync(TelegramUser user, string text)
    {
        await Bot.Telegram.SayAsync(user.Id, user, text);
        await Bot.SettleAsync();
        return Bot.Telegram.Last(user.Id).Text.Plain;
    }

    /// <summary>Asks to sign in.</summary>
    /// <returns>The ticket of the button.</returns>
    internal async Task<string> AskAsync(TelegramUser user, string command = "/login")
    {
        await Bot.Telegram.SayAsync(user.Id, user, command);
        var button = Assert.Single(Bot.Telegram.Last(user.Id).Markup.Buttons);
        var ticket = button.Url!.Split("/api/oauth/start?ticket=")[1];
        Bot.Secrets.Add(ticket);
        return ticket;
    }

    /// <summary>Plays the browser: whoever opened the ticket proves to own a person's mailbox.</summary>
    /// <returns>The one-time code.</returns>
    internal async Task<string> ProveAsync(string ticket, SandboxPerson person)
    {
        var found = await Tickets.FindAsync(ticket, CancellationToken.None);
        var session = await Tickets.StartAsync(found!, CancellationToken.None);
        var bound = await Tickets.FindByBrowserAsync(session!.Cookie, CancellationToken.None);
        var token = TokenOf(person, Interlocked.Increment(ref _lastToken));
        var box = Bot.Services.GetRequiredService<SecretBox>();
        var mailbox = new ProvenMailbox(
            EmailAddress.Parse(person.Erp.Email)!,
            new ErpId(person.Erp.ErpId),
            person.Erp.Name,
            box.Seal(token, bound!.Value.Ticket.Ticket.SealedFor)
        );
        var code = (await Tickets.ProveAsync(bound.Value.Ticket, mailbox, CancellationToken.None))!;
        Bot.Secrets.Add(token);
        Bot.Secrets.Add(code);
        Bot.Secrets.Add(person.Erp.Email);
        return code;
    }

    /// <summary>The refresh token of the n-th proof of this test.</summary>
    internal static string TokenOf(SandboxPerson person, int number) => $"refresh-{person.Erp.ErpId}-{number}";

    /// <summary>Asks and proves.</summary>
    /// <returns>The one-time code.</returns>
    internal async Task<string> CodeAsync(TelegramUser user, SandboxPerson person) =>
        await ProveAsync(await AskAsync(user), person);

    /// <summary>The whole way of an honest person.</summary>
    /// <returns>The last thing the bot said.</returns>
    internal async Task<string> SignInAsync(SandboxPerson person) =>
        await SayAsync(person.Telegram, $"/start {await CodeAsync(person.Telegram, person)}");

    internal async Task<Link?> LinkOfAsync(SandboxPerson person) =>
        (await Links.FindAsync(new ErpId(person.Erp.ErpId), CancellationToken.None))?.Link;

    internal async Task<Link?> LinkOfAsync(TelegramUser user) =>
        (await Links.FindAsync(user.Id, CancellationToken.None))?.Link;

    internal Task<ErpReply> AnnounceAsync(params JsonNode?[] people) =>
        Bot.Erp.PeopleAsync(new JsonObject { ["people"] = new JsonArray(people) }.ToJsonString());

    internal static JsonObject Announced(SandboxPerson person, bool active = true) =>
        new()
        {
            ["erpId"] = person.Erp.ErpId,
            ["name"] = person.Erp.Name,
            ["email"] = person.Erp.Email,
            ["active"] = active,
        };

    /// <summary>Ends the bot and starts it again with other encryption keys.</summary>
    internal Task RestartWithAsync(string key, string? formerKey)
    {
        Settings["Bot:EncryptionKey"] = key;
        Settings["Bot:FormerEncryptionKey"] = formerKey;
        return Bot.RestartAsync();
    }

    /// <summary>Proves that neither the accounts nor the people of these have a link.</summary>
    internal async Task NobodyIsLinkedAsync()
    {
        foreach (var person in (SandboxPerson[])[SandboxPeople.Treasurer, SandboxPeople.BudgetHolder, Company.Stranger])
        {
            Assert.Null(await LinkOfAsync(person));
            Assert.Null(await LinkOfAsync(person.Telegram));
        }
    }

    internal Task HousekeepAsync() =>
        Bot.Services.GetRequiredService<HousekeepingFunction>().RunAsync(new TimerInfo(), CancellationToken.None);

    internal int Said(long chatId, string text) =>
        Bot
            .Telegram.Messages(chatId)
            .Count(message => message.ByBot && message.Text.Plain.Contains(text, StringComparison.Ordinal));

    internal bool IsLogged(string text) => Bot.Logs.Lines.Any(line => line.Contains(text, StringComparison.Ordinal));
}
