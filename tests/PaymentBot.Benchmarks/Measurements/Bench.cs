using PaymentBot.Benchmarks.Processes;

namespace PaymentBot.Benchmarks.Measurements;

/// <summary>What every measurement needs.</summary>
/// <param name="Programs">The bots.</param>
/// <param name="Folder">Where files may lie; removed at the end.</param>
/// <param name="Quick">Smaller and less exact.</param>
/// <param name="Clock">The clock.</param>
internal sealed record Bench(BotPrograms Programs, string Folder, bool Quick, TimeProvider Clock)
{
    /// <summary>Leaves out all other bots, or null.</summary>
    public string? OnlyBot { get; init; }

    /// <summary>Leaves out all other numbers of connections, or null.</summary>
    public string? OnlyConnections { get; init; }

    /// <summary>A store of a name, and the world of a bot that has it.</summary>
    public BotWorld World(string standIn, string store) => new(Folder, standIn, Path.Combine(Folder, store));

    /// <summary>Makes a store equal to another one.</summary>
    public string Copy(string from, string store)
    {
        var to = Path.Combine(Folder, store);
        foreach (var ending in (string[])["", "-wal", "-shm"])
        {
            File.Delete(to + ending);
        }

        File.Copy(from, to);
        return to;
    }
}
