namespace PaymentBot.Bot.Telegram.Methods;

/// <summary>Fetches updates; fails with Config while a webhook is set or another poller runs.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#getupdates.</remarks>
public sealed record GetUpdates
{
    /// <summary>The first update to return, one above the highest handled one; confirms all below.</summary>
    public long? Offset { get; init; }

    /// <summary>1 to 100; Telegram's default is 100.</summary>
    public int? Limit { get; init; }

    /// <summary>Seconds to wait for one, 0 to 50; the call's own time-out is this plus ten seconds.</summary>
    public int? Timeout { get; init; }

    /// <summary>Kinds of <see cref="Types.UpdateKind"/>; null keeps the previous list.</summary>
    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
