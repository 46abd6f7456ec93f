using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentBot.Erp.Problems;

namespace PaymentBot.Functions.Http;

/// <summary>Writes answers to the ERP.</summary>
internal static class ErpAnswer
{
    private const int RetrySeconds = 5;

    /// <summary>Writes JSON that is ready.</summary>
    /// <param name="context">The call.</param>
    /// <param name="body">The JSON in UTF-8.</param>
    public static Task WriteJsonAsync(HttpContext context, byte[] body) =>
        WriteAsync(context, body, "application/json; charset=utf-8");

    /// <summary>Writes a JSON answer.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="typeInfo">How it is written.</param>
    public static Task WriteAsync<T>(HttpContext context, int status, T answer, JsonTypeInfo<T> typeInfo)
    {
        context.Response.StatusCode = status;
        return WriteJsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, typeInfo));
    }

    /// <summary>Writes a problem, in the language the caller prefers, with both languages in it.</summary>
    /// <param name="context">The call.</param>
    /// <param name="problem">What is wrong.</param>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        }

        var language = AcceptLanguage.Choose(context.Request.Headers.AcceptLanguage, ProblemLanguage.Russian);
        return WriteAsync(context, ProblemJson.Write(problem, language), ProblemJson.ContentType);
    }

    private static Task WriteAsync(HttpContext context, byte[] body, string contentType)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
