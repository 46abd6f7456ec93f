using Microsoft.Playwright;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Browser;

/// <summary>axe-core (npm): looks for what keeps people with disabilities out.</summary>
internal static class Axe
{
    private const string Run =
        "async () => (await axe.run()).violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(', ')}`).join('\\n')";

    /// <summary>Finds no violation, neither in light nor in dark.</summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        Skip.IfNot(Npm.IsInstalled, Npm.WhyMissing);
        await page.EvaluateAsync($"{await File.ReadAllTextAsync(Npm.AxeSource)}\n;undefined");
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var violations = await page.EvaluateAsync<string>(Run);
            Assert.True(violations.Length == 0, $"{page.Url.Split('?')[0]} in {scheme}:\n{violations}");
        }
    }
}
