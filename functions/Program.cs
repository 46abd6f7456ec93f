using PaymentBot.Functions.Commands;
using PaymentBot.Functions.Hosting;
using PaymentBot.Functions.Settings;

if (CommandLine.IsCommand(args))
{
    return await CommandLine.RunAsync(args);
}

try
{
    await using var app = BotHost.Build(args);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingsException or IOException)
{
    // A wrong setting, or an address that is taken: the message says which.
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
