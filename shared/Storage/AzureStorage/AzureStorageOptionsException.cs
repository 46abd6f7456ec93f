namespace PaymentBot.Storage.AzureStorage;

/// <summary>The options do not name a storage account; asking again is useless.</summary>
/// <param name="message">What is wrong, by the names of settings and parts, never their values.</param>
public sealed class AzureStorageOptionsException(string message) : Exception(message);
