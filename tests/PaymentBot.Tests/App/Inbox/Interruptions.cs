namespace PaymentBot.Tests.App.Inbox;

/// <summary>What one person does, one thing after another, whatever was begun before.</summary>
/// <param name="Steps">What is done.</param>
/// <param name="Seed">The seed of what is left to chance.</param>
internal sealed record Interruptions(IReadOnlyList<InterruptionStep> Steps, int Seed)
{
    public override string ToString() => $"{string.Join(", ", Steps)}; seed {Seed}";
}
