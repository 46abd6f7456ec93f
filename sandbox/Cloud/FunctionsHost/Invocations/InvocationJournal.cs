using System.Collections.Concurrent;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>Notes invocations.</summary>
/// <param name="log">Gets a line at the begin and the end of each.</param>
internal sealed class InvocationJournal(HostLog log)
{
    private readonly ConcurrentQueue<InvocationRecord> _ended = new();

    /// <summary>Raised when an invocation is over.</summary>
    public event Action<InvocationRecord>? Ended;

    /// <summary>Those that are over, oldest first.</summary>
    public IReadOnlyCollection<InvocationRecord> All => _ended;

    /// <summary>Notes the begin of one.</summary>
    /// <returns>Its id.</returns>
    public Guid Begin(string function)
    {
        var id = Guid.NewGuid();
        log.Write(HostLogLevel.Information, Category(function), $"Executing 'Functions.{function}' (Id={id})");
        return id;
    }

    /// <summary>Notes the end of one.</summary>
    /// <param name="fault">Why it failed, null when it succeeded.</param>
    public void End(Guid id, string function, string? fault)
    {
        var level = fault is null ? HostLogLevel.Information : HostLogLevel.Error;
        var outcome = fault is null ? "Succeeded" : "Failed";
        var text = $"Executed 'Functions.{function}' ({outcome}, Id={id}) {fault}".TrimEnd();
        log.Write(level, Category(function), text);
        var record = new InvocationRecord(id, function, fault);
        _ended.Enqueue(record);
        Ended?.Invoke(record);
    }

    /// <summary>Writes what a function asks to be logged.</summary>
    public void Say(string function, HostLogLevel level, string text) =>
        log.Write(level, $"{Category(function)}.User", text);

    private static string Category(string function) => $"Function.{function}";
}
