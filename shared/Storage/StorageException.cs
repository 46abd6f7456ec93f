namespace PaymentBot.Storage;

/// <summary>The store could not do what it was asked. Whether a write took place is unknown; every use of the ports is safe to repeat.</summary>
/// <param name="message">What failed, without row contents.</param>
/// <param name="errorCode">The store's own code, such as <c>SQLITE_BUSY</c> or <c>ServerBusy</c>.</param>
/// <param name="innerException">The cause.</param>
public sealed class StorageException(string message, string errorCode, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The store's own code.</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>The HTTP status of a service's answer, or null when it gave none or is none.</summary>
    public int? Status { get; init; }
}
