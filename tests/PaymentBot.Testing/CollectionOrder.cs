using Xunit.Abstractions;

namespace PaymentBot.Testing;

/// <summary>
/// Starts those collections first that last longest, in this order, so that none of them runs alone at the end. The rest follows as it comes.
/// </summary>
/// <param name="longest">Names of collections, or of test classes that are in none.</param>
internal abstract class CollectionOrder(params string[] longest) : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(Place);

    private int Place(ITestCollection collection)
    {
        var place = Array.FindIndex(
            longest,
            name => $".{collection.DisplayName}".EndsWith($".{name}", StringComparison.Ordinal)
        );
        return place < 0 ? longest.Length : place;
    }
}
