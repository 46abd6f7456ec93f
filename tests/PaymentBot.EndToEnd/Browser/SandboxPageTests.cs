using Microsoft.Playwright;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Browser;

public sealed class SandboxPageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
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
    public async Task Three_stages_are_approved_by_clicking_and_a_second_window_follows_without_reloading()
    {
        var page = await OpenAsync(Desktop);
        var watcher = await OpenAsync(Desktop);
        await watcher.OpenChatAsync(SandboxPeople.TreasuryChatId, "Казначейство");
        await watcher.Page.EvaluateAsync("window.never = 'reloaded'");
        await page.Get("sample-1").ClickAsync();
        await page.OpenChatAsync(1002, "Мария Соколова");
        await page.SeesMessageAsync("Нужно ваше решение");
        await page.PictureAsync("desktop-decide");
        await page.Button(SandboxPage.Approve).ClickAsync();
        await page.SeesStageAsync(1, "approved");
        await page.ApproveAsync(1004, "James Miller", "✅ Approve");
        await page.SeesStageAsync(2, "approved");
        await page.SeesMessageAsync("Your decision: approve");
        await page.PictureAsync("desktop-english");
        await page.ApproveAsync(1005, "Ольга Морозова");
        await page.SeesStatusAsync("approved");
        await watcher.SeesMessageAsync("Заявка согласована");
        await watcher.SeesStatusAsync("approved");
        Assert.Equal("reloaded", await watcher.Page.EvaluateAsync<string>("window.never"));
        await watcher.PictureAsync("desktop-group");
        await page.OpenChatAsync(1001, "Илья Петров");
        await page.SeesMessageAsync("Ваша заявка согласована");
        await Assertions.Expect(page.Get("edited").Last).ToBeVisibleAsync();
        await page.PictureAsync("desktop-approved");
        await page.AssertFitsAsync();
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Rejection_takes_a_typed_reason()
    {
        var page = await OpenAsync(Desktop);
        await page.Get("sample-3").ClickAsync();
        await page.OpenChatAsync(1002, "Мария Соколова");
        await page.Button("❌ Отклонить").ClickAsync();
        await page.Button("✍️ Своя причина…").ClickAsync();
        await Assertions.Expect(page.Get("quote")).ToBeVisibleAsync();
        await page.Get("compose-input").FillAsync("Нет спецификации <b>& подписи</b>");
        await page.PictureAsync("desktop-reason");
        await page.Get("compose-send").ClickAsync();
        await page.SeesStatusAsync("rejected");
        await page.SeesStageAsync(1, "rejected");
        await SandboxPage.SeesAsync(page.Get("stage-1"), "Нет спецификации <b>& подписи</b>");
        await page.OpenChatAsync(1001, "Илья Петров");
        await page.SeesMessageAsync("Ваша заявка отклонена");
        await page.SeesMessageAsync("Нет спецификации <b>& подписи</b>");
        await page.PictureAsync("desktop-rejected");
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Documents_of_the_group_can_be_opened()
    {
        var page = await OpenAsync(Desktop);
        await page.Get("sample-2").ClickAsync();
        await page.OpenChatAsync(SandboxPeople.TreasuryChatId, "Казначейство");
        await Assertions.Expect(page.Get("file")).ToHaveCountAsync(2);
        await page.SeesMessageAsync("На согласовании");
        await page.PictureAsync("desktop-files");
        var opened = await page.Page.RunAndWaitForPopupAsync(() => page.Get("photo").ClickAsync());
        await opened.WaitForLoadStateAsync();
        Assert.True(await opened.EvaluateAsync<bool>("document.images.length === 1 && document.images[0].width > 0"));
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Switches_break_the_chain_and_it_heals()
    {
        var page = await OpenAsync(Desktop);
        await page.Get("fault-telegram-500").CheckAsync();
        await page.Get("fault-erp-down").CheckAsync();
        await page.Get("sample-1").ClickAsync();
        await page.ApproveAsync(1002, "Мария Соколова");
        await page.Get("log").ClickAsync();
        await SandboxPage.SeesAsync(page.Get("document"), "503");
        await page.PictureAsync("desktop-broken");
        await page.Get("fault-erp-down").UncheckAsync();
        await page.SeesStageAsync(1, "approved");
        await page.Get("reset").ClickAsync();
        await Assertions.Expect(page.Get("document")).ToBeHiddenAsync();
        await Assertions.Expect(page.Get("fault-telegram-500")).Not.ToBeCheckedAsync();
        Assert.Empty(_complaints);
    }

    [SkippableFact]
    public async Task Phone_plays_the_same_with_tabs_and_in_English()
    {
        var page = await OpenAsync(Phone);
        await page.Get("language").ClickAsync();
        await page.PictureAsync("phone-chats");
        await page.Get("tab-erp").ClickAsync();
        await page.Get("sample-1").ClickAsync();
        await page.SeesStatusAsync("pending");
        await page.PictureAsync("phone-erp");
        await page.AssertFitsAsync();
        await page.Get("tab-chats").ClickAsync();
        await page.ApproveAsync(1002, "Мария Соколова");
        await page.Get("tab-chats").ClickAsync();
        await page.OpenChatAsync(1004, "James Miller");
        await page.SeesMessageAsync("Your decision is needed");
        await page.AssertFitsAsync();
        await page.PictureAsync("phone-card");
        await page.Button("✅ Approve").ClickAsync();
        await page.Get("tab-erp").ClickAsync();
        await page.SeesStageAsync(2, "approved");
        await page.AssertFitsAsync();
        Assert.Empty(_complaints);
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
