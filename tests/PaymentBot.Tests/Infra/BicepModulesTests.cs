using System.Text.Json;

namespace PaymentBot.Tests.Infra;

public sealed class BicepModulesTests
{
    [SkippableFact]
    public async Task Every_module_is_there_and_gets_what_it_asks_for()
    {
        var model = await BicepModel.LoadAsync();

        Assert.NotEmpty(model.Main.Modules);
        Assert.All(
            model.Main.Modules,
            module =>
            {
                var asked = model.FileOf(module).Parameters;
                Assert.Empty(module.Arguments.Keys.Except(asked.Select(one => one.Name), StringComparer.Ordinal));
                Assert.Empty(
                    asked
                        .Where(one => one.Required)
                        .Select(one => one.Name)
                        .Except(module.Arguments.Keys, StringComparer.Ordinal)
                );
            }
        );
    }

    [SkippableFact]
    public async Task Every_module_file_is_used()
    {
        var model = await BicepModel.LoadAsync();
        var used = model.Main.Modules.Select(module => model.FileOf(module).Name);
        var there = model.Files.Where(file => file.Path.Contains("/modules/", StringComparison.Ordinal));

        Assert.Equal(there.Select(file => file.Name).Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Every_output_that_is_asked_of_a_module_exists()
    {
        var model = await BicepModel.LoadAsync();
        var modules = model.Main.Modules.ToDictionary(one => one.Symbol, model.FileOf, StringComparer.Ordinal);

        Assert.NotEmpty(model.Main.ModuleOutputs);
        Assert.All(
            model.Main.ModuleOutputs,
            used => Assert.Contains(used.Output, modules[used.Module].Outputs.Select(one => one.Name))
        );
    }

    [SkippableFact]
    public async Task Literal_arguments_have_the_type_of_their_parameter()
    {
        var model = await BicepModel.LoadAsync();

        Assert.Equal("main.bicep", model.Example.Using);
        var parameters = model.Main.Parameters.ToDictionary(one => one.Name, StringComparer.Ordinal);
        Assert.All(
            model.Example.Variables,
            given =>
            {
                Assert.True(parameters.TryGetValue(given.Name, out var parameter), given.Name);
                Assert.True(Fits(given.Value, parameter.Type), $"{given.Name} is no {parameter.Type}");
                AssertAllowed(given.Value, parameter);
            }
        );
    }

    [SkippableFact]
    public async Task Example_gives_every_required_parameter()
    {
        var model = await BicepModel.LoadAsync();
        var required = model.Main.Parameters.Where(one => one.Required).Select(one => one.Name);

        Assert.Empty(required.Except(model.Example.Variables.Select(one => one.Name), StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Defaults_keep_to_their_own_bounds()
    {
        var model = await BicepModel.LoadAsync();
        var withDefault = model.Main.Parameters.Where(one => one.Value is not null);

        Assert.All(withDefault, one => AssertAllowed(one.Value!.Value, one));
        Assert.All(
            model.Main.Parameters.Where(one => string.Equals(one.Type, "int", StringComparison.Ordinal)),
            one =>
                Assert.True(one.Decorators.ContainsKey("allowed") || one.Decorators.ContainsKey("maxValue"), one.Name)
        );
    }

    [SkippableFact]
    public async Task What_the_next_step_needs_is_an_output()
    {
        var model = await BicepModel.LoadAsync();
        string[] needed =
        [
            "functionAppName",
            "defaultHostName",
            "publicUrl",
            "webhookUrl",
            "storageAccountName",
            "keyVaultName",
            "identityClientId",
        ];

        Assert.Empty(needed.Except(model.Main.Outputs.Select(one => one.Name), StringComparer.Ordinal));
    }

    private static bool Fits(JsonElement value, string type) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when value.TryGetProperty("expression", out _) => true,
            JsonValueKind.Object => string.Equals(type, "object", StringComparison.Ordinal),
            JsonValueKind.Array => type.EndsWith("[]", StringComparison.Ordinal),
            JsonValueKind.String => string.Equals(type, "string", StringComparison.Ordinal),
            JsonValueKind.Number => string.Equals(type, "int", StringComparison.Ordinal),
            _ => string.Equals(type, "bool", StringComparison.Ordinal),
        };

    private static void AssertAllowed(JsonElement value, BicepFile.Parameter parameter)
    {
        if (parameter.Decorators.TryGetValue("allowed", out var allowed))
        {
            Assert.Contains(value.ToString(), allowed[0].EnumerateArray().Select(one => one.ToString()));
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            Assert.InRange(
                value.GetInt32(),
                Bound(parameter, "minValue", int.MinValue),
                Bound(parameter, "maxValue", int.MaxValue)
            );
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            Assert.InRange(
                value.GetString()!.Length,
                Bound(parameter, "minLength", 0),
                Bound(parameter, "maxLength", int.MaxValue)
            );
        }
    }

    private static int Bound(BicepFile.Parameter parameter, string decorator, int otherwise) =>
        parameter.Decorators.TryGetValue(decorator, out var bound) ? bound[0].GetInt32() : otherwise;
}
