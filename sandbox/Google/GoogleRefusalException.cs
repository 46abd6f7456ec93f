namespace PaymentBot.Sandbox.Google;

/// <summary>What Google does not do for a client, under its own name of the error.</summary>
internal sealed class GoogleRefusalException(string error, int status = 400, string? description = null)
    : Exception(description ?? error)
{
    /// <summary>Such as <c>invalid_grant</c>.</summary>
    public string Error { get; } = error;

    public int Status { get; } = status;
}
