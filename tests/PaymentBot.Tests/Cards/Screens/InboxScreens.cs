using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Cards.Words;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards.Screens;

/// <summary>Lists, settings and help.</summary>
internal static class InboxScreens
{
    private const HelpTopics Usual = HelpTopics.SigningIn;

    private static readonly Dictionary<string, Func<Language, Screen>> s_screens = new(StringComparer.Ordinal)
    {
        ["list-pending"] = language => Show(InboxSample.Pending(language)),
        ["list-pending-bounded"] = language =>
            Show(InboxSample.Pending(language) with { Page = 0, Count = 300, Bounded = true }),
        ["list-mine"] = language => Show(InboxSample.Mine(language)),
        ["list-history"] = language => Show(InboxSample.History(language)),
        ["list-found"] = language => Show(InboxSample.Found(language)),
        ["list-pending-empty"] = language => Show(InboxSample.List(InboxKind.Pending, language)),
        ["list-mine-empty"] = language => Show(InboxSample.List(InboxKind.Mine, language)),
        ["list-history-empty"] = language => Show(InboxSample.List(InboxKind.History, language)),
        ["list-found-empty"] = language => Show(InboxSample.Found(language) with { Requests = [] }),
        ["find-how"] = language => Screen.Of(Phrases.For(language).Inbox.FindHow),
        ["card-moved"] = language => Screen.Of(Phrases.For(language).Inbox.CardMoved("00УТ-000123")),
        ["timeline-how"] = language => Screen.Of(Phrases.For(language).Inbox.TimelineHow),
        ["timeline-waiting"] = language => TimelineScreen.Render(Waiting(language)),
        ["timeline-overdue"] = language =>
            TimelineScreen.Render(Waiting(language) with { Now = Sample.At("2026-11-25T09:00:00+03:00") }),
        ["timeline-rejected"] = language => Tell(Sample.Rejected, language),
        ["timeline-paid"] = language => Tell(Sample.Approved with { Status = RequestStatus.Paid }, language),
        ["timeline-times-unknown"] = language => Tell(Timeless(), language),
        ["settings"] = language => SettingsScreen.Main(InboxSample.Settings(language)),
        ["settings-chosen"] = language => SettingsScreen.Main(Chosen(language)),
        ["settings-languages"] = language => SettingsScreen.Languages(InboxSample.Settings(language)),
        ["settings-quiet-hours"] = language => SettingsScreen.QuietHours(InboxSample.Settings(language)),
        ["settings-time-zones"] = language => SettingsScreen.TimeZones(InboxSample.Settings(language)),
        ["settings-unknown-zone"] = language =>
            Screen.Of(Phrases.For(language).Inbox.Settings.UnknownZone("Asia/<b>Nowhere")),
        ["help-approver"] = language => Help(language, HelpTopics.Deciding | Usual),
        ["help-initiator"] = language => Help(language, HelpTopics.Initiating | Usual),
        ["help-treasurer"] = language => Help(language, HelpTopics.Deciding | HelpTopics.Groups | Usual),
        ["help-operator"] = language =>
            Help(language, HelpTopics.Deciding | HelpTopics.Initiating | HelpTopics.Operating),
        ["unknown-command"] = language => Screen.Of(Phrases.For(language).Inbox.Help.UnknownCommand),
        ["unknown-text"] = language => Screen.Of(Phrases.For(language).Inbox.Help.UnknownText),
        ["profile"] = Profile,
    };

    /// <summary>The screens by name.</summary>
    public static IReadOnlyDictionary<string, Func<Language, string>> All { get; } =
        s_screens.ToDictionary(
            screen => screen.Key,
            screen => (Func<Language, string>)(language => Drawing.Of(screen.Value(language))),
            StringComparer.Ordinal
        );

    private static Screen Show(InboxList list) => InboxScreen.Render(list, InboxSample.KeyOf);

    private static Screen Tell(PaymentRequest request, Language language) =>
        TimelineScreen.Render(InboxSample.Timeline(request, language));

    private static Screen Help(Language language, HelpTopics topics) =>
        Screen.Of(Phrases.For(language).Inbox.Help.Tell(topics));

    private static TimelineView Waiting(Language language) =>
        InboxSample.Timeline(Sample.SecondStage, language) with
        {
            Decisions = [Sample.Decision(Sample.SecondStage, Sample.Ivanov, DecisionState.Sent)],
        };

    private static SettingsView Chosen(Language language) =>
        InboxSample.Settings(language) with
        {
            LanguageChosen = true,
            Silent = true,
            QuietHours = "22:00-8:00",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Omsk"),
            TimeZoneChosen = true,
        };

    private static PaymentRequest Timeless() =>
        Sample.SecondStage with
        {
            Route =
            [
                Sample.SecondStage.Route[0] with
                {
                    DecidedAt = null,
                    DecidedBy = null,
                },
                .. Sample.SecondStage.Route.Skip(1),
            ],
        };

    private static Screen Profile(Language language)
    {
        var help = Phrases.For(language).Inbox.Help;
        string[] lines =
        [
            help.Description,
            help.ShortDescription,
            .. help.PrivateCommands.Select(command => $"private /{command.Command}: {command.Description}"),
            .. help.GroupCommands.Select(command => $"group /{command.Command}: {command.Description}"),
            .. help.AdministratorCommands.Select(command => $"admin /{command.Command}: {command.Description}"),
        ];
        return Screen.Of(string.Join('\n', lines));
    }
}
