using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Jobs;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Sends the files of a request on demand: their list, one of them, or all.</summary>
/// <param name="telegram">The Bot API.</param>
/// <param name="fileSender">Sends files.</param>
/// <param name="chatFiles">Remembers what a chat got.</param>
/// <param name="links">The links of people.</param>
/// <param name="targets">Knows people's languages.</param>
public sealed class FileDelivery(
    TelegramClient telegram,
    FileSender fileSender,
    ChatFileStore chatFiles,
    LinkStore links,
    TargetResolver targets
)
{
    /// <summary>Sends or turns the list. The right to it is looked at again: between tap and delivery a link may have gone.</summary>
    /// <param name="job">The job.</param>
    /// <param name="state">The request, or null.</param>
    /// <param name="chatId">The private chat.</param>
    /// <param name="cancellationToken">Ends the wait; the list may have been sent.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task SendListAsync(
        DeliveryJob job,
        RequestState? state,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        if (state is null || await links.FindAsync(chatId, cancellationToken) is not { } link)
        {
            return;
        }

        if (state.Available.Count == 0)
        {
            await SayAsync(chatId, WordsFor(link).FilesGone(state.Request.Number), null, cancellationToken);
            return;
        }

        var list = FileListScreen.Render(state, targets.LanguageOf(link.Link), job.Page);
        if (job.Edits)
        {
            await TurnAsync(job, chatId, list, cancellationToken);
            return;
        }

        var request = Message(chatId, list.Html);
        request.ReplyMarkup = TelegramKeyboard.Of(list.Keyboard);
        request.ReplyParameters = job.MessageId is { } card ? CardSender.ReplyTo(card) : null;
        await telegram.SendRequest(request, cancellationToken);
    }

    /// <summary>Sends the wanted files, or points to them where they are still in sight.</summary>
    /// <param name="job">The job.</param>
    /// <param name="state">The request, or null.</param>
    /// <param name="chatId">The private chat.</param>
    /// <param name="cancellationToken">Ends the wait; messages may have been sent.</param>
    /// <exception cref="TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task SendFilesAsync(
        DeliveryJob job,
        RequestState? state,
        long chatId,
        CancellationToken cancellationToken
    )
    {
        if (state is null || await links.FindAsync(chatId, cancellationToken) is not { } link)
        {
            return;
        }

        var wanted = Wanted(job, state);
        if (wanted.Count == 0)
        {
            // There was a button for files, but their bytes went between tap and delivery.
            await SayAsync(chatId, WordsFor(link).FilesGone(state.Request.Number), null, cancellationToken);
            return;
        }

        if (await PointAsync(wanted, chatId, WordsFor(link), cancellationToken))
        {
            return;
        }

        var sent = await fileSender.SendAsync(new ChatPlace(chatId, null), wanted, job.MessageId, cancellationToken);
        foreach (var file in sent)
        {
            await chatFiles.NoteAsync(file.Attachment.Sha256, chatId, file.MessageId, cancellationToken);
        }
    }

    /// <summary>How many messages a job sends at most.</summary>
    /// <param name="job">The job.</param>
    /// <param name="state">The request, or null.</param>
    internal static int WeightOf(DeliveryJob job, RequestState? state) =>
        state is null ? 1 : Math.Max(1, Wanted(job, state).Count);

    private static IReadOnlyList<Attachment> Wanted(DeliveryJob job, RequestState state) =>
        job.File is { } key
            ?
            [
                .. state.Available.Where(file =>
                    string.Equals(FileListScreen.KeyOf(file), key, StringComparison.Ordinal)
                ),
            ]
            : state.Available;

    private static SendMessageRequest Message(long chatId, string html) =>
        new()
        {
            ChatId = chatId,
            Text = html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
        };

    private IPhrases WordsFor(StoredLink link) => Phrases.For(targets.LanguageOf(link.Link));

    /// <summary>Answers the message that has the file already. Asked once more, the file is sent anew: the reader may have removed it.</summary>
    /// <returns>False when the files are not all in sight.</returns>
    private async Task<bool> PointAsync(
        IReadOnlyList<Attachment> wanted,
        long chatId,
        IPhrases words,
        CancellationToken cancellationToken
    )
    {
        long? first = null;
        foreach (var file in wanted)
        {
            if (await chatFiles.FindAsync(file.Sha256, chatId, cancellationToken) is not { } messageId)
            {
                return false;
            }

            first = Math.Min(first ?? messageId, messageId);
        }

        foreach (var file in wanted)
        {
            await chatFiles.ForgetAsync(file.Sha256, chatId, cancellationToken);
        }

        try
        {
            await SayAsync(chatId, words.Deciding.FileIsHere, first, cancellationToken);
            return true;
        }
        catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.Input)
        {
            return false; // The message is gone.
        }
    }

    private async Task SayAsync(long chatId, string html, long? replyTo, CancellationToken cancellationToken)
    {
        var request = Message(chatId, html);
        request.ReplyParameters = replyTo is { } id ? new ReplyParameters { MessageId = (int)id } : null;
        await telegram.SendRequest(request, cancellationToken);
    }

    private async Task TurnAsync(DeliveryJob job, long chatId, Screen list, CancellationToken cancellationToken)
    {
        var edit = new EditMessageTextRequest
        {
            ChatId = chatId,
            MessageId = (int)job.MessageId!.Value,
            Text = list.Html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = LinkPreviewOptions.Disabled,
            ReplyMarkup = TelegramKeyboard.Of(list.Keyboard),
        };
        try
        {
            await telegram.SendRequest(edit, cancellationToken);
        }
        catch (TelegramApiException exception)
            when (exception.ErrorClass is TelegramErrorClass.NoOp or TelegramErrorClass.MessageGone)
        {
            // The page is there already, or the list is gone with whoever removed it.
        }
    }
}
