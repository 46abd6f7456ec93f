using FsCheck;
using FsCheck.Fluent;
using PaymentBot.Approvals;

namespace PaymentBot.Tests.Erp;

/// <summary>Any payment request that keeps the limits of its records.</summary>
internal static class SnapshotGen
{
    private static readonly string[] Atoms =
    [
        "а",
        "Я",
        "z",
        "7",
        " ",
        ".",
        "<b>",
        "&amp;",
        "\"",
        "\\",
        "/",
        "'",
        "{0}",
        "😀",
        "👩‍👩‍👧",
        "שלום",
        "é",
        "\u2003x",
        "\uFFFD",
        "\u202Ex",
        "\u200D",
        "𝔘",
    ];

    private static readonly StageState[] Before = [StageState.Approved, StageState.Skipped, StageState.Rejected];

    public static Gen<PaymentRequest> Request { get; } =
        from head in Head()
        from detail in Detail()
        from route in Route()
        from groups in Text(20).ListOf()
        from files in Gen.Choose(0, 4).SelectMany(count => Files(count))
        select head with
        {
            Department = detail.Department,
            CashFlowItem = detail.CashFlowItem,
            Vat = detail.Vat,
            Purpose = detail.Purpose,
            DesiredDate = detail.DesiredDate,
            Priority = detail.Priority,
            OverLimit = detail.OverLimit,
            Route = route,
            Groups = [.. groups.Take(5).Distinct(StringComparer.Ordinal)],
            Attachments = files,
        };

    private static Gen<PaymentRequest> Head() =>
        from id in Text(30)
        from revision in Gen.Choose(1, int.MaxValue)
        from source in Maybe(Text(20))
        from number in Text(20)
        from date in Instant()
        from operation in Maybe(Text(20))
        from status in Gen.Elements(RequestStatus.Pending, RequestStatus.Rejected, RequestStatus.Withdrawn)
        from organization in Party()
        from payee in Payee()
        from amount in Amount()
        from currency in Gen.Elements("RUB", "USD", "CNY")
        from initiator in Person()
        select new PaymentRequest
        {
            Id = new RequestId(id),
            Revision = revision * 3_000_000_000L,
            Source = source,
            Number = number,
            Date = date,
            Operation = operation,
            Status = status,
            Organization = organization,
            Payee = payee,
            Total = new Money(amount, currency),
            Initiator = initiator,
            Route = [],
        };

    private static Gen<Optional> Detail() =>
        from department in Maybe(Party())
        from item in Maybe(Party())
        from vat in Maybe(Tax())
        from purpose in Maybe(Text(200))
        from day in Gen.Choose(700_000, 900_000)
        from hasDay in Gen.Elements(true, false)
        from priority in Maybe(Text(10))
        from overLimit in Gen.Elements(true, false)
        select new Optional(
            department,
            item,
            vat,
            purpose,
            hasDay ? DateOnly.FromDayNumber(day) : null,
            priority,
            overLimit
        );

    private static Gen<IReadOnlyList<Stage>> Route() =>
        from before in Gen.Choose(0, 2)
        from current in Gen.Choose(0, 1)
        from after in Gen.Choose(current == 0 && before == 0 ? 1 : 0, 2)
        from step in Gen.Choose(1, 9)
        from stages in Gen.CollectToArray(
            Enumerable
                .Repeat<StageState?>(null, before)
                .Concat(Enumerable.Repeat<StageState?>(StageState.Current, current))
                .Concat(Enumerable.Repeat<StageState?>(StageState.Waiting, after))
                .Index(),
            place => Stage((place.Index + 1) * step, place.Item)
        )
        select (IReadOnlyList<Stage>)stages;

    private static Gen<Stage> Stage(int number, StageState? state) =>
        from role in Text(20)
        from past in Gen.Elements(Before)
        from count in Gen.Choose(1, 4)
        from needed in Gen.Choose(0, count)
        from names in Text(40).ArrayOf(count)
        from email in Maybe(Text(20))
        from due in Maybe(Instant().Select(instant => (object)instant))
        from decidedBy in Maybe(Person())
        from decidedAt in Maybe(Instant().Select(instant => (object)instant))
        from comment in Maybe(Text(50))
        from agreed in Maybe(Gen.Choose(0, 2).SelectMany(size => Person().ArrayOf(size)))
        select new Stage
        {
            Number = number,
            Role = role,
            Rule = new StageRule(needed),
            State = state ?? past,
            Due = (DateTimeOffset?)due,
            Approvers = [.. names.Select((name, i) => new Person(new ErpId($"{i}{name}"), name, email))],
            Agreed = agreed,
            DecidedBy = decidedBy,
            DecidedAt = (DateTimeOffset?)decidedAt,
            Comment = comment,
        };

    private static Gen<IReadOnlyList<Attachment>> Files(int count) =>
        from names in Text(40).ArrayOf(count)
        from size in Gen.Choose(0, int.MaxValue)
        from bytes in Gen.Choose(0, 255).ArrayOf(32)
        select (IReadOnlyList<Attachment>)
            [
                .. names.Select(
                    (name, i) =>
                        new Attachment(
                            $"{i}{name}",
                            name,
                            "application/pdf",
                            size * 5L,
                            Convert.ToHexStringLower([.. bytes.Select(b => (byte)b)])
                        )
                ),
            ];

    private static Gen<Payee> Payee() =>
        from id in Maybe(Text(20))
        from name in Text(100)
        from inn in Maybe(Text(12))
        from account in Maybe(Text(20))
        from bic in Maybe(Text(9))
        select new Payee(Id(id), name, inn, account is null ? null : new BankAccount(account, bic));

    private static Gen<Vat> Tax() =>
        from mode in Text(10)
        from rate in Maybe(Text(3))
        from amount in Amount()
        from has in Gen.Elements(true, false)
        select new Vat(mode, rate, has ? amount : null);

    private static Gen<Party> Party() =>
        from id in Maybe(Text(20))
        from name in Text(100)
        select new Party(Id(id), name);

    private static Gen<Person> Person() =>
        from id in Text(20)
        from name in Text(100)
        from email in Maybe(Text(20))
        select new Person(new ErpId(id), name, email);

    private static Gen<decimal> Amount() =>
        from units in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Choose(0, 4)
        select new decimal(units, 0, 0, false, (byte)scale);

    private static Gen<DateTimeOffset> Instant() =>
        from seconds in Gen.Choose(0, int.MaxValue)
        from ticks in Gen.Elements(0, 1, 5_000_000, 9_999_999)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(ticks).ToOffset(TimeSpan.FromMinutes(minutes));

    /// <summary>A text that cleaning leaves alone: something visible at both ends.</summary>
    private static Gen<string> Text(int max) =>
        from length in Gen.Choose(1, Math.Max(1, max / 8))
        from atoms in Gen.Elements(Atoms).ArrayOf(length)
        select $"x{string.Concat(atoms)}x";

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant<T?>(null));

    private static ErpId? Id(string? id) => id is null ? null : new ErpId(id);

    private sealed record Optional(
        Party? Department,
        Party? CashFlowItem,
        Vat? Vat,
        string? Purpose,
        DateOnly? DesiredDate,
        string? Priority,
        bool OverLimit
    );
}
