using System.ComponentModel.DataAnnotations;

namespace PaymentBot.Functions.Settings;

/// <summary>The section <c>Storage</c>.</summary>
internal sealed class StorageSettings
{
    /// <summary>Which adapter holds the state.</summary>
    [EnumDataType(typeof(StorageProvider), ErrorMessage = "Storage__Provider must be Sqlite or AzureStorage.")]
    public StorageProvider Provider { get; set; }

    /// <summary>The file that holds everything; for <see cref="StorageProvider.Sqlite" /> only.</summary>
    public string SqlitePath { get; set; } = string.Empty;
}
