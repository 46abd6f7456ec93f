using System.Text.Json.Serialization;

namespace PaymentBot.Bot.Jobs;

/// <summary>
/// The form of every queue message: the payload lies one level down, for the Functions host copies top-level properties of a message into its
/// own metadata.
/// </summary>
/// <typeparam name="T">The job.</typeparam>
/// <param name="V">The form's version; a reader refuses a newer one.</param>
/// <param name="Data">The job.</param>
public sealed record JobEnvelope<T>(int V, T Data)
{
    /// <summary>The version written now.</summary>
    public const int CurrentVersion = 1;

    /// <summary>
    /// The trace that put the message (https://www.w3.org/TR/trace-context/#traceparent-header), for the work on it to go on in; null when there was none, or
    /// an earlier version wrote it.
    /// </summary>
    [JsonPropertyOrder(-1)]
    public string? Traceparent { get; init; }
}
