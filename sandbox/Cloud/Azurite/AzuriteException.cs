namespace PaymentBot.Sandbox.Cloud.Azurite;

/// <summary>Azurite is missing or did not start; the message says what to do.</summary>
/// <param name="message">What is wrong.</param>
internal sealed class AzuriteException(string message) : Exception(message);
