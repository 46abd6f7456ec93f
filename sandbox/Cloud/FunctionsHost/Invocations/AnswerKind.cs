namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>What the host makes of an answer to an envelope.</summary>
internal enum AnswerKind
{
    /// <summary>The function succeeded.</summary>
    Success,

    /// <summary>The function failed.</summary>
    Failure,

    /// <summary>The invocation never completes: an empty 2xx, or JSON null. Only functionTimeout ends it.</summary>
    Never,
}
