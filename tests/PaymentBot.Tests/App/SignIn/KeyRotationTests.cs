using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Bot.SignIn;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.SignIn;

public sealed class KeyRotationTests : SignInTest
{
    private const string NewKey = "b25seS13aGlsZS10aGUta2V5LWlzLWJlaW5nLXJvbGw=";

    [Fact]
    public async Task Tokens_outlive_a_new_key_once_rotated()
    {
        await SignInAsync(BudgetHolder);
        await RestartWithAsync(NewKey, EncryptionKey);

        Assert.Equal(new KeyRotationCount(1, 0, 0), await RotateAsync());
        Assert.Equal(new KeyRotationCount(0, 1, 0), await RotateAsync());

        await RestartWithAsync(NewKey, null);
        Bot.Clock.Advance(TimeSpan.FromHours(24));
        await HousekeepAsync();
        Assert.Equal([TokenOf(BudgetHolder, 1)], Google.Refreshed);
    }

    [Fact]
    public async Task Former_key_still_opens_until_then()
    {
        await SignInAsync(BudgetHolder);
        await RestartWithAsync(NewKey, EncryptionKey);
        Bot.Clock.Advance(TimeSpan.FromHours(24));

        await HousekeepAsync();

        Assert.Equal([TokenOf(BudgetHolder, 1)], Google.Refreshed);
    }

    [Fact]
    public async Task Token_of_yet_another_key_is_counted_and_left()
    {
        await SignInAsync(BudgetHolder);
        await Bot.LinkAsync(FinancialManager);
        await RestartWithAsync(NewKey, null);

        Assert.Equal(new KeyRotationCount(0, 0, 1), await RotateAsync());
        Assert.NotNull((await LinkOfAsync(BudgetHolder))!.RefreshToken);
    }

    private Task<KeyRotationCount> RotateAsync() =>
        Bot.Services.GetRequiredService<KeyRotation>().RunAsync(CancellationToken.None);
}
