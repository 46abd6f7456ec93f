using System.Text.Json;
using PaymentBot.Approvals;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Requests;

/// <summary>What an approver signs, without where the document stands: the same text as long as the revision grows only because somebody has agreed.</summary>
internal static class Substance
{
    /// <summary>22 characters that differ when anything but route, status, revision, groups and priority differs.</summary>
    public static string KeyOf(PaymentRequest request)
    {
        var signed = request with
        {
            Revision = 0,
            Status = RequestStatus.Pending,
            Route = [],
            Groups = [],
            Priority = null,
        };
        return StorageKey.Of(JsonSerializer.Serialize(signed, LedgerJsonContext.Default.PaymentRequest));
    }
}
