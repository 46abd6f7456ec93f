namespace PaymentBot.Tests.App.Support;

/// <summary>What happens to one request, hour by hour.</summary>
/// <param name="Sample">Which ready-made request it is.</param>
/// <param name="Events">What happens.</param>
/// <param name="Seed">The seed of all that goes wrong.</param>
internal sealed record Story(int Sample, IReadOnlyList<StoryEvent> Events, int Seed)
{
    public override string ToString() => $"sample {Sample}: {string.Join(", ", Events)}; seed {Seed}";
}
