namespace PaymentBot.Sandbox.Cloud.FunctionsHost;

/// <summary>The host does not start: something in the folder, in a setting or in the handler is wrong. The message names the file.</summary>
/// <param name="message">What is wrong, in one line.</param>
/// <param name="inner">What led to it.</param>
internal sealed class FunctionsHostException(string message, Exception? inner = null) : Exception(message, inner);
