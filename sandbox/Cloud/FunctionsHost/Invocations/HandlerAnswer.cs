using System.Globalization;
using System.Text.Json;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

/// <summary>An answer to an envelope, judged as the host does.</summary>
/// <param name="Kind">The judgement.</param>
/// <param name="Fault">Why it failed, or null.</param>
/// <param name="Logs">What the answer asks to be logged.</param>
internal sealed record HandlerAnswer(AnswerKind Kind, string? Fault, IReadOnlyList<string> Logs)
{
    private static readonly HandlerAnswer Never = new(AnswerKind.Never, null, []);

    /// <summary>Judges a response whose redirects were followed.</summary>
    public static async Task<HandlerAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return Failure(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Response status code does not indicate success: {(int)response.StatusCode} ({response.ReasonPhrase})."
                )
            );
        }

        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length == 0)
        {
            return Never;
        }

        return response.Content.Headers.ContentType?.MediaType is "application/json" or "text/json"
            ? Judge(body)
            : Failure(
                $"No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' from content with media type '{response.Content.Headers.ContentType?.MediaType}'."
            );
    }

    private static HandlerAnswer Judge(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Null => Never,
                JsonValueKind.Object => Accept(document.RootElement),
                _ => Failure("Invalid HttpResponseMessage: the body is no JSON object."),
            };
        }
        catch (JsonException problem)
        {
            return Failure($"Invalid HttpResponseMessage: {problem.Message}");
        }
    }

    private static HandlerAnswer Accept(JsonElement answer)
    {
        var logs = new List<string>();
        foreach (var property in answer.EnumerateObject())
        {
            if (property.Name.Equals("logs", StringComparison.OrdinalIgnoreCase))
            {
                if (property.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
                {
                    return Failure("Invalid HttpResponseMessage: \"Logs\" is no array.");
                }

                logs.AddRange(Lines(property.Value));
            }
            else if (
                property.Name.Equals("Outputs", StringComparison.OrdinalIgnoreCase)
                && property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)
            )
            {
                return Failure("Invalid HttpResponseMessage: \"Outputs\" is no object.");
            }
        }

        return new HandlerAnswer(AnswerKind.Success, null, logs);
    }

    private static IEnumerable<string> Lines(JsonElement logs) =>
        logs.ValueKind == JsonValueKind.Array ? logs.EnumerateArray().Select(line => line.ToString()) : [];

    private static HandlerAnswer Failure(string fault) => new(AnswerKind.Failure, fault, []);
}
