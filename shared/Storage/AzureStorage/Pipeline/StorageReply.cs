using Azure;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>A service's answer.</summary>
/// <param name="response">The answer; ends with this object.</param>
/// <param name="operation">What was asked.</param>
/// <param name="body">The whole body, or null when it is to be read as a stream.</param>
/// <param name="attempts">How often was asked until this answer came.</param>
internal sealed class StorageReply(
    Response response,
    StorageOperation operation,
    ReadOnlyMemory<byte>? body,
    int attempts
) : IDisposable
{
    /// <summary>The HTTP status.</summary>
    public int Status => response.Status;

    /// <summary>Whether the service did what it was asked.</summary>
    public bool IsSuccess => response.Status is >= 200 and < 300;

    /// <summary>
    /// Whether an earlier attempt ended without a clear answer. What it asked for may have been done all the same, so "already there",
    /// "changed" and "there is none" may be its own trace.
    /// </summary>
    public bool MayBeOwnTrace => attempts > 1;

    /// <summary>The whole body; empty for an answer that is read as a stream.</summary>
    public ReadOnlyMemory<byte> Body => body ?? default;

    /// <summary>The body of an answer that is read as a stream.</summary>
    public Stream Content => response.ContentStream ?? Stream.Null;

    /// <summary>The service's error code, empty when it gave none.</summary>
    public string ErrorCode => Header("x-ms-error-code") ?? StorageErrors.ReadCode(Body.Span);

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether the service answered with this status and error code.</summary>
    public bool Is(int status, string errorCode) =>
        Status == status && string.Equals(ErrorCode, errorCode, StringComparison.Ordinal);

    /// <summary>Throws unless the service did what it was asked.</summary>
    /// <exception cref="StorageException">It did not.</exception>
    public void RequireSuccess()
    {
        if (!IsSuccess)
        {
            throw ToException();
        }
    }

    /// <summary>The answer as an error.</summary>
    public StorageException ToException() => StorageErrors.Refused(operation, Status, ErrorCode);

    /// <inheritdoc />
    public void Dispose() => response.Dispose();
}
