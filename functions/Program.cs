using System.Runtime.InteropServices;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Commands;
using PaymentBot.Functions.Hosting;

if (CommandLine.IsCommand(args))
{
    return await CommandLine.RunAsync(args);
}

try
{
    var asked = false;
    void Note(PosixSignalContext context) => asked = true;
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Note);
    using var quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Note);
    await using var app = BotHost.Build(args);
    await app.RunAsync();

    // Nobody asked, so something inside gave up. The Functions host, like systemd, starts again only what ended with a fault.
    return asked ? 0 : 1;
}
catch (Exception exception) when (exception is SettingsException or IOException)
{
    // A wrong setting, or an address that is taken: the message says which.
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
