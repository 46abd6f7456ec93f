using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Inbox;

/// <summary>Help, start, and what nobody asked for.</summary>
public sealed class CommandTests : InboxTest
{
    [Fact]
    public async Task Help_fits_the_role()
    {
        await AnnounceAsync(BudgetHolder, Initiator, Treasurer);

        var approver = await SayAsync(BudgetHolder, "/help");
        var initiator = await SayAsync(Initiator, "/help");
        var treasurer = await SayAsync(Treasurer, "/help");

        Assert.Contains("/pending", approver, StringComparison.Ordinal);
        Assert.DoesNotContain("/mine", approver, StringComparison.Ordinal);
        Assert.DoesNotContain("/bind", approver, StringComparison.Ordinal);
        Assert.Contains("/mine", initiator, StringComparison.Ordinal);
        Assert.DoesNotContain("/pending", initiator, StringComparison.Ordinal);
        Assert.Contains("/bind treasury", treasurer, StringComparison.Ordinal);
        Assert.DoesNotContain("оператор", treasurer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_somebody_whose_role_is_unknown_leaves_nothing_out()
    {
        var said = await SayAsync(SecondFinancialManager, "/help");

        Assert.Contains("/pending", said, StringComparison.Ordinal);
        Assert.Contains("/mine", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_tells_the_operator_what_comes_here()
    {
        await Bot.LinkAsync(Company.Operator, BudgetHolder.Erp.ErpId);
        await Bot.Telegram.SayAsync(Company.OperatorId, Company.Operator, "/help");
        await Bot.SettleAsync();

        Assert.Contains("Вы оператор", Bot.Telegram.Last(Company.OperatorId).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_command_is_answered_every_time()
    {
        Assert.Contains("/help", await SayAsync(BudgetHolder, "/nonsense"), StringComparison.Ordinal);
        var before = Said(BudgetHolder);
        await SayAsync(BudgetHolder, "/nonsense");
        Assert.Equal(before + 1, Said(BudgetHolder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_that_is_no_command_is_answered_once_in_a_while(bool linked)
    {
        var person = linked ? BudgetHolder : Company.Stranger;
        var word = linked ? "ни о чём не спрашивал" : "согласовывать заявки на оплату";
        Assert.Contains(word, await SayAsync(person, "Добрый день"), StringComparison.Ordinal);
        var before = Said(person);

        await SayAsync(person, "Вы здесь?");
        await Bot.Telegram.SayAsync(person, null);
        await Bot.SettleAsync();
        Assert.Equal(before, Said(person));

        Bot.Clock.Advance(TimeSpan.FromMinutes(11));
        await SayAsync(person, "Алло");
        Assert.Equal(before + 1, Said(person));
    }

    [Fact]
    public async Task Stranger_learns_what_this_is()
    {
        var said = await SayAsync(Company.Stranger, "/start");

        Assert.Contains("согласовывать заявки на оплату", said, StringComparison.Ordinal);
        Assert.Equal(said, await SayAsync(Company.Stranger, "/pending"));
    }

    private async Task AnnounceAsync(params SandboxPerson[] people)
    {
        var directory = new JsonArray([.. people.Select(person => person.Erp.ToDirectoryJson())]);
        await Bot.Erp.PeopleAsync(new JsonObject { ["people"] = directory }.ToJsonString());
    }
}
