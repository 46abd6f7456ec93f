using PaymentBot.Testing;

namespace PaymentBot.Tests.OneC;

/// <summary>The sample itself, case by case, without a bot.</summary>
public sealed class SampleTests
{
    public static TheoryData<string> Cases { get; } = CaseList.Names(_ => true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sample_passes(string name) => Sample.Check(name, new ManualTimeProvider());
}
