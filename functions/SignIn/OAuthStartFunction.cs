using Microsoft.Azure.Functions.Worker;

namespace PaymentBot.Functions.SignIn;

/// <summary><c>GET /api/oauth/start?ticket=</c>: where a sign-in begins.</summary>
/// <param name="gate">Stands before all that browsers call.</param>
public sealed class OAuthStartFunction(SignInGate gate)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("OAuthStart")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OAuthStart)] HttpRequest request
    ) => gate.RunAsync<SignInStart>(request, start => start.AnswerAsync(request));
}
