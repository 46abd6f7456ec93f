using System.Globalization;

namespace PaymentBot.Tests.Infra;

public sealed class BicepFilesTests
{
    /// <summary>Versions that are previews, and why they are used all the same.</summary>
    private static readonly Dictionary<string, string> Previews = new(StringComparer.Ordinal)
    {
        ["Microsoft.Insights/diagnosticSettings@2021-05-01-preview"] =
            "The only version that is no preview, 2016-09-01, has one setting for each resource and no categories of metrics.",
    };

    private static readonly string[] Functions =
    [
        .. new[] { "allowed", "description", "maxLength", "maxValue", "minLength", "minValue", "secure" },
        .. new[] { "empty", "guid", "items", "length", "loadTextContent", "range", "readEnvironmentVariable" },
        .. new[] { "resourceGroup", "string", "subscription", "subscriptionResourceId", "take", "toLower" },
        .. new[] { "toObject", "union", "uniqueString" },
    ];

    [SkippableFact]
    public async Task Every_file_is_proper_bicep()
    {
        var model = await BicepModel.LoadAsync();

        Assert.Contains(model.Files, file => string.Equals(file.Name, "main.bicep", StringComparison.Ordinal));
        Assert.All(model.Files, file => Assert.Empty(file.Faults));
    }

    [SkippableFact]
    public async Task Every_name_is_declared_and_every_declaration_is_used()
    {
        var model = await BicepModel.LoadAsync();

        Assert.All(
            model.Files,
            file =>
            {
                var declared = Parameters(file)
                    .Concat(file.Variables.Select(one => one.Name))
                    .Concat(file.Resources.Select(one => one.Symbol))
                    .Concat(file.Modules.Select(one => one.Symbol))
                    .ToList();
                Assert.Equal(declared.Distinct(StringComparer.Ordinal), declared);
                Assert.Empty(file.Names.Except(declared, StringComparer.Ordinal));
                Assert.Empty(file.Calls.Except(Functions, StringComparer.Ordinal));
                if (file.Using is null)
                {
                    var used = file.Names.ToHashSet(StringComparer.Ordinal);
                    Assert.DoesNotContain(Parameters(file), name => !used.Contains(name));
                    Assert.DoesNotContain(file.Variables, one => !used.Contains(one.Name));
                }
            }
        );
    }

    [SkippableFact]
    public async Task Every_parameter_and_every_output_says_what_it_is()
    {
        var model = await BicepModel.LoadAsync();

        Assert.All(
            model.Files,
            file =>
            {
                Assert.All(file.Parameters, one => Assert.NotEmpty(one.Decorators["description"][0].GetString()!));
                Assert.All(file.Outputs, one => Assert.NotEmpty(one.Decorators["description"][0].GetString()!));
            }
        );
    }

    [SkippableFact]
    public async Task Versions_of_the_azure_api_are_no_previews_unless_it_is_said_why()
    {
        var model = await BicepModel.LoadAsync();
        var resources = model.Files.SelectMany(file => file.Resources).ToList();

        Assert.All(
            resources,
            one =>
                Assert.True(
                    DateOnly.TryParseExact(
                        one.ApiVersion,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out _
                    ) || Previews.ContainsKey($"{one.Type}@{one.ApiVersion}"),
                    $"{one.Type}@{one.ApiVersion}"
                )
        );
        Assert.All(
            resources.GroupBy(one => one.Type, StringComparer.Ordinal),
            type => Assert.Single(type.Select(one => one.ApiVersion).Distinct(StringComparer.Ordinal))
        );
        Assert.All(
            Previews.Keys,
            listed => Assert.Contains(listed, resources.Select(one => $"{one.Type}@{one.ApiVersion}"))
        );
    }

    [SkippableFact]
    public async Task Every_tagged_resource_carries_the_tags()
    {
        var model = await BicepModel.LoadAsync();
        var located = model
            .Files.SelectMany(file => file.Resources)
            .Where(one => !one.Existing && one.Inner.TryGetProperty("location", out _));

        Assert.All(located, one => Assert.Equal("tags", one.Inner.At("tags").Text()));
    }

    private static IEnumerable<string> Parameters(BicepFile file) => file.Parameters.Select(one => one.Name);
}
