using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Search;

/// <summary>What the index should have of one request. Pure.</summary>
internal sealed record SearchEntry
{
    private const int PersonBits = 2;

    /// <summary>Its place in every list.</summary>
    public required SearchPosition Position { get; init; }

    /// <summary>The lists it stands in, in order.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>What every row of it holds.</summary>
    public required byte[] Mark { get; init; }

    /// <summary>The amount, near enough to pass over what is far off.</summary>
    public required double Amount { get; init; }

    /// <summary>22 characters that differ when a row of it has to be written anew.</summary>
    public string Shape =>
        StorageKey.Of(
            string.Create(CultureInfo.InvariantCulture, $"{Position.RowKey} {Convert.ToHexString(Mark)} {Amount:R}")
        );

    /// <summary>The entry of a request.</summary>
    /// <param name="request">The snapshot.</param>
    /// <param name="deciders">Who decided through the bot, beside those the snapshot tells of.</param>
    public static SearchEntry Of(PaymentRequest request, IEnumerable<ErpId> deciders)
    {
        var words = SearchWords.Of(request);
        var viewers = ViewersOf(request);
        var mark = new SearchMark();
        foreach (var word in words)
        {
            SearchWords.Mark(mark, word);
        }

        foreach (var viewer in viewers)
        {
            MarkViewer(mark, viewer);
        }

        IEnumerable<string> lists =
        [
            SearchList.All,
            SearchList.Own(request.Initiator.ErpId),
            SearchList.InState(request.Status),
            SearchList.OfSize(request.Total.Amount),
            .. viewers.Select(SearchList.Seen),
            .. request
                .Route.Select(stage => stage.DecidedBy?.ErpId)
                .OfType<ErpId>()
                .Concat(deciders)
                .Select(SearchList.Decided),
            .. words.SelectMany(SearchWords.ListsOf).Distinct(StringComparer.Ordinal).Select(SearchList.WithWord),
        ];
        return new SearchEntry
        {
            Position = SearchPosition.Of(request),
            Lists = [.. lists.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Mark = mark.ToArray(),
            Amount = (double)request.Total.Amount,
        };
    }

    /// <summary>Adds a person who may see the request, or who looks.</summary>
    public static void MarkViewer(SearchMark mark, ErpId person) => mark.Add($"v{person.Value}", PersonBits);

    /// <summary>The row in one list.</summary>
    public TableEntity RowIn(string list) => new(list, Position.RowKey) { ["Mark"] = Mark, ["Amount"] = Amount };

    private static List<ErpId> ViewersOf(PaymentRequest request) =>
        [
            .. request
                .Route.SelectMany(stage => stage.Approvers)
                .Select(approver => approver.ErpId)
                .Append(request.Initiator.ErpId)
                .Distinct(),
        ];
}
