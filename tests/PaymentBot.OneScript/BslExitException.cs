namespace PaymentBot.OneScript;

/// <summary>The script ended itself; nothing in it may catch that.</summary>
public sealed class BslExitException(int code) : Exception($"The script ended with {code}.")
{
    public int Code => code;
}
