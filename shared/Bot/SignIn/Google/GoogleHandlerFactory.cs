namespace PaymentBot.Bot.SignIn.Google;

/// <summary>Gives the handler that carries the requests to Google. Registered as a service, it replaces the network, as in tests.</summary>
/// <returns>A handler that follows no redirects, which <see cref="GoogleSignIn"/> disposes.</returns>
public delegate HttpMessageHandler GoogleHandlerFactory();
