using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Google;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>The company that the sandbox plays, as each stand-in knows it.</summary>
internal static class StandInCompany
{
    public static ErpStandInOptions ErpOf(SandboxOptions options) =>
        new()
        {
            People = [.. SandboxPeople.All.Select(person => person.Erp)],
            Pulls = options.ErpPulls,
            FunctionKey = options.FunctionKey,
            FirstRetry = options.ErpRetry.First,
            LongestRetry = options.ErpRetry.Longest,
        };

    public static TelegramStandInOptions TelegramOf(SandboxOptions options) =>
        new()
        {
            Users = [.. SandboxPeople.All.Select(person => person.Telegram)],
            Groups = [SandboxPeople.Treasury, SandboxPeople.Finance],
            EnforceRates = options.EnforceRates,
            AllowLocalButtons = true,
        };

    public static GoogleStandIn GoogleOf(SandboxOptions options) =>
        new(new GoogleStandInOptions { Accounts = SandboxPeople.Accounts }, options.Clock, LoopbackServer.AnyAddress);
}
