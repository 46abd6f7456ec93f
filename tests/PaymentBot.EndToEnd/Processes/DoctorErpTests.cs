using System.Globalization;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.EndToEnd.Processes;

/// <summary><c>doctor --erp</c>: what the ERP's programmer reads.</summary>
public sealed class DoctorErpTests : IAsyncLifetime
{
    private BotWorld _world = null!;

    public async Task InitializeAsync() => _world = await BotWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Before_the_first_call_everything_but_the_contact_is_well()
    {
        var lines = await SeeAsync(1);
        Assert.StartsWith("ok   mode: Push: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(line => line.StartsWith("ok   key: ", StringComparison.Ordinal)));
        Assert.Contains(
            lines,
            line => line.StartsWith("ok   erp: Erp__DecisionUrl answered", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.StartsWith("ok   signature: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("ok   clock: ", StringComparison.Ordinal));
        Assert.StartsWith("FIX  contact: ", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("whsec_c2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Last_good_call_and_the_last_refused_one_are_told()
    {
        await using var bot = await _world.StartReadyBotAsync();
        await _world.Erp.AnnouncePeopleAsync();
        var lines = await SeeAsync(0);
        Assert.Contains("the ERP's last good call: POST /api/erp/people", lines[^1], StringComparison.Ordinal);

        using var http = new HttpClient();
        using var refused = await http.GetAsync(new Uri($"{_world.Url}/api/erp/decisions"));
        lines = await SeeAsync(1);
        Assert.StartsWith("FIX  refused: ", lines[^1], StringComparison.Ordinal);
        Assert.Contains("GET /api/erp/decisions: missingSignature", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_key_is_told_from_a_silent_erp()
    {
        _world.Settings["Erp:OutboundKey"] = "whsec_YW5vdGhlci10aGlydHktdHdvLXJhbmRvbS1ieXRlcyE=";
        var lines = await SeeAsync(1);
        Assert.Contains(
            lines,
            line => line.StartsWith("FIX  signature: the ERP did not accept", StringComparison.Ordinal)
        );

        var nowhere = FreePort.Choose(0, "--port").ToString(CultureInfo.InvariantCulture);
        _world.Settings["Erp:DecisionUrl"] = $"http://127.0.0.1:{nowhere}/";
        lines = await SeeAsync(1);
        Assert.Contains(
            lines,
            line => line.StartsWith("FIX  erp: Erp__DecisionUrl did not answer", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.StartsWith("FIX  signature: not known", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failing_erp_is_told_from_one_that_refuses()
    {
        _world.Erp.Faults = new ErpFaults { Down = true };
        var lines = await SeeAsync(1);
        Assert.Contains(
            lines,
            line => line.StartsWith("FIX  signature: not known: the ERP failed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Pull_names_the_calls_and_what_waits()
    {
        _world.Settings["Erp:Mode"] = "Pull";
        _world.Settings.Remove("Erp:DecisionUrl");
        var lines = await SeeAsync(1);
        Assert.Contains($"{_world.Url}/api/erp/decisions/ack", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("ok   waiting: ", StringComparison.Ordinal));
        Assert.Contains("0 wait", string.Join('\n', lines), StringComparison.Ordinal);
        _world.CallWebhook();
        var whole = await _world.CommandAsync("doctor");
        Assert.True(whole.ExitCode == 0, whole.Output);
        Assert.Contains("ok   erp: the ERP fetches decisions", whole.Output, StringComparison.Ordinal);
    }

    private async Task<string[]> SeeAsync(int code)
    {
        var seen = await _world.CommandAsync("doctor", "--erp");
        Assert.True(seen.ExitCode == code, seen.Output + seen.Errors);
        Assert.Empty(seen.Errors);
        return seen.Output.Split('\n');
    }
}
