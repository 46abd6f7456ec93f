using System.Runtime.InteropServices;
using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Requests.Abstractions;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Telegram;

/// <summary>An update that was fetched.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Update">The update, or null when it cannot be read.</param>
public sealed record FetchedUpdate(int Id, Update? Update);

/// <summary>Fetches updates one by one out of a batch, so that a strange one does not hold back the others.</summary>
public static class TelegramUpdates
{
    /// <summary>Waits for updates, for at most the request's time-out.</summary>
    /// <param name="client">The bot.</param>
    /// <param name="request">From where, how many, how long.</param>
    /// <param name="cancellationToken">Stops waiting; nothing is lost, as only the next offset confirms.</param>
    /// <returns>Updates in order; empty when none came.</returns>
    /// <exception cref="TelegramApiException">Telegram refused, or there was no answer.</exception>
    public static async Task<IReadOnlyList<FetchedUpdate>> FetchUpdatesAsync(
        this TelegramClient client,
        GetUpdatesRequest request,
        CancellationToken cancellationToken
    )
    {
        var batch = await client.SendRequest(new UpdateBatchRequest(request), cancellationToken);
        return batch.ValueKind == JsonValueKind.Array
            ? [.. batch.EnumerateArray().Select(Read)]
            : throw TelegramExchange.Foreign("getUpdates", 200);
    }

    private static FetchedUpdate Read(JsonElement update)
    {
        if (
            update.ValueKind != JsonValueKind.Object
            || !update.TryGetProperty("update_id", out var number)
            || !number.TryGetInt32(out var id)
        )
        {
            // Without its number there is no getting past it.
            throw TelegramExchange.Foreign("getUpdates", 200);
        }

        try
        {
            return new FetchedUpdate(id, TelegramJson.ParseUpdate(JsonMarshal.GetRawUtf8Value(update)));
        }
        catch (JsonException)
        {
            return new FetchedUpdate(id, null);
        }
    }
}

/// <summary>getUpdates, its answer left as JSON.</summary>
internal sealed class UpdateBatchRequest(GetUpdatesRequest request) : IRequest<JsonElement>
{
    public int Seconds => request.Timeout ?? 0;

    public HttpMethod HttpMethod => request.HttpMethod;

    public string MethodName => request.MethodName;

    public bool IsWebhookResponse { get; set; }

    public HttpContent? ToHttpContent() => request.ToHttpContent();
}
