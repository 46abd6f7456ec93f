using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaymentBot.Erp.Problems;
using PaymentBot.Functions.Http;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Erp;

/// <summary>What the ERP is answered: JSON, or a problem in its language.</summary>
internal static class ErpAnswer
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    /// <summary>Answers 200 with a body that is JSON already.</summary>
    /// <param name="body">The body.</param>
    public static IResult Json(byte[] body) => Json(StatusCodes.Status200OK, body);

    /// <summary>Answers with an object.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="answer">The object.</param>
    /// <param name="typeInfo">How it is written.</param>
    public static IResult Json<T>(int status, T answer, JsonTypeInfo<T> typeInfo) =>
        Json(status, JsonSerializer.SerializeToUtf8Bytes(answer, typeInfo));

    /// <summary>Answers without a body.</summary>
    /// <param name="status">The HTTP status.</param>
    public static IResult Empty(int status) => new HttpAnswer(status);

    /// <summary>Says what is wrong.</summary>
    /// <param name="request">The call, which says in which language.</param>
    /// <param name="problem">What is wrong.</param>
    public static IResult Of(HttpRequest request, Problem problem)
    {
        var isPassing =
            problem.Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
        var language = AcceptLanguage.Choose(request.Headers.AcceptLanguage, ProblemLanguage.Russian);
        return new HttpAnswer(problem.Status)
        {
            ContentType = ProblemJson.ContentType,
            Body = ProblemJson.Write(problem, language),
            RetryAfter = isPassing ? Rest : null,
        };
    }

    /// <summary>A storage that does not answer is a fault that passes: the ERP is asked to come again.</summary>
    /// <param name="request">The call.</param>
    /// <param name="function">Answers it.</param>
    public static async Task<IResult> GuardAsync(HttpRequest request, Func<Task<IResult>> function)
    {
        try
        {
            return await function();
        }
        catch (StorageException)
        {
            return Of(request, ProblemKinds.StorageUnavailable.At());
        }
    }

    private static HttpAnswer Json(int status, byte[] body) =>
        new(status) { ContentType = "application/json; charset=utf-8", Body = body };
}
