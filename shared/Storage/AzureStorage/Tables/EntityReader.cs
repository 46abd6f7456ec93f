using System.Text.Json;
using PaymentBot.Storage.AzureStorage.Pipeline;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>Reads rows out of the table service's JSON with minimal metadata. What it does not know it keeps as text or leaves out, and goes on.</summary>
internal static class EntityReader
{
    private const string TypeSuffix = "@odata.type";

    /// <summary>The row of an answer, with its mark.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="eTag">The version in the answer's header, for a body without one.</param>
    /// <exception cref="StorageException">The answer does not follow the interface.</exception>
    public static (TableEntity Entity, string? Mark) ReadOne(ReadOnlySpan<byte> body, string? eTag)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            return ReadEntity(ref reader, eTag);
        }
        catch (Exception exception) when (IsBad(exception))
        {
            throw StorageErrors.BadAnswer(StorageOperation.GetEntity, exception);
        }
    }

    /// <summary>The rows of an answer, in its order.</summary>
    /// <exception cref="StorageException">The answer does not follow the interface.</exception>
    public static List<TableEntity> ReadMany(ReadOnlySpan<byte> body)
    {
        try
        {
            var rows = new List<TableEntity>();
            var reader = new Utf8JsonReader(body);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isValue = reader.ValueTextEquals("value"u8);
                reader.Read();
                if (isValue)
                {
                    ReadRows(ref reader, rows);
                }
                else
                {
                    reader.Skip();
                }
            }

            return rows;
        }
        catch (Exception exception) when (IsBad(exception))
        {
            throw StorageErrors.BadAnswer(StorageOperation.QueryEntities, exception);
        }
    }

    private static bool IsBad(Exception exception) =>
        exception is JsonException or FormatException or InvalidOperationException or OverflowException;

    private static void ReadRows(ref Utf8JsonReader reader, List<TableEntity> rows)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            rows.Add(ReadEntity(ref reader, eTag: null).Entity);
        }
    }

    private static (TableEntity Entity, string? Mark) ReadEntity(ref Utf8JsonReader reader, string? eTag)
    {
        var row = new EntityFields(eTag);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!; // A property has a name.
            reader.Read();
            ReadField(ref reader, name, row);
        }

        return (row.ToEntity(), row.Mark);
    }

    private static void ReadField(ref Utf8JsonReader reader, string name, EntityFields row)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            reader.Skip();
        }
        else if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
        {
            row.AddType(name[..^TypeSuffix.Length], reader.GetString());
        }
        else
        {
            row.Add(name, EntityValue.Read(ref reader));
        }
    }
}
