using Microsoft.Playwright;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>A group with topics, as its administrator plays it on the page.</summary>
public sealed class GroupPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Command = "compose-input";

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
    public async Task Topic_is_bound_by_its_administrator_and_requests_arrive_there_with_one_button()
    {
        var page = await OpenAsync(new ViewportSize { Width = 1400, Height = 900 });
        await page.OpenChatAsync(SandboxPeople.FinanceChatId, "Финансы");
        await page.Get("act-as").SelectOptionAsync($"{SandboxPeople.Initiator.Telegram.Id}");
        await page.Get($"topic-{SandboxPeople.TreasuryTopic}").ClickAsync();
        await SayAsync(page, "/bind finance rounded");
        await page.SeesMessageAsync("Это может сделать администратор группы");
        await page.Get("act-as").SelectOptionAsync($"{SandboxPeople.Treasurer.Telegram.Id}");
        await page.Get("anonymous").CheckAsync();
        await SayAsync(page, "/bind finance rounded");
        await page.SeesMessageAsync("Отключите анонимность");
        await page.Get("anonymous").UncheckAsync();
        await SayAsync(page, "/bind finance rounded");
        await page.SeesMessageAsync("Готово: заявки с ключом finance приходят сюда");
        await page.PictureAsync("group-topic-bound");

        await page.Get("own-request").ClickAsync();
        await page.Get("own-amount").FillAsync("1250000.50");
        await page.Get("own-groups").FillAsync("finance, treasury");
        await page.Get("own-send").ClickAsync();
        await page.SeesMessageAsync("≈");
        var open = page.Button("Открыть в личном чате");
        Assert.Contains("start=r-", await open.GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.PictureAsync("group-topic-card");
        await page.Get($"topic-{SandboxPeople.MarketingTopic}").ClickAsync();
        await page.SeesMessageAsync("Здесь пока пусто");
        await page.Get("topic-general").ClickAsync();
        await SayAsync(page, "/where");
        await page.SeesMessageAsync("Сюда заявки не приходят");
        await page.AssertFitsAsync();
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Closed_topic_keeps_its_requests_until_it_opens()
    {
        var page = await OpenAsync(new ViewportSize { Width = 390, Height = 844 });
        await page.OpenChatAsync(SandboxPeople.FinanceChatId, "Финансы");
        await page.Get("act-as").SelectOptionAsync($"{SandboxPeople.Treasurer.Telegram.Id}");
        await page.Get($"topic-{SandboxPeople.MarketingTopic}").ClickAsync();
        await SayAsync(page, "/bind marketing");
        await page.SeesMessageAsync("Готово");
        await page.Get("group-topicClose").ClickAsync();
        await page.SeesMessageAsync("Тема закрыта");
        await page.Get("tab-erp").ClickAsync();
        await page.Get("own-request").ClickAsync();
        await page.Get("own-groups").FillAsync("marketing");
        await page.Get("own-send").ClickAsync();
        await page.SeesStatusAsync("pending");
        await page.Get("tab-talk").ClickAsync();
        await page.PictureAsync("phone-topic-closed");
        await page.AssertFitsAsync();
        await page.Get("group-topicOpen").ClickAsync();
        await page.SeesMessageAsync("На согласовании");
        await page.PictureAsync("phone-topic-card");
        Assert.Empty(_complaints);
    }

    private static async Task SayAsync(SandboxPage page, string text)
    {
        await page.Get(Command).FillAsync(text);
        await page.Get("compose-send").ClickAsync();
        await Assertions.Expect(page.Get(Command)).ToHaveValueAsync(string.Empty);
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
