using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>Tells the bot who works in the company, however often it takes.</summary>
internal sealed class PeopleAnnouncer(BotCaller bot, ErpStandInOptions options, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _running = new();

    /// <summary>Completes after the first attempt. If the bot is not there yet, it is told later.</summary>
    public async Task AnnounceAsync(IEnumerable<ErpPerson> people, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["people"] = new JsonArray([.. people.Select(person => person.ToDirectoryJson())]),
        };
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var id = $"msg_{Guid.NewGuid():N}";
        var answer = await bot.PeopleAsync(id, bytes, cancellationToken);
        if (answer.Temporary)
        {
            CancellationToken running;
            lock (_gate)
            {
                running = _running.Token;
            }

            _ = Task.Run(() => RepeatAsync(id, bytes, answer, running), running);
        }
    }

    /// <summary>Forgets what was not told yet.</summary>
    public void Clear()
    {
        CancellationTokenSource stopped;
        lock (_gate)
        {
            stopped = _running;
            _running = new CancellationTokenSource();
        }

        stopped.Cancel();
        stopped.Dispose();
    }

    public void Dispose()
    {
        Clear();
        _running.Dispose();
    }

    private async Task RepeatAsync(string id, byte[] body, BotAnswer answer, CancellationToken running)
    {
        try
        {
            var delay = options.FirstRetry;
            while (answer.Temporary)
            {
                await Task.Delay(answer.RetryAfter ?? delay, clock, running);
                answer = await bot.PeopleAsync(id, body, running);
                delay = delay * 2 < options.LongestRetry ? delay * 2 : options.LongestRetry;
            }
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // The ERP was reset.
        }
    }
}
