namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Handler;

/// <summary>Why a run of the handler is over.</summary>
internal enum HandlerEnd
{
    /// <summary>The host stops.</summary>
    Stopping,

    /// <summary>It ended with code 0: nobody starts it again.</summary>
    Gone,

    /// <summary>A run that does not count is followed by the next one: code 200, or a function that took too long.</summary>
    Restart,

    /// <summary>It crashed, or did not open its port in time.</summary>
    Error,
}
