using System.Net.Http.Headers;
using PaymentBot.Approvals;
using PaymentBot.Erp.Signatures;

namespace PaymentBot.Erp;

/// <summary>Makes the signed call that hands over a decision; anew for each attempt, since the timestamp has to be fresh.</summary>
internal sealed class DecisionRequest(Uri address, WebhookSigner signer)
{
    public HttpRequestMessage For(Decision decision) => Sign(decision.Id, DecisionEvent.Write(decision));

    /// <summary>A signed call that asks for nothing.</summary>
    public HttpRequestMessage Ping(string id, DateTimeOffset now) => Sign(id, DecisionEvent.WritePing(id, now));

    private HttpRequestMessage Sign(string id, byte[] body)
    {
        var signature = signer.Sign(id, body);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(DecisionEvent.ContentType);
        request.Headers.Add(WebhookHeader.Id, signature.Id);
        request.Headers.Add(WebhookHeader.Timestamp, signature.Timestamp);
        request.Headers.Add(WebhookHeader.Signature, signature.Signature);
        return request;
    }
}
