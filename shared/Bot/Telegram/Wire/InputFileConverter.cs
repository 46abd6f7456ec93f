using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>Writes a file as the Bot API wants it in JSON: its file_id, or the part that carries it.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Files are sent, never received, in this form.");

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case InputFile.FileId file:
                writer.WriteStringValue(file.Id);
                break;
            case InputFile.Attached file:
                writer.WriteStringValue($"attach://{file.Part}");
                break;
            default:
                throw new NotSupportedException("An upload travels as a part of a form.");
        }
    }
}
