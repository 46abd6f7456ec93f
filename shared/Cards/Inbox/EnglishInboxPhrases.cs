using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;
using PaymentBot.Cards.Wording;

namespace PaymentBot.Cards.Inbox;

/// <summary>A person's own lists in English.</summary>
public sealed class EnglishInboxPhrases : IInboxPhrases
{
    /// <inheritdoc />
    public ISettingsPhrases Settings { get; } = new EnglishSettingsPhrases();

    /// <inheritdoc />
    public IHelpPhrases Help { get; } = new EnglishHelpPhrases();

    /// <inheritdoc />
    public string OpenHint => "Tap a number to open the request.";

    /// <inheritdoc />
    public string PageBefore => "← Back";

    /// <inheritdoc />
    public string PageAfter => "More →";

    /// <inheritdoc />
    public string FindHow =>
        """
            What should be found? Write a payee, a number, an amount or a time after the command:

            /find romashka
            /find 123
            /find &gt;1m
            /find week
            """;

    /// <inheritdoc />
    public string ListGone => "This list is out of date. Please send the command again.";

    /// <inheritdoc />
    public string CardBelow => "The request is at the bottom of the chat";

    /// <inheritdoc />
    public string NotFound => "There is no such request, or it is not yours to see.";

    /// <inheritdoc />
    public string TimelineHow =>
        "The progress of a request is behind the “Progress” button below it. Or write its number: /timeline 123";

    /// <inheritdoc />
    public string Title(InboxKind kind, int? count) =>
        kind switch
        {
            InboxKind.Pending => string.Create(CultureInfo.InvariantCulture, $"Waiting for your decision: {count}"),
            InboxKind.Mine => "Your requests",
            InboxKind.History => "Requests you decided on",
            _ => "Requests found",
        };

    /// <inheritdoc />
    public string Empty(InboxKind kind) =>
        kind switch
        {
            InboxKind.Pending => "Nothing needs your decision now.",
            InboxKind.Mine => "There are no requests of yours in the bot yet.",
            InboxKind.History => "There are no decisions of yours in the bot yet.",
            _ => "Nothing found among the requests you may see.",
        };

    /// <inheritdoc />
    public string Total(string amounts) => $"Total: {amounts}";

    /// <inheritdoc />
    public string MoreCurrencies(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"and {count} more {Plural.English(count, "currency", "currencies")}"
        );

    /// <inheritdoc />
    public string OnlyFirst(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"Only the first {count} are counted, there are more.");

    /// <inheritdoc />
    public string Overdue(string moment) => $"was due {moment}";

    /// <inheritdoc />
    public string Refresh(int page, int? pages) =>
        pages is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"🔄 {page} of {count}")
            : string.Create(CultureInfo.InvariantCulture, $"🔄 page {page}");

    /// <inheritdoc />
    public string CardMoved(string number) => $"Request {PhraseText.Html(number)} is now further down in this chat.";

    /// <inheritdoc />
    public string Timeline(string number) => $"Progress of {number}";

    /// <inheritdoc />
    public string Created(string moment, string name) => $"Created {moment}: {name}";

    /// <inheritdoc />
    public string Took(string duration) => $"the stage took {duration}";

    /// <inheritdoc />
    public string Waits(string duration) => $"waiting for {duration}";

    /// <inheritdoc />
    public string Altogether(string duration, RequestStatus status) =>
        status == RequestStatus.Pending ? $"In approval for {duration}." : $"The approval took {duration}.";

    /// <inheritdoc />
    public string AsOf(string moment) => $"As of {moment}.";

    /// <inheritdoc />
    public string Duration(TimeSpan duration) => DurationText.Write(duration, "d", "h", "min", "less than a minute");
}
