using System.Text;

namespace PaymentBot.Sandbox.Erp;

/// <summary>The documents of the ERP. Safe to use from several threads.</summary>
internal sealed class ErpLedger(ErpClock clock, ChangeFeed changes)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ErpDocument> _documents = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private int _lastNumber;

    /// <summary>Called with every revision that the bot has to hear of, under the gate: in order.</summary>
    public Action<OutboxMessage> Send { get; set; } = _ => { };

    public int NextNumber() => Interlocked.Increment(ref _lastNumber);

    public void Add(ErpDocument document)
    {
        lock (_gate)
        {
            _documents.Add(document.Id, document);
            _order.Add(document.Id);
            document.Note(new ErpLogEntry(clock.Now, "created", document.Revision));
            Announce(document);
        }

        Changed(document.Id);
    }

    /// <summary>Reads a document alone; null if there is none.</summary>
    public T? Read<T>(string id, Func<ErpDocument, T?> read)
        where T : class
    {
        lock (_gate)
        {
            return _documents.TryGetValue(id, out var document) ? read(document) : null;
        }
    }

    /// <summary>Reads every document, newest first.</summary>
    public IReadOnlyList<T> ReadAll<T>(Func<ErpDocument, T> read)
    {
        lock (_gate)
        {
            return [.. Enumerable.Reverse(_order).Select(id => read(_documents[id]))];
        }
    }

    /// <summary>Changes a document alone, and tells the bot if its revision has grown.</summary>
    /// <exception cref="SandboxException">There is no such document, or the change is refused.</exception>
    public T Change<T>(string id, Func<ErpDocument, T> change)
    {
        T result;
        lock (_gate)
        {
            if (!_documents.TryGetValue(id, out var document))
            {
                throw new SandboxException("There is no such document.", StatusCodes.Status404NotFound);
            }

            var before = document.Revision;
            result = change(document);
            if (document.Revision != before)
            {
                Announce(document);
            }
        }

        Changed(id);
        return result;
    }

    public void Note(string id, string kind, long revision, int? status, string? detail)
    {
        var entry = new ErpLogEntry(clock.Now, kind, revision, status, detail);
        lock (_gate)
        {
            _documents.GetValueOrDefault(id)?.Note(entry);
        }

        Changed(id);
    }

    public void KeepHash(string id, long revision, string? contentHash)
    {
        lock (_gate)
        {
            if (contentHash is not null && _documents.TryGetValue(id, out var document))
            {
                document.Hashes[revision] = contentHash;
            }
        }
    }

    public ErpFile? File(string id, string fileId) =>
        Read(
            id,
            document => document.Files.FirstOrDefault(file => string.Equals(file.Id, fileId, StringComparison.Ordinal))
        );

    public void MarkDelivered(string id, string fileId)
    {
        lock (_gate)
        {
            _documents.GetValueOrDefault(id)?.Delivered.Add(fileId);
        }

        Changed(id);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _documents.Clear();
            _order.Clear();
            _lastNumber = 0;
        }

        changes.Publish(new SandboxChange("reset"));
    }

    public void Changed(string id) => changes.Publish(new SandboxChange("document", RequestId: id));

    private void Announce(ErpDocument document) =>
        Send(
            new OutboxMessage(
                document.Id,
                document.Revision,
                $"msg_{document.Id}_{document.Revision}",
                Encoding.UTF8.GetBytes(document.Snapshot.ToJsonString())
            )
        );
}
