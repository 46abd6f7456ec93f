namespace PaymentBot.OneScript;

/// <summary>A name that a source uses: a call, a name read that nothing there assigns, or a type made by Новый.</summary>
/// <param name="Owner">The name before the point, or null.</param>
/// <param name="Count">How many arguments, -1 where it is no call.</param>
internal sealed record BslUse(string? Owner, string Name, int Count, int Line);
