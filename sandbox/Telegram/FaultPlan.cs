namespace PaymentBot.Sandbox.Telegram;

/// <summary>The failures that are still to happen.</summary>
internal sealed class FaultPlan(ChangeFeed changes)
{
    private readonly Lock _gate = new();
    private readonly List<TelegramFault> _faults = [];

    /// <summary>The failures left, in the order they will be used.</summary>
    public IReadOnlyList<TelegramFault> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    public void Add(TelegramFault fault)
    {
        lock (_gate)
        {
            if (fault.Times > 0)
            {
                _faults.Add(fault);
            }
        }

        changes.Publish(new SandboxChange("faults"));
    }

    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }

        changes.Publish(new SandboxChange("faults"));
    }

    /// <summary>Uses up one failure meant for this call, or returns null.</summary>
    public TelegramFault? Take(string method)
    {
        TelegramFault fault;
        lock (_gate)
        {
            var index = _faults.FindIndex(fault =>
                fault.Method is null || string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase)
            );
            if (index < 0)
            {
                return null;
            }

            fault = _faults[index];
            if (fault.Times > 1)
            {
                _faults[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                _faults.RemoveAt(index);
            }
        }

        changes.Publish(new SandboxChange("faults"));
        return fault;
    }
}
