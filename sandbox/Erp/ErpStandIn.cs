using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Sandbox.Erp;

/// <summary>An ERP on a loopback port: documents with a three-stage route, an outbox to the bot, and a treasury that decides what counts.</summary>
internal sealed class ErpStandIn : IAsyncDisposable
{
    private readonly ErpStandInOptions _options;
    private readonly TimeProvider _time;
    private readonly ErpClock _clock;
    private readonly BotCaller _bot;
    private readonly Outbox _outbox;
    private readonly DecisionEndpoint _decisions;
    private readonly DocumentFactory _factory;
    private readonly PeopleAnnouncer _announcer;
    private WebApplication? _server;
    private DecisionPuller? _puller;

    private ErpStandIn(ErpStandInOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _clock = new ErpClock(time, options.UtcOffset);
        Changes = new ChangeFeed();
        Ledger = new ErpLedger(_clock, Changes);
        People = new ErpDirectory(options.People);
        _bot = new BotCaller(options, time);
        _outbox = new Outbox(Ledger, _bot, options, time);
        _announcer = new PeopleAnnouncer(_bot, options, time);
        Ledger.Send = _outbox.Add;
        _decisions = new DecisionEndpoint(Ledger, options, _clock, time);
        _factory = new DocumentFactory(options, Ledger, _clock);
    }

    /// <summary>Where it listens; of no use while it fetches decisions.</summary>
    public Uri Address { get; private set; } = LoopbackServer.AnyAddress;

    /// <summary>Whether it fetches decisions and listens nowhere.</summary>
    public bool Pulls { get; private set; }

    /// <summary>What the bot gets as Erp:DecisionUrl.</summary>
    public Uri DecisionUrl => new(Address, "/erp/decisions");

    /// <summary>What the bot gets as Erp:PeopleUrl.</summary>
    public Uri PeopleUrl => new(Address, "/erp/people");

    public ChangeFeed Changes { get; }

    public ErpLedger Ledger { get; }

    public ErpDirectory People { get; }

    /// <summary>Snapshots that have not reached the bot yet.</summary>
    public int PendingNotifications => _outbox.PendingCount;

    /// <summary>Where the bot listens; may be set after the start.</summary>
    public Uri? BotUrl
    {
        get => _bot.BotUrl;
        set => _bot.BotUrl = value;
    }

    /// <summary>Sent as <c>x-functions-key</c> with every call to the bot, or null; may be changed at any time.</summary>
    public string? FunctionKey
    {
        get => _bot.FunctionKey;
        set => _bot.FunctionKey = value;
    }

    public ErpFaults Faults
    {
        get => _decisions.Faults;
        set
        {
            _decisions.Faults = value;
            Changes.Publish(new SandboxChange("faults"));
        }
    }

    public static async Task<ErpStandIn> StartAsync(
        ErpStandInOptions options,
        TimeProvider clock,
        CancellationToken cancellationToken = default
    )
    {
        var standIn = new ErpStandIn(options, clock) { Pulls = options.Pulls };
        await standIn.OpenAsync(cancellationToken);
        return standIn;
    }

    /// <summary>Decides one decision as if it had come, in whichever way.</summary>
    /// <returns>Outcome and snapshot, or null when it is no decision.</returns>
    public JsonObject? Apply(JsonObject cloudEvent) => _decisions.Apply(cloudEvent);

    /// <summary>Begins to fetch decisions and stops to listen, or the other way round.</summary>
    public async Task SetPullsAsync(bool pulls, CancellationToken cancellationToken)
    {
        if (pulls == Pulls)
        {
            return;
        }

        await CloseAsync();
        Pulls = pulls;
        await OpenAsync(cancellationToken);
        Changes.Publish(new SandboxChange("faults"));
    }

    /// <summary>Creates one of the ready-made requests and tells the bot.</summary>
    /// <returns>The id of the document.</returns>
    public string CreateSample(int number) => Create(SampleRequests.Get(number));

    /// <summary>Creates a document from a snapshot without id and revision and tells the bot.</summary>
    /// <returns>The id of the document.</returns>
    public string Create(JsonObject snapshot)
    {
        var document = _factory.Create(snapshot);
        Ledger.Add(document);
        return document.Id;
    }

    /// <param name="amount">Decimal with a point, for example <c>1250000.50</c>.</param>
    public void ChangeAmount(string id, string amount) =>
        Act(id, "amountChanged", amount, document => Treasury.ChangeAmount(document, amount, _clock.Now));

    public void Withdraw(string id) => Act(id, "withdrawn", null, Treasury.Withdraw);

    public void MarkPaid(string id) => Act(id, "paid", null, Treasury.MarkPaid);

    /// <summary>The status of a document, or null if there is none.</summary>
    public string? Status(string id) => Ledger.Read(id, document => document.Status);

    /// <summary>Tells the bot everybody there is.</summary>
    public Task AnnouncePeopleAsync(CancellationToken cancellationToken = default) =>
        _announcer.AnnounceAsync(People.All, cancellationToken);

    /// <summary>Changes a person and tells the bot.</summary>
    /// <exception cref="SandboxException">There is no such person.</exception>
    public async Task ChangePersonAsync(
        string erpId,
        Func<ErpPerson, ErpPerson> change,
        CancellationToken cancellationToken = default
    )
    {
        var person = People.Change(erpId, change);
        Changes.Publish(new SandboxChange("person"));
        await _announcer.AnnounceAsync([person], cancellationToken);
    }

    /// <summary>No documents, no faults, nothing to send; the people are as at the start.</summary>
    public void Reset()
    {
        _outbox.Clear();
        _announcer.Clear();
        People.Clear();
        Faults = new ErpFaults();
        Ledger.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _outbox.Dispose();
        _announcer.Dispose();
        await CloseAsync();
        _bot.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (Pulls)
        {
            _puller = new DecisionPuller(_bot, _decisions, _options, _time);
            return;
        }

        _server = LoopbackServer.Create(_options.Port);
        _server.Run(new ErpRoutes(_decisions, People, _options, _time).HandleAsync);
        Address = await LoopbackServer.StartAsync(_server, cancellationToken);
    }

    private async Task CloseAsync()
    {
        if (_puller is { } puller)
        {
            _puller = null;
            await puller.DisposeAsync();
        }

        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }
    }

    private void Act(string id, string kind, string? detail, Action<ErpDocument> action) =>
        Ledger.Change(
            id,
            document =>
            {
                action(document);
                document.Note(new ErpLogEntry(_clock.Now, kind, document.Revision, null, detail));
                return true;
            }
        );
}
