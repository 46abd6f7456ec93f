using System.Text.Json;
using PaymentBot.Bot.Telegram;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramErrorsTests
{
    // The data file has one "gone"; these mean the message, not its chat.
    private static readonly string[] AboutTheMessage =
    [
        "message to edit not found",
        "message can't be edited",
        "message can't be deleted",
    ];

    [Fact]
    public void The_table_is_the_data_file()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "TestData", "telegram-errors.json");
        using var data = JsonDocument.Parse(File.ReadAllBytes(path));
        var expected = data.RootElement.GetProperty("errors").EnumerateArray().Select(Row);
        var actual = TelegramErrors.Known.Select(error =>
            (error.Code, error.Match, error.Class.ToString().ToLowerInvariant())
        );
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(403, "Forbidden: bot was blocked by the user", TelegramErrorClass.Gone)]
    [InlineData(403, "FORBIDDEN: BOT WAS KICKED FROM THE SUPERGROUP CHAT", TelegramErrorClass.Gone)]
    [InlineData(400, "Bad Request: chat not found", TelegramErrorClass.Gone)]
    [InlineData(400, "Bad Request: message to edit not found", TelegramErrorClass.MessageGone)]
    [InlineData(400, "Bad Request: message is not modified: specified new message content", TelegramErrorClass.NoOp)]
    [InlineData(400, "Bad Request: group chat was upgraded to a supergroup chat", TelegramErrorClass.Migrate)]
    [InlineData(429, "Too Many Requests: retry after 7", TelegramErrorClass.Retry)]
    [InlineData(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        TelegramErrorClass.Expired
    )]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", TelegramErrorClass.Input)]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", TelegramErrorClass.Rights)]
    [InlineData(401, "Unauthorized", TelegramErrorClass.Config)]
    [InlineData(409, "Conflict: terminated by other getUpdates request", TelegramErrorClass.Config)]
    [InlineData(502, "Bad Gateway", TelegramErrorClass.Retry)]
    public void A_known_error_has_its_class(int code, string description, TelegramErrorClass expected) =>
        Assert.Equal(expected, TelegramErrors.Classify(code, description));

    [Theory]
    [InlineData(400, TelegramErrorClass.Input)]
    [InlineData(401, TelegramErrorClass.Config)]
    [InlineData(403, TelegramErrorClass.Rights)]
    [InlineData(404, TelegramErrorClass.Config)]
    [InlineData(413, TelegramErrorClass.Input)]
    [InlineData(429, TelegramErrorClass.Retry)]
    [InlineData(599, TelegramErrorClass.Retry)]
    public void An_unknown_error_has_the_usual_class_of_its_code(int code, TelegramErrorClass expected) =>
        Assert.Equal(expected, TelegramErrors.Classify(code, "something new"));

    private static (int Code, string Match, string Class) Row(JsonElement error)
    {
        var match = error.GetProperty("match").GetString()!;
        var name = error.GetProperty("class").GetString()!;
        return (
            error.GetProperty("code").GetInt32(),
            match,
            AboutTheMessage.Contains(match, StringComparer.Ordinal) ? "messagegone" : name
        );
    }
}
