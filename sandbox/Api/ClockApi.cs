using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Sandbox.Api;

/// <summary>
/// The clock of the whole sandbox. Only a bot in this process goes by it; one of its own process has the machine's clock, and then this cannot be set.
/// </summary>
internal sealed class ClockApi(SandboxApplication sandbox)
{
    private const int Morning = 9;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/clock", ShowAsync);
        routes.MapPost("/sandbox/clock", AdvanceAsync);
    }

    private Task ShowAsync(HttpContext context) =>
        JsonHttp.WriteAsync(
            context,
            new JsonObject
            {
                ["now"] = Local().ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture),
                ["aheadSeconds"] = (long)(sandbox.Clock?.Ahead.TotalSeconds ?? 0),
                ["settable"] = sandbox.Clock is not null,
            }
        );

    private async Task AdvanceAsync(HttpContext context)
    {
        var body = await JsonHttp.ReadAsync(context);
        if (sandbox.Clock is not { } clock)
        {
            throw new SandboxException(
                "The bot runs in a process of its own and goes by the machine's clock.",
                StatusCodes.Status409Conflict
            );
        }

        var by = JsonHttp.Optional<bool?>(body, "nextMorning") is true
            ? UntilMorning()
            : TimeSpan.FromMinutes(JsonHttp.Optional<int?>(body, "minutes") ?? 0);
        if (by <= TimeSpan.Zero || by > Longest)
        {
            throw JsonHttp.Bad("The clock takes minutes, 1 to 44640, or nextMorning.");
        }

        clock.Advance(by);
        sandbox.Telegram.Changes.Publish(new SandboxChange("clock"));
        await ShowAsync(context);
    }

    /// <summary>In the company's zone.</summary>
    private DateTimeOffset Local() => sandbox.Now.ToOffset(sandbox.UtcOffset);

    private TimeSpan UntilMorning()
    {
        var now = Local();
        var morning = new DateTimeOffset(now.Date.AddHours(Morning), now.Offset);
        return (morning > now ? morning : morning.AddDays(1)) - now;
    }
}
