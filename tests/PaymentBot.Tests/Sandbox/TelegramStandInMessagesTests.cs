using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Tests.Sandbox;

public sealed class TelegramStandInMessagesTests : IAsyncLifetime
{
    private BotApiCaller _bot = null!;

    public async Task InitializeAsync() => _bot = await BotApiCaller.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Edit_that_changes_nothing_is_not_modified_however_it_is_written()
    {
        await _bot.CallAsync(
            "sendMessage",
            new
            {
                chat_id = 1,
                text = "<b>a</b>",
                parse_mode = "HTML",
            }
        );
        var refusal = await _bot.RefusalAsync(
            "editMessageText",
            new
            {
                chat_id = 1,
                message_id = 1,
                text = " <strong>a</strong> ",
                parse_mode = "html",
            }
        );
        Assert.StartsWith(
            "Bad Request: message is not modified: specified new message content",
            refusal,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Edit_without_reply_markup_removes_the_keyboard()
    {
        await _bot.SendAsync();
        await _bot.CallAsync(
            "editMessageText",
            new
            {
                chat_id = 1,
                message_id = 1,
                text = "card",
            }
        );
        var message = Assert.Single(_bot.Telegram.World.Messages(1)!);
        Assert.Empty(message.Markup.Rows);
        Assert.NotNull(message.EditDate);
    }

    [Fact]
    public async Task Prompt_for_a_reply_can_never_be_edited()
    {
        await _bot.CallAsync(
            "sendMessage",
            new
            {
                chat_id = 1,
                text = "why?",
                reply_markup = new { force_reply = true },
            }
        );
        Assert.Equal(
            "Bad Request: message can't be edited",
            await _bot.RefusalAsync(
                "editMessageText",
                new
                {
                    chat_id = 1,
                    message_id = 1,
                    text = "new",
                }
            )
        );
        Assert.Equal(
            "Bad Request: message to edit not found",
            await _bot.RefusalAsync(
                "editMessageText",
                new
                {
                    chat_id = 1,
                    message_id = 9,
                    text = "new",
                }
            )
        );
    }

    [Fact]
    public async Task Text_and_caption_are_edited_by_their_own_methods()
    {
        await _bot.SendAsync();
        Assert.Equal(
            "Bad Request: there is no caption in the message to edit",
            await _bot.RefusalAsync(
                "editMessageCaption",
                new
                {
                    chat_id = 1,
                    message_id = 1,
                    caption = "x",
                }
            )
        );
        using var form = Form(("document", "Счёт.pdf", "bytes"));
        form.Add(new StringContent("2"), "chat_id");
        await RespondAsync("sendDocument", form);
        Assert.Equal(
            "Bad Request: there is no text in the message to edit",
            await _bot.RefusalAsync(
                "editMessageText",
                new
                {
                    chat_id = 2,
                    message_id = 1,
                    text = "x",
                }
            )
        );
    }

    [Fact]
    public async Task Uploaded_document_is_sent_again_by_its_file_id()
    {
        using var form = Form(("document", "Счёт № 45.pdf", "bytes"));
        form.Add(new StringContent("1"), "chat_id");
        var sent = await RespondAsync("sendDocument", form);
        var document = sent["result"]!["document"]!;
        Assert.Equal("Счёт № 45.pdf", (string)document["file_name"]!);
        var fileId = (string)document["file_id"]!;
        var again = await _bot.CallAsync("sendDocument", new { chat_id = 2, document = fileId });
        Assert.Equal(fileId, (string)again["result"]!["document"]!["file_id"]!);
        _bot.Telegram.World.ForgetFile(fileId);
        Assert.Equal(
            "Bad Request: wrong file identifier/HTTP URL specified",
            await _bot.RefusalAsync("sendDocument", new { chat_id = 2, document = fileId })
        );
    }

    [Fact]
    public async Task Album_has_2_to_10_documents_and_one_group_id()
    {
        using var form = Form(("a", "1.txt", "one"), ("b", "1.txt", "two"));
        form.Add(new StringContent("1"), "chat_id");
        form.Add(
            new StringContent(
                """[{"type":"document","media":"attach://a"},{"type":"document","media":"attach://b","caption":"second"}]"""
            ),
            "media"
        );
        var sent = await RespondAsync("sendMediaGroup", form);
        var group = Assert.Single(sent["result"]!.AsArray().Select(m => (string)m!["media_group_id"]!).Distinct());
        Assert.NotEmpty(group);
        Assert.Equal("second", _bot.Telegram.World.Messages(1)![1].Text.Plain);
        Assert.Equal(
            "Bad Request: there must be 2-10 messages in the album",
            await _bot.RefusalAsync(
                "sendMediaGroup",
                new { chat_id = 1, media = new[] { new { type = "document", media = "x" } } }
            )
        );
    }

    [Fact]
    public async Task Every_call_is_recorded_with_what_it_was_answered()
    {
        var calls = new List<RecordedCall>();
        _bot.Telegram.Called += calls.Add;
        await _bot.SendAsync();
        await _bot.RefusalAsync("sendMessage", new { chat_id = 99, text = "x" });
        Assert.Equal([200, 400], calls.Select(call => call.Status));
        Assert.Equal("application/json", calls[0].ContentType);
        Assert.Equal("card", (string)calls[0].Parameters["text"]!);
    }

    private static MultipartFormDataContent Form(params (string Part, string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (part, name, text) in files)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            var disposition = Encoding.Latin1.GetString(
                Encoding.UTF8.GetBytes($"form-data; name=\"{part}\"; filename=\"{name}\"")
            );
            content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
            form.Add(content);
        }

        return form;
    }

    private async Task<JsonObject> RespondAsync(string method, HttpContent content)
    {
        using var response = await _bot.RespondAsync(method, content);
        return (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
