namespace PaymentBot.Functions.Erp;

/// <summary>Ends an upload that must not be stored.</summary>
/// <param name="fault">Why.</param>
public sealed class ContentRefusedException(ContentFault fault) : Exception($"The upload is refused: {fault}.")
{
    /// <summary>Why.</summary>
    public ContentFault Fault { get; } = fault;
}
