using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Types;
using PaymentBot.Testing.Schema;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramSetupMethodsTests : IDisposable
{
    private readonly TestBot _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task GetMe_returns_the_bot()
    {
        _bot.Telegram.Succeeds("getMe", Wire.Bot);
        var me = await _bot.Client.GetMeAsync(default);
        Assert.Equal(123456, me.Id);
        Assert.Equal("pay_bot", me.Username);
        Assert.True(me.SupportsInlineQueries);
        Assert.False(me.CanReadAllGroupMessages);
        Assert.Equal("{}", _bot.Telegram.Call.Json);
    }

    [Fact]
    public async Task SetWebhook_without_a_certificate_is_json()
    {
        _bot.Telegram.Succeeds("setWebhook", "true");
        await _bot.Client.SetWebhookAsync(
            new()
            {
                Url = "https://bot.example/api/telegram/webhook",
                IpAddress = "203.0.113.5",
                MaxConnections = 40,
                AllowedUpdates = [UpdateKind.Message, UpdateKind.CallbackQuery],
                DropPendingUpdates = true,
                SecretToken = "s_-1",
            },
            default
        );
        Assert.Equal(
            """{"url":"https://bot.example/api/telegram/webhook","ip_address":"203.0.113.5","max_connections":40,"allowed_updates":["message","callback_query"],"drop_pending_updates":true,"secret_token":"s_-1"}""",
            _bot.Telegram.Call.Json
        );
    }

    [Fact]
    public async Task SetWebhook_uploads_the_certificate()
    {
        _bot.Telegram.Succeeds("setWebhook", "true");
        var pem = "-----BEGIN CERTIFICATE-----\n"u8.ToArray();
        await _bot.Client.SetWebhookAsync(
            new()
            {
                Url = "https://203.0.113.5:8443/api/telegram/webhook",
                Certificate = new InputFile.Upload(
                    _ => ValueTask.FromResult<Stream>(new MemoryStream(pem)),
                    "bot.pem",
                    "application/x-pem-file"
                ),
                AllowedUpdates = [UpdateKind.Message],
            },
            default
        );
        var form = BotApiRequest.Parse(_bot.Telegram.Call.ContentType, _bot.Telegram.Call.Body);
        Assert.Equal(pem, form.Files["certificate"].Content);
        Assert.Equal("""["message"]""", form.Texts["allowed_updates"]);
        Assert.Equal("https://203.0.113.5:8443/api/telegram/webhook", form.Texts["url"]);
    }

    [Fact]
    public async Task SetWebhook_refuses_a_certificate_that_is_no_upload()
    {
        var request = new PaymentBot.Bot.Telegram.Methods.SetWebhook
        {
            Url = "https://x.example",
            Certificate = new InputFile.FileId("A"),
        };
        await Assert.ThrowsAsync<ArgumentException>(() => _bot.Client.SetWebhookAsync(request, default));
    }

    [Fact]
    public void Printing_SetWebhook_shows_no_secret() =>
        Assert.DoesNotContain(
            "geheim",
            new PaymentBot.Bot.Telegram.Methods.SetWebhook { Url = "u", SecretToken = "geheim" }.ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task DeleteWebhook_and_GetWebhookInfo_work()
    {
        _bot.Telegram.Succeeds("deleteWebhook", "true");
        _bot.Telegram.Succeeds(
            "getWebhookInfo",
            """{"url":"https://b.example","has_custom_certificate":false,"pending_update_count":3,"last_error_date":1795000000,"last_error_message":"Wrong response from the webhook: 500 Internal Server Error","max_connections":40,"ip_address":"203.0.113.5","allowed_updates":["message"],"new_in_11":1}"""
        );
        await _bot.Client.DeleteWebhookAsync(new() { DropPendingUpdates = false }, default);
        var info = await _bot.Client.GetWebhookInfoAsync(default);
        Assert.Equal("""{"drop_pending_updates":false}""", _bot.Telegram.Calls[0].Json);
        Assert.Equal(3, info.PendingUpdateCount);
        Assert.Equal(1795000000, info.LastErrorDate);
        Assert.Equal(["message"], info.AllowedUpdates!);
    }

    [Fact]
    public async Task GetUpdates_returns_updates_of_all_kinds()
    {
        _bot.Telegram.Succeeds(
            "getUpdates",
            $$$"""[{"update_id":5,"message":{{{Wire.Sent}}}},{"update_id":6,"quantum_leap":{"to":[1,{"x":null}]}}]"""
        );
        var updates = await _bot.Client.GetUpdatesAsync(
            new()
            {
                Offset = 5,
                Limit = 100,
                Timeout = 50,
                AllowedUpdates = [UpdateKind.Message],
            },
            default
        );
        Assert.Equal([5, 6], updates.Select(update => update.UpdateId));
        Assert.Equal(
            """{"offset":5,"limit":100,"timeout":50,"allowed_updates":["message"]}""",
            _bot.Telegram.Call.Json
        );
    }

    [Fact]
    public async Task SetMyCommands_works_for_every_scope()
    {
        _bot.Telegram.Succeeds("setMyCommands", "true");
        BotCommandScope[] scopes =
        [
            BotCommandScope.Default,
            BotCommandScope.AllPrivateChats,
            BotCommandScope.AllGroupChats,
            BotCommandScope.AllChatAdministrators,
            BotCommandScope.Chat(1),
            BotCommandScope.ChatAdministrators(2),
            BotCommandScope.ChatMember(3, 4),
        ];
        foreach (var scope in scopes)
        {
            await _bot.Client.SetMyCommandsAsync(
                new()
                {
                    Commands = [new() { Command = "inbox", Description = "Мои заявки" }],
                    Scope = scope,
                    LanguageCode = "ru",
                },
                default
            );
        }

        Assert.Equal(
            """{"commands":[{"command":"inbox","description":"Мои заявки"}],"scope":{"type":"chat_member","chat_id":3,"user_id":4},"language_code":"ru"}""",
            _bot.Telegram.Calls[^1].Json
        );
    }
}
