namespace PaymentBot.OneScript;

/// <summary>A value of type Тип.</summary>
internal sealed record BslType(string Name);
