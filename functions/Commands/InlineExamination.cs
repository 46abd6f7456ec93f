using PaymentBot.Bot.Settings;
using PaymentBot.Bot.Telegram;
using PaymentBot.Cards.Inline;
using Telegram.Bot;

namespace PaymentBot.Functions.Commands;

/// <summary>Finds out whether requests can be searched for from chats. Whether Telegram tells of chosen results, nobody but @BotFather knows.</summary>
internal static class InlineExamination
{
    private const string What = "inline";

    /// <summary>Looks.</summary>
    /// <param name="services">The bot.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Finding> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var disclosure = services.GetRequiredService<BotSettings>().Bot.InlineDisclosure;
        if (disclosure == InlineDisclosure.Off)
        {
            return new Finding(true, What, "searching from chats is off (Bot__InlineDisclosure)");
        }

        try
        {
            var bot = await services.GetRequiredService<TelegramClient>().GetMe(cancellationToken);
            return new Finding(
                bot.SupportsInlineQueries,
                What,
                bot.SupportsInlineQueries
                    ? $"requests can be searched for from chats ({disclosure}); for their cards to follow, @BotFather's /setinlinefeedback has to be 100%"
                    : "inline mode is off; send /setinline and /setinlinefeedback (100%) to @BotFather, or set Bot__InlineDisclosure to Off"
            );
        }
        catch (TelegramApiException exception)
        {
            return new Finding(false, What, $"Telegram did not say ({exception.ErrorClass})");
        }
    }
}
