namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

/// <summary>How bad it is.</summary>
internal enum HostLogLevel
{
    /// <summary>Nothing to do.</summary>
    Information,

    /// <summary>Somebody should look at it.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,
}
