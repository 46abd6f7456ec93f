using PaymentBot.Erp.People;

namespace PaymentBot.Bot.SignIn.Google;

/// <summary>What came of redeeming a code.</summary>
public abstract record GoogleResult
{
    private GoogleResult() { }

    /// <summary>Google vouches for the mailbox, and its domain may sign in.</summary>
    /// <param name="Email">The mailbox.</param>
    /// <param name="RefreshToken">The token that shows later whether the account still lives, a secret; null when Google gave none.</param>
    public sealed record Proven(EmailAddress Email, string? RefreshToken) : GoogleResult
    {
        /// <summary>The domain only.</summary>
        public override string ToString() => $"{nameof(Proven)} {Email}";
    }

    /// <summary>Nothing is proven; the same code will not do better.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(GoogleRefusal Reason) : GoogleResult;

    /// <summary>Google did not answer in time, or not with anything of use. The person may start again.</summary>
    public sealed record Unreachable : GoogleResult;
}
