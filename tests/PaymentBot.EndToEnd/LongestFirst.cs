using PaymentBot.EndToEnd.Hosted;
using PaymentBot.EndToEnd.Processes;
using PaymentBot.EndToEnd.Vps;
using PaymentBot.Testing;

[assembly: TestCollectionOrderer("PaymentBot.EndToEnd.LongestFirst", "PaymentBot.EndToEnd")]

namespace PaymentBot.EndToEnd;

/// <summary>The hosted bot's tests take minutes, one after the other; a bot that is killed and a Debian that is made take one each.</summary>
internal sealed class LongestFirst()
    : CollectionOrder(
        HostedGroup.Name,
        nameof(KillTests),
        nameof(DebianRootTests),
        nameof(InstallFailureTests),
        nameof(SandboxPlayTests)
    );
