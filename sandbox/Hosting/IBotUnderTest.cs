namespace PaymentBot.Sandbox.Hosting;

/// <summary>The bot as the sandbox sees it: it can be started on a fresh store, told who is who, and stopped.</summary>
internal interface IBotUnderTest
{
    /// <summary>Starts the bot; completes when it listens at <see cref="BotSettings.Url"/>.</summary>
    Task StartAsync(BotSettings settings, CancellationToken cancellationToken);

    /// <summary>Ties a Telegram user to an ERP person.</summary>
    Task LinkAsync(long telegramUserId, string erpId, string? languageCode, CancellationToken cancellationToken);

    /// <summary>Who is tied to whom: ERP ids by Telegram user, or null when nobody can tell.</summary>
    Task<IReadOnlyDictionary<long, string>?> LinkedAsync(CancellationToken cancellationToken);

    /// <summary>Stops the bot; a stopped bot can be started again. Does nothing if it does not run.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
