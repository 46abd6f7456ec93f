using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Hosting;

namespace PaymentBot.Sandbox.Erp;

/// <summary>An ERP on a loopback port: documents with a three-stage route, an outbox to the bot, and a treasury that decides what counts.</summary>
internal sealed class ErpStandIn : IAsyncDisposable
{
    private readonly ErpClock _clock;
    private readonly BotCaller _bot;
    private readonly Outbox _outbox;
    private readonly DecisionEndpoint _decisions;
    private readonly DocumentFactory _factory;
    private readonly PeopleAnnouncer _announcer;
    private WebApplication? _server;

    private ErpStandIn(ErpStandInOptions options, TimeProvider time)
    {
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

    public Uri Address { get; private set; } = null!;

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
        var standIn = new ErpStandIn(options, clock);
        var server = LoopbackServer.Create(options.Port);
        server.Run(new ErpRoutes(standIn._decisions, standIn.People, options, clock).HandleAsync);
        standIn._server = server;
        standIn.Address = await LoopbackServer.StartAsync(server, cancellationToken);
        return standIn;
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
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _bot.Dispose();
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
