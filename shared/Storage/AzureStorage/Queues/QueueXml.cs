using System.Globalization;
using System.Text;
using System.Xml;

namespace PaymentBot.Storage.AzureStorage.Queues;

/// <summary>The bodies of the queue service.</summary>
internal static class QueueXml
{
    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = false,
    };

    private static readonly XmlWriterSettings WriterSettings = new()
    {
        OmitXmlDeclaration = true,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>The body that carries a message's text.</summary>
    /// <exception cref="ArgumentException">The text has a character that XML cannot carry.</exception>
    public static ReadOnlyMemory<byte> Write(string text)
    {
        var output = new MemoryStream(text.Length + 96);
        using (var writer = XmlWriter.Create(output, WriterSettings))
        {
            writer.WriteStartElement("QueueMessage");
            writer.WriteElementString("MessageText", text);
            writer.WriteEndElement();
        }

        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    /// <summary>The messages of an answer.</summary>
    /// <exception cref="XmlException">It is not such an answer.</exception>
    /// <exception cref="FormatException">A number or an instant in it is none.</exception>
    public static List<QueueServiceMessage> Read(ReadOnlyMemory<byte> body)
    {
        var messages = new List<QueueServiceMessage>();
        if (body.IsEmpty)
        {
            return messages;
        }

        using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), ReaderSettings);
        while (reader.ReadToFollowing("QueueMessage"))
        {
            messages.Add(ReadMessage(reader));
        }

        return messages;
    }

    private static QueueServiceMessage ReadMessage(XmlReader reader)
    {
        var message = new QueueServiceMessage { MessageId = "" };
        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                // Leaves the reader behind the element.
                var name = reader.LocalName;
                message = With(message, name, reader.ReadElementContentAsString());
            }
            else
            {
                reader.Read();
            }
        }

        return message;
    }

    private static QueueServiceMessage With(QueueServiceMessage message, string name, string value) =>
        name switch
        {
            "MessageId" => message with { MessageId = value },
            "PopReceipt" => message with { PopReceipt = value },
            "MessageText" => message with { MessageText = value },
            "DequeueCount" => message with { DequeueCount = int.Parse(value, CultureInfo.InvariantCulture) },
            "InsertionTime" => message with { InsertedOn = ParseTime(value) },
            "ExpirationTime" => message with { ExpiresOn = ParseTime(value) },
            "TimeNextVisible" => message with { NextVisibleOn = ParseTime(value) },
            _ => message,
        };

    private static DateTimeOffset ParseTime(string value) =>
        DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
