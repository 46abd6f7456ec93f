using System.Globalization;
using System.Text;
using ServiceRow = Azure.Data.Tables.TableEntity;

namespace PaymentBot.Storage.AzureStorage.Tables;

/// <summary>Between the port's rows and the client's. What a row of the service holds beyond the port's types is left out when it is read.</summary>
internal static class RowFormat
{
    private const string TypeSuffix = "@odata.type";

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>A row as the client takes it, a copy.</summary>
    /// <param name="entity">The row.</param>
    /// <param name="mark">The mark of this write.</param>
    /// <exception cref="ArgumentException">A name or a text is none that a table can hold.</exception>
    /// <exception cref="StorageException">The row is too large.</exception>
    public static ServiceRow Write(TableEntity entity, string mark)
    {
        EntityLimits.Require(entity);
        var row = new ServiceRow(entity.PartitionKey, entity.RowKey) { [WriteMark.PropertyName] = mark };
        foreach (var (name, value) in entity.Properties)
        {
            switch (value)
            {
                case string text:
                    RequireText(text);
                    row[name] = text;
                    break;
                case DateTimeOffset instant:
                    row[name] = instant.ToUniversalTime();
                    break;
                case byte[] bytes:
                    row[name] = bytes.ToArray();
                    break;
                case double number when !double.IsFinite(number):
                    // JSON has no such number; the service takes it as a text with its type, which the client leaves to us.
                    row[name] = number.ToString(CultureInfo.InvariantCulture);
                    row[name + TypeSuffix] = "Edm.Double";
                    break;
                default:
                    row[name] = value;
                    break;
            }
        }

        return row;
    }

    /// <summary>A row as the port has it.</summary>
    public static TableEntity Read(ServiceRow row)
    {
        var entity = new TableEntity(row.PartitionKey, row.RowKey) { ETag = row.ETag.ToString() };
        foreach (var (name, value) in row)
        {
            if (
                value is string or int or long or bool or double or DateTimeOffset or Guid or byte[]
                && !IsOfTheStore(name)
            )
            {
                entity[name] = value;
            }
        }

        return entity;
    }

    /// <summary>The mark of the write that made a row, or null for one that somebody else made.</summary>
    public static string? MarkOf(ServiceRow row) => row.GetString(WriteMark.PropertyName);

    private static bool IsOfTheStore(string name) =>
        name is "PartitionKey" or "RowKey" or "Timestamp" or WriteMark.PropertyName
        || name.StartsWith("odata.", StringComparison.Ordinal);

    /// <summary>Text that UTF-8 cannot hold is the caller's mistake, and must not come out changed.</summary>
    private static void RequireText(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            StrictUtf8.GetByteCount(text);
        }
    }
}
