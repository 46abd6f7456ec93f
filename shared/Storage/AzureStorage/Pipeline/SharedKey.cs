using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>
/// What of a request is signed. Both forms take the address as it is sent, percent signs and all, and for an emulator the account's name stands
/// twice in it, since it is also the beginning of the path.
/// </summary>
internal static class SharedKey
{
    private static readonly string[] SignedHeaders =
    [
        "Content-MD5",
        "Content-Type",
        "Date",
        "If-Modified-Since",
        "If-Match",
        "If-None-Match",
        "If-Unmodified-Since",
        "Range",
    ];

    /// <summary>The signature of a text, base64.</summary>
    public static string Sign(byte[] key, string stringToSign) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));

    /// <summary>What is signed for blobs and queues.</summary>
    public static string ForBlobsAndQueues(Request request, string account)
    {
        var text = new StringBuilder(256).Append(request.Method.Method).Append('\n');
        text.Append(Header(request, "Content-Encoding")).Append('\n');
        text.Append(Header(request, "Content-Language")).Append('\n');
        text.Append(ContentLength(request)).Append('\n');
        foreach (var name in SignedHeaders)
        {
            text.Append(Header(request, name)).Append('\n');
        }

        AppendServiceHeaders(text, request);
        var address = request.Uri.ToUri();
        text.Append('/').Append(account).Append(address.AbsolutePath);
        AppendQuery(text, address.Query);
        return text.ToString();
    }

    /// <summary>What is signed for tables.</summary>
    public static string ForTables(Request request, string account)
    {
        // Of a query only "comp" is signed, and no operation that is used here has it.
        var resource = request.Uri.ToUri().AbsolutePath;
        return $"{request.Method.Method}\n{Header(request, "Content-MD5")}\n{Header(request, "Content-Type")}\n{Header(request, "x-ms-date")}\n/{account}{resource}";
    }

    private static string Header(Request request, string name) =>
        request.Headers.TryGetValue(name, out var value) ? value : "";

    private static string ContentLength(Request request) =>
        request.Content is { } content && content.TryComputeLength(out var length) && length > 0
            ? length.ToString(CultureInfo.InvariantCulture)
            : "";

    private static void AppendServiceHeaders(StringBuilder text, Request request)
    {
        var headers = request
            .Headers.Where(header => header.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase))
            .Select(header => (Name: header.Name.ToLowerInvariant(), Value: header.Value.Trim()))
            .ToList();
        headers.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(value).Append('\n');
        }
    }

    private static void AppendQuery(StringBuilder text, string query)
    {
        var parameters = new List<(string Name, string Value)>();
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            parameters.Add((Uri.UnescapeDataString(name).ToLowerInvariant(), Uri.UnescapeDataString(value)));
        }

        parameters.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (var (name, value) in parameters)
        {
            text.Append('\n').Append(name).Append(':').Append(value);
        }
    }
}
