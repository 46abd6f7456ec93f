namespace PaymentBot.Sandbox;

/// <summary>Something the sandbox was asked for that cannot be done; the message is for the person who asked.</summary>
internal sealed class SandboxException(string message, int status = 409) : Exception(message)
{
    /// <summary>The HTTP status the JSON API answers with.</summary>
    public int Status { get; } = status;
}
