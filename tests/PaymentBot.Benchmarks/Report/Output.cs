namespace PaymentBot.Benchmarks.Report;

/// <summary>Results go to the standard output, what is going on to the standard error, so that the tables can be piped into a file.</summary>
internal static class Output
{
    public static Task TableAsync(MarkdownTable table) => Console.Out.WriteAsync($"{table}\n");

    public static Task TextAsync(string text) => Console.Out.WriteAsync($"{text}\n\n");

    public static Task ProgressAsync(string text) => Console.Error.WriteAsync($"{text}\n");
}
