using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Approvals;
using PaymentBot.Bot.People;
using PaymentBot.Erp;
using PaymentBot.Erp.People;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Web;

/// <summary>People whom the ERP did not announce are asked for.</summary>
public sealed class PersonLookupTests : WebTest
{
    private const string PeopleUrl = "https://erp.test/people";

    private readonly RecordedErp _erp = new();

    internal override HarnessOptions Options
    {
        get
        {
            var options = OptionsWith(new() { ["Erp:PeopleUrl"] = PeopleUrl });
            return options with
            {
                Services = services =>
                {
                    options.Services!(services);
                    services.AddKeyedSingleton<HttpMessageHandler>(ErpClientRegistration.HandlerKey, _erp);
                },
            };
        }
    }

    private static string Email => Treasurer.Erp.Email;

    [Fact]
    public async Task Person_the_erp_knows_is_found_and_kept()
    {
        _erp.Person = Json(Treasurer, active: true);
        using var browser = NewBrowser();

        Assert.Equal(200, (await SignInAsync(browser, Treasurer, Email)).Status);

        Assert.Equal(Email, Assert.Single(_erp.Asked));
        Assert.True((await FindAsync())!.Active);
    }

    [Fact]
    public async Task Announced_person_is_not_asked_for()
    {
        await AnnounceAsync(Treasurer);
        using var browser = NewBrowser();

        Assert.Equal(200, (await SignInAsync(browser, Treasurer, Email)).Status);

        Assert.Empty(_erp.Asked);
    }

    [Fact]
    public async Task Mailbox_nobody_has_is_refused()
    {
        using var browser = NewBrowser();

        Assert.Equal("ERP вас не знает", (await SignInAsync(browser, Treasurer, Email)).Heading);
    }

    [Fact]
    public async Task Inactive_person_is_refused_whoever_says_so()
    {
        _erp.Person = Json(Treasurer, active: false);
        using var browser = NewBrowser();
        Assert.Equal("Доступ закрыт", (await SignInAsync(browser, Treasurer, Email)).Heading);

        _erp.Person = Json(Treasurer, active: true);
        await AnnounceAsync(Treasurer, active: false, email: "former@example.ru");
        Assert.Equal("Доступ закрыт", (await SignInAsync(browser, Treasurer, Email)).Heading);
        Assert.False((await FindAsync())!.Active);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(302)]
    public async Task Erp_without_an_answer_is_a_page_that_asks_to_come_again(int status)
    {
        _erp.Status = (HttpStatusCode)status;
        using var browser = NewBrowser();

        Assert.Equal(503, (await SignInAsync(browser, Treasurer, Email)).Status);
    }

    [Fact]
    public async Task Answer_about_another_mailbox_lets_nobody_in()
    {
        _erp.Person = Json(BudgetHolder, active: true);
        using var browser = NewBrowser();

        Assert.Equal(503, (await SignInAsync(browser, Treasurer, Email)).Status);
        Assert.Null(await FindAsync());
    }

    private static JsonObject Json(SandboxPerson person, bool active) =>
        new()
        {
            ["erpId"] = person.Erp.ErpId,
            ["name"] = person.Erp.Name,
            ["email"] = person.Erp.Email,
            ["active"] = active,
        };

    private async Task<DirectoryPerson?> FindAsync() =>
        await Bot
            .Services.GetRequiredService<PeopleStore>()
            .FindAsync(new ErpId(Treasurer.Erp.ErpId), CancellationToken.None);

    private sealed class RecordedErp : HttpMessageHandler
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public JsonObject? Person { get; set; }

        public HttpStatusCode? Status { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Assert.Equal(PeopleUrl, request.RequestUri!.GetLeftPart(UriPartial.Path));
            Asked.Enqueue(QueryHelpers.ParseQuery(request.RequestUri.Query)["email"].ToString());
            var response = new HttpResponseMessage(
                Status ?? (Person is null ? HttpStatusCode.NotFound : HttpStatusCode.OK)
            )
            {
                Content = new StringContent(Person?.ToJsonString() ?? "{}", Encoding.UTF8, "application/json"),
            };
            return Task.FromResult(response);
        }
    }
}
