using Microsoft.Playwright;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>The sandbox's page as a person uses it: looks, clicks and types.</summary>
internal sealed class SandboxPage(IPage page)
{
    public const string Approve = "✅ Согласовать";

    public IPage Page => page;

    public ILocator Get(string testId) => page.GetByTestId(testId);

    /// <summary>A button under the newest message that has it.</summary>
    public ILocator Button(string label) => page.GetByTestId($"button-{label}").Last;

    public async Task OpenChatAsync(long chatId, string title)
    {
        await Get($"chat-{chatId}").ClickAsync();
        await SeesAsync(Get("talk-title"), title);
    }

    /// <summary>Opens the chat and presses Approve there.</summary>
    public async Task ApproveAsync(long chatId, string title, string label = Approve)
    {
        await OpenChatAsync(chatId, title);
        await Button(label).ClickAsync();
    }

    public Task SeesMessageAsync(string text) => SeesAsync(Get("messages"), text);

    public Task SeesStatusAsync(string status) =>
        Assertions.Expect(Get("request-status")).ToHaveAttributeAsync("data-status", status);

    public Task SeesStageAsync(int stage, string state) =>
        Assertions.Expect(Get($"stage-{stage}")).ToHaveAttributeAsync("data-state", state);

    public static Task SeesAsync(ILocator where, string text) => Assertions.Expect(where).ToContainTextAsync(text);

    /// <summary>Nothing sticks out to the side.</summary>
    public async Task AssertFitsAsync()
    {
        var fits = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth");
        Assert.True(fits, "The page is wider than its window.");
    }

    /// <summary>Keeps a picture in <c>artifacts/screenshots</c>.</summary>
    public Task PictureAsync(string name) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(Built.Repository, "artifacts", "screenshots", $"{name}.png"),
            }
        );
}
