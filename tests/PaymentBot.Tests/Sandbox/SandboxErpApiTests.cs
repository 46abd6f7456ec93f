using System.Net;

namespace PaymentBot.Tests.Sandbox;

/// <summary>The documents of the ERP through the sandbox's JSON API.</summary>
public sealed class SandboxErpApiTests : SandboxApiTest
{
    [Fact]
    public async Task Requests_are_created_changed_and_looked_at()
    {
        var (status, created) = await PostAsync("/sandbox/erp/requests", new { sample = 2 });
        Assert.Equal(HttpStatusCode.Created, status);
        var id = (string)created["id"]!;
        await PostAsync($"/sandbox/erp/requests/{id}/amount", new { amount = "7.50" });
        await PostAsync($"/sandbox/erp/requests/{id}/withdraw", new { });
        var document = await GetAsync($"/sandbox/erp/requests/{id}");
        Assert.Equal("withdrawn", (string)document["status"]!);
        Assert.Equal(3, (int)document["revision"]!);
        Assert.Equal("7.50", (string)document["snapshot"]!["amount"]!);
        Assert.Equal(3, document["attachments"]!.AsArray().Count);
        Assert.Contains("amountChanged", document["log"]!.AsArray().Select(entry => (string)entry!["kind"]!));
        Assert.Single((await GetAsync("/sandbox/erp/requests")).AsArray());
    }

    [Fact]
    public async Task List_has_one_document_whole_and_the_newest_when_that_is_gone()
    {
        var older = (string)(await PostAsync("/sandbox/erp/requests", new { sample = 1 })).Body["id"]!;
        var newer = (string)(await PostAsync("/sandbox/erp/requests", new { sample = 2 })).Body["id"]!;
        Assert.Equal([older], await WholeAsync(older));
        Assert.Equal([newer], await WholeAsync("gone-with-a-reset"));
        Assert.Equal([newer], await WholeAsync(string.Empty));
        using var reset = await Http.PostAsync(new Uri("/sandbox/reset", UriKind.Relative), null);
        Assert.Empty(await WholeAsync(older));
    }

    [Fact]
    public async Task Own_snapshot_is_kept_field_by_field()
    {
        var (_, created) = await PostAsync(
            "/sandbox/erp/requests",
            new
            {
                amount = "-1",
                payee = new { name = "<b>" },
                route = Array.Empty<object>(),
                unknown = 1,
            }
        );
        var document = await GetAsync($"/sandbox/erp/requests/{created["id"]}");
        Assert.Equal("-1", (string)document["snapshot"]!["amount"]!);
        Assert.Equal(1, (int)document["snapshot"]!["unknown"]!);
        Assert.Empty(document["route"]!.AsArray());
    }

    private async Task<IEnumerable<string>> WholeAsync(string open) =>
        (await GetAsync($"/sandbox/erp/requests?open={open}"))
            .AsArray()
            .Where(document => document!["log"] is not null)
            .Select(document => (string)document!["id"]!);
}
