using PaymentBot.Bot.SignIn;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The HTTP status of a refusal.</summary>
internal static class RefusalStatus
{
    /// <summary>The status, 400 to 503.</summary>
    /// <param name="refusal">Why.</param>
    public static int Of(Refusal refusal) =>
        refusal switch
        {
            Refusal.Malformed or Refusal.NoCookie => StatusCodes.Status400BadRequest,
            Refusal.SwitchedOff or Refusal.TicketGone => StatusCodes.Status404NotFound,
            Refusal.Overtaken or Refusal.AlreadyProven => StatusCodes.Status409Conflict,
            Refusal.TooOften => StatusCodes.Status429TooManyRequests,
            Refusal.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status403Forbidden,
        };
}
