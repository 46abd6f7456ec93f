using System.Text;
using System.Text.Json;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>The text of a message whose body lies in a blob: <c>{"v":1,"blob":"messages/..."}</c> and nothing else.</summary>
internal static class MessagePointer
{
    private const string Folder = "messages/";
    private const int Version = 1;

    // A version, and a name of at most 200 characters.
    private const int LongestText = 256;

    /// <summary>A blob's name that nobody else has.</summary>
    public static string NewBlobName() => Folder + Guid.NewGuid().ToString("N");

    /// <summary>The text that points to a blob.</summary>
    public static string Write(string blobName) => $$"""{"v":{{Version}},"blob":"{{blobName}}"}""";

    /// <summary>The blob a text points to, or null for a text that is the body itself.</summary>
    public static string? Read(string text)
    {
        if (text.Length > LongestText || !text.StartsWith('{') || !text.Contains("\"blob\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return Parse(new Utf8JsonReader(Encoding.UTF8.GetBytes(text)));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Parse(Utf8JsonReader reader)
    {
        string? blob = null;
        int? version = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "blob" when reader.TokenType == JsonTokenType.String:
                    blob = reader.GetString();
                    break;
                case "v" when reader.TokenType == JsonTokenType.Number:
                    version = reader.TryGetInt32(out var number) ? number : null;
                    break;
                default:
                    return null;
            }
        }

        return version == Version && IsOurs(blob) ? blob : null;
    }

    private static bool IsOurs(string? blob) => blob?.StartsWith(Folder, StringComparison.Ordinal) == true;
}
