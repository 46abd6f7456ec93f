using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Words;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

public sealed class PhrasesTests
{
    private static readonly string s_hostile = "<b>&\u202E\n" + string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 300));

    private static readonly string[] s_names =
    [
        "Telegram",
        "ERP",
        "HTTP",
        "/start",
        "/login",
        "/logout",
        "/me",
        "/help",
        "Google",
    ];

    public static TheoryData<Language> Languages => new(Language.Russian, Language.English);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Toasts_fit_and_are_plain(Language language)
    {
        foreach (var toast in Toasts(Phrases.For(language), s_hostile))
        {
            Assert.InRange(toast.Length, 1, 200);
            Assert.DoesNotContain("&amp;", toast, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', toast);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Messages_are_well_formed_and_short(Language language)
    {
        foreach (var message in Messages(Phrases.For(language), s_hostile))
        {
            Assert.InRange(TelegramHtml.Parse(message).CodePoints, 1, 1000);
            Assert.DoesNotContain("<b>&amp;", message, StringComparison.Ordinal);
            Assert.DoesNotContain('\u202E', message);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_uses_its_own_letters_only(Language language)
    {
        var phrases = Phrases.For(language);
        foreach (var sentence in Toasts(phrases, "7").Concat(Messages(phrases, "7")))
        {
            var text = Known(TelegramHtml.Parse(sentence).Text);
            Assert.DoesNotContain(text, language == Language.Russian ? char.IsAsciiLetter : IsCyrillic);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Quick_reasons_say_what_their_buttons_say(Language language)
    {
        var context = Sample.For(Sample.Sidorova, Sample.Request, language) with
        {
            Dialogue = CardDialogue.ChoosingReason,
        };
        var buttons = CardRenderer.Render(context).Keyboard.SelectMany(row => row).ToList();
        for (var action = CardAction.RejectDocuments; action <= CardAction.RejectTiming; action++)
        {
            var reason = Phrases.For(language).QuickReason(action);
            Assert.Contains(
                buttons,
                button => button.Action == action && string.Equals(button.Text, reason, StringComparison.Ordinal)
            );
            Assert.InRange(reason.Length, 1, 64);
        }
    }

    [Fact]
    public void Only_quick_reasons_have_a_text() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Phrases.For(Language.Russian).QuickReason(CardAction.Approve));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Buttons_and_placeholder_fit_the_Bot_API(Language language)
    {
        var phrases = Phrases.For(language);
        Assert.InRange(phrases.ReasonPlaceholder.Length, 1, 64);
        Assert.InRange(phrases.Deciding.CommentPlaceholder.Length, 1, 64);
        Assert.InRange(phrases.Deciding.FileButton(100, s_hostile).Length, 1, 400);
        Assert.InRange(phrases.Deciding.AllFiles(100).Length, 1, 64);
        string[] buttons = [phrases.SignIn.OfferButton, phrases.SignIn.ReplaceButton, phrases.SignIn.KeepButton];
        Assert.All(buttons, text => Assert.InRange(text.Length, 1, 64));
    }

    [Theory]
    [InlineData(0, "Сейчас вашего решения ничего не ждёт.", "Nothing needs your decision now.")]
    [InlineData(1, "Вашего решения ждёт <b>1</b> заявка.", "<b>1</b> request needs your decision.")]
    [InlineData(3, "Вашего решения ждут <b>3</b> заявки.", "<b>3</b> requests need your decision.")]
    [InlineData(11, "Вашего решения ждут <b>11</b> заявок.", "<b>11</b> requests need your decision.")]
    [InlineData(21, "Вашего решения ждёт <b>21</b> заявка.", "<b>21</b> requests need your decision.")]
    public void Inbox_counts_in_words(int count, string russian, string english)
    {
        Assert.Equal(russian, Phrases.For(Language.Russian).InboxCount(count));
        Assert.Equal(english, Phrases.For(Language.English).InboxCount(count));
    }

    [Fact]
    public void Nothing_said_before_the_ERP_has_answered_claims_approval()
    {
        Assert.DoesNotContain(
            "огласован",
            Phrases.For(Language.Russian).DecisionAccepted(DecisionKind.Approve),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "pproved",
            Phrases.For(Language.English).DecisionAccepted(DecisionKind.Approve),
            StringComparison.Ordinal
        );
    }

    private static string Known(string text) =>
        s_names.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    private static bool IsCyrillic(char letter) => letter is >= 'Ѐ' and <= 'ӿ';

    private static List<string> Toasts(IPhrases phrases, string name) =>
        [
            .. Enum.GetValues<DecisionKind>()
                .SelectMany(kind =>
                    new[]
                    {
                        phrases.DecisionAccepted(kind),
                        phrases.AlreadyDecidedBy(name, kind),
                        phrases.AlreadyDecidedByYou(kind),
                    }
                ),
            .. Enum.GetValues<RequestStatus>().Select(phrases.RequestClosed),
            phrases.NotYourTurn,
            phrases.DocumentChanged,
            phrases.ButtonNotYours,
            phrases.NotLinked,
            phrases.ChooseReason,
            phrases.WriteReason,
            phrases.RejectCancelled,
            phrases.FilesComing(int.MaxValue),
            phrases.FilesNotReady,
            phrases.Expired,
            phrases.Deciding.WriteComment,
            phrases.Deciding.ConfirmOnCard,
            phrases.Deciding.ApproveCancelled,
            phrases.Deciding.Barred(new FourEyesBar.OwnRequest()),
            phrases.Deciding.Barred(new FourEyesBar.OtherStage(Sample.Request.Route[0])),
            phrases.Deciding.FilesListed,
            phrases.Deciding.FileComing(name),
        ];

    private static List<string> Messages(IPhrases phrases, string name) =>
        [
            phrases.StartLinked(name),
            phrases.StartStranger(long.MaxValue),
            phrases.LoginNotYet(1),
            phrases.LoginAlready(name),
            phrases.ReasonPrompt(name),
            phrases.FilesGone(name),
            phrases.ReasonTooLong(1000),
            phrases.ReasonEmpty,
            phrases.ReasonNoLongerNeeded,
            phrases.ReasonAccepted(name),
            phrases.InboxCount(5),
            phrases.RequestNotFound,
            phrases.OperatorDecisionFailed(name, name, 409),
            phrases.OperatorDecisionFailed(name, name, null),
            phrases.SignedOut,
            phrases.LinkedNow(name),
            .. SignIn(phrases.SignIn, name),
            .. Deciding(phrases.Deciding, name),
        ];

    private static IEnumerable<string> Deciding(IDecidingPhrases phrases, string name) =>
        [
            phrases.CommentPrompt(name),
            phrases.CommentNoLongerNeeded,
            phrases.CommentAccepted(name),
            phrases.CommentToConfirm(name),
            phrases.FilesOf(name),
            phrases.FileLine(100, name, 1024),
            phrases.FilesMissing(100),
            phrases.FilesPage(1, 13),
            phrases.FileIsHere,
            phrases.ApproverUnreachable(name, name),
            .. Enum.GetValues<UnreachableReason>().Select(why => phrases.OperatorUnreachable(name, why)),
            phrases.NobodyMayApprove(name, name),
            phrases.OperatorNobodyMayApprove(name, name).Replace("Approvals__FourEyes", "", StringComparison.Ordinal),
        ];

    private static string[] SignIn(ISignInPhrases phrases, string name) =>
        [
            phrases.Stranger,
            phrases.Offer(10),
            phrases.OnlyInPrivate(name),
            phrases.AlreadyLinked(name),
            phrases.TooManyTries,
            phrases.CodeUnusable,
            phrases.NoAccess,
            phrases.ReplaceQuestion(name),
            phrases.Kept,
            phrases.WhoYouAre(name, name, new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 23)),
            phrases.WhoYouAre(name, null, new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 23)),
            phrases.ReplacedBy(name),
            phrases.StolenToFinisher(name),
            phrases.StolenToAsker,
            phrases.DeniedToAsker,
            phrases.AccessTaken,
            phrases.GoogleTaken,
            phrases.OperatorStolen(name, 1, name, 2, name),
            phrases.OperatorDenied(name, 1, name),
            phrases.OperatorSameMailbox(name, 2),
            phrases.OperatorGoogleTaken(name),
        ];
}
