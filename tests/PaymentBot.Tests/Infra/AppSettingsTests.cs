using System.Text.Json;
using System.Text.RegularExpressions;
using PaymentBot.Bot.Settings;
using PaymentBot.Functions.Settings;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.Infra;

public sealed partial class AppSettingsTests
{
    private const string Account = "AzureWebJobsStorage__";

    private static readonly string[] Secrets =
    [
        "Telegram__BotToken",
        "Telegram__WebhookSecret",
        "Erp__InboundKeys__0",
        "Erp__InboundKeys__1",
        "Erp__OutboundKey",
        "Bot__SigningKey",
        "Bot__EncryptionKey",
        "Bot__FormerEncryptionKey",
        "Google__ClientSecret",
    ];

    /// <summary>Settings of the bot that the deployment does not give, and why.</summary>
    private static readonly Dictionary<string, string> Absent = new(StringComparer.Ordinal)
    {
        ["Telegram__ApiBaseUrl"] = "Telegram's own; additionalSettings can name another.",
        ["Telegram__LinkUrl"] = "Telegram's own; additionalSettings can name another.",
        ["Telegram__Proxy"] = "Azure reaches Telegram; additionalSettings can name a proxy.",
        ["Telegram__CertificatePath"] = "Azure's own certificate is trusted by everybody.",
        ["Storage__SqlitePath"] = "There is no file: the storage account holds everything.",
        ["Bot__InlineDisclosure"] = "The default discloses least; additionalSettings changes it.",
        ["Bot__SeesAllRoles__0"] = "Whoever wants such roles names them in additionalSettings.",
        ["Bot__SeesAllRoles__1"] = "Whoever wants such roles names them in additionalSettings.",
        ["Approvals__FourEyes"] = "The default is the safe one; additionalSettings changes it.",
        ["Approvals__ConfirmAbove__RUB"] = "By default nothing is asked twice; additionalSettings changes it.",
        ["Delivery__UnknownGraceSeconds"] = "The default is right for nearly everybody; additionalSettings changes it.",
        ["Delivery__FilesGraceSeconds"] = "The default is right for nearly everybody; additionalSettings changes it.",
        ["Delivery__LeaseSeconds"] = "Behind the Functions host host.json decides.",
        ["Google__AuthorizationUrl"] = "Google's own.",
        ["Google__TokenUrl"] = "Google's own.",
        ["Google__CertificatesUrl"] = "Google's own.",
        ["Google__RevokeUrl"] = "Google's own.",
        ["Google__Issuer"] = "Google's own.",
    };

