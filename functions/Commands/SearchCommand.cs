using System.CommandLine;
using System.Globalization;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Search;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Commands;

/// <summary><c>search rebuild</c>: brings every request into the index that searching needs.</summary>
internal static class SearchCommand
{
    private const int AtOnce = 16;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var rebuild = new Command(
            "rebuild",
            "Writes the whole index anew, for requests from before there was one. The bot may go on working."
        );
        rebuild.RunsWithBot(
            (services, _, output, cancellationToken) => RebuildAsync(services, output, cancellationToken)
        );
        return new Command("search", "The index that requests are searched by.") { rebuild };
    }

    private static async Task<int> RebuildAsync(
        IServiceProvider services,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        var tables = services.GetRequiredService<ITableStore>();
        var count = 0;
        string? token = null;
        do
        {
            var page = await tables.QueryAsync(TableName.Requests, new TableQuery(), token, cancellationToken);
            foreach (var run in page.Rows.Chunk(AtOnce))
            {
                await Task.WhenAll(run.Select(row => IndexAsync(services, row, cancellationToken)));
                count += run.Length;
            }

            token = page.ContinuationToken;
        } while (token is not null);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} requests are in the index."));
        return 0;
    }

    /// <summary>Until nobody else has worked on the same request meanwhile.</summary>
    private static async Task IndexAsync(
        IServiceProvider services,
        TableEntity row,
        CancellationToken cancellationToken
    )
    {
        var key = new RequestKey(row.PartitionKey);
        var states = services.GetRequiredService<RequestStateReader>();
        var index = services.GetRequiredService<SearchIndex>();
        while (
            await states.ReadAsync(key, cancellationToken) is { } state
            && !await index.UpdateAsync(state.Request, state.Deciders, anew: true, cancellationToken)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
