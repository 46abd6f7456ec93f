namespace PaymentBot.Tests.App.Support;

/// <summary>FsCheck's properties are synchronous: this is where they wait.</summary>
internal static class Blocking
{
    public static void Run(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();
}
