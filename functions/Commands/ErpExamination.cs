using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaymentBot.Bot.Settings;
using PaymentBot.Erp;

namespace PaymentBot.Functions.Commands;

/// <summary>What <c>doctor</c> looks at between the bot and the ERP; with <c>--erp</c> all that the ERP's programmer wants to know.</summary>
internal static class ErpExamination
{
    private const string Address = "erp";
    private const int MarkLength = 8;

    /// <summary>Clocks may differ by five minutes before signatures are refused; this is early enough to mend it.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    /// <summary>Looks at the one thing that an operator has to know: whether decisions can come to the ERP.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Finding> BrieflyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<BotSettings>().Erp.Mode == ErpMode.Pull)
        {
            return await ErpContactExamination.WaitingAsync(services, Address, cancellationToken);
        }

        return Reached(await services.GetRequiredService<ErpClient>().PingAsync(cancellationToken));
    }

    /// <summary>Looks at everything.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<IReadOnlyList<Finding>> RunAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var settings = services.GetRequiredService<BotSettings>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        List<Finding> findings = [Mode(settings), .. Keys(settings.Erp)];
        if (settings.Erp.Mode == ErpMode.Push)
        {
            var knock = await services.GetRequiredService<ErpClient>().KnockAsync(cancellationToken);
            findings.AddRange([Reached(knock), Signature(knock), Clock(now, knock.Clock)]);
        }
        else
        {
            findings.AddRange([
                await ErpContactExamination.WaitingAsync(services, "waiting", cancellationToken),
                Clock(now, null),
            ]);
        }

        findings.AddRange(await ErpContactExamination.RunAsync(services, now, cancellationToken));
        return findings;
    }

    private static Finding Mode(BotSettings settings)
    {
        var bot = settings.Bot.PublicUrl?.TrimEnd('/') ?? "the bot's address";
        return new Finding(
            true,
            "mode",
            settings.Erp.Mode == ErpMode.Push
                ? $"Push: the bot posts decisions to {settings.Erp.DecisionUrl}; the ERP posts to {bot}/api/erp/notify"
                : $"Pull: the ERP fetches decisions by GET {bot}/api/erp/decisions and posts what became of them to {bot}/api/erp/decisions/ack"
        );
    }

    /// <summary>A key is told by a mark that its owner can compute too, and that betrays nothing of it.</summary>
    private static IEnumerable<Finding> Keys(ErpSettings erp)
    {
        for (var index = 0; index < erp.InboundKeys.Length; index++)
        {
            yield return new Finding(
                true,
                "key",
                $"the ERP signs with the key marked {MarkOf(erp.InboundKeys[index])} (Erp__InboundKeys__{index.ToString(CultureInfo.InvariantCulture)})"
            );
        }

        yield return new Finding(
            true,
            "key",
            $"the bot signs with the key marked {MarkOf(erp.OutboundKey)} (Erp__OutboundKey); a mark is the first {MarkLength.ToString(CultureInfo.InvariantCulture)} digits of the SHA-256 of the text whsec_..."
        );
    }

    private static string MarkOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..MarkLength];

    private static Finding Reached(ErpKnock knock)
    {
        var milliseconds = knock.Elapsed.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);
        return knock.Fault is null
            ? new Finding(true, Address, $"Erp__DecisionUrl answered in {milliseconds} ms (status {knock.Status})")
            : new Finding(
                false,
                Address,
                $"Erp__DecisionUrl did not answer ({knock.Fault}); is the address right and the base running?"
            );
    }

    private static Finding Signature(ErpKnock knock) =>
        knock.Status switch
        {
            null => new Finding(false, "signature", "not known: the ERP did not answer"),
            401 or 403 => new Finding(
                false,
                "signature",
                $"the ERP did not accept a call signed with Erp__OutboundKey (status {knock.Status}); compare the marks of the keys and the clocks, and look whether the web server itself wants a login"
            ),
            404 => new Finding(
                false,
                "signature",
                "not known: there is nothing at Erp__DecisionUrl (status 404); is the HTTP service published?"
            ),
            >= 500 => new Finding(
                false,
                "signature",
                $"not known: the ERP failed on a signed event of type {DecisionEvent.PingType} (status {knock.Status}); its event log says why"
            ),
            _ => new Finding(
                true,
                "signature",
                $"a call signed with Erp__OutboundKey was let in (status {knock.Status} to an event of type {DecisionEvent.PingType}, which asks for nothing)"
            ),
        };

    private static Finding Clock(DateTimeOffset now, DateTimeOffset? other)
    {
        var mine = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        if (other is not { } theirs)
        {
            return new Finding(true, "clock", $"here it is {mine} UTC; a signature counts for five minutes");
        }

        var off = (theirs - now).Duration();
        var seconds = off.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        return new Finding(
            off < Tolerance,
            "clock",
            $"here it is {mine} UTC, the ERP's server differs by {seconds} s; a signature counts for five minutes"
        );
    }
}
