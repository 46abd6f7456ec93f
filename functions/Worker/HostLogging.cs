using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using PaymentBot.Functions.Observability;

namespace PaymentBot.Functions.Worker;

/// <summary>
/// The way of log entries behind the host. What is logged within a function goes over the worker's channel, so that the host knows the call and the level; the
/// host drops whatever else comes that way, so the rest is written to the console, which it records too. Both carry the same line, with secrets struck out.
/// </summary>
internal static class HostLogging
{
    /// <summary>Puts it in the place of every other way.</summary>
    /// <param name="builder">The worker's builder.</param>
    public static void Add(FunctionsApplicationBuilder builder)
    {
        var worker = builder.Services.Last(IsOfTheWorker).ImplementationType!;
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton<ConsoleFormatter, LogLineFormatter>();

        // The host takes a line of the standard error for an error.
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.FormatterName = LogLineFormatter.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Error;
        });
        builder.Services.AddSingleton<ILoggerProvider>(services => new Provider(
            (ILoggerProvider)ActivatorUtilities.CreateInstance(services, worker),
            ActivatorUtilities.CreateInstance<ConsoleLoggerProvider>(services),
            services.GetRequiredService<TimeProvider>()
        ));
    }

    private static bool IsOfTheWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(ILoggerProvider)
        && service.ImplementationType?.Namespace is "Microsoft.Azure.Functions.Worker.Logging";

    private sealed class Provider(ILoggerProvider worker, ILoggerProvider console, TimeProvider timeProvider)
        : ILoggerProvider,
            ISupportExternalScope
    {
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public ILogger CreateLogger(string categoryName) =>
            new Logger(
                categoryName,
                worker.CreateLogger(categoryName),
                console.CreateLogger(categoryName),
                _scopes,
                timeProvider
            );

        public void SetScopeProvider(IExternalScopeProvider scopeProvider)
        {
            _scopes = scopeProvider;
            (worker as ISupportExternalScope)?.SetScopeProvider(scopeProvider);
            (console as ISupportExternalScope)?.SetScopeProvider(scopeProvider);
        }

        public void Dispose()
        {
            worker.Dispose();
            console.Dispose();
        }
    }

    private sealed class Logger(
        string category,
        ILogger worker,
        ILogger console,
        IExternalScopeProvider scopes,
        TimeProvider timeProvider
    ) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (InvocationScope.Current(scopes) is null)
            {
                console.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            // The exception is in the line, where it was looked through; beside it the host would get it as it is.
            var entry = new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter);
            var line = LogLineFormatter.Format(entry, scopes, timeProvider.GetUtcNow());
            worker.Log(logLevel, eventId, line, null, static (text, _) => text);
        }
    }
}
