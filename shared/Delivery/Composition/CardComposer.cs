using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Delivery.Recipients;
using PaymentBot.Ledger;
using PaymentBot.Storage;
using PaymentBot.Telegram.Types;

namespace PaymentBot.Delivery.Composition;

/// <summary>Makes the card of one recipient out of the state of a request: text, signed buttons, hash.</summary>
/// <param name="dialogues">The rejections that were begun.</param>
/// <param name="signer">Signs the buttons.</param>
/// <param name="settings">What every card is made with.</param>
public sealed class CardComposer(RejectDialogueStore dialogues, ButtonSigner signer, CardSettings settings)
{
    /// <summary>The language of groups and of people whose own is unknown.</summary>
    public Language DefaultLanguage => settings.DefaultLanguage;

    /// <summary>Composes a card.</summary>
    /// <param name="state">The state of the request.</param>
    /// <param name="recipient">Who it is for.</param>
    /// <param name="target">The chat it is for.</param>
    /// <param name="maxLength">The longest text, in code points after parsing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<ComposedCard> ComposeAsync(
        RequestState state,
        Recipient recipient,
        CardTarget target,
        int maxLength,
        CancellationToken cancellationToken
    )
    {
        var context = new CardContext
        {
            Request = state.Request,
            Audience = AudienceOf(state.Request, recipient),
            Reader = recipient.Person,
            Language = target.Language,
            TimeZone = settings.TimeZone,
            Decisions = state.Decisions,
            Dialogue = await DialogueAsync(state.Stored, recipient, target, cancellationToken),
            Linked = target.Linked,
            SendableFiles = recipient.Person is null ? 0 : state.Available.Count,
            MaxLength = maxLength,
        };
        var card = CardRenderer.Render(context);
        var markup = MarkupOf(card, state.Stored, target);
        return new ComposedCard(card.Html, markup, HashOf(card.Html, markup), state.Request.Revision);
    }

    private static CardAudience AudienceOf(PaymentRequest request, Recipient recipient)
    {
        if (recipient.Person is not { } person)
        {
            return CardAudience.Group;
        }

        var decides = request.Route.Any(stage => stage.Approvers.Any(approver => approver.ErpId == person));
        return !decides && request.Initiator.ErpId == person ? CardAudience.Initiator : CardAudience.Approver;
    }

    private static string HashOf(string html, InlineKeyboardMarkup? markup)
    {
        var buttons = markup?.InlineKeyboard.SelectMany(row =>
            row.Select(button => $"{button.Text}\t{button.CallbackData}{button.Url}").Append("\n")
        );
        return StorageKey.Of($"{html}\0{string.Join('\n', buttons ?? [])}");
    }

    private async ValueTask<CardDialogue> DialogueAsync(
        StoredRequest stored,
        Recipient recipient,
        CardTarget target,
        CancellationToken cancellationToken
    )
    {
        if (recipient.Person is not { } person || !target.Linked || !stored.Request.IsTurnOf(person))
        {
            return CardDialogue.None;
        }

        var open = await dialogues.FindAsync(target.ChatId, cancellationToken);
        if (open is null || open.Request != stored.Key || open.Revision != stored.Request.Revision)
        {
            return CardDialogue.None;
        }

        return open.Writing ? CardDialogue.WritingReason : CardDialogue.ChoosingReason;
    }

    private InlineKeyboardMarkup? MarkupOf(Card card, StoredRequest stored, CardTarget target)
    {
        if (card.Keyboard.Count == 0)
        {
            return null;
        }

        InlineKeyboardButton Make(CardButton button) =>
            button.Url is { } url
                ? InlineKeyboardButton.OpenUrl(button.Text, url)
                : InlineKeyboardButton.Callback(
                    button.Text,
                    signer.Write(
                        new ButtonData(button.Action!.Value, stored.Key, stored.Request.Revision),
                        target.ChatId,
                        target.ChatId
                    )
                );

        return new InlineKeyboardMarkup
        {
            InlineKeyboard = [.. card.Keyboard.Select(row => row.Select(Make).ToList())],
        };
    }
}
