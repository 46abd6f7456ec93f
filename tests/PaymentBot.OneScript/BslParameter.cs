namespace PaymentBot.OneScript;

/// <summary>A parameter of a method.</summary>
/// <param name="Default">Null when it has to be given.</param>
internal sealed record BslParameter(string Name, bool ByValue, Func<Frame, object?>? Default);
