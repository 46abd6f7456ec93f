namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Which key a caller needs: <c>authLevel</c>.</summary>
internal enum AuthorizationLevel
{
    /// <summary>None.</summary>
    Anonymous,

    /// <summary>The function's, the host's or the master key.</summary>
    Function,

    /// <summary>The master key.</summary>
    Admin,
}
