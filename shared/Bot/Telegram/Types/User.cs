namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A person or a bot.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#user.</remarks>
public sealed record User
{
    /// <summary>Identity, up to 52 bits.</summary>
    public required long Id { get; init; }

    /// <summary>True for bots.</summary>
    public required bool IsBot { get; init; }

    /// <summary>First name, chosen by the person.</summary>
    public required string FirstName { get; init; }

    /// <summary>Last name, chosen by the person.</summary>
    public string? LastName { get; init; }

    /// <summary>User name without the @.</summary>
    public string? Username { get; init; }

    /// <summary>IETF tag of the person's language, such as <c>ru</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The bot answers inline queries. Only in the answer to <c>getMe</c>.</summary>
    public bool? SupportsInlineQueries { get; init; }

    /// <summary>The bot sees every group message (privacy mode is off). Only in the answer to <c>getMe</c>.</summary>
    public bool? CanReadAllGroupMessages { get; init; }
}
