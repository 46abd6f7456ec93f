using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace PaymentBot.Functions.Observability;

/// <summary>
/// Writes each log entry as one line of JSON: the Functions host makes a trace of its own from every line. The invocation and the trace are named, for the
/// host does not say which call a line belongs to.
/// </summary>
/// <param name="timeProvider">The clock.</param>
internal sealed class LogLineFormatter(TimeProvider timeProvider) : ConsoleFormatter(FormatterName)
{
    /// <summary>What <see cref="ConsoleLoggerOptions.FormatterName" /> calls it.</summary>
    public const string FormatterName = "line";

    private const string OriginalFormat = "{OriginalFormat}";

    /// <inheritdoc />
    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        textWriter.Write(Format(logEntry, scopeProvider, timeProvider.GetUtcNow()));
        textWriter.Write('\n');
    }

    /// <summary>Makes the line, without its end.</summary>
    /// <param name="logEntry">The entry.</param>
    /// <param name="scopeProvider">Knows the call it belongs to.</param>
    /// <param name="now">When it is written.</param>
    public static string Format<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        DateTimeOffset now
    )
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("Timestamp", now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("LogLevel", logEntry.LogLevel.ToString());
            json.WriteString("Category", logEntry.Category);
            json.WriteNumber("EventId", logEntry.EventId.Id);
            WriteCall(json, scopeProvider);
            json.WriteString("Message", LogRedaction.Apply(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            if (logEntry.Exception is { } exception)
            {
                json.WriteString("Exception", LogRedaction.Apply(exception.ToString()));
            }

            WriteState(json, logEntry.State);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteCall(Utf8JsonWriter json, IExternalScopeProvider? scopes)
    {
        if (InvocationScope.Current(scopes) is { } invocation)
        {
            json.WriteString("InvocationId", invocation.InvocationId);
        }

        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity)
        {
            json.WriteString("TraceId", activity.TraceId.ToHexString());
            json.WriteString("SpanId", activity.SpanId.ToHexString());
        }
    }

    private static void WriteState<TState>(Utf8JsonWriter json, TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return;
        }

        json.WriteStartObject("State");
        foreach (var (name, value) in values)
        {
            if (!string.Equals(name, OriginalFormat, StringComparison.Ordinal))
            {
                WriteValue(json, name, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, LogRedaction.Apply(Convert.ToString(value, CultureInfo.InvariantCulture)));
                break;
        }
    }
}
