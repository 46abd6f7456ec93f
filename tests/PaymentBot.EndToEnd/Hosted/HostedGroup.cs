namespace PaymentBot.EndToEnd.Hosted;

/// <summary>Tests of the published bot run one after the other: each has a host and a process of its own.</summary>
[CollectionDefinition(Name)]
public sealed class HostedGroup : ICollectionFixture<HostedFixture>
{
    public const string Name = "Published bot behind the double of the Functions host";
}
