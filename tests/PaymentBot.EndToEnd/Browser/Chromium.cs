using Microsoft.Playwright;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>One Debian Chromium for the browser tests; null where it is not installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private const int MaxRefusals = 20;

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private IPlaywright? _playwright;

    internal IBrowser? Browser { get; private set; }

    internal static string WhyMissing => $"{Executable} is not installed; tests/run.sh installs it.";

    public async Task InitializeAsync()
    {
        if (!File.Exists(Executable))
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments }
        );
        await DrawsAsync(Browser);
    }

    /// <summary>
    /// Waits until the browser can draw: on a loaded machine the first pictures after its start are refused
    /// ("Unable to capture screenshot", seen here and by others: MarketSquare/robotframework-browser 5237).
    /// </summary>
    private static async Task DrawsAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync();
        var refusals = 0;
        while (!await TryDrawAsync(page) && ++refusals < MaxRefusals)
        {
            // Asked again at once: the browser answers no sooner than it has tried.
        }

        await page.CloseAsync();
    }

    private static async Task<bool> TryDrawAsync(IPage page)
    {
        try
        {
            await page.ScreenshotAsync();
            return true;
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
