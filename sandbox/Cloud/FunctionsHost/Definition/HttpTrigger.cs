namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>A function that is called by HTTP.</summary>
/// <param name="Route">The template below the prefix, without a slash at either end.</param>
/// <param name="Methods">In upper case; none means all.</param>
/// <param name="Level">Which key a caller needs.</param>
internal sealed record HttpTrigger(string Route, IReadOnlyList<string> Methods, AuthorizationLevel Level);
