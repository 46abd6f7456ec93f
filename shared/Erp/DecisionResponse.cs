using System.Net;
using PaymentBot.Approvals;

namespace PaymentBot.Erp;

/// <summary>Says what an HTTP answer of the ERP means for the decision.</summary>
internal sealed class DecisionResponse(AnswerReader answers, TimeProvider timeProvider)
{
    private const int TooEarly = 425;

    public async Task<DecisionAnswer> ReadAsync(
        RequestId requestId,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            return FromStatus(status, RetryAfter.Read(response.Headers.RetryAfter, timeProvider.GetUtcNow()));
        }

        var body = await BoundedContent.ReadAsync(response.Content, cancellationToken);
        return body is not null && answers.Read(body, requestId) is { } answer
            ? answer
            : new DecisionAnswer.Retry(null, $"status {status} with an answer that cannot be understood");
    }

    private static DecisionAnswer FromStatus(int status, TimeSpan? retryAfter) =>
        status switch
        {
            >= 500 or (int)HttpStatusCode.RequestTimeout or TooEarly or (int)HttpStatusCode.TooManyRequests =>
                new DecisionAnswer.Retry(retryAfter, $"status {status}"),
            >= 400 => new DecisionAnswer.Rejected(status, $"status {status}"),
            _ => new DecisionAnswer.Retry(
                null,
                $"status {status}: redirects are not followed, set Erp__DecisionUrl to the final address"
            ),
        };
}
