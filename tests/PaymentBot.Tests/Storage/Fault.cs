using System.Globalization;
using Azure;
using Azure.Core;

namespace PaymentBot.Tests.Storage;

/// <summary>What can happen to a request.</summary>
internal static class Fault
{
    /// <summary>Never arrives.</summary>
    public static ValueTask Drop(HttpMessage message) => throw new RequestFailedException("dropped");

    /// <summary>Arrives and is done; the answer is lost.</summary>
    public static async ValueTask LoseAnswer(HttpMessage message)
    {
        await FaultyTransport.SendAsync(message);
        message.Response.Dispose();
        throw new IOException("lost");
    }

    /// <summary>Arrives and is done; the limit of the attempt is over before the answer comes.</summary>
    public static async ValueTask TimeOutAfterwards(HttpMessage message)
    {
        await FaultyTransport.SendAsync(message);
        message.Response.Dispose();
        throw new TaskCanceledException("The limit of the attempt was reached.");
    }

    /// <summary>The answer is lost, and somebody else does something before the next attempt.</summary>
    public static Func<HttpMessage, ValueTask> LoseAnswerThen(Func<Task> meanwhile) =>
        async message =>
        {
            await FaultyTransport.SendAsync(message);
            message.Response.Dispose();
            await meanwhile();
            throw new IOException("lost");
        };

    /// <summary>Never arrives, and somebody else does something before the next attempt.</summary>
    public static Func<HttpMessage, ValueTask> DropThen(Func<Task> meanwhile) =>
        async _ =>
        {
            await meanwhile();
            throw new RequestFailedException("dropped");
        };

    /// <summary>Is answered by somebody on the way.</summary>
    public static Func<HttpMessage, ValueTask> Answer(
        int status,
        string code = "",
        TimeSpan? retryAfter = null,
        string body = ""
    ) =>
        message =>
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = body.StartsWith('<') ? "application/xml" : "application/json",
            };
            if (code.Length > 0)
            {
                headers["x-ms-error-code"] = code;
            }

            if (retryAfter is { } pause)
            {
                headers["Retry-After"] = pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            }

            message.Response = new MadeUpResponse(status, headers, body);
            return ValueTask.CompletedTask;
        };

    /// <summary>Is answered, but the connection drops after so many bytes of the body.</summary>
    public static Func<HttpMessage, ValueTask> CutBody(int after) =>
        async message =>
        {
            await FaultyTransport.SendAsync(message);
            message.Response.ContentStream = new CutStream(message.Response.ContentStream!, after);
        };
}
