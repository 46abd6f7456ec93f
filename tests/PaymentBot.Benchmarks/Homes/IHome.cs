using System.Net;
using PaymentBot.Storage;

namespace PaymentBot.Benchmarks.Homes;

/// <summary>A place our bot lives in, with a store of its own that is empty at first.</summary>
internal interface IHome : IAsyncDisposable
{
    /// <summary>For the tables.</summary>
    string Name { get; }

    /// <summary>The bot's tables, to fill them before it starts.</summary>
    ITableStore Tables { get; }

    /// <summary>The bot's blobs.</summary>
    IBlobStore Blobs { get; }

    /// <summary>Headers that the ERP's calls need here besides the signature, each with its line end.</summary>
    string ErpHeaders { get; }

    /// <summary>Starts the bot, which must not run.</summary>
    /// <param name="standIn">Telegram and the ERP.</param>
    /// <returns>Where it answers; perhaps not yet.</returns>
    Task<IPEndPoint> StartAsync(string standIn);

    /// <summary>The process id of the bot that was started.</summary>
    int ProcessId { get; }

    /// <summary>Ends the bot.</summary>
    Task StopAsync();
}
