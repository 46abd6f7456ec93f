namespace PaymentBot.Bot.Telegram;

/// <summary>Gives the handler that carries the client's requests. Registered as a service, it replaces the network, as in tests.</summary>
/// <returns>A handler, which the client disposes.</returns>
public delegate HttpMessageHandler TelegramHandlerFactory();
