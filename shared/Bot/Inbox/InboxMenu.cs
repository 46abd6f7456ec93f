using System.Globalization;
using PaymentBot.Bot.Conversation;
using PaymentBot.Bot.Jobs;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;

namespace PaymentBot.Bot.Inbox;

/// <summary>The buttons of lists: turn a page in place, open a request.</summary>
/// <param name="lists">Makes pages.</param>
/// <param name="opener">Opens requests.</param>
public sealed class InboxMenu(InboxLists lists, RequestOpener opener) : IMenu
{
    /// <inheritdoc />
    public string Prefix => InboxData.Prefix;

    /// <inheritdoc />
    public async Task<TapAnswer> TapAsync(MenuTap tap, CancellationToken cancellationToken)
    {
        if (string.Equals(tap.Verb, InboxData.Open, StringComparison.Ordinal))
        {
            return await OpenAsync(tap, cancellationToken);
        }

        var query = InboxScreen.QueryOf(tap.Text);
        if (
            InboxData.KindOf(tap.Verb) is not { } kind
            || !int.TryParse(tap.Argument(0), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            || (kind == InboxKind.Found && query is null)
        )
        {
            return new TapAnswer(tap.Actor.Phrases.Inbox.ListGone);
        }

        var screen = await lists.ShowAsync(
            kind,
            kind == InboxKind.Found ? query : null,
            page,
            tap.Actor,
            cancellationToken
        );
        return new TapAnswer(string.Empty, DeliveryJob.Show(tap.Actor.TelegramUserId, screen, tap.MessageId));
    }

    private async Task<TapAnswer> OpenAsync(MenuTap tap, CancellationToken cancellationToken)
    {
        var phrases = tap.Actor.Phrases.Inbox;
        return
            RequestLink.KeyOf(tap.Argument(0)) is { } key
            && await opener.OpenAsync(key, tap.Actor, tap.UpdateId, cancellationToken)
            ? new TapAnswer(phrases.CardBelow)
            : new TapAnswer(phrases.NotFound);
    }
}
