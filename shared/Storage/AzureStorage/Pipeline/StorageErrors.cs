using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>Makes exceptions that name the operation, the status and the service's code, never keys or contents.</summary>
internal static partial class StorageErrors
{
    /// <summary>The code of a failure on the way, which no service has named.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>The code of an answer that does not follow the interface.</summary>
    public const string Unreadable = "Unreadable";

    // An answer of an earlier proxy may be a page; the code is at the beginning.
    private const int LongestBody = 4096;

    /// <summary>A service that said no.</summary>
    public static StorageException Refused(StorageOperation operation, int status, string code) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"Azure Storage answered {operation} with {status} {code}."),
            code.Length > 0 ? code : status.ToString(CultureInfo.InvariantCulture)
        )
        {
            Status = status,
        };

    /// <summary>A service that gave no answer, or an unfinished one.</summary>
    public static StorageException NoAnswer(StorageOperation operation, Exception? cause) =>
        new($"Azure Storage gave no answer to {operation}.", Unreachable, cause);

    /// <summary>An answer that cannot be read.</summary>
    public static StorageException BadAnswer(StorageOperation operation, Exception? cause = null) =>
        new($"The answer of Azure Storage to {operation} does not follow its interface.", Unreadable, cause);

    /// <summary>A row that the service would refuse.</summary>
    /// <param name="code">The code that the service would give.</param>
    /// <param name="reason">Why, without contents.</param>
    public static StorageException TooLarge(string code, string reason) => new(reason, code) { Status = 400 };

    /// <summary>The error code in a body, JSON of tables or XML of blobs and queues; empty when there is none.</summary>
    public static string ReadCode(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestBody)]);
        return Code().Match(text).Groups["code"].Value;
    }

    [GeneratedRegex(
        """(<(\w+:)?[Cc]ode>|"code"\s*:\s*")(?<code>[A-Za-z0-9]+)""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Code();
}
