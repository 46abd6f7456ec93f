using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>The envelope of every answer, read in one pass together with its result.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#making-requests.</remarks>
internal sealed record ApiResponse<TResult>
{
    public bool Ok { get; init; }

    public TResult? Result { get; init; }

    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public ResponseParameters? Parameters { get; init; }
}
