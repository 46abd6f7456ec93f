namespace PaymentBot.OneScript;

/// <summary>What a script sees of the outside.</summary>
internal sealed record BslWorld
{
    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The folder of the script that was started.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>Takes what the script prints.</summary>
    public Action<string> Print { get; init; } = _ => { };

    /// <summary>Waits so many milliseconds.</summary>
    public Action<int> Wait { get; init; } = _ => { };
}
