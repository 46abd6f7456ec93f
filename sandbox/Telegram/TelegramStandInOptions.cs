namespace PaymentBot.Sandbox.Telegram;

/// <summary>How the Telegram stand-in behaves.</summary>
internal sealed class TelegramStandInOptions
{
    /// <summary>The token the bot has to use: <c>id:secret</c>.</summary>
    public string BotToken { get; init; } = "7000000001:sandbox-token";

    public string BotUsername { get; init; } = "payment_sandbox_bot";

    public string BotName { get; init; } = "Согласование платежей";

    /// <summary>The loopback port, 0 for any free one.</summary>
    public int Port { get; init; }

    public IReadOnlyList<TelegramUser> Users { get; init; } = [];

    public IReadOnlyList<TelegramGroup> Groups { get; init; } = [];

    /// <summary>Makes a started private chat (or a group, for a negative id) of every chat id the bot names.</summary>
    public bool CreateUnknownChats { get; init; }

    /// <summary>Added to every Bot API call.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Refuses calls above the limits of <see cref="Rates"/> with 429.</summary>
    public bool EnforceRates { get; init; }

    public RateLimits Rates { get; init; } = new();

    /// <summary>How long a tap is offered to the webhook: Telegram drops it after 150 seconds.</summary>
    public TimeSpan TapLifetime { get; init; } = TimeSpan.FromSeconds(150);

    /// <summary>How long after the tap answerCallbackQuery is accepted. Telegram documents no figure; reports say about 15 seconds.</summary>
    public TimeSpan TapAnswerWindow { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an inline query is offered to the webhook, and how long its answer is accepted.</summary>
    public TimeSpan InlineLifetime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a chosen result is offered to the webhook.</summary>
    public TimeSpan ChosenLifetime { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Whether the bot is told of chosen results: @BotFather's /setinlinefeedback at 100 %.</summary>
    public bool InlineFeedback { get; init; } = true;

    /// <summary>Whether inline mode is on: @BotFather's /setinline.</summary>
    public bool InlineMode { get; init; } = true;

    /// <summary>How long a message or a change of membership is offered to the webhook.</summary>
    public TimeSpan UpdateLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long the webhook may take to answer.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Refuses setWebhook addresses that are not https, as Telegram does.</summary>
    public bool RequireHttpsWebhook { get; init; }

    /// <summary>Takes buttons that open an address of this machine, which Telegram refuses.</summary>
    public bool AllowLocalButtons { get; init; }

    /// <summary>Refuses a second setWebhook within one second, as Telegram does.</summary>
    public bool LimitSetWebhook { get; init; }
}
