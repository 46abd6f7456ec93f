using Telegram.Bot.Types;

namespace PaymentBot.Bot.Telegram;

/// <summary>Files to upload.</summary>
public static class TelegramFiles
{
    /// <summary>A file to upload, up to 50 MB; read once, as a stream, never held in memory as a whole. The call it travels with closes it.</summary>
    /// <param name="content">The content, at its start.</param>
    /// <param name="name">Shown to the reader, any script. Quotes, slashes and control characters are replaced: they would end the name or the header, or
    /// name a folder.</param>
    /// <remarks>Source: https://core.telegram.org/bots/api#sending-files.</remarks>
    public static InputFileStream Upload(Stream content, string name)
    {
        var safe = string.Concat(
            name.Select(c =>
                c switch
                {
                    '"' => '\'',
                    '/' or '\\' => '_',
                    _ when char.IsControl(c) => '_',
                    _ => c,
                }
            )
        );
        return new InputFileStream(content, string.IsNullOrWhiteSpace(safe) ? "file" : safe);
    }
}
