namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>What came of binding a key: exactly one of the nested records.</summary>
public abstract record BindOutcome
{
    private BindOutcome() { }

    /// <summary>The key is bound to the place now.</summary>
    public sealed record Bound : BindOutcome;

    /// <summary>It was bound there before; its cards show more or less now.</summary>
    public sealed record Changed : BindOutcome;

    /// <summary>It was bound there just so.</summary>
    public sealed record Unchanged : BindOutcome;

    /// <summary>It is bound to another place, and stays there.</summary>
    public sealed record Elsewhere : BindOutcome;

    /// <summary>The place has another key.</summary>
    /// <param name="Key">That key.</param>
    public sealed record PlaceTaken(string Key) : BindOutcome;

    /// <summary>The key stands in the settings.</summary>
    public sealed record Configured : BindOutcome;
}
