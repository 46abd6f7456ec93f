using System.Text.Json.Serialization;

namespace PaymentBot.Erp.Answers;

/// <summary>Why the bot cannot write to a person.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<UnreachableReason>))]
public enum UnreachableReason
{
    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The person never started the bot.</summary>
    NeverStarted,

    /// <summary>The Telegram account is gone.</summary>
    Deleted,
}
