using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Commands;
using PaymentBot.Functions.StandAlone;
using PaymentBot.Functions.Worker;

try
{
    // Three homes: behind the Functions host, which names its address; on its own; or nowhere, for as long as an operator's command takes.
    if (FunctionsHost.IsSupported && FunctionsHost.Started(args))
    {
        return await WorkerHome.RunAsync(args);
    }

    return CommandLine.AsksToServe(args) ? await BotHost.RunAsync(args) : await CommandLine.RunAsync(args);
}
catch (Exception exception) when (exception is SettingsException or IOException)
{
    // A wrong setting, or an address that is taken: the message says which.
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
