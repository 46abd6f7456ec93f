using System.Globalization;
using Azure;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>Makes exceptions that name the operation, the status and the service's code, never keys or contents.</summary>
internal static class StorageErrors
{
    /// <summary>The code of a failure on the way, which no service has named.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>The code of an answer that does not follow the interface.</summary>
    public const string Unreadable = "Unreadable";

    /// <summary>A service that said no. The client's exception repeats the answer's headers and body, and is not handed on.</summary>
    public static StorageException Refused(StorageOperation operation, RequestFailedException refusal)
    {
        var code = CodeOf(refusal);
        return new StorageException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Azure Storage answered {operation} with {refusal.Status} {code}."
            ),
            code.Length > 0 ? code : refusal.Status.ToString(CultureInfo.InvariantCulture)
        )
        {
            Status = refusal.Status,
        };
    }

    /// <summary>A service that gave no answer, or an unfinished one.</summary>
    public static StorageException NoAnswer(StorageOperation? operation, Exception? cause) =>
        new($"Azure Storage gave no answer to {operation}.", Unreachable, cause);

    /// <summary>An answer that cannot be read.</summary>
    public static StorageException BadAnswer(StorageOperation operation, Exception? cause = null) =>
        new($"The answer of Azure Storage to {operation} does not follow its interface.", Unreadable, cause);

    /// <summary>A row that the service would refuse.</summary>
    /// <param name="code">The code that the service would give.</param>
    /// <param name="reason">Why, without contents.</param>
    public static StorageException TooLarge(string code, string reason) => new(reason, code) { Status = 400 };

    /// <summary>Whether the service answered with this status and error code.</summary>
    public static bool Is(this StorageException exception, int status, string errorCode) =>
        exception.Status == status && string.Equals(exception.ErrorCode, errorCode, StringComparison.Ordinal);

    private static string CodeOf(RequestFailedException refusal) =>
        refusal.GetRawResponse()?.Headers.TryGetValue("x-ms-error-code", out var code) == true
            ? code
            : refusal.ErrorCode ?? "";
}
