using Microsoft.Extensions.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

/// <summary>Takes what the platform's own classes log.</summary>
/// <param name="log">Where it goes.</param>
internal sealed class HostLogProvider(HostLog log) : ILoggerProvider
{
    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new HostLogger(log, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
        // Nothing is kept.
    }

    private sealed class HostLogger(HostLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                var level = logLevel >= LogLevel.Error ? HostLogLevel.Error : HostLogLevel.Warning;
                // Some of them hold nothing but their state.
                log.Write(level, category, formatter(state, exception) ?? string.Empty);
            }
        }
    }
}
