namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>What the host adds to its calls.</summary>
internal static class HostHeaders
{
    /// <summary>The version this host says it is.</summary>
    public const string Version = "4.1052.200.26";

    /// <summary>On every call.</summary>
    public const string InvocationId = "X-Azure-Functions-InvocationId";

    /// <summary>On every call.</summary>
    public const string HostVersion = "X-Azure-Functions-HostVersion";

    /// <summary>On proxied calls only, with the same id.</summary>
    public const string Correlation = "x-ms-invocation-id";
}
