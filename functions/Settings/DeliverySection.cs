using System.ComponentModel.DataAnnotations;

namespace PaymentBot.Functions.Settings;

/// <summary>The section <c>Delivery</c>.</summary>
internal sealed class DeliverySection
{
    /// <summary>Seconds before a card whose sending had no answer is sent again.</summary>
    [Range(0, 86400, ErrorMessage = "Delivery__UnknownGraceSeconds must be 0 to 86400.")]
    public int UnknownGraceSeconds { get; set; } = 60;

    /// <summary>Seconds a group's card waits for the files of its request.</summary>
    [Range(0, 3600, ErrorMessage = "Delivery__FilesGraceSeconds must be 0 to 3600.")]
    public int FilesGraceSeconds { get; set; } = 30;

    /// <summary>Seconds a queue message stays hidden while it is worked on; it is renewed as long as the work goes on.</summary>
    [Range(1, 600, ErrorMessage = "Delivery__LeaseSeconds must be 1 to 600.")]
    public int LeaseSeconds { get; set; } = 30;
}
