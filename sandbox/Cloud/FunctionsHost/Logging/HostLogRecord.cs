namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

/// <summary>One trace, as Application Insights would hold it.</summary>
/// <param name="At">When.</param>
/// <param name="Level">How bad.</param>
/// <param name="Category">For example <c>Host.Function.Console</c> for what the worker wrote.</param>
/// <param name="Message">One line.</param>
internal sealed record HostLogRecord(DateTimeOffset At, HostLogLevel Level, string Category, string Message)
{
    /// <summary>The category of what the worker writes.</summary>
    public const string Console = "Host.Function.Console";

    /// <summary>The category of what the worker's own machinery reports.</summary>
    public const string Worker = "Worker.rpcWorkerProcess";

    /// <summary>The category of the host itself.</summary>
    public const string Host = "Host.General";

    /// <inheritdoc />
    public override string ToString() => $"{At:HH:mm:ss.fff} {Level} {Category}: {Message}";
}
