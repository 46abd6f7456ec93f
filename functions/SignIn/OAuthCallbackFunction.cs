using Microsoft.Azure.Functions.Worker;

namespace PaymentBot.Functions.SignIn;

/// <summary><c>GET /api/oauth/callback</c>, where Google sends the browser back to; and <c>POST</c>, by which its owner says that it was somebody else who asked.</summary>
/// <param name="gate">Stands before all that browsers call.</param>
public sealed class OAuthCallbackFunction(SignInGate gate)
{
    /// <summary>Answers one call.</summary>
    /// <param name="request">The call.</param>
    [Function("OAuthCallback")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Routes.OAuthCallback)] HttpRequest request
    ) =>
        HttpMethods.IsPost(request.Method)
            ? gate.RunAsync<SignInDenial>(request, denial => denial.AnswerAsync(request))
            : gate.RunAsync<SignInReturn>(request, comeback => comeback.AnswerAsync(request));
}
