namespace PaymentBot.Bot.Settings;

/// <summary>The section <c>Delivery</c>.</summary>
public sealed class DeliverySection
{
    /// <summary>Seconds before a card whose sending had no answer is sent again.</summary>
    public int UnknownGraceSeconds { get; set; } = 60;

    /// <summary>Seconds a group's card waits for the files of its request.</summary>
    public int FilesGraceSeconds { get; set; } = 30;

    /// <summary>Seconds a queue message stays hidden while it is worked on; it is renewed as long as the work goes on.</summary>
    public int LeaseSeconds { get; set; } = 30;
}
