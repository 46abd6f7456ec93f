using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram.Inline;
using PaymentBot.Sandbox.Telegram.Methods;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>A Bot API server on a loopback port, with people to act for. Nothing leaves the machine.</summary>
internal sealed class TelegramStandIn : IAsyncDisposable
{
    private readonly TelegramStandInOptions _options;
    private readonly TimeProvider _clock;
    private readonly UpdateQueues _queues;
    private readonly WebhookCaller _caller;
    private readonly WebhookDelivery _delivery;
    private readonly BotApi _api;
    private readonly BotApiEndpoint _endpoint;
    private WebApplication? _server;

    private TelegramStandIn(TelegramStandInOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        Changes = new ChangeFeed();
        Faults = new FaultPlan(Changes);
        World = new TelegramWorld(options, clock, Changes);
        _queues = new UpdateQueues(World);
        _caller = new WebhookCaller(options, clock);
        _api = new BotApi(options, World, Faults, clock);
        _endpoint = new BotApiEndpoint(_api, options);
        _delivery = new WebhookDelivery(_queues, _caller, clock, _endpoint.ExecuteAsync);
        _api.Add(new UpdateMethods(_queues, _delivery, World, options, clock));
        Actions = new ChatActions(World, _queues, options);
        Topics = new TopicActions(World, _queues, options);
        Inline = new InlineActions(World, _queues, options);
    }

    /// <summary>What the bot gets as Telegram:ApiBaseUrl: <c>http://127.0.0.1:port</c>.</summary>
    public Uri Address { get; private set; } = null!;

    public string BotToken => _options.BotToken;

    public string BotUsername => _options.BotUsername;

    public ChangeFeed Changes { get; }

    public FaultPlan Faults { get; }

    public TelegramWorld World { get; }

    public ChatActions Actions { get; }

    public TopicActions Topics { get; }
    public InlineActions Inline { get; }

    /// <summary>Updates the bot has not accepted yet.</summary>
    public int PendingUpdates => _queues.PendingCount;

    public WebhookSettings? Webhook => _delivery.Current;

    /// <summary>Command lists set by the bot, as JSON by <c>scope/language</c>.</summary>
    public IReadOnlyDictionary<string, string> Commands => _api.Profile.Commands;

    /// <summary>Added to every Bot API call; may be changed at any time.</summary>
    public TimeSpan Latency
    {
        get => _api.Latency;
        set => _api.Latency = value;
    }

    /// <summary>Raised after every Bot API call, on the thread that served it.</summary>
    public event Action<RecordedCall>? Called
    {
        add => _endpoint.Called += value;
        remove => _endpoint.Called -= value;
    }

    /// <summary>Raised for an update that expired before the bot accepted it.</summary>
    public event Action<PendingUpdate>? UpdateExpired
    {
        add => _queues.Expired += value;
        remove => _queues.Expired -= value;
    }

    public static async Task<TelegramStandIn> StartAsync(
        TelegramStandInOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        var standIn = new TelegramStandIn(options, clock);
        var server = LoopbackServer.Create(options.Port);
        server.Run(standIn._endpoint.HandleAsync);
        standIn._server = server;
        standIn.Address = await LoopbackServer.StartAsync(server, cancellationToken);
        return standIn;
    }

    /// <summary>Starts to deliver updates there, or stops for null; what setWebhook does.</summary>
    public void SetWebhook(WebhookSettings? webhook) => _delivery.Use(webhook);

    /// <summary>Offers a ready-made Update (without update_id) as it is, for kinds the stand-in has no action for.</summary>
    /// <param name="queue">Updates of one queue go one after the other.</param>
    public void Offer(string kind, string queue, JsonObject payload) =>
        _queues.Add(kind, queue, _options.UpdateLifetime, payload);

    /// <summary>Presses a button and waits for the answer.</summary>
    /// <param name="timeout">How long to wait; measured by the stand-in's clock.</param>
    /// <returns>The tap as it is after the answer, or unanswered when the wait ran out.</returns>
    public async Task<Tap> TapAsync(
        long chatId,
        long userId,
        long messageId,
        string button,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    ) => await AnswerAsync(Actions.Press(chatId, userId, messageId, button), timeout, cancellationToken);

    /// <summary>Waits until a tap is answered or <paramref name="timeout"/> has passed.</summary>
    public async Task<Tap> AnswerAsync(Tap tap, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        await UntilAsync("tap", () => World.FindTap(tap.Id) is not { Answered: false }, timeout, cancellationToken);
        return World.FindTap(tap.Id) ?? tap;
    }

    /// <summary>Waits until an inline query is answered or <paramref name="timeout"/> has passed.</summary>
    public async Task<InlineSession> AnswerAsync(
        InlineSession session,
        TimeSpan timeout,
        CancellationToken cancellationToken = default
    )
    {
        await UntilAsync(
            "inline",
            () => World.Inline.Find(session.Id) is not { Answer: null },
            timeout,
            cancellationToken
        );
        return World.Inline.Find(session.Id) ?? session;
    }

    /// <summary>Back to the start: no messages, no faults, no pending updates; the webhook stays.</summary>
    public void Reset()
    {
        Faults.Clear();
        _queues.Clear();
        _delivery.Restart();
        _api.Rates.Clear();
        World.Clear();
    }

    private async Task UntilAsync(string kind, Func<bool> isSo, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(SandboxChange change)
        {
            if ((change.Kind is "reset" || string.Equals(change.Kind, kind, StringComparison.Ordinal)) && isSo())
            {
                done.TrySetResult();
            }
        }

        Changes.Changed += Look;
        try
        {
            Look(new SandboxChange(kind));
            await Task.WhenAny(done.Task, Task.Delay(timeout, _clock, cancellationToken));
        }
        finally
        {
            Changes.Changed -= Look;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _delivery.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _caller.Dispose();
    }
}
