using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>A sandbox where nobody is signed in, and one browser to change that with.</summary>
internal sealed class SignInBrowser : IAsyncDisposable
{
    private readonly SandboxApplication _sandbox;
    private readonly IBrowserContext _context;

    private SignInBrowser(SandboxApplication sandbox, IBrowserContext context, Newcomer newcomer)
    {
        _sandbox = sandbox;
        _context = context;
        Newcomer = newcomer;
    }

    public Newcomer Newcomer { get; }

    public SandboxApplication Sandbox => _sandbox;

    /// <summary>What pages complained about.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<SignInBrowser> StartAsync(
        IBrowser? browser,
        Newcomer newcomer,
        IReadOnlyDictionary<string, string?>? settings = null,
        string? userAgent = null,
        SandboxOptions? options = null
    )
    {
        Skip.If(browser is null, Chromium.WhyMissing);
        Assertions.SetDefaultExpectTimeout(60_000);
        options ??= new SandboxOptions
        {
            Port = 0,
            BotPort = 0,
            BotSettings = settings ?? new Dictionary<string, string?>(0),
        };
        var sandbox = await SandboxApplication.StartAsync(options);
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = newcomer.Size,
                Locale = newcomer.Locale,
                UserAgent = userAgent,
                IsMobile = newcomer.OnPhone,
                HasTouch = newcomer.OnPhone,
            }
        );
        context.SetDefaultTimeout(60_000);
        var made = new SignInBrowser(sandbox, context, newcomer);
        context.Page += (_, page) => made.Watch(page);
        return made;
    }

    /// <summary>A request that waits for the newcomer alone.</summary>
    public void SendRequest()
    {
        var request = SampleRequests.Get(1);
        request["groups"] = new JsonArray();
        request["route"] = new JsonArray(
            new JsonObject
            {
                ["stage"] = 1,
                ["role"] = Newcomer.Person.Erp.Role,
                ["rule"] = "any",
                ["state"] = "current",
                ["approvers"] = new JsonArray(Newcomer.Person.Erp.ToJson()),
            }
        );
        _sandbox.Erp.Create(request);
    }

    /// <summary>Opens the sandbox in the newcomer's chat.</summary>
    public async Task<SandboxPage> OpenChatAsync()
    {
        var page = new SandboxPage(await _context.NewPageAsync());
        await page.Page.GotoAsync($"{_sandbox.Address}#chat={Newcomer.Id}");
        if (Newcomer.Locale.StartsWith("en", StringComparison.Ordinal))
        {
            await page.Get("language").ClickAsync();
        }

        if (Newcomer.OnPhone)
        {
            await page.Get("tab-talk").ClickAsync();
        }

        await SandboxPage.SeesAsync(page.Get("talk-title"), Newcomer.Person.Telegram.FullName);
        return page;
    }

    /// <summary>Writes /login by the shortcut of the page and presses the button that comes.</summary>
    /// <returns>The tab that opens.</returns>
    public async Task<SandboxPage> LogInAsync(SandboxPage chat)
    {
        await chat.Get("command-login").ClickAsync();
        var button = chat.Button(Newcomer.Start);
        await Assertions.Expect(button).ToBeVisibleAsync();
        return new SandboxPage(await chat.Page.RunAndWaitForPopupAsync(() => button.ClickAsync()));
    }

    /// <summary>Picks an account on the page of our stand-in.</summary>
    public static async Task PickAsync(SandboxPage tab, string mailbox)
    {
        var known = tab.Page.GetByRole(AriaRole.Button).Filter(new LocatorFilterOptions { HasText = mailbox });
        await tab.Page.GetByLabel("Другой аккаунт").Or(tab.Page.GetByLabel("Another account")).WaitForAsync();
        if (await known.CountAsync() > 0)
        {
            await known.ClickAsync();
            return;
        }

        await tab.Page.Locator("#email").FillAsync(mailbox);
        await tab.Page.Locator("button.next").ClickAsync();
    }

    /// <summary>Whether a person is known to the bot by this Telegram user.</summary>
    public async Task<string?> LinkedAsync(long telegramUserId) =>
        (await _sandbox.SignedInAsync(CancellationToken.None))!.GetValueOrDefault(telegramUserId);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                Complaints.Add(message.Text);
            }
        };
    }
}
