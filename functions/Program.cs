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
catch (SettingsException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
