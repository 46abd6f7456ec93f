using PaymentBot.Approvals;
using PaymentBot.Bot.Delivery.Recipients;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>Makes the card of one recipient out of the state of a request: text, signed buttons, hash.</summary>
/// <param name="dialogues">The decisions that were begun.</param>
/// <param name="signer">Signs the buttons.</param>
/// <param name="links">Knows the way to the private chat.</param>
/// <param name="settings">What every card is made with.</param>
/// <param name="policy">What the company demands of approvals.</param>
public sealed class CardComposer(
    DecisionDialogueStore dialogues,
    ButtonSigner signer,
    IRequestLinks links,
    CardSettings settings,
    ApprovalPolicy policy
)
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
        var open = await DialogueAsync(state, recipient, target, cancellationToken);
        var context = new CardContext
        {
            Request = state.Request,
            Since = state.Stored.Since,
            Policy = policy,
            Audience = AudienceOf(state.Request, recipient),
            Reader = recipient.Person,
            Language = target.Language,
            TimeZone = target.TimeZone ?? settings.TimeZone,
            Decisions = state.Decisions,
            Dialogue = open?.Kind ?? CardDialogue.None,
            Comment = open?.Comment,
            Linked = target.Linked,
            SendableFiles = recipient.Person is null ? 0 : state.Available.Count,
            PrivateChatUrl = recipient.Person is null
                ? await links.FindAsync(state.Stored.Key, cancellationToken)
                : null,
            Redaction = target.Redaction,
            MaxLength = maxLength,
        };
        var card = CardRenderer.Render(context);
        var keyboard = KeyboardOf(card, state.Stored, target);
        return new ComposedCard(card.Html, keyboard, CardHash.Of(card.Html, keyboard), state.Request.Revision)
        {
            Silent = target.Silent,
        };
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

    private async ValueTask<DecisionDialogue?> DialogueAsync(
        RequestState state,
        Recipient recipient,
        CardTarget target,
        CancellationToken cancellationToken
    )
    {
        if (recipient.Person is not { } person || !target.Linked || !state.Request.IsTurnOf(person))
        {
            return null;
        }

        var open = await dialogues.FindAsync(target.ChatId, cancellationToken);
        if (open is null || open.Request != state.Stored.Key)
        {
            return null;
        }

        var progress = new StageProgress(state.Request, state.Stored.Since, state.Decisions, policy);
        return progress.StillHolds(open.Revision) ? open : null;
    }

    private List<IReadOnlyList<CardKey>> KeyboardOf(Card card, StoredRequest stored, CardTarget target)
    {
        CardKey Make(CardButton button) =>
            button.Url is { } url
                ? new CardKey(button.Text, Url: url)
                : new CardKey(
                    button.Text,
                    signer.Write(
                        new ButtonData(button.Action!.Value, stored.Key, stored.Request.Revision),
                        target.ChatId,
                        target.ChatId
                    )
                );

        return [.. card.Keyboard.Select(row => row.Select(Make).ToList())];
    }
}
