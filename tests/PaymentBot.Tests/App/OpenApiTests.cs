using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using PaymentBot.Functions.Erp;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App;

public sealed class OpenApiTests : BotTest
{
    [Fact]
    public async Task Contract_names_every_call_of_the_erp_and_only_schemas_that_are_there()
    {
        using var http = new HttpClient();
        var text = await http.GetStringAsync(new Uri(Bot.BotUrl, "/api/erp/openapi.json"));
        var document = JsonNode.Parse(text)!;

        Assert.Equal("3.1.0", (string)document["openapi"]!);
        Assert.Equal(
            Functions(),
            document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject().Select(call => $"{call.Key} {path.Key}"))
                .Order(StringComparer.Ordinal)
        );
        var schemas = document["components"]!["schemas"]!.AsObject();
        var references = text.Split("#/components/schemas/").Skip(1).Select(rest => rest.Split('"')[0]);
        Assert.Empty(references.Except(schemas.Select(schema => schema.Key), StringComparer.Ordinal));
        var ack = schemas["AckAnswer"]!["properties"]!.AsObject().Select(property => property.Key);
        Assert.Equal(["acknowledged", "unknown"], ack);
    }

    /// <summary>What the Functions host is told of the ERP's calls.</summary>
    private static IEnumerable<string> Functions() =>
        typeof(ErpOpenApiFunction)
            .Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .Where(trigger => trigger?.Route?.StartsWith("erp/", StringComparison.Ordinal) == true)
            .Select(trigger => $"{trigger!.Methods![0]} /api/{trigger.Route}")
            .Where(call => !call.EndsWith("openapi.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
