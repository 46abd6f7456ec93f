using PaymentBot.Storage;

namespace PaymentBot.Tests.Infra;

public sealed class ResourcesTests
{
    private const string StorageBlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string StorageQueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string StorageTableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string KeyVaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string MonitoringMetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";

    [SkippableFact]
    public async Task Every_queue_of_the_code_is_made_with_its_poison_queue()
    {
        var storage = (await BicepModel.LoadAsync()).File("storage.bicep");
        var expected = Enum.GetNames<QueueName>()
            .Select(name => name.ToLowerInvariant())
            .SelectMany(name => new[] { name, $"{name}-poison" });

        Assert.Equal(expected.Order(StringComparer.Ordinal), storage["queues"].Texts().Order(StringComparer.Ordinal));
        Assert.Equal("queues", storage.Find("storageQueues").Body.At("of").Text());
    }

    [SkippableFact]
    public async Task Every_table_of_the_code_is_made()
    {
        var storage = (await BicepModel.LoadAsync()).File("storage.bicep");

        Assert.Equal(
            Enum.GetNames<TableName>().Order(StringComparer.Ordinal),
            storage["tables"].Texts().Order(StringComparer.Ordinal)
        );
        Assert.Equal("tables", storage.Find("storageTables").Body.At("of").Text());
    }

