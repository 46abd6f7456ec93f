using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>An ERP that nobody can call: it asks the bot for decisions again and again, and tells it what became of them.</summary>
internal sealed class DecisionPuller : IAsyncDisposable
{
    private readonly BotCaller _bot;
    private readonly DecisionEndpoint _decisions;
    private readonly ErpStandInOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    /// <summary>Begins at once, from the oldest decision that is not acknowledged.</summary>
    public DecisionPuller(BotCaller bot, DecisionEndpoint decisions, ErpStandInOptions options, TimeProvider clock)
    {
        _bot = bot;
        _decisions = decisions;
        _options = options;
        _clock = clock;
        _work = Task.Run(() => RunAsync(_end.Token), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task RunAsync(CancellationToken ended)
    {
        string? cursor = null;
        while (!ended.IsCancellationRequested)
        {
            var (went, next) = await RoundAsync(cursor, ended);
            cursor = next;
            if (!went)
            {
                await Task.Delay(_options.FirstRetry, _clock, ended);
            }
        }
    }

    /// <summary>Asks once. After a failure it starts from the beginning, as an ERP does that crashed.</summary>
    private async Task<(bool Went, string? Cursor)> RoundAsync(string? cursor, CancellationToken ended)
    {
        if (_decisions.Faults.Down)
        {
            return (false, null);
        }

        var answer = await _bot.DecisionsAsync(cursor, ended);
        if (answer.Status == StatusCodes.Status204NoContent)
        {
            return (true, cursor);
        }

        if (answer.Body?["decisions"] is not JsonArray events || answer.Status != StatusCodes.Status200OK)
        {
            return (false, null);
        }

        // As it is now: the call may have waited for long.
        var faults = _decisions.Faults;
        await Task.Delay(faults.Slow, _clock, ended);
        var acks = new JsonArray([.. events.OfType<JsonObject>().Select(Decide).OfType<JsonObject>()]);
        if (faults.LoseAnswers)
        {
            return (false, null);
        }

        var next = answer.Body["cursor"].AsText();
        if (acks.Count == 0)
        {
            return (true, next);
        }

        var told = await _bot.AckAsync(acks, ended);
        return told.Status == StatusCodes.Status200OK ? (true, next) : (false, null);
    }

    private JsonObject? Decide(JsonObject cloudEvent)
    {
        try
        {
            var answer = _decisions.Apply(cloudEvent);
            answer?.Add("decisionId", cloudEvent["data"]?["decisionId"]?.DeepClone());
            return answer;
        }
        catch (SandboxException)
        {
            // Another ERP's document: whoever tries a base of his own beside this one answers for it.
            return null;
        }
    }
}
