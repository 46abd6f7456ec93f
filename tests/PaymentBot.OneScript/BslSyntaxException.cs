namespace PaymentBot.OneScript;

/// <summary>A source that is not well-formed 1C.</summary>
public sealed class BslSyntaxException(string module, int line, string problem)
    : Exception($"{module}, line {line}: {problem}");
