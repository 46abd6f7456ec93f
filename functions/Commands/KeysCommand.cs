using System.CommandLine;
using System.Globalization;
using PaymentBot.Bot.Settings;
using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.Commands;

/// <summary><c>keys rotate</c>: what an operator does after a new <c>Bot__EncryptionKey</c>.</summary>
internal static class KeysCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("keys", "The key that encrypts Google's tokens.") { CreateRotate() };

    private static Command CreateRotate()
    {
        var command = new Command(
            "rotate",
            "Encrypts every token with Bot__EncryptionKey; those of Bot__FormerEncryptionKey are read for the last time."
        );
        command.RunsWithBot(
            (services, _, output, cancellationToken) => RotateAsync(services, output, cancellationToken)
        );
        return command;
    }

    private static async Task<int> RotateAsync(
        IServiceProvider services,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (services.GetRequiredService<BotSettings>().EncryptionKey is null)
        {
            throw new SettingsException(["Bot__EncryptionKey is missing: there is no key to encrypt with."]);
        }

        var count = await services.GetRequiredService<KeyRotation>().RunAsync(cancellationToken);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"rotated: {count.Rotated}, current already: {count.Current}, unreadable: {count.Unreadable}"
            )
        );
        if (count.Unreadable == 0)
        {
            return 0;
        }

        await output.WriteLineAsync(
            "The unreadable ones were encrypted with yet another key; their people sign in again."
        );
        return 1;
    }
}
