using System.Text.Json.Serialization;

namespace PaymentBot.Erp.Answers;

/// <summary>Whom a card is for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RecipientKind>))]
public enum RecipientKind
{
    /// <summary>A person, in the private chat.</summary>
    Person,

    /// <summary>A group that watches.</summary>
    Group,
}
