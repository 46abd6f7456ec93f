using System.Globalization;

namespace PaymentBot.Sandbox.Telegram.Inline;

/// <summary>The inline queries and their answers. Safe to use from several threads.</summary>
internal sealed class InlineBoard(ChangeFeed changes)
{
    private const int Kept = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, InlineSession> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private long _last;

    public InlineSession Add(long chatId, long userId, string query, DateTimeOffset at)
    {
        lock (_gate)
        {
            var session = new InlineSession
            {
                Id = (5_300_000_000_000_000_000L + ++_last).ToString(CultureInfo.InvariantCulture),
                ChatId = chatId,
                UserId = userId,
                Query = query,
                At = at,
            };
            _sessions[session.Id] = session;
            _order.Enqueue(session.Id);
            if (_order.Count > Kept)
            {
                _sessions.Remove(_order.Dequeue());
            }

            return session;
        }
    }

    public InlineSession? Find(string id)
    {
        lock (_gate)
        {
            return _sessions.GetValueOrDefault(id);
        }
    }

    /// <summary>Replaces the session if <paramref name="answer"/> returns another one.</summary>
    /// <returns>Whether there was such a query and the answer was taken.</returns>
    public bool Answer(string id, Func<InlineSession, InlineSession?> answer)
    {
        InlineSession? after;
        lock (_gate)
        {
            after = _sessions.TryGetValue(id, out var session) ? answer(session) : null;
            if (after is null)
            {
                return false;
            }

            _sessions[id] = after;
        }

        changes.Publish(new SandboxChange("inline", after.ChatId));
        return true;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _sessions.Clear();
            _order.Clear();
        }
    }
}
