namespace PaymentBot.Testing;

/// <summary>A log entry as text, with all its values and its exception.</summary>
internal static class LogLine
{
    public static string Of<TState>(TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(';', pairs) : "";
        return $"{formatter(state, exception)} {values} {exception}";
    }
}
