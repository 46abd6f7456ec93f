namespace PaymentBot.OneScript;

/// <summary>An exception of the 1C language: raised by a script, or by something a script did wrong.</summary>
public sealed class BslException(string message) : Exception(message);
