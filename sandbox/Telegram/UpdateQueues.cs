using System.Text;
using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>The updates waiting for the bot: in order within a queue, in any order between queues.</summary>
internal sealed class UpdateQueues(TelegramWorld world)
{
    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<PendingUpdate>> _queues = new(StringComparer.Ordinal);
    private IReadOnlyList<string> _allowed = [];
    private long _lastUpdateId = 100_000;

    /// <summary>Raised with the name of a queue that has something to deliver.</summary>
    public event Action<string>? Queued;

    /// <summary>Called for updates that expired before the bot accepted them.</summary>
    public event Action<PendingUpdate>? Expired;

    /// <summary>The list given to setWebhook or getUpdates last; empty means the default list.</summary>
    public IReadOnlyList<string> AllowedUpdates
    {
        get
        {
            lock (_gate)
            {
                return _allowed;
            }
        }
        set
        {
            lock (_gate)
            {
                _allowed = value;
            }
        }
    }

    public int PendingCount
    {
        get
        {
            lock (_gate)
            {
                return _queues.Values.Sum(queue => queue.Count);
            }
        }
    }

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return [.. _queues.Keys];
            }
        }
    }

    /// <summary>Adds an update unless its kind is not allowed.</summary>
    public void Add(string kind, string queue, TimeSpan lifetime, JsonObject payload)
    {
        lock (_gate)
        {
            var wanted =
                _allowed.Count == 0 ? !NotByDefault.Contains(kind) : _allowed.Contains(kind, StringComparer.Ordinal);
            if (!wanted)
            {
                return;
            }

            var id = ++_lastUpdateId;
            var body = Encoding.UTF8.GetBytes(new JsonObject { ["update_id"] = id, [kind] = payload }.ToJsonString());
            if (!_queues.TryGetValue(queue, out var pending))
            {
                _queues[queue] = pending = new Queue<PendingUpdate>();
            }

            pending.Enqueue(new PendingUpdate(id, queue, body, world.Now + lifetime));
        }

        Queued?.Invoke(queue);
        world.Changes.Publish(new SandboxChange("update"));
    }

    /// <summary>The next update of a queue that has not expired, left in its place; null when there is none.</summary>
    public PendingUpdate? Peek(string queue)
    {
        var expired = new List<PendingUpdate>();
        PendingUpdate? next = null;
        lock (_gate)
        {
            while (next is null && _queues.TryGetValue(queue, out var pending))
            {
                next = pending.Peek();
                if (next.ExpiresAt <= world.Now)
                {
                    expired.Add(next);
                    Drop(queue, pending);
                    next = null;
                }
            }
        }

        Announce(expired);
        return next;
    }

    /// <summary>Takes a delivered update out.</summary>
    public void Confirm(PendingUpdate update)
    {
        lock (_gate)
        {
            if (_queues.TryGetValue(update.Queue, out var pending) && pending.Peek() == update)
            {
                Drop(update.Queue, pending);
            }
        }

        world.Changes.Publish(new SandboxChange("update"));
    }

    /// <summary>For getUpdates: forgets all below <paramref name="offset"/> and returns the rest by update_id.</summary>
    public IReadOnlyList<PendingUpdate> Fetch(long offset, int limit)
    {
        foreach (var name in Names)
        {
            while (Peek(name) is { } update && update.UpdateId < offset)
            {
                Confirm(update);
            }
        }

        lock (_gate)
        {
            return [.. _queues.Values.SelectMany(queue => queue).OrderBy(update => update.UpdateId).Take(limit)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _queues.Clear();
        }

        world.Changes.Publish(new SandboxChange("update"));
    }

    private void Drop(string queue, Queue<PendingUpdate> pending)
    {
        pending.Dequeue();
        if (pending.Count == 0)
        {
            _queues.Remove(queue);
        }
    }

    private void Announce(List<PendingUpdate> expired)
    {
        foreach (var update in expired)
        {
            Expired?.Invoke(update);
            world.Changes.Publish(new SandboxChange("update"));
        }
    }
}
