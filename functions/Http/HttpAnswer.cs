using System.Globalization;

namespace PaymentBot.Functions.Http;

/// <summary>A whole answer, ready to be sent.</summary>
/// <param name="status">The HTTP status.</param>
internal sealed class HttpAnswer(int status) : IResult
{
    /// <summary>The type of the body, or null without one.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>When the caller may come again, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether nobody may keep it.</summary>
    public bool NoStore { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        if (NoStore)
        {
            response.Headers.CacheControl = "no-store";
        }

        if (ContentType is null)
        {
            return Task.CompletedTask;
        }

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        return response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }
}
