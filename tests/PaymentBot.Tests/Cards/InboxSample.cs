using PaymentBot.Approvals;
using PaymentBot.Cards;
using PaymentBot.Cards.Inbox;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Cards;

/// <summary>Lists, timelines and settings of the believable company.</summary>
internal static class InboxSample
{
    private static readonly TimeZoneInfo s_moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static readonly DateTimeOffset Now = Sample.At("2026-11-23T19:05:00+03:00");

    public static InboxList Pending(Language language) =>
        List(InboxKind.Pending, language) with
        {
            Requests =
            [
                Sample.Request,
                Another(2, 96480m, "CNY", "Shenzhen Bright Display Co., Ltd.") with
                {
                    Route = [Sample.Request.Route[0] with { Due = Sample.At("2026-11-25T12:00:00+03:00") }],
                },
                Another(3, 84300m, "RUB", "ООО «Светлый офис»") with
                {
                    Route = [Sample.Request.Route[0] with { Due = null }],
                    Purpose = null,
                },
            ],
            Page = 1,
            Count = 13,
            More = true,
            Totals = [new Money(9_876_543.21m, "RUB"), new Money(96480m, "CNY")],
        };

    public static InboxList Mine(Language language) =>
        List(InboxKind.Mine, language) with
        {
            Requests = [Sample.SecondStage, Sample.Rejected, Sample.Approved],
            Reader = Sample.Petrov.ErpId,
        };

    public static InboxList History(Language language) =>
        List(InboxKind.History, language) with
        {
            Requests = [Sample.Rejected, Sample.Approved with { Status = RequestStatus.Paid }],
            Reader = Sample.Ivanov.ErpId,
            Page = 2,
        };

    public static InboxList Found(Language language) =>
        List(InboxKind.Found, language) with
        {
            Requests = [Sample.SecondStage],
            Query = "вектор >1 млн",
        };

    public static InboxList List(InboxKind kind, Language language) =>
        new()
        {
            Kind = kind,
            Requests = [],
            Reader = Sample.Sidorova.ErpId,
            Language = language,
            TimeZone = Sample.Moscow,
            Now = Now,
        };

    public static TimelineView Timeline(PaymentRequest request, Language language) =>
        new()
        {
            Request = request,
            Reader = Sample.Kuznetsova.ErpId,
            Language = language,
            TimeZone = Sample.Moscow,
            Now = Now,
        };

    public static SettingsView Settings(Language language) =>
        new()
        {
            Language = language,
            TimeZone = s_moscow,
            CompanyTimeZone = s_moscow,
            Now = Now,
        };

    /// <summary>A key like those of the store.</summary>
    public static string KeyOf(PaymentRequest request) => PaymentBot.Bot.Requests.RequestKey.Of(request.Id).Value;

    private static PaymentRequest Another(int number, decimal amount, string currency, string payee) =>
        Sample.Request with
        {
            Id = new RequestId($"another-{number}"),
            Number = $"00УТ-00020{number}",
            Total = new Money(amount, currency),
            Payee = new Payee(null, payee),
        };
}
