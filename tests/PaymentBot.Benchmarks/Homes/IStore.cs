using PaymentBot.Storage;

namespace PaymentBot.Benchmarks.Homes;

/// <summary>A store as the benchmark fills it.</summary>
internal interface IStore
{
    ITableStore Tables { get; }

    IBlobStore Blobs { get; }

    /// <summary>Lets go of what the bot wants for itself.</summary>
    ValueTask CloseAsync();
}
