namespace PaymentBot.OneScript;

/// <summary>A part of an expression.</summary>
/// <param name="Read">Its value.</param>
/// <param name="Write">Assigns to it; null where that makes no sense.</param>
/// <param name="IsCall">Whether it may stand alone as a statement.</param>
internal sealed record Operand(Func<Frame, object?> Read, Action<Frame, object?>? Write = null, bool IsCall = false);
