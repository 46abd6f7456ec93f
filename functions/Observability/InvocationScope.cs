namespace PaymentBot.Functions.Observability;

/// <summary>Log scope of one call by the Functions host.</summary>
/// <param name="InvocationId">The host's own name for the call, which its telemetry shows too.</param>
internal sealed record InvocationScope(string InvocationId)
{
    private const string Header = "X-Azure-Functions-InvocationId";

    /// <summary>The call's identity, or null when the host gave none or something that is no identity.</summary>
    /// <param name="request">The call. The host overwrites whatever a client put into the header.</param>
    public static string? IdOf(HttpRequest request) =>
        Guid.TryParse(request.Headers[Header], out var id) ? id.ToString() : null;
}
