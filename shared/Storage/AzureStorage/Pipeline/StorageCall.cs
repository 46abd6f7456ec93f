using System.Text.Json;
using System.Xml;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace PaymentBot.Storage.AzureStorage.Pipeline;

/// <summary>
/// One call of a client: tells the retry policy what it is for, learns from it how often was asked, and turns what the client throws into the
/// ports' own exception.
/// </summary>
internal sealed class StorageCall(StorageOperation operation)
{
    private const string PropertyName = "PaymentBot.StorageCall";

    /// <summary>What is asked for.</summary>
    public StorageOperation Operation => operation;

    /// <summary>How often was asked so far.</summary>
    public int Attempts { get; set; }

    /// <summary>
    /// Whether an earlier attempt ended without a clear answer. What it asked for may have been done all the same, so "already there",
    /// "changed" and "there is none" may be its own trace.
    /// </summary>
    public bool MayBeOwnTrace => Attempts > 1;

    /// <summary>The call a request belongs to, or null for one that was made outside of any.</summary>
    public static StorageCall? Of(HttpMessage message) =>
        message.TryGetProperty(PropertyName, out var call) ? call as StorageCall : null;

    /// <summary>Runs one method of a client.</summary>
    /// <exception cref="StorageException">The service refused, gave no answer, or one that cannot be read; nobody could sign in.</exception>
    public async ValueTask<T> RunAsync<T>(Func<Task<T>> send)
    {
        using var scope = HttpPipeline.CreateHttpMessagePropertiesScope(
            new Dictionary<string, object?>(StringComparer.Ordinal) { [PropertyName] = this }
        );
        try
        {
            return await send();
        }
        catch (RequestFailedException exception) when (exception.Status is >= 200 and < 300)
        {
            throw StorageErrors.BadAnswer(operation);
        }
        catch (RequestFailedException exception)
        {
            throw StorageErrors.Refused(operation, exception);
        }
        catch (AuthenticationFailedException exception)
        {
            throw new StorageException("Signing in to Azure Storage failed.", "AuthenticationFailed", exception);
        }
        catch (Exception exception) when (IsBadAnswer(exception))
        {
            throw StorageErrors.BadAnswer(operation, exception);
        }
    }

    private static bool IsBadAnswer(Exception exception) =>
        exception
            is JsonException
                or XmlException
                or FormatException
                or OverflowException
                or InvalidOperationException
                or NotSupportedException
                or KeyNotFoundException;
}
