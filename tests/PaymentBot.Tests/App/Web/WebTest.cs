using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Erp.People;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.Web;

/// <summary>A test of the sign-in in the browser: the whole bot, a recorded Google, and nobody linked.</summary>
public abstract class WebTest : BotTest
{
    protected WebTest() => Google = new RecordedGoogle(() => Bot.Now);

    internal override HarnessOptions Options => OptionsWith([]);

    internal RecordedGoogle Google { get; }

    internal LoginTickets Tickets => Bot.Services.GetRequiredService<LoginTickets>();

    internal LinkStore Links => Bot.Services.GetRequiredService<LinkStore>();

    private protected HarnessOptions OptionsWith(Dictionary<string, string?> settings) =>
        new()
        {
            LinkEverybody = false,
            Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Google:ClientId"] = RecordedGoogle.ClientId,
                ["Google:ClientSecret"] = RecordedGoogle.ClientSecret,
                ["Google:AllowedDomains:0"] = "example.ru",
                ["Google:AuthorizationUrl"] = $"{RecordedGoogle.Base}/auth",
                ["Google:TokenUrl"] = $"{RecordedGoogle.Base}/token",
                ["Google:CertificatesUrl"] = $"{RecordedGoogle.Base}/certs",
                ["Google:RevokeUrl"] = $"{RecordedGoogle.Base}/revoke",
                ["Google:Issuer"] = RecordedGoogle.Base,
                ["Erp:PeopleUrl"] = null,
                ["Bot:EncryptionKey"] = "c2FuZGJveC1lbmNyeXB0aW9uLWtleS0zMi1ieXRlcyE=",
            }
                .Concat(settings)
                .GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal),
            Services = services => services.AddSingleton<GoogleHandlerFactory>(() => Google),
        };

    /// <summary>Puts a person into the ERP's directory.</summary>
    internal async Task AnnounceAsync(SandboxPerson person, bool active = true, string? email = null)
    {
        var store = Bot.Services.GetRequiredService<PeopleStore>();
        await store.SaveAsync(
            new DirectoryPerson
            {
                ErpId = new ErpId(person.Erp.ErpId),
                Name = person.Erp.Name,
                Email = EmailAddress.Parse(email ?? person.Erp.Email),
                Active = active,
            },
            CancellationToken.None
        );
    }

    /// <summary>Somebody writes /login and gets a ticket.</summary>
    internal async Task<string> IssueAsync(SandboxPerson person)
    {
        var user = person.Telegram;
        var account = new TelegramAccount(user.Id, user.FirstName, user.LastName, user.Username, user.LanguageCode);
        var ticket = await Tickets.IssueAsync(account, null, CancellationToken.None);
        Bot.Secrets.Add(ticket);
        return ticket;
    }

    internal WebBrowser NewBrowser() => new(Bot.BotUrl);

    /// <summary>Opens the link and lets the browser go as far as Google.</summary>
    /// <returns>Google's address.</returns>
    internal async Task<Uri> StartAsync(WebBrowser browser, string ticket)
    {
        var page = await browser.GetAsync($"/api/oauth/start?ticket={ticket}");
        Assert.True(page.Status == 302, page.Html);
        RecordedGoogle.Secrets.ForEach(Bot.Secrets.Add);
        foreach (var secret in browser.Cookies.Values.SelectMany(cookie => cookie.Split('.')))
        {
            Bot.Secrets.Add(secret);
        }

        return page.Location!;
    }

    /// <summary>The state that an address of Google carries.</summary>
    internal static string StateOf(Uri google) => QueryHelpers.ParseQuery(google.Query)["state"].ToString();

    /// <summary>Signs in at Google and comes back.</summary>
    internal async Task<WebPage> ComeBackAsync(WebBrowser browser, Uri google, string email)
    {
        var page = await browser.GetAsync($"/api/oauth/callback{Google.Consent(google, email)}");
        if (page.Status == 200)
        {
            Bot.Secrets.Add(page.Code);
        }

        return page;
    }

    /// <summary>The whole way from the ticket to the page after Google.</summary>
    internal async Task<WebPage> SignInAsync(WebBrowser browser, SandboxPerson asker, string email) =>
        await ComeBackAsync(browser, await StartAsync(browser, await IssueAsync(asker)), email);

    internal async Task<int> CountLinksAsync()
    {
        var count = 0;
        await foreach (var _ in Links.ListAsync(CancellationToken.None))
        {
            count++;
        }

        return count;
    }

    internal bool Logged(string part) => Bot.Logs.Lines.Any(line => line.Contains(part, StringComparison.Ordinal));

    /// <summary>The notices a chat got, once everything has come to rest.</summary>
    internal async Task<string> ToldAsync(long chatId)
    {
        await Bot.SettleAsync();
        return string.Join(
            '\n',
            Bot.Telegram.Messages(chatId).Where(message => message.ByBot).Select(message => message.Text.Plain)
        );
    }
}
