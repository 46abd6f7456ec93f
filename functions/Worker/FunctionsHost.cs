using System.Diagnostics.CodeAnalysis;

namespace PaymentBot.Functions.Worker;

/// <summary>Whether the program is at home behind the Azure Functions host.</summary>
internal static class FunctionsHost
{
    /// <summary>The host names its own address this way, and nobody else has a reason to.</summary>
    private const string Option = "--functions-uri";

    /// <summary>False in a program that was published for the other home alone: all of this folder, and what it refers to, is then left out of it.</summary>
    [FeatureSwitchDefinition("PaymentBot.FunctionsHost")]
    public static bool IsSupported =>
        !AppContext.TryGetSwitch("PaymentBot.FunctionsHost", out var isSupported) || isSupported;

    /// <summary>Whether the host started this process.</summary>
    /// <param name="args">The command line.</param>
    public static bool Started(string[] args) =>
        Array.Exists(
            args,
            argument =>
                string.Equals(argument, Option, StringComparison.Ordinal)
                || argument.StartsWith($"{Option}=", StringComparison.Ordinal)
        );
}
