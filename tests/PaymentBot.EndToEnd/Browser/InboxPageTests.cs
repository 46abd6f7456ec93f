using Microsoft.Playwright;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>A person's lists, settings and the sandbox's clock, as they look and work on the page.</summary>
public sealed class InboxPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly ViewportSize Desktop = new() { Width = 1400, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private readonly List<string> _complaints = [];
    private SandboxApplication? _sandbox;

    public async Task InitializeAsync()
    {
        if (chromium.Browser is not null)
        {
            Assertions.SetDefaultExpectTimeout(60_000);
            _sandbox = await SandboxApplication.StartAsync(new SandboxOptions { Port = 0, BotPort = 0 });
            await _sandbox.SignEverybodyInAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Inbox_opens_a_request_tells_its_way_and_leaves_one_card()
    {
        var page = await OpenAsync(Desktop);
        await page.Get("sample-1").ClickAsync();
        await page.OpenChatAsync(1002, "Мария Соколова");
        await page.SeesMessageAsync("Светлый офис");
        await page.Get("sample-3").ClickAsync();
        await page.SeesMessageAsync("Shenzhen");
        await page.Get("clock-hour").ClickAsync();
        await page.Get("clock-morning").ClickAsync();
        await SandboxPage.SeesAsync(page.Get("clock-now"), "впереди");

        await SayAsync(page, "/pending");
        await page.SeesMessageAsync("Ждут вашего решения: 2");
        await page.PictureAsync("inbox-pending");
        await page.Button("1").ClickAsync();
        await SandboxPage.SeesAsync(page.Page.Locator("#messages article").Last, "Заявка 00УТ-000001");
        await Assertions.Expect(page.Get("button-✅ Согласовать")).ToHaveCountAsync(2);
        await page.Button("🕓 Ход согласования").ClickAsync();
        await page.SeesMessageAsync("Ход согласования 00УТ-000001");
        await page.PictureAsync("inbox-timeline");
        await page.AssertFitsAsync();
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Switch_makes_the_erp_fetch_decisions_and_the_route_goes_on()
    {
        var page = await OpenAsync(Desktop);
        await page.Get("fault-erp-pull").CheckAsync();
        await page.Get("sign-in-all").ClickAsync();
        await page.Get("sample-1").ClickAsync();
        await page.ApproveAsync(1002, "Мария Соколова");
        await page.SeesStageAsync(1, "approved");
        await Assertions.Expect(page.Get("fault-erp-pull")).ToBeCheckedAsync();
        Assert.True(_sandbox!.Erp.Pulls);
        await page.PictureAsync("erp-pull");
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Settings_change_in_place_and_the_bot_speaks_the_chosen_language()
    {
        var page = await OpenAsync(Phone);
        await page.OpenChatAsync(1002, "Мария Соколова");
        await SayAsync(page, "/settings");
        await page.Button("🌙 Тихие часы").ClickAsync();
        await page.Button("22:00–8:00").ClickAsync();
        await page.SeesMessageAsync("Тихие часы: 22:00–8:00");
        await page.PictureAsync("inbox-settings");
        await page.Button("🌐 Язык").ClickAsync();
        await page.Button("English").ClickAsync();
        await page.SeesMessageAsync("Quiet hours: 22:00–8:00");
        await SayAsync(page, "/help");
        await page.SeesMessageAsync("Payment requests that concern you");
        await page.PictureAsync("inbox-help");
        await SayAsync(page, "/find романтика");
        await page.SeesMessageAsync("Nothing found");
        await page.AssertFitsAsync();
        Assert.Empty(_complaints);
    }

    private static async Task SayAsync(SandboxPage page, string text)
    {
        await page.Get("compose-input").FillAsync(text);
        await page.Get("compose-send").ClickAsync();
    }

    private async Task<SandboxPage> OpenAsync(ViewportSize size)
    {
        Skip.If(chromium.Browser is null, Chromium.WhyMissing);
        var context = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions { ViewportSize = size, Locale = "ru-RU" }
        );
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                _complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(_sandbox!.Address.ToString());
        return new SandboxPage(page);
    }
}
