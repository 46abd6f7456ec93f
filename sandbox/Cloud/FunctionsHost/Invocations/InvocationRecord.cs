namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>One invocation that is over.</summary>
/// <param name="Id">As in <c>X-Azure-Functions-InvocationId</c>.</param>
/// <param name="Function">Whose.</param>
/// <param name="Fault">Why it failed, null when it succeeded.</param>
internal sealed record InvocationRecord(Guid Id, string Function, string? Fault)
{
    /// <summary>Whether the host counts it a success.</summary>
    public bool Succeeded => Fault is null;
}
