using System.Text.Json.Serialization;
using PaymentBot.Bot.Telegram.Wire;

namespace PaymentBot.Bot.Telegram.Types;

/// <summary>A file to send: one that Telegram already has, or one to upload.</summary>
/// <remarks>Source: https://core.telegram.org/bots/api#sending-files.</remarks>
[JsonConverter(typeof(InputFileConverter))]
public abstract record InputFile
{
    private InputFile() { }

    /// <summary>A file that Telegram already has; no size limit.</summary>
    public sealed record FileId : InputFile
    {
        /// <summary>Names a file by the <c>file_id</c> this bot got for it.</summary>
        /// <param name="id">The id; without a dot, because Telegram would take it for an address and fetch it.</param>
        /// <exception cref="ArgumentException">Empty, or with a dot.</exception>
        public FileId(string id)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(id);
            if (id.Contains('.', StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    "A file_id has no dot; with one, Telegram takes it for an address.",
                    nameof(id)
                );
            }

            Id = id;
        }

        /// <summary>The id.</summary>
        public string Id { get; }
    }

    /// <summary>A file to upload, up to 50 MB; read once, as a stream, never held in memory as a whole.</summary>
    /// <param name="Open">Opens the content from its start. Called once per call, disposed by the client; its exceptions reach the caller as they are.</param>
    /// <param name="FileName">Shown to the reader, any script. Quotes, slashes and control characters are replaced.</param>
    /// <param name="ContentType">Media type; a malformed one becomes <c>application/octet-stream</c>.</param>
    public sealed record Upload(Func<CancellationToken, ValueTask<Stream>> Open, string FileName, string ContentType)
        : InputFile;

    /// <summary>The multipart part of this name, on the wire <c>attach://name</c>.</summary>
    internal sealed record Attached(string Part) : InputFile;
}
