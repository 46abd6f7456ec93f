namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>One function, as its folder says. Exactly one of the triggers is set.</summary>
internal sealed record FunctionDefinition
{
    /// <summary>The folder's name: the path of its envelopes.</summary>
    public required string Name { get; init; }

    /// <summary>The file it was read from.</summary>
    public required string File { get; init; }

    /// <summary>Whether it is switched off by its file or by an app setting.</summary>
    public required bool Disabled { get; init; }

    /// <summary>Set for a function that is called by HTTP.</summary>
    public HttpTrigger? Http { get; init; }

    /// <summary>Set for a function that gets messages.</summary>
    public QueueTrigger? Queue { get; init; }

    /// <summary>Set for a function that the clock starts.</summary>
    public TimerTrigger? Timer { get; init; }
}
