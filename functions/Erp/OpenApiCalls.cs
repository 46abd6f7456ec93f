using PaymentBot.Erp.Answers;

namespace PaymentBot.Functions.Erp;

/// <summary>The calls of the ERP, each as docs/erp.md tells it.</summary>
internal static class OpenApiCalls
{
    /// <summary>The name of the schema of a list of decisions.</summary>
    public const string DecisionList = "DecisionList";

    /// <summary>The name of the schema of acknowledgements.</summary>
    public const string Acks = "Acks";

    /// <summary>The name of the schema of a request.</summary>
    public const string Snapshot = "Snapshot";

    /// <summary>The name of the schema of people.</summary>
    public const string People = "People";

    private const string Json = "application/json";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OpenApiCall> All { get; } =
    [
        new("/api/erp/notify", "post", "The payment request as it is now, with a growing revision.")
        {
            BodyType = Json,
            BodySchema = Snapshot,
            Answers = Both(202, 200, nameof(NotifyAnswer)),
        },
        new("/api/erp/requests/{id}/attachments/{attachmentId}", "put", "The raw bytes of one declared attachment.")
        {
            BodyType = "application/octet-stream",
            Answers = new Dictionary<int, string?> { [201] = null, [204] = null },
        },
        new("/api/erp/requests/{id}", "get", "State, deliveries per recipient, decisions.")
        {
            Answers = One(nameof(RequestStateAnswer)),
        },
        new("/api/erp/people", "post", "Who works in the company, all or only those who changed.")
        {
            BodyType = Json,
            BodySchema = People,
            Answers = One(nameof(PeopleAnswer)),
        },
        new("/api/erp/decisions", "get", "Decisions for an ERP that fetches them; waits until there is one.")
        {
            Query = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["after"] = "The cursor of the last answer; without it come all that are not acknowledged.",
                ["wait"] = "How many seconds to wait for one, 0 to 55; 0 when left out.",
                ["limit"] = "How many at most, 1 to 100; 100 when left out.",
            },
            Answers = new Dictionary<int, string?> { [200] = DecisionList, [204] = null },
        },
        new("/api/erp/decisions/ack", "post", "What became of decisions that were fetched.")
        {
            BodyType = Json,
            BodySchema = Acks,
            Answers = One(nameof(AckAnswer)),
        },
    ];

    private static Dictionary<int, string?> One(string schema) => new() { [StatusCodes.Status200OK] = schema };

    private static Dictionary<int, string?> Both(int first, int second, string schema) =>
        new() { [first] = schema, [second] = schema };
}
