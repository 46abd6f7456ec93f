namespace PaymentBot.OneScript;

/// <summary>A value of an enumeration of the platform, such as ХешФункция.SHA256.</summary>
internal sealed record BslConstant(string Name);
