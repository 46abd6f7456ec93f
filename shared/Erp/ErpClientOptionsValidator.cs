using Microsoft.Extensions.Options;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Erp;

/// <summary>Names every setting that is wrong, and never a secret's value.</summary>
internal sealed class ErpClientOptionsValidator : IValidateOptions<ErpClientOptions>
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan MaxTimeout = TimeSpan.FromMinutes(2);

    public ValidateOptionsResult Validate(string? name, ErpClientOptions options)
    {
        var failures = new List<string>();
        if (!IsAddress(options.DecisionUrl))
        {
            failures.Add("Erp__DecisionUrl must be an absolute http or https address without user and password.");
        }

        if (!WebhookKey.TryParse(options.OutboundKey, out _))
        {
            failures.Add("Erp__OutboundKey must be whsec_ followed by the base64 of 24 to 64 bytes.");
        }

        if (options.Timeout < MinTimeout || options.Timeout > MaxTimeout)
        {
            failures.Add("Erp__Timeout must be between 00:00:01 and 00:02:00.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https" or "http", UserInfo.Length: 0 };
}
