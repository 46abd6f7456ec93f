namespace PaymentBot.Sandbox.Erp;

/// <summary>How the ERP stand-in behaves.</summary>
internal sealed class ErpStandInOptions
{
    /// <summary>The loopback port, 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether it fetches decisions at first, and listens nowhere.</summary>
    public bool Pulls { get; init; }

    /// <summary>The bot's address; may be given later, calls wait in the outbox and fail until then.</summary>
    public Uri? BotUrl { get; init; }

    /// <summary>The key that signs calls to the bot, <c>whsec_</c> and base64: the bot's Erp:InboundKeys.</summary>
    public string InboundKey { get; init; } = "whsec_c2FuZGJveC1pbmJvdW5kLWtleS1vZi0zMi1ieXRlcy4=";

    /// <summary>The key that decisions are signed with: the bot's Erp:OutboundKey.</summary>
    public string OutboundKey { get; init; } = "whsec_c2FuZGJveC1vdXRib3VuZC1rZXktMzItYnl0ZXMuLi4=";

    /// <summary>Sent as <c>x-functions-key</c> with every call to the bot, or null: a bot behind the Functions host wants it.</summary>
    public string? FunctionKey { get; init; }

    public IReadOnlyList<ErpPerson> People { get; init; } = [];

    /// <summary>The zone the ERP writes its times in.</summary>
    public TimeSpan UtcOffset { get; init; } = TimeSpan.FromHours(3);

    /// <summary>The first pause after a failed call; it doubles up to <see cref="LongestRetry"/>.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the bot may take to answer.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
