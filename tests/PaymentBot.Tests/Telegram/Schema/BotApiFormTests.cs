using System.Text;
using PaymentBot.Testing.Schema;

namespace PaymentBot.Tests.Telegram.Schema;

public sealed class BotApiFormTests
{
    private static readonly UploadedFile File = new("Счёт.pdf", "application/pdf", [1]);

    [Fact]
    public void A_form_with_json_texts_and_a_file_passes() =>
        Assert.Empty(
            Validate(
                "sendDocument",
                new(StringComparer.Ordinal)
                {
                    ["chat_id"] = "1",
                    ["caption"] = "12",
                    ["disable_content_type_detection"] = "true",
                    ["protect_content"] = "True",
                    ["reply_markup"] = """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""",
                },
                "document"
            )
        );

    [Theory]
    [InlineData("disable_notification", "yes", "disable_notification: wrong type")]
    [InlineData("message_thread_id", "x", "message_thread_id: wrong type")]
    [InlineData("reply_markup", "keyboard", "reply_markup: wrong type")]
    [InlineData("reply_markup", """{"inline_keyboard":[[{"text":"a"}]]}""", "0 actions")]
    [InlineData("document", "A", "document: both a file and a text")]
    [InlineData("documents", "A", "documents: unknown field")]
    public void A_wrong_field_fails(string name, string value, string expected) =>
        Assert.Contains(
            expected,
            string.Join(
                '\n',
                Validate("sendDocument", new(StringComparer.Ordinal) { ["chat_id"] = "1", [name] = value }, "document")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_file_that_nothing_refers_to_fails() =>
        Assert.Equal(
            ["file1: a file that nothing refers to"],
            Validate("sendMediaGroup", Album("attach://file0", "B"), "file0", "file1")
        );

    [Fact]
    public void A_reference_without_its_file_fails() =>
        Assert.Equal(
            ["media[1].media: no part 'file1' is attached"],
            Validate("sendMediaGroup", Album("attach://file0", "attach://file1"), "file0")
        );

    [Fact]
    public void An_album_with_its_files_passes() =>
        Assert.Empty(Validate("sendMediaGroup", Album("attach://file0", "attach://file1"), "file0", "file1"));

    [Fact]
    public void A_urlencoded_form_is_read() =>
        Assert.Empty(
            BotApiValidator.Validate(
                "sendMessage",
                "application/x-www-form-urlencoded",
                "chat_id=1&text=%D0%A9"u8.ToArray()
            )
        );

    [Theory]
    [InlineData("text/plain", "x", "none that Telegram reads")]
    [InlineData("multipart/form-data", "x", "no boundary")]
    [InlineData("multipart/form-data; boundary=b", "x", "does not begin with its boundary")]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
        "no closing boundary"
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--",
        "no usable Content-Disposition"
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"; filename*=utf-8''x\r\n\r\n1\r\n--b--",
        "no usable Content-Disposition"
    )]
    [InlineData(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--",
        "stands twice"
    )]
    public void A_body_that_cannot_be_read_fails(string contentType, string body, string expected) =>
        Assert.Contains(
            expected,
            Assert.Single(BotApiValidator.Validate("sendMessage", contentType, Encoding.UTF8.GetBytes(body))),
            StringComparison.Ordinal
        );

    private static Dictionary<string, string> Album(string first, string second) =>
        new(StringComparer.Ordinal)
        {
            ["chat_id"] = "1",
            ["media"] = $$"""[{"type":"document","media":"{{first}}"},{"type":"document","media":"{{second}}"}]""",
        };

    private static IReadOnlyList<string> Validate(
        string method,
        Dictionary<string, string> texts,
        params string[] files
    ) =>
        BotApiValidator.Validate(
            method,
            BotApiRequest.FromForm(texts, files.ToDictionary(part => part, _ => File, StringComparer.Ordinal))
        );
}
