using System.ComponentModel.DataAnnotations;

namespace PaymentBot.Functions.Settings;

/// <summary>The section <c>Storage</c>.</summary>
internal sealed class StorageSettings
{
    /// <summary>Which adapter holds the state.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Storage__Provider must be Sqlite.")]
    public StorageProvider Provider { get; set; }

    /// <summary>The file that holds everything.</summary>
    [Required(ErrorMessage = "Storage__SqlitePath is missing: the file that holds everything, such as paymentbot.db.")]
    public string SqlitePath { get; set; } = string.Empty;
}
