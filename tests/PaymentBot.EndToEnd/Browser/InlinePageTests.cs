using Microsoft.Playwright;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>Searching from a chat on the sandbox's page, as a person does it.</summary>
public sealed class InlinePageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Bot = "@payment_sandbox_bot ";

    private readonly List<string> _complaints = [];
    private SandboxApplication? _sandbox;

    public async Task InitializeAsync()
    {
        if (chromium.Browser is not null)
        {
            Assertions.SetDefaultExpectTimeout(60_000);
            _sandbox = await SandboxApplication.StartAsync(new SandboxOptions { Port = 0, BotPort = 0 });
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
    public async Task Request_is_searched_for_sent_to_the_group_and_follows_the_decisions()
    {
        var page = await OpenAsync();
        await _sandbox!.SignEverybodyInAsync(CancellationToken.None);
        await page.Get("sample-1").ClickAsync();
        await page.SeesStatusAsync("pending");
        await page.Get("sample-2").ClickAsync();
        await page.OpenChatAsync(1002, "Мария Соколова");
        await page.SeesMessageAsync("1 250 000,50");

        await page.OpenChatAsync(SandboxPeople.TreasuryChatId, "Казначейство");
        await page.Get("act-as").SelectOptionAsync("1002");
        await page.Get("inline-begin").ClickAsync();
        await Assertions.Expect(page.Get("inline-result")).ToHaveCountAsync(2);
        await page.PictureAsync("inline-newest");
        await page.Get("compose-input").FillAsync(Bot + "вектор >1 млн");
        await Assertions.Expect(page.Get("inline-result")).ToHaveCountAsync(1);
        await SandboxPage.SeesAsync(page.Get("inline"), "АО «Вектор»");
        await page.PictureAsync("inline-results");
        await page.Get("inline-result").ClickAsync();
        await page.SeesMessageAsync("видны только в личном чате");
        await Assertions.Expect(page.Get("compose-input")).ToHaveValueAsync("");

        await page.OpenChatAsync(1002, "Мария Соколова");
        await page.Get("compose-input").FillAsync(Bot + "вектор");
        await page.Get("inline-result").ClickAsync();
        await page.SeesMessageAsync("через PaymentBot");
        await page.PictureAsync("inline-own-chat");
        await page.Button(SandboxPage.Approve).ClickAsync();
        await page.SeesStageAsync(1, "approved");

        await page.OpenChatAsync(SandboxPeople.TreasuryChatId, "Казначейство");
        await page.SeesMessageAsync("Финансовый менеджер, этап 2 из 3");
        await page.PictureAsync("inline-follows");
        await page.AssertFitsAsync();
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Whoever_has_not_signed_in_is_led_there_and_whoever_finds_nothing_is_told_how_to_search()
    {
        var page = await OpenAsync();
        await page.OpenChatAsync(SandboxPeople.TreasuryChatId, "Казначейство");
        await page.Get("act-as").SelectOptionAsync("1002");
        await page.Get("compose-input").FillAsync(Bot + "ромашка");
        await SandboxPage.SeesAsync(page.Get("inline-button"), "Войдите, чтобы искать заявки");
        await page.PictureAsync("inline-sign-in");
        await page.Get("inline-button").ClickAsync();
        await SandboxPage.SeesAsync(page.Get("talk-title"), "Мария Соколова");
        await Assertions.Expect(page.Button("Войти через Google")).ToBeVisibleAsync();

        await _sandbox!.SignEverybodyInAsync(CancellationToken.None);
        await page.OpenChatAsync(SandboxPeople.TreasuryChatId, "Казначейство");
        await page.Get("act-as").SelectOptionAsync("1002");
        await page.Get("compose-input").FillAsync(Bot + "ромашка");
        await page.Get("inline-button").Filter(new() { HasText = "Ничего не найдено" }).ClickAsync();
        await page.SeesMessageAsync("Поиск заявок из любого чата");
        await page.PictureAsync("inline-guide");
        await page.Button("🔎 Искать заявки").ClickAsync();
        await SandboxPage.SeesAsync(page.Get("talk-title"), "Казначейство");
        await Assertions.Expect(page.Get("compose-input")).ToHaveValueAsync(Bot);
        Assert.Empty(_complaints);
    }

    private async Task<SandboxPage> OpenAsync()
    {
        Skip.If(chromium.Browser is null, Chromium.WhyMissing);
        var context = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1400, Height = 900 },
                Locale = "ru-RU",
            }
        );
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Add(error);
        await page.GotoAsync(_sandbox!.Address.ToString());
        return new SandboxPage(page);
    }
}
