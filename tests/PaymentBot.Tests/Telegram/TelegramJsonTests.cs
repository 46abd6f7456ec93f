using System.Text;
using System.Text.Json;
using PaymentBot.Bot.Telegram;
using PaymentBot.Bot.Telegram.Methods;
using PaymentBot.Bot.Telegram.Types;

namespace PaymentBot.Tests.Telegram;

public sealed class TelegramJsonTests
{
    [Fact]
    public void A_private_message_is_read()
    {
        var message = Parse(
            $$$"""
            {"update_id":871,"message":{"message_id":9,"from":{{{Wire.Person}}},"chat":{{{Wire.PrivateChat}}},"date":1795000000,
            "reply_to_message":{"message_id":8,"from":{{{Wire.Bot}}},"chat":{{{Wire.PrivateChat}}},"date":1794999999,"text":"Почему?"},
            "text":"/start abc","entities":[{"offset":0,"length":6,"type":"bot_command"}]}}
            """
        ).Message!;
        Assert.Equal("/start abc", message.Text);
        Assert.Equal("Анна", message.From!.FirstName);
        Assert.Equal("ru", message.From.LanguageCode);
        Assert.Equal(8, message.ReplyToMessage!.MessageId);
        Assert.Equal("bot_command", message.Entities![0].Type);
        Assert.False(message.IsInaccessible);
    }

    [Fact]
    public void An_edited_message_is_read() =>
        Assert.Equal(77, Parse($$$"""{"update_id":1,"edited_message":{{{Wire.Sent}}}}""").EditedMessage!.MessageId);

    [Fact]
    public void A_tap_is_read()
    {
        var update = Parse(
            $$$"""{"update_id":871,"callback_query":{"id":"4382","from":{{{Wire.Person}}},"message":{{{Wire.Sent}}},"chat_instance":"-3","data":"a:1"}}"""
        );
        Assert.Equal(871, update.UpdateId);
        Assert.Equal("4382", update.CallbackQuery!.Id);
        Assert.Equal(4503599627370495, update.CallbackQuery.From.Id);
        Assert.Equal("a:1", update.CallbackQuery.Data);
        Assert.Equal(77, update.CallbackQuery.Message!.MessageId);
    }

    [Fact]
    public void A_tap_on_an_inaccessible_message_is_read()
    {
        var tap = Parse(
            $$$"""{"update_id":1,"callback_query":{"id":"1","from":{{{Wire.Person}}},"message":{"chat":{{{Wire.Supergroup}}},"message_id":5,"date":0},"chat_instance":"1","data":"x"}}"""
        ).CallbackQuery!;
        Assert.True(tap.Message!.IsInaccessible);
        Assert.Equal((-1002147483648, 5), (tap.Message.Chat.Id, tap.Message.MessageId));
    }

    [Fact]
    public void A_tap_on_an_inline_message_is_read()
    {
        var tap = Parse(
            $$$"""{"update_id":1,"callback_query":{"id":"1","from":{{{Wire.Person}}},"inline_message_id":"AgAA","chat_instance":"1","data":"x"}}"""
        ).CallbackQuery!;
        Assert.Equal("AgAA", tap.InlineMessageId);
        Assert.Null(tap.Message);
    }

    [Theory]
    [InlineData("member", "kicked")]
    [InlineData("kicked", "member")]
    [InlineData("member", "hologram")]
    public void Blocking_and_unblocking_is_read(string before, string since)
    {
        var change = Parse(
            $$$"""
            {"update_id":1,"my_chat_member":{"chat":{{{Wire.PrivateChat}}},"from":{{{Wire.Person}}},"date":1795000000,
            "old_chat_member":{"user":{{{Wire.Bot}}},"status":"{{{before}}}"},
            "new_chat_member":{"user":{{{Wire.Bot}}},"status":"{{{since}}}","until_date":0} } }
            """
        ).MyChatMember!;
        Assert.Equal((before, since), (change.OldChatMember.Status, change.NewChatMember.Status));
        Assert.True(change.Chat.IsPrivate);
    }

