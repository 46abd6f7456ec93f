using Azure.Core;
using Azure.Identity;
using PaymentBot.Storage;
using PaymentBot.Storage.AzureStorage;
using PaymentBot.Storage.AzureStorage.Account;

namespace PaymentBot.Tests.Storage;

/// <summary>Signing in with an identity instead of a key.</summary>
public sealed class AzureIdentityTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private const string Sent = """
        <?xml version="1.0" encoding="utf-8"?>
        <QueueMessagesList><QueueMessage><MessageId>1</MessageId><InsertionTime>Sun, 01 Mar 2026 12:00:00 GMT</InsertionTime>
        <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime><PopReceipt>r</PopReceipt>
        <TimeNextVisible>Sun, 01 Mar 2026 12:00:00 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>
        """;

    private readonly FaultyTransport _line = new();

    [Fact]
    public async Task Token_for_storage_is_asked_for_once_and_sent_with_each_request()
    {
        var asked = new List<string>();
        var headers = new List<string>();
        var account = Account(
            DelegatedTokenCredential.Create(
                (context, _) =>
                {
                    asked.AddRange(context.Scopes);
                    return new AccessToken("the-token", TimeProvider.System.GetUtcNow().AddHours(1));
                }
            )
        );
        _line.Next(
            message =>
            {
                headers.Add(message.Request.Headers.TryGetValue("Authorization", out var value) ? value : "");
                Assert.Equal(
                    "https://shop.queue.core.windows.net/",
                    message.Request.Uri.ToUri().GetLeftPart(UriPartial.Authority) + "/"
                );
                return Fault.Answer(201, body: Sent)(message);
            },
            times: 2
        );

        await account.QueueSender.PutAsync(QueueName.Decisions, "a", TimeSpan.Zero, None);
        await account.QueueSender.PutAsync(QueueName.Decisions, "b", TimeSpan.Zero, None);

        Assert.Equal(["https://storage.azure.com/.default"], asked);
        Assert.Equal(["Bearer the-token", "Bearer the-token"], headers);
    }

    [Fact]
    public async Task Failed_sign_in_is_an_error_of_the_store_and_is_not_repeated_here()
    {
        var tries = 0;
        var account = Account(
            DelegatedTokenCredential.Create(
                (_, _) =>
                {
                    tries++;
                    throw new CredentialUnavailableException("no identity here");
                }
            )
        );

        var failed = await Assert.ThrowsAsync<StorageException>(async () =>
            await account.QueueSender.PutAsync(QueueName.Decisions, "a", TimeSpan.Zero, None)
        );

        Assert.Equal("AuthenticationFailed", failed.ErrorCode);
        Assert.Equal((1, 0), (tries, _line.Requests));
    }

    [Fact]
    public void Credential_is_made_when_the_first_token_is_wanted()
    {
        var made = 0;
        var credential = new LazyTokenCredential(() =>
        {
            made++;
            return DelegatedTokenCredential.Create((_, _) => new AccessToken("t", TimeProvider.System.GetUtcNow()));
        });

        Assert.Equal(0, made);
        credential.GetToken(new TokenRequestContext([]), None);
        credential.GetToken(new TokenRequestContext([]), None);
        Assert.Equal(1, made);
    }

    private AzureStorageAccount Account(TokenCredential credential) =>
        new(
            new AzureStorageOptions { AccountName = "shop" },
            TimeProvider.System,
            transport: _line,
            credential: credential
        );
}
