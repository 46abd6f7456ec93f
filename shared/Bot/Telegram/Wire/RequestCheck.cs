using System.Text;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Bot.Telegram.Wire;

/// <summary>Refuses before sending what Telegram would misread rather than refuse.</summary>
internal static class RequestCheck
{
    /// <summary>An edit names a message of a chat, or an inline message, not both.</summary>
    public static void Target(long? chatId, long? messageId, string? inlineMessageId)
    {
        var isInline = inlineMessageId is not null;
        var hasChat = chatId is not null;
        var hasMessage = messageId is not null;
        if (isInline == hasChat || hasChat != hasMessage)
        {
            throw new ArgumentException(
                "An edit needs chat_id and message_id, or else inline_message_id.",
                nameof(inlineMessageId)
            );
        }
    }

    /// <summary>Every button has exactly one action and data that fits.</summary>
    public static void Markup(ReplyMarkup? markup)
    {
        if (markup is InlineKeyboardMarkup keyboard)
        {
            foreach (var button in keyboard.InlineKeyboard.SelectMany(row => row))
            {
                button.Check(nameof(markup));
            }
        }
    }

    /// <summary>Inline results are few enough, and each has an id of its own.</summary>
    public static void Results(AnswerInlineQuery request)
    {
        var ids = request.Results.Select(result => result.Id).ToHashSet(StringComparer.Ordinal);
        if (request.Results.Count > AnswerInlineQuery.MaxResults || ids.Count < request.Results.Count)
        {
            throw new ArgumentException(
                $"An answer takes {AnswerInlineQuery.MaxResults} results, each with its own id.",
                nameof(request)
            );
        }

        if (
            ids.Any(id => Encoding.UTF8.GetByteCount(id) is < 1 or > InlineQueryResultArticle.MaxIdBytes)
            || Encoding.UTF8.GetByteCount(request.NextOffset ?? string.Empty) > AnswerInlineQuery.MaxOffsetBytes
        )
        {
            throw new ArgumentException("An id takes 1 to 64 bytes, an offset at most 64.", nameof(request));
        }

        foreach (var result in request.Results)
        {
            Markup(result.ReplyMarkup);
        }
    }

    /// <summary>An album has 2 to 10 items of one kind.</summary>
    public static void Album(SendMediaGroup request)
    {
        if (request.Media.Count is < SendMediaGroup.MinItems or > SendMediaGroup.MaxItems)
        {
            throw new ArgumentException(
                $"An album takes {SendMediaGroup.MinItems} to {SendMediaGroup.MaxItems} items, not {request.Media.Count}.",
                nameof(request)
            );
        }

        if (request.Media.Select(item => item.GetType()).Distinct().Skip(1).Any())
        {
            throw new ArgumentException("An album takes documents or photos, not both.", nameof(request));
        }
    }

    /// <summary>A certificate is uploaded: sent as text, Telegram ignores it.</summary>
    public static void Certificate(SetWebhook request)
    {
        if (request.Certificate is InputFile.FileId)
        {
            throw new ArgumentException("The certificate must be uploaded.", nameof(request));
        }
    }
}