    [Fact]
    public void Both_migration_messages_are_read()
    {
        var old = Parse(
            $$$"""{"update_id":1,"message":{"message_id":1,"from":{{{Wire.Person}}},"chat":{"id":-55,"title":"К","type":"group","all_members_are_administrators":false},"date":1,"migrate_to_chat_id":-1002147483648}}"""
        );
        var fresh = Parse(
            $$$"""{"update_id":2,"message":{"message_id":1,"from":{"id":1087968824,"is_bot":true,"first_name":"Group"},"sender_chat":{{{Wire.Supergroup}}},"chat":{{{Wire.Supergroup}}},"date":1,"migrate_from_chat_id":-55}}"""
        );
        Assert.Equal(-1002147483648, old.Message!.MigrateToChatId);
        Assert.Equal(-55, fresh.Message!.MigrateFromChatId);
    }

    [Fact]
    public void An_anonymous_administrator_is_told_by_the_sender_chat()
    {
        var message = Parse(
            $$$"""{"update_id":2,"message":{"message_id":1,"from":{"id":1087968824,"is_bot":true,"first_name":"Group","username":"GroupAnonymousBot"},"sender_chat":{{{Wire.Supergroup}}},"author_signature":"CFO","chat":{{{Wire.Supergroup}}},"date":1,"text":"/inbox"}}"""
        ).Message!;
        Assert.Equal(message.Chat.Id, message.SenderChat!.Id);
    }

    [Fact]
    public void Inline_queries_and_their_choice_are_read()
    {
        var query = Parse(
            $$$"""{"update_id":1,"inline_query":{"id":"7","from":{{{Wire.Person}}},"chat_type":"sender","query":"12","offset":""}}"""
        ).InlineQuery!;
        var chosen = Parse(
            $$$"""{"update_id":1,"chosen_inline_result":{"result_id":"r","from":{{{Wire.Person}}},"query":"12","inline_message_id":"AgAA"}}"""
        ).ChosenInlineResult!;
        Assert.Equal(("12", "sender"), (query.Query, query.ChatType));
        Assert.Equal(("r", "AgAA"), (chosen.ResultId, chosen.InlineMessageId));
    }

    [Theory]
    [InlineData("""{"update_id":5,"quantum_leap":{"a":[{"b":null}]}}""")]
    [InlineData("""{"update_id":5,"poll":{"id":"1"},"message":null}""")]
    public void An_unknown_kind_leaves_only_the_id(string json) =>
        Assert.Equal(new Update { UpdateId = 5 }, Parse(json));

    [Fact]
    public void Unknown_fields_and_values_are_tolerated()
    {
        var message = Parse(
            """{"update_id":5,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"hypergroup","aura":7},"telepathy":{"x":[[]]},"entities":[{"type":"glow","offset":0,"length":1,"hue":3}]},"next":1}"""
        ).Message!;
        Assert.Equal(("hypergroup", "glow"), (message.Chat.Type, message.Entities![0].Type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"update_id\":\"5\"}")]
    [InlineData("{\"update_id\":5")]
    [InlineData("{\"update_id\":5}{}")]
    [InlineData("{\"update_id\":5,\"callback_query\":{\"id\":\"1\",\"from\":null}}")]
    [InlineData("{\"update_id\":5,\"message\":{\"message_id\":1,\"date\":1}}")]
    public void What_is_no_update_is_refused(string json) => Assert.Throws<JsonException>(() => Parse(json));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var json = "{\"update_id\":5,\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.Throws<JsonException>(() => Parse(json));
    }

    [Fact]
    public void A_webhook_reply_names_its_method()
    {
        var reply = TelegramJson.WebhookReply(new AnswerCallbackQuery { CallbackQueryId = "9", Text = "Принято" });
        Assert.Equal(
            """{"method":"answerCallbackQuery","callback_query_id":"9","text":"Принято"}""",
            Encoding.UTF8.GetString(reply)
        );
    }

    [Fact]
    public void A_webhook_reply_can_be_a_message()
    {
        var reply = TelegramJson.WebhookReply(new SendMessage { ChatId = 7, Text = "Войти" });
        Assert.Equal("""{"method":"sendMessage","chat_id":7,"text":"Войти"}""", Encoding.UTF8.GetString(reply));
    }

    private static Update Parse(string json) => TelegramJson.ParseUpdate(Encoding.UTF8.GetBytes(json));
}
