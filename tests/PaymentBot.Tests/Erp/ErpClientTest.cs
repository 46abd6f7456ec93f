using System.Net;
using PaymentBot.Approvals;
using PaymentBot.Erp;
using PaymentBot.Erp.Snapshots;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Erp;

/// <summary>A client whose ERP is played by the test.</summary>
public abstract class ErpClientTest
{
    private protected const string Key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private protected ManualTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1614265330));
    private protected CapturingLogger<ErpClient> Log { get; } = new();

    public static Decision Decision { get; } =
        new()
        {
            Id = "evt_0123456789abcdefABCDEF",
            RequestId = new RequestId("6f1c0a52-0001-0001-0001-000000000001"),
            Revision = 7,
            ContentHash = "sha256:" + new string('0', 64),
            Stage = 2,
            Approver = new Person(new ErpId("user-2"), "Сидоров", "sidorov@example.ru"),
            TelegramUserId = 4_000_000_001,
            AuthenticatedAt = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
            Kind = DecisionKind.Reject,
            Comment = "Нет бюджета",
            DecidedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(3)),
        };

    private protected Task<DecisionAnswer> Submit(HttpStatusCode status, string body) =>
        Client(Answering(status, body)).SubmitAsync(Decision, CancellationToken.None);

    private protected ErpClient Client(RecordingHandler erp) =>
        new(
            erp,
            new ErpClientOptions { DecisionUrl = "https://erp.example/decisions", OutboundKey = Key },
            new SnapshotReader(SnapshotSample.Moscow),
            Time,
            Log
        );

    private protected static RecordingHandler Answering(HttpStatusCode status, string body) =>
        new((_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) }));

    private protected static async Task<HttpResponseMessage> NeverAsync(
        HttpRequestMessage request,
        CancellationToken token
    )
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var registration = token.Register(() => never.TrySetCanceled(token));
        return await never.Task;
    }
}
