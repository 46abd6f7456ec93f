namespace PaymentBot.Functions.Queues;

/// <summary>The queues of <see cref="PaymentBot.Storage.QueueName" />, as triggers have to name them.</summary>
internal static class QueueNames
{
    /// <summary>Requests of which somebody must hear.</summary>
    public const string Notifications = "notifications";

    /// <summary>Cards and messages to be sent.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>Decisions on their way to the ERP.</summary>
    public const string Decisions = "decisions";
}
