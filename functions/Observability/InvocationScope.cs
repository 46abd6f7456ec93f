namespace PaymentBot.Functions.Observability;

/// <summary>Says to which invocation of the Functions host an entry of the log belongs.</summary>
/// <param name="InvocationId">The host's id of it.</param>
internal sealed record InvocationScope(string InvocationId)
{
    /// <summary>The invocation that is running, or null outside of any.</summary>
    /// <param name="scopes">The scopes of the log.</param>
    public static InvocationScope? Current(IExternalScopeProvider? scopes)
    {
        var found = new Found();
        scopes?.ForEachScope(static (scope, found) => found.Scope = scope as InvocationScope ?? found.Scope, found);
        return found.Scope;
    }

    private sealed class Found
    {
        public InvocationScope? Scope { get; set; }
    }
}
