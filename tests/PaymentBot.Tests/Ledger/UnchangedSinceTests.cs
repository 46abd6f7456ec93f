using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using PaymentBot.Tests.App.Support;
using PaymentBot.Tests.Erp;

namespace PaymentBot.Tests.Ledger;

public sealed class UnchangedSinceTests : StoreTest
{
    private static readonly PaymentRequest s_request = SnapshotSample.Accept(SnapshotSample.Json).Request with
    {
        Revision = 1,
    };

    private static CancellationToken None => CancellationToken.None;

    private RequestStore Store => new(Database.Tables, Database.Blobs, Clock);

    [Fact]
    public async Task Revision_that_only_tells_of_the_route_changes_nothing()
    {
        await SaveAsync(s_request);
        await SaveAsync(s_request with { Priority = "urgent", Groups = ["other"] });

        Assert.Equal(new UnchangedSince(1, 1), await SaveAsync(WithComment("x")));
    }

    [Fact]
    public async Task Stage_that_is_left_begins_anew_and_the_content_does_not()
    {
        await SaveAsync(s_request);

        Assert.Equal(new UnchangedSince(1, 2), await SaveAsync(AtStage(3)));
        Assert.Equal(new UnchangedSince(1, 2), await SaveAsync(AtStage(3)));
        Assert.Equal(new UnchangedSince(1, 4), await SaveAsync(s_request));
    }

    [Fact]
    public async Task Content_that_changed_and_changed_back_begins_anew()
    {
        await SaveAsync(s_request);

        Assert.Equal(new UnchangedSince(2, 2), await SaveAsync(s_request with { Purpose = "other" }));
        Assert.Equal(new UnchangedSince(3, 3), await SaveAsync(s_request));
    }

    [Theory]
    [InlineData("amount")]
    [InlineData("payee")]
    [InlineData("files")]
    [InlineData("initiator")]
    public async Task Whatever_is_signed_is_content(string what)
    {
        await SaveAsync(s_request);
        var changed = what switch
        {
            "amount" => s_request with { Total = s_request.Total with { Amount = s_request.Total.Amount + 1 } },
            "payee" => s_request with { Payee = s_request.Payee with { Account = new BankAccount("1", "2") } },
            "files" => s_request with { Attachments = [] },
            _ => s_request with { Initiator = new Person(new ErpId("other"), "Other") },
        };

        Assert.Equal(new UnchangedSince(2, 2), await SaveAsync(changed));
    }

    private static PaymentRequest AtStage(int number) =>
        s_request with
        {
            Route =
            [
                .. s_request.Route.Select(stage => stage with { State = StateOf(stage.Number.CompareTo(number)) }),
            ],
        };

    private static StageState StateOf(int distance) =>
        distance switch
        {
            < 0 => StageState.Approved,
            0 => StageState.Current,
            _ => StageState.Waiting,
        };

    private static PaymentRequest WithComment(string comment) =>
        s_request with
        {
            Route = [.. s_request.Route.Select(stage => stage with { Comment = comment })],
        };

    private async Task<UnchangedSince> SaveAsync(PaymentRequest request)
    {
        var revision = (await Store.GetAsync(RequestKey.Of(request.Id), None))?.Request.Revision ?? 0;
        await Store.SaveAsync(request with { Revision = revision + 1 }, $"sha256:{revision + 1}", None);
        return (await Store.GetAsync(RequestKey.Of(request.Id), None))!.Since;
    }
}
