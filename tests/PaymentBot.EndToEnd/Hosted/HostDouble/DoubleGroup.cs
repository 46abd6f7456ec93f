namespace PaymentBot.EndToEnd.Hosted.HostDouble;

/// <summary>Tests of the double run one after the other: each starts processes.</summary>
[CollectionDefinition(Name)]
public sealed class DoubleGroup : ICollectionFixture<DoubleFixture>
{
    public const string Name = "Double of the Functions host";
}
