using System.Text.Json.Nodes;
using PaymentBot.Bot.People;
using PaymentBot.Bot.SignIn.Google;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Identity.Google;

/// <summary>A test of signing in against a server on the loopback that has one key and one account.</summary>
public abstract class GoogleTest : IAsyncLifetime
{
    private readonly List<GoogleSignIn> _made = [];

    protected GoogleTest() => Forge = new IdTokenForge(Clock);

    private protected static CancellationToken None => CancellationToken.None;

    private protected ManualTimeProvider Clock { get; } = new();

    private protected CapturingLogger<GoogleSignIn> Logger { get; } = new();

    private protected IdTokenForge Forge { get; }

    private protected GoogleServer Server { get; private set; } = null!;

    private protected GoogleSignIn SignIn { get; private set; } = null!;

    private protected BrowserSession Session { get; } = BrowserSession.Create(SecretText.HashOf("ticket"));

    public async Task InitializeAsync()
    {
        Server = await GoogleServer.StartAsync();
        Server.Certificates = (200, Forge.CertificatesOf(IdTokenForge.KeyId));
        SignIn = Make(Server.Options("example.ru"));
    }

    public async Task DisposeAsync()
    {
        _made.ForEach(made => made.Dispose());
        await Server.DisposeAsync();
        Forge.Dispose();
    }

    private protected GoogleSignIn Make(GoogleOptions options, GoogleHandlerFactory? handlerFactory = null)
    {
        var made = new GoogleSignIn(options, Clock, Logger, handlerFactory);
        _made.Add(made);
        return made;
    }

    /// <summary>Redeems a code for which the server answers with that ID token.</summary>
    private protected Task<GoogleResult> RedeemAsync(string? idToken)
    {
        Server.AnswerWith(
            new JsonObject
            {
                ["access_token"] = "ya29.access",
                ["expires_in"] = 3599,
                ["refresh_token"] = "1//0refresh",
                ["scope"] = "openid email profile",
                ["token_type"] = "Bearer",
                ["id_token"] = idToken,
            }
        );
        return SignIn.RedeemAsync("code-1", Session, None);
    }

    /// <summary>Redeems a code for a genuine token of which the test changed a claim.</summary>
    private protected Task<GoogleResult> RedeemAsync(Action<JsonObject> change)
    {
        var claims = Forge.Claims(Session.Nonce);
        change(claims);
        return RedeemAsync(Forge.Sign(claims));
    }

    private protected static void AssertRefused(GoogleRefusal reason, GoogleResult result) =>
        Assert.Equal(new GoogleResult.Refused(reason), result);

    /// <summary>The token was refused by exactly that check, and the log holds nothing of it.</summary>
    private protected void AssertFlaw(IdTokenFlaw flaw, GoogleResult result)
    {
        AssertRefused(GoogleRefusal.BadToken, result);
        var (_, line) = Assert.Single(Logger.Lines);
        Assert.Contains($"failed the check {flaw} ", line, StringComparison.Ordinal);
        AssertLogHoldsNoSecret();
    }

    private protected void AssertLogHoldsNoSecret() =>
        Assert.All(
            Logger.Lines,
            entry =>
            {
                Assert.DoesNotContain("code-1", entry.Line, StringComparison.Ordinal);
                Assert.DoesNotContain(
                    "refresh",
                    entry.Line.Replace("refresh token", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
                Assert.DoesNotContain("the-secret", entry.Line, StringComparison.Ordinal);
                Assert.DoesNotContain("eyJ", entry.Line, StringComparison.Ordinal);
                Assert.DoesNotContain(Session.Nonce, entry.Line, StringComparison.Ordinal);
                Assert.DoesNotContain(Session.CodeVerifier, entry.Line, StringComparison.Ordinal);
            }
        );
}
