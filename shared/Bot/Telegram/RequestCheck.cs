using System.Text;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace PaymentBot.Bot.Telegram;

/// <summary>Refuses before sending what Telegram would misread rather than refuse, and what costs a round trip to be refused.</summary>
internal static class RequestCheck
{
    /// <summary>Checks a request.</summary>
    /// <exception cref="ArgumentException">It must not be sent.</exception>
    public static void Check(IRequest request)
    {
        foreach (var file in FilesOf(request))
        {
            FileId(file);
        }

        if (MarkupOf(request) is InlineKeyboardMarkup keyboard)
        {
            Keyboard(keyboard);
        }

        switch (request)
        {
            case AnswerInlineQueryRequest answer:
                Results(answer);
                break;
            case SendMediaGroupRequest album:
                Album(album);
                break;
        }
    }

    /// <summary>The files that a request names or carries.</summary>
    public static IEnumerable<InputFile> FilesOf(IRequest request) =>
        request switch
        {
            SendDocumentRequest { Document: { } document } => [document],
            SendPhotoRequest { Photo: { } photo } => [photo],
            SetWebhookRequest { Certificate: { } certificate } => [certificate],
            SendMediaGroupRequest { Media: { } media } => media.OfType<InputMedia>().Select(item => item.Media),
            _ => [],
        };

    private static ReplyMarkup? MarkupOf(IRequest request) =>
        request switch
        {
            SendMessageRequest send => send.ReplyMarkup,
            SendDocumentRequest send => send.ReplyMarkup,
            SendPhotoRequest send => send.ReplyMarkup,
            EditMessageTextRequest edit => edit.ReplyMarkup,
            EditMessageCaptionRequest edit => edit.ReplyMarkup,
            EditMessageReplyMarkupRequest edit => edit.ReplyMarkup,
            EditInlineMessageTextRequest edit => edit.ReplyMarkup,
            EditInlineMessageCaptionRequest edit => edit.ReplyMarkup,
            EditInlineMessageReplyMarkupRequest edit => edit.ReplyMarkup,
            _ => null,
        };

    /// <summary>A file_id has no dot; with one, Telegram takes it for an address and fetches it.</summary>
    private static void FileId(InputFile file)
    {
        if (file is InputFileId { Id: var id } && (string.IsNullOrWhiteSpace(id) || id.Contains('.')))
        {
            throw new ArgumentException("A file_id is not empty and has no dot.", nameof(file));
        }
    }

    private static void Keyboard(InlineKeyboardMarkup keyboard)
    {
        foreach (var button in keyboard.InlineKeyboard.SelectMany(row => row))
        {
            Button(button);
        }
    }

    private static void Button(InlineKeyboardButton button)
    {
        object?[] actions =
        [
            button.Url,
            button.CallbackData,
            button.SwitchInlineQuery,
            button.SwitchInlineQueryCurrentChat,
            button.SwitchInlineQueryChosenChat,
            button.CopyText,
        ];
        var count = actions.Count(action => action is not null);
        if (count != 1)
        {
            throw new ArgumentException($"A button needs exactly one action, this one has {count}.", nameof(button));
        }

        if (string.IsNullOrWhiteSpace(button.Text) || button.Url is "" || button.CopyText is { Text: null or "" })
        {
            throw new ArgumentException("A button needs a label, and its address or text to copy.", nameof(button));
        }

        if (button.CallbackData is { } data && Bytes(data) is < 1 or > TelegramLimits.CallbackDataBytes)
        {
            throw new ArgumentException(
                $"callback_data takes 1 to {TelegramLimits.CallbackDataBytes} bytes, not {Bytes(data)}.",
                nameof(button)
            );
        }
    }

    private static void Results(AnswerInlineQueryRequest request)
    {
        var results = request.Results.ToList();
        var ids = results.Select(result => result.Id).ToHashSet(StringComparer.Ordinal);
        if (results.Count > TelegramLimits.InlineResults || ids.Count < results.Count)
        {
            throw new ArgumentException(
                $"An answer takes {TelegramLimits.InlineResults} results, each with its own id.",
                nameof(request)
            );
        }

        if (
            ids.Any(id => Bytes(id) is < 1 or > TelegramLimits.InlineResultIdBytes)
            || Bytes(request.NextOffset ?? string.Empty) > TelegramLimits.InlineOffsetBytes
        )
        {
            throw new ArgumentException("An id takes 1 to 64 bytes, an offset at most 64.", nameof(request));
        }

        foreach (var keyboard in results.Select(result => result.ReplyMarkup).OfType<InlineKeyboardMarkup>())
        {
            Keyboard(keyboard);
        }
    }

    private static void Album(SendMediaGroupRequest request)
    {
        var items = request.Media.ToList();
        if (items.Count is < TelegramLimits.AlbumMin or > TelegramLimits.AlbumMax)
        {
            throw new ArgumentException(
                $"An album takes {TelegramLimits.AlbumMin} to {TelegramLimits.AlbumMax} items, not {items.Count}.",
                nameof(request)
            );
        }

        if (items.Select(item => item.GetType()).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("An album takes documents or photos, not both.", nameof(request));
        }
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
