namespace PaymentBot.Functions.Hosting;

/// <summary>
/// What the Functions host reads as the end of a call that is not HTTP. A success without a JSON object in its body would never end; the body of
/// a failure is not read.
/// </summary>
internal static class EnvelopeAnswer
{
    private static readonly byte[] DoneBody = """{"Outputs":{},"Logs":[],"ReturnValue":null}"""u8.ToArray();
    private static readonly byte[] MalformedBody = """{"error":"malformed"}"""u8.ToArray();
    private static readonly byte[] TooLargeBody = """{"error":"too large"}"""u8.ToArray();
    private static readonly byte[] FailedBody = """{"error":"failed"}"""u8.ToArray();

    /// <summary>The work is done; the host deletes the message.</summary>
    /// <param name="context">The call.</param>
    public static Task DoneAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, DoneBody);

    /// <summary>The work is not done; the host tries again and in the end gives the message up.</summary>
    /// <param name="context">The call.</param>
    public static Task FailedAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status500InternalServerError, FailedBody);

    /// <summary>The body is no envelope.</summary>
    /// <param name="context">The call.</param>
    public static Task MalformedAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status400BadRequest, MalformedBody);

    /// <summary>The body is longer than any envelope.</summary>
    /// <param name="context">The call.</param>
    public static Task TooLargeAsync(HttpContext context) =>
        WriteAsync(context, StatusCodes.Status413PayloadTooLarge, TooLargeBody);

    private static Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
