using System.Net;
using PaymentBot.Erp;

namespace PaymentBot.Tests.Erp;

public sealed class ErpClientFaultTests : ErpClientTest
{
    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(302)]
    [InlineData(204)]
    public async Task A_fault_that_may_pass_is_retried(int status) =>
        Assert.IsType<DecisionAnswer.Retry>(await Submit((HttpStatusCode)status, "secret words"));

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task A_permanent_fault_is_not(int status)
    {
        var rejected = Assert.IsType<DecisionAnswer.Rejected>(await Submit((HttpStatusCode)status, "secret words"));

        Assert.Equal(status, rejected.Status);
    }

    [Fact]
    public async Task A_redirect_says_what_to_fix()
    {
        var retry = Assert.IsType<DecisionAnswer.Retry>(await Submit(HttpStatusCode.Found, ""));

        Assert.Contains("Erp__DecisionUrl", retry.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("0", 0)]
    [InlineData("86400", 3600)]
    [InlineData("Thu, 25 Feb 2021 15:03:10 GMT", 60)]
    [InlineData("Thu, 25 Feb 2021 15:01:10 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Retry_after_is_honoured_up_to_an_hour(string? header, int? seconds)
    {
        var erp = new RecordingHandler(
            (_, _) =>
            {
                var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
                response.Headers.TryAddWithoutValidation("Retry-After", header);
                return Task.FromResult(response);
            }
        );

        var retry = Assert.IsType<DecisionAnswer.Retry>(
            await Client(erp).SubmitAsync(Decision, CancellationToken.None)
        );

        Assert.Equal(seconds, retry.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task The_callTimes_out_by_the_clock()
    {
        var erp = new RecordingHandler(NeverAsync);
        var submit = Client(erp).SubmitAsync(Decision, CancellationToken.None);

        Time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(submit.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("timeout", Assert.IsType<DecisionAnswer.Retry>(await submit).Why);
    }

    [Fact]
    public async Task A_network_fault_is_retried()
    {
        var erp = new RecordingHandler(
            (_, _) => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no erp.example")
        );

        var retry = Assert.IsType<DecisionAnswer.Retry>(
            await Client(erp).SubmitAsync(Decision, CancellationToken.None)
        );

        Assert.Equal("NameResolutionError", retry.Why);
    }

    [Fact]
    public async Task Giving_up_is_told_to_the_caller()
    {
        using var stop = new CancellationTokenSource();
        var submit = Client(new RecordingHandler(NeverAsync)).SubmitAsync(Decision, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submit);
    }
}
