namespace PaymentBot.Tests.Telegram;

/// <summary>Answers and updates shaped like Telegram's.</summary>
internal static class Wire
{
    public const string Person =
        """{"id":4503599627370495,"is_bot":false,"first_name":"Анна","last_name":"Ким","username":"akim","language_code":"ru"}""";

    public const string Bot =
        """{"id":123456,"is_bot":true,"first_name":"Оплаты","username":"pay_bot","can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":true}""";

    public const string PrivateChat =
        """{"id":4503599627370495,"first_name":"Анна","last_name":"Ким","username":"akim","type":"private"}""";

    public const string Supergroup =
        """{"id":-1002147483648,"title":"Казначейство","is_forum":true,"type":"supergroup"}""";

    public static readonly string Sent = $$$"""
        {"message_id":77,"from":{{{Bot}}},"chat":{{{PrivateChat}}},"date":1795000000,"text":"Заявка 12",
         "entities":[{"type":"bold","offset":0,"length":6}],
         "reply_markup":{"inline_keyboard":[[{"text":"OK","callback_data":"a","style":"success"},{"text":"?","web_app":{"url":"https://x.example"}}]]}}
        """;

    public static readonly string SentDocument = $$$"""
        {"message_id":78,"from":{{{Bot}}},"chat":{{{Supergroup}}},"date":1795000001,"message_thread_id":5,"is_topic_message":true,
         "media_group_id":"1399","caption":"Счёт","document":{"file_name":"Счёт.pdf","mime_type":"application/pdf",
         "thumbnail":{"file_id":"AAM","file_unique_id":"AQ","file_size":1,"width":1,"height":1},
         "file_id":"BQACAgIAAx","file_unique_id":"AgADx","file_size":52428800}}
        """;
}