    [SkippableFact]
    public async Task Containers_of_the_bot_and_of_the_package_are_made()
    {
        var storage = (await BicepModel.LoadAsync()).File("storage.bicep");

        Assert.Equal(["paymentbot", "deployment"], storage["containers"].Texts());
        Assert.Equal("containers", storage.Find("blobContainers").Body.At("of").Text());
        Assert.EndsWith(
            "}deployment'",
            storage.Outputs.Single(one => one.Name is "deploymentContainerUri").Expression,
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public async Task Storage_account_knows_no_keys_and_shows_nothing_to_strangers()
    {
        var storage = (await BicepModel.LoadAsync()).File("storage.bicep");
        var account = storage.Find("account").Inner.At("properties");

        Assert.False(account.At("allowSharedKeyAccess").GetBoolean());
        Assert.False(account.At("allowBlobPublicAccess").GetBoolean());
        Assert.True(account.At("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.At("minimumTlsVersion").Text());
        Assert.Equal("None", storage.Find("blobContainers").Inner.At("properties.publicAccess").Text());
        var blobs = storage.Find("blobService").Inner.At("properties");
        Assert.True(blobs.At("deleteRetentionPolicy.enabled").GetBoolean());
        Assert.True(blobs.At("containerDeleteRetentionPolicy.enabled").GetBoolean());
    }

    [SkippableFact]
    public async Task Vault_cannot_be_emptied_and_goes_by_roles()
    {
        var vault = (await BicepModel.LoadAsync()).File("keyvault.bicep").Find("vault").Inner.At("properties");

        Assert.True(vault.At("enableRbacAuthorization").GetBoolean());
        Assert.True(vault.At("enableSoftDelete").GetBoolean());
        Assert.True(vault.At("enablePurgeProtection").GetBoolean());
    }

    [SkippableFact]
    public async Task Bot_has_the_roles_the_host_and_the_code_need_and_no_others()
    {
        var roles = (await BicepModel.LoadAsync()).File("roles.bicep");

        Assert.Equal(
            [StorageBlobDataOwner, StorageQueueDataContributor, StorageTableDataContributor],
            roles["botOnStorage"].Texts().Select(name => RoleId(roles, name))
        );
        Assert.Equal("account", roles.Find("botStorage").Inner.At("scope").Text());
        AssertAssignment(roles, "botSecrets", "vault", KeyVaultSecretsUser);
        AssertAssignment(roles, "botTelemetry", "applicationInsights", MonitoringMetricsPublisher);
        var ofTheBot = Assignments(roles).Where(one => one.Inner.At("properties.principalId").Text() is "principalId");
        Assert.Equal(["botStorage", "botSecrets", "botTelemetry"], ofTheBot.Select(one => one.Symbol));
    }

    [SkippableFact]
    public async Task Assignments_are_scoped_to_one_resource_and_are_the_same_each_time()
    {
        var roles = (await BicepModel.LoadAsync()).File("roles.bicep");

        Assert.All(
            Assignments(roles),
            one =>
            {
                var scope = one.Inner.At("scope").Text();
                var whose = one.Inner.At("properties.principalId").Text() is "principalId"
                    ? "identityName"
                    : "operatorPrincipalId";
                Assert.Contains(
                    roles.Resources,
                    other => other.Existing && string.Equals(other.Symbol, scope, StringComparison.Ordinal)
                );
                Assert.StartsWith($"guid({scope}.id, {whose}, ", one.Inner.At("name").Text(), StringComparison.Ordinal);
            }
        );
    }

    [SkippableFact]
    public async Task App_runs_on_flex_consumption_as_the_identity_and_with_the_runtime_of_an_isolated_worker()
    {
        var app = (await BicepModel.LoadAsync()).File("functionapp.bicep");
        var site = app.Find("site").Inner;
        var config = site.At("properties.functionAppConfig");

        Assert.Equal("FC1", app.Find("plan").Inner.At("sku.name").Text());
        Assert.True(app.Find("plan").Inner.At("properties.reserved").GetBoolean());
        Assert.Equal("UserAssigned", site.At("identity.type").Text());
        Assert.Equal("identityId", site.At("properties.keyVaultReferenceIdentity").Text());
        Assert.True(site.At("properties.httpsOnly").GetBoolean());
        Assert.Equal("1.2", site.At("properties.siteConfig.minTlsVersion").Text());
        Assert.Equal("dotnet-isolated", config.At("runtime.name").Text());
        Assert.Equal("10.0", config.At("runtime.version").Text());
        Assert.Equal("deploymentContainerUri", config.At("deployment.storage.value").Text());
        Assert.Equal("UserAssignedIdentity", config.At("deployment.storage.authentication.type").Text());
        string[] passwords = ["scmPasswords", "ftpPasswords"];
        Assert.All(passwords, name => Assert.False(app.Find(name).Inner.At("properties.allow").GetBoolean()));
    }

    [SkippableFact]
    public async Task App_comes_after_the_rights_and_the_secrets_it_starts_with()
    {
        var main = (await BicepModel.LoadAsync()).Main;
        var module = main.Modules.Single(one => one.Symbol is "functionApp");

        Assert.Equal(["roles", "secrets"], module.Body.At("dependsOn").Texts());
    }

    [SkippableFact]
    public async Task Site_storage_services_and_vault_send_their_logs_to_the_workspace()
    {
        var model = await BicepModel.LoadAsync();
        var scopes = model
            .Files.SelectMany(file => file.Resources)
            .Where(one => one.Type is "Microsoft.Insights/diagnosticSettings")
            .Select(one =>
            {
                Assert.Equal("workspaceId", one.Inner.At("properties.workspaceId").Text());
                return one.Inner.At("scope").Text();
            });

        Assert.Equal(
            ["blobService", "queueService", "site", "tableService", "vault"],
            scopes.Order(StringComparer.Ordinal)
        );
    }

    [SkippableFact]
    public async Task Telemetry_is_taken_from_identities_alone()
    {
        var monitoring = (await BicepModel.LoadAsync()).File("monitoring.bicep");

        Assert.True(monitoring.Find("applicationInsights").Inner.At("properties.DisableLocalAuth").GetBoolean());
        Assert.Equal(
            "workspace.id",
            monitoring.Find("applicationInsights").Inner.At("properties.WorkspaceResourceId").Text()
        );
    }

    private static IEnumerable<BicepFile.Resource> Assignments(BicepFile file) =>
        file.Resources.Where(one => one.Type is "Microsoft.Authorization/roleAssignments");

    private static void AssertAssignment(BicepFile roles, string symbol, string scope, string role)
    {
        var assignment = roles.Find(symbol).Inner;
        Assert.Equal(scope, assignment.At("scope").Text());
        var definition = assignment.At("properties.roleDefinitionId").Text();
        var name = roles["roleIds"].EnumerateObject().Single(one => one.Value.ValueEquals(role)).Name;
        Assert.Contains($"roleIds.{name}", definition, StringComparison.Ordinal);
    }

    private static string? RoleId(BicepFile roles, string expression) =>
        roles["roleIds"].At(expression["roleIds.".Length..]).GetString();
}