    /// <summary>What Flex Consumption refuses or what breaks it there (https://learn.microsoft.com/azure/azure-functions/functions-app-settings).</summary>
    private static readonly string[] Forbidden =
    [
        .. new[] { "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_PROCESS_COUNT" },
        .. new[] { "FUNCTIONS_MAX_HTTP_CONCURRENCY", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_CONTENT" },
        .. new[] { "SCM_DO_BUILD_DURING_DEPLOYMENT", "ENABLE_ORYX_BUILD", "WEBSITE_TIME_ZONE", "WEBSITE_MAX_DYNAMIC" },
        .. new[] { "WEBSITE_VNET_ROUTE_ALL", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_LOAD_CERTIFICATES" },
    ];

    private static readonly string[] ForbiddenProperties =
    [
        .. new[]
        {
            "alwaysOn",
            "ftpsState",
            "linuxFxVersion",
            "netFrameworkVersion",
            "powerShellVersion",
            "javaVersion",
        },
        .. new[] { "containerSize", "functionAppScaleLimit", "preWarmedInstanceCount", "use32BitWorkerProcess" },
    ];

    [SkippableFact]
    public async Task Every_setting_is_one_the_bot_knows()
    {
        var sample = SettingsSample.Values().Keys.ToHashSet(StringComparer.Ordinal);
        var foreign = (await SettingsAsync()).Keys.Where(name => !sample.Contains(name) && !IsOfTheHost(name));

        Assert.Empty(foreign);
    }

    [SkippableFact]
    public async Task Every_setting_the_bot_knows_is_given_or_there_is_a_reason_why_not()
    {
        var given = await SettingsAsync();
        var patterns = await PatternsAsync();
        var missing = SettingsSample
            .Values()
            .Keys.Where(name => !name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal))
            .Where(name => !given.ContainsKey(name))
            .Where(name => !patterns.Any(pattern => name.StartsWith(pattern, StringComparison.Ordinal)));

        Assert.Equal(Absent.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Bot_starts_with_what_it_is_given()
    {
        var values = SettingsSample.Values();
        foreach (var name in Absent.Keys)
        {
            values.Remove(name);
        }

        foreach (var (name, value) in await SettingsAsync())
        {
            values[name] =
                value.ValueKind == JsonValueKind.String ? value.GetString() : values.GetValueOrDefault(name, "x");
        }

        var settings = BotSettingsReader.Read(SettingsSample.Configuration(values));

        Assert.Equal(StorageProvider.AzureStorage, settings.Storage.Provider);
        Assert.Equal(UpdatesMode.Webhook, settings.Telegram.Updates);
        Assert.Equal("managedidentity", settings.AzureStorage!.Credential);
        Assert.NotNull(settings.AzureStorage.AccountName);
        Assert.NotNull(settings.AzureStorage.ClientId);
        Assert.Null(settings.AzureStorage.ConnectionString);
    }

    [SkippableFact]
    public async Task Secrets_are_references_to_the_vault()
    {
        var given = await SettingsAsync();
        var file = (await BicepModel.LoadAsync()).File("settings.bicep");

        Assert.Equal("'@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets'", file["vaultReference"].Text());
        Assert.All(Secrets, name => Assert.Equal($"'${{vaultReference}}/{InVault(name)})'", given[name].Text()));
    }

    [SkippableFact]
    public async Task Secrets_travel_as_secure_parameters_from_the_environment_into_the_vault()
    {
        var model = await BicepModel.LoadAsync();
        var file = model.File("secrets.bicep");
        var arguments = model.Main.Modules.Single(one => model.FileOf(one) == file).Arguments;

        Assert.All(
            Secrets,
            name =>
            {
                var parameter = model
                    .Example.Variables.Single(one =>
                        string.Equals(
                            one.Value.ToString(),
                            $$"""{"expression":"readEnvironmentVariable('{{name}}', '')"}""",
                            StringComparison.Ordinal
                        )
                    )
                    .Name;
                var secret = file.Resources.Single(one =>
                    !one.Existing && string.Equals(one.Inner.At("name").Text(), InVault(name), StringComparison.Ordinal)
                );
                Assert.True(Find(model.Main, parameter).IsSecure, parameter);
                Assert.Equal(parameter, arguments[parameter].Text());
                Assert.True(Find(file, parameter).IsSecure, parameter);
                Assert.Equal(parameter, secret.Inner.At("properties.value").Text());
                Assert.Equal($"!empty({parameter})", secret.Body.At("condition").GetString());
            }
        );
    }

    [SkippableFact]
    public async Task Nothing_that_looks_like_a_secret_is_an_open_parameter()
    {
        var model = await BicepModel.LoadAsync();
        var suspects = model
            .Files.SelectMany(file => file.Parameters)
            .Where(one =>
                string.Equals(one.Type, "string", StringComparison.Ordinal) && LooksSecret().IsMatch(one.Name)
            );

        Assert.All(suspects, one => Assert.True(one.IsSecure, one.Name));
    }

    [SkippableFact]
    public async Task No_output_shows_a_secret()
    {
        var model = await BicepModel.LoadAsync();

        Assert.All(
            model.Files,
            file =>
            {
                var secure = file.Parameters.Where(one => one.IsSecure).Select(one => one.Name).ToList();
                Assert.All(
                    file.Outputs,
                    output =>
                        Assert.DoesNotContain(
                            secure,
                            name => output.Expression.Contains(name, StringComparison.Ordinal)
                        )
                );
                Assert.DoesNotContain(file.Calls, call => call.StartsWith("list", StringComparison.OrdinalIgnoreCase));
            }
        );
    }

    [SkippableFact]
    public async Task Nothing_is_set_that_flex_consumption_refuses()
    {
        var model = await BicepModel.LoadAsync();
        var text = string.Join('\n', model.Files.Select(file => File.ReadAllText(file.Path)));

        Assert.All(Forbidden, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.All(
            ForbiddenProperties,
            name => Assert.DoesNotContain($"{name}:", text, StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain("TZ", (await SettingsAsync()).Keys);
    }

    private static BicepFile.Parameter Find(BicepFile file, string name) =>
        file.Parameters.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));

    private static string InVault(string setting) => setting.Replace("__", "--", StringComparison.Ordinal);

    private static bool IsOfTheHost(string name) =>
        name.StartsWith("APPLICATIONINSIGHTS_", StringComparison.Ordinal)
        || (
            name.StartsWith(Account, StringComparison.Ordinal)
            && typeof(AzureStorageOptions)
                .GetProperties()
                .Any(option => string.Equals(option.Name, name[Account.Length..], StringComparison.OrdinalIgnoreCase))
        );

    private static async Task<IReadOnlyDictionary<string, JsonElement>> SettingsAsync()
    {
        var file = (await BicepModel.LoadAsync()).File("settings.bicep");
        return file
            .Variables.SelectMany(variable => variable.Value.Entries())
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);
    }

    /// <summary>The beginnings of settings that are made by a function, such as <c>Groups__</c>.</summary>
    private static async Task<IReadOnlyList<string>> PatternsAsync()
    {
        var file = (await BicepModel.LoadAsync()).File("settings.bicep");
        return
        [
            .. file
                .Strings.Select(text => Made().Match(text))
                .Where(match => match.Success)
                .Select(match => match.Groups["start"].Value),
        ];
    }

    [GeneratedRegex(@"^'(?<start>(\w+__)+)\$\{", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Made();

    [GeneratedRegex("(Token|Secret|Password|Key)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LooksSecret();
}
