using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.AzureStorage.Account;

namespace PaymentBot.Tests.Storage;

/// <summary>Which account the options name.</summary>
public sealed class AzureOptionsTests
{
    private const string Key = "AccountName=shop;AccountKey=c2VjcmV0IGtleQ==";

    [Fact]
    public void Connection_string_of_the_portal_gives_name_key_and_addresses()
    {
        var account = From($"DefaultEndpointsProtocol=https;{Key};EndpointSuffix=core.windows.net");

        Assert.Equal("shop", account.Name);
        Assert.Equal("c2VjcmV0IGtleQ==", account.Key);
        Assert.Equal("https://shop.blob.core.windows.net/", account.BlobEndpoint.AbsoluteUri);
        Assert.Equal("https://shop.queue.core.windows.net/", account.QueueEndpoint.AbsoluteUri);
        Assert.Equal("https://shop.table.core.windows.net/", account.TableEndpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData(Key, "https://shop.table.core.windows.net/")]
    [InlineData($"{Key};EndpointSuffix=core.chinacloudapi.cn", "https://shop.table.core.chinacloudapi.cn/")]
    [InlineData($"{Key};TableEndpoint=https://t.example.com/x/", "https://t.example.com/x/")]
    [InlineData($" {Key} ; tableendpoint=http://localhost:1/shop;", "http://localhost:1/shop")]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData(
        "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite",
        "http://azurite:10002/devstoreaccount1"
    )]
    public void Every_form_of_a_connection_string_names_the_table_service(string text, string address)
    {
        Assert.Equal(address, From(text).TableEndpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "AccountName")]
    [InlineData("nonsense", "Name=Value")]
    [InlineData("AccountName=shop", "AccountKey")]
    [InlineData("AccountName=shop;AccountKey=not-base-64!", "AccountKey")]
    [InlineData("AccountName=shop;AccountName=shop", "once")]
    [InlineData($"{Key};QueueEndpoint=ftp://x", "QueueEndpoint")]
    [InlineData("UseDevelopmentStorage=yes", "UseDevelopmentStorage")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=:", "DevelopmentStorageProxyUri")]
    [InlineData(
        "BlobEndpoint=https://x;SharedAccessSignature=sv=2021&sig=abc",
        "SharedAccessSignature is not supported"
    )]
    public void Broken_connection_string_is_refused_with_the_part_that_is_wrong(string text, string part)
    {
        var fault = Assert.Throws<AzureStorageOptionsException>(() => From(text));

        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sig=abc", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-base-64", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_alone_gives_the_public_cloud_and_no_key()
    {
        var account = StorageAccount.From(new AzureStorageOptions { AccountName = "shop" });

        Assert.Null(account.Key);
        Assert.Equal("https://shop.queue.core.windows.net/", account.QueueEndpoint.AbsoluteUri);
    }

    [Fact]
    public void Address_of_a_service_goes_before_the_name()
    {
        var options = new AzureStorageOptions { AccountName = "shop", QueueServiceUri = new("https://q.example.com") };

        Assert.Equal("https://q.example.com/", StorageAccount.From(options).QueueEndpoint.AbsoluteUri);
        Assert.Equal("https://shop.blob.core.windows.net/", StorageAccount.From(options).BlobEndpoint.AbsoluteUri);
    }

    [Fact]
    public async Task Slash_at_the_end_of_an_address_does_no_harm()
    {
        var line = new FaultyTransport();
        var asked = new List<string>();
        line.Next(message =>
        {
            asked.Add(message.Request.Uri.ToUri().AbsoluteUri);
            return Fault.Answer(404, "ResourceNotFound")(message);
        });
        var account = new AzureStorageAccount(
            new AzureStorageOptions { ConnectionString = $"{Key};TableEndpoint=https://t.example.com/x/" },
            TimeProvider.System,
            transport: line
        );

        Assert.Null(await account.Tables.GetAsync(TableName.Links, "p", "a", CancellationToken.None));

        Assert.StartsWith(
            "https://t.example.com/x/Links(PartitionKey='p',RowKey='a')",
            Assert.Single(asked),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Token_is_never_sent_in_the_clear()
    {
        var options = new AzureStorageOptions { AccountName = "shop", BlobServiceUri = new("http://b.example.com") };

        var fault = Assert.Throws<AzureStorageOptionsException>(options.Validate);

        Assert.Contains("https", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_name_nothing_or_an_unknown_credential_are_refused()
    {
        Assert.Throws<AzureStorageOptionsException>(() => new AzureStorageOptions().Validate());
        Assert.Throws<AzureStorageOptionsException>(() =>
            new AzureStorageOptions { AccountName = "shop", Credential = "password" }.Validate()
        );
        new AzureStorageOptions { AccountName = "shop", Credential = "ManagedIdentity" }.Validate();
    }

    private static StorageAccount From(string text) =>
        StorageAccount.From(new AzureStorageOptions { ConnectionString = text });
}
