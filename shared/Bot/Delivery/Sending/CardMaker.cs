using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards;
using PaymentBot.Cards.Groups;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>Makes one card in one chat right: sends it, edits it, or finds nothing to do. Writes no row; the caller does.</summary>
/// <param name="composer">Makes the card.</param>
/// <param name="cardSender">Sends and edits cards.</param>
/// <param name="fileSender">Sends files.</param>
/// <param name="groups">Learns that a group can be written to again.</param>
/// <param name="questions">Takes questions away.</param>
public sealed class CardMaker(
    CardComposer composer,
    CardSender cardSender,
    FileSender fileSender,
    GroupWatch groups,
    StaleQuestions questions
)
{
    /// <summary>A first card no longer than this may be a caption: the history that grows below still has room there.</summary>
    private const int RoomyCaption = 700;

    /// <summary>Does what the row lacks.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="row">The row as it is.</param>
    /// <param name="resolved">Where the card belongs now.</param>
    /// <param name="force">Whether to edit even when the hash says that nothing differs.</param>
    /// <param name="progress">Called after every message that was accepted, with the row so far, for it cannot be taken back.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The row as it became; unchanged when there was nothing to do.</returns>
    /// <exception cref="Telegram.TelegramApiException">Telegram refused or did not answer.</exception>
    internal async Task<CardRow> MakeAsync(
        RequestState state,
        CardRow row,
        ResolvedTarget resolved,
        bool force,
        Action<CardRow> progress,
        CancellationToken cancellationToken
    )
    {
        if (resolved.HasLeft(row))
        {
            row = await SignOutAsync(state, row, cancellationToken);
            progress(row);
        }

        if (resolved.Target is not { } target || resolved.Blocked)
        {
            return row with { State = resolved.Blocked ? CardState.Unreachable : CardState.Unlinked };
        }

        var made = row.MessageId is null
            ? await SendAsync(state, At(row, target), target, progress, cancellationToken)
            : await EditAsync(state, row, target, force, progress, cancellationToken);
        await NoteArrivalAsync(row, made, resolved, cancellationToken);
        return made;
    }

    /// <summary>Does what a card that was made right leaves to do. Its row has to be written before.</summary>
    /// <param name="state">The state of the request that the card shows.</param>
    /// <param name="before">The row as it was.</param>
    /// <param name="made">The row as it became.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal ValueTask TidyAsync(
        RequestState state,
        CardRow before,
        CardRow made,
        CancellationToken cancellationToken
    ) => questions.SweepAsync(state, before, made, cancellationToken);

    private static CardRow At(CardRow row, CardTarget target) =>
        row with
        {
            ChatId = target.ChatId,
            ThreadId = target.ThreadId,
        };

    private static List<Attachment> UnsentFiles(RequestState state, CardRow row, CardTarget target) =>
        !CardFiles.GoAlong(row.Recipient, target)
            ? []
            : [.. state.Available.Where(file => !row.SentFiles.Contains(file.Id, StringComparer.Ordinal))];

    private static ChatPlace PlaceOf(CardTarget target) => new(target.ChatId, target.ThreadId);

    private static CardRow Shown(CardRow row, ComposedCard card) =>
        row with
        {
            Hash = card.Hash,
            Revision = card.Revision,
            State = CardState.Delivered,
            Error = null,
        };

    /// <summary>What arrives in a group in trouble proves that the trouble is over.</summary>
    private async Task NoteArrivalAsync(
        CardRow before,
        CardRow made,
        ResolvedTarget resolved,
        CancellationToken cancellationToken
    )
    {
        if (
            resolved.Group is { Trouble: not GroupTrouble.None } group
            && made is { MessageId: not null, State: CardState.Delivered }
            && made != before
        )
        {
            await groups.ArrivedAsync(group.Place, cancellationToken);
        }
    }

    /// <summary>The chat is no longer the person's: its card loses the buttons, says so, and is let go.</summary>
    private async Task<CardRow> SignOutAsync(RequestState state, CardRow row, CancellationToken cancellationToken)
    {
        var former = new CardTarget(row.ChatId!.Value, composer.DefaultLanguage, Linked: false)
        {
            Redaction = Redaction.Rounded,
        };
        var limit = row.IsCaption ? CardContext.MaxCaption : CardContext.MaxText;
        var card = await composer.ComposeAsync(state, row.Recipient, former, limit, cancellationToken);
        try
        {
            await cardSender.EditAsync(row, row.MessageId!.Value, card, cancellationToken);
        }
        catch (TelegramApiException exception)
            when (exception.ErrorClass
                    is TelegramErrorClass.Gone
                        or TelegramErrorClass.MessageGone
                        or TelegramErrorClass.Rights
            )
        {
            // Nobody reads that chat any more; there is nothing left to sign out.
            return Forgotten(row);
        }

        return Forgotten(row);
    }

    private static CardRow Forgotten(CardRow row) =>
        row with
        {
            MessageId = null,
            ChatId = null,
            ThreadId = null,
            IsCaption = false,
            SentFiles = [],
            FilesMessageId = null,
            Hash = null,
            Revision = 0,
            Copies = [],
            State = CardState.Pending,
        };

    private async Task<CardRow> SendAsync(
        RequestState state,
        CardRow row,
        CardTarget target,
        Action<CardRow> progress,
        CancellationToken cancellationToken
    )
    {
        var files = UnsentFiles(state, row, target);
        if (files.Count == 1 && state.Missing.Count == 0 && row.FilesMessageId is null)
        {
            var caption = await composer.ComposeAsync(
                state,
                row.Recipient,
                target,
                CardContext.MaxCaption,
                cancellationToken
            );
            if (HtmlText.VisibleLength(caption.Html) <= RoomyCaption)
            {
                var document = await fileSender.SendWithCardAsync(
                    PlaceOf(target),
                    files[0],
                    caption,
                    cancellationToken
                );
                return Shown(row, caption) with { MessageId = document, IsCaption = true, SentFiles = [files[0].Id] };
            }
        }

        if (files.Count > 0)
        {
            row = await SendFilesAsync(row, target, files, null, cancellationToken);
            progress(row);
        }

        var card = await composer.ComposeAsync(state, row.Recipient, target, CardContext.MaxText, cancellationToken);
        var messageId = await cardSender.SendAsync(PlaceOf(target), card, row.FilesMessageId, cancellationToken);
        return Shown(row, card) with { MessageId = messageId, IsCaption = false };
    }

    private async Task<CardRow> EditAsync(
        RequestState state,
        CardRow row,
        CardTarget target,
        bool force,
        Action<CardRow> progress,
        CancellationToken cancellationToken
    )
    {
        var limit = row.IsCaption ? CardContext.MaxCaption : CardContext.MaxText;
        var card = await composer.ComposeAsync(state, row.Recipient, target, limit, cancellationToken);
        if (force || !string.Equals(card.Hash, row.Hash, StringComparison.Ordinal))
        {
            await cardSender.EditAsync(row, row.MessageId!.Value, card, cancellationToken);
            row = Shown(row, card) with { Copies = await EditCopiesAsync(row, card, cancellationToken) };
            progress(row);
        }

        var files = UnsentFiles(state, row, target);
        return files.Count == 0 ? row : await SendFilesAsync(row, target, files, row.MessageId, cancellationToken);
    }

    private async Task<IReadOnlyList<long>> EditCopiesAsync(
        CardRow row,
        ComposedCard card,
        CancellationToken cancellationToken
    )
    {
        List<long> left = [];
        foreach (var copy in row.Copies)
        {
            try
            {
                await cardSender.EditAsync(row, copy, card, cancellationToken);
                left.Add(copy);
            }
            catch (TelegramApiException exception) when (exception.ErrorClass == TelegramErrorClass.MessageGone)
            {
                continue;
            }
        }

        return left.Count == row.Copies.Count ? row.Copies : left;
    }

    private async Task<CardRow> SendFilesAsync(
        CardRow row,
        CardTarget target,
        List<Attachment> files,
        long? replyTo,
        CancellationToken cancellationToken
    )
    {
        var sent = await fileSender.SendAsync(PlaceOf(target), files, replyTo, cancellationToken);
        return row with
        {
            SentFiles = [.. row.SentFiles, .. files.Select(file => file.Id)],
            FilesMessageId = row.FilesMessageId ?? sent[0].MessageId,
        };
    }
}
