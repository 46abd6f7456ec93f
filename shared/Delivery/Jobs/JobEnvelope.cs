namespace PaymentBot.Delivery.Jobs;

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
}
