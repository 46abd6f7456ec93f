using PaymentBot.Sandbox.Cloud.FunctionsHost;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.EndToEnd.Hosted;

/// <summary>Knows whether a function of an instance has begun since this was made.</summary>
internal sealed class FunctionBegin : IDisposable
{
    private readonly FunctionsHostDouble _host;
    private readonly string _line;
    private volatile bool _isTrue;

    public FunctionBegin(FunctionsHostDouble host, string function)
    {
        _host = host;
        _line = $"Executing 'Functions.{function}'";
        host.Log.Written += Look;
    }

    public bool IsTrue => _isTrue;

    public void Dispose() => _host.Log.Written -= Look;

    private void Look(HostLogRecord record) => _isTrue |= record.Message.StartsWith(_line, StringComparison.Ordinal);
}
