using System.Globalization;
using System.Text;
using PaymentBot.Benchmarks.Load;
using PaymentBot.Benchmarks.Processes;
using PaymentBot.Bot.Delivery.Composition;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Erp.Signatures;
using PaymentBot.Erp.Snapshots;

namespace PaymentBot.Benchmarks.Data;

/// <summary>Calls of Telegram and the ERP as bytes.</summary>
internal static class Calls
{
    private const string CardText =
        "🟡 Заявка 00УТ-000123 от 22.11.2026\\n\\nСумма: 1 250 000,50 ₽\\nПолучатель: АО «Вектор», ИНН 7701234567\\nНазначение: Оплата по счёту № 45 от 20.11.2026 за размещение рекламных материалов в декабре, в том числе НДС\\nОрганизация: ООО «Ромашка»\\nПодразделение: Маркетинг\\nСтатья: Реклама\\nЖелаемая дата: 25.11.2026\\n\\n✅ 1. Иванова Анна, 22.11 10:00\\n⏳ 2. Сидоров Семён\\n▫️ 3. Орлов";

    private static readonly ButtonSigner Signer = new(Convert.FromBase64String(BotWorld.SigningKey));

    /// <summary>A tap on Approve by the person whose turn it is.</summary>
    public static byte[] Tap(int request)
    {
        var user = Requests.UserOf(Requests.ApproverOf(request));
        var payment = Requests.Create(StoreFiller.Family, request);
        var key = RequestKey.Of(payment.Id);
        string Button(CardAction action) => Signer.Write(new ButtonData(action, key, payment.Revision), user, user);
        return Update(
            request,
            $$$"""
            "callback_query":{"id":"{{{user}}}{{{request}}}","from":{"id":{{{user}}},"is_bot":false,"first_name":"Семён","last_name":"Сидоров","username":"sidorov","language_code":"ru"},
            "message":{"message_id":{{{StoreFiller.MessageOf(
                request
            )}}},"from":{"id":7000000001,"is_bot":true,"first_name":"Bench","username":"bench_bot"},
            "chat":{"id":{{{user}}},"first_name":"Семён","username":"sidorov","type":"private"},"date":1795330000,"text":"{{{CardText}}}",
            "entities":[{"offset":0,"length":30,"type":"bold"},{"offset":40,"length":15,"type":"bold"}],
            "reply_markup":{"inline_keyboard":[[{"text":"✅ Согласовать","callback_data":"{{{Button(
                CardAction.Approve
            )}}}"},{"text":"❌ Отклонить","callback_data":"{{{Button(CardAction.Reject)}}}"}]]}},
            "chat_instance":"-123456789012345678","data":"{{{Button(CardAction.Approve)}}}"}
            """
        );
    }

    /// <summary>An update of a kind no bot asked for.</summary>
    public static byte[] UnknownUpdate(int identity = 0) => Update(1_000_000_000 + identity, "\"chat_boost\":{}");

    /// <summary>A notification of the ERP, signed now.</summary>
    public static byte[] Notify(string family, int request, TimeProvider clock, int? approvers = null, string more = "")
    {
        var payment = approvers is { } people
            ? Requests.Create(family, request, Enumerable.Range(1, people).Select(Requests.PersonOf))
            : Requests.Create(family, request);
        var body = SnapshotWriter.Write(payment);
        var signature = new WebhookSigner(WebhookKey.Parse(BotWorld.ErpKey, "the benchmark"), clock).Sign(
            string.Create(CultureInfo.InvariantCulture, $"msg_{family}_{request}"),
            body
        );
        var headers =
            $"{WebhookHeader.Id}: {signature.Id}\r\n{WebhookHeader.Timestamp}: {signature.Timestamp}\r\n{WebhookHeader.Signature}: {signature.Signature}\r\n{more}";
        return HttpConnection.Post("/api/erp/notify", headers, body);
    }

    private static byte[] Update(int identity, string member)
    {
        var json = string.Create(CultureInfo.InvariantCulture, $"{{\"update_id\":{100_000_000 + identity},{member}}}");
        return HttpConnection.Post(
            BotWorld.WebhookPath,
            $"X-Telegram-Bot-Api-Secret-Token: {BotWorld.WebhookSecret}\r\n",
            Encoding.UTF8.GetBytes(json)
        );
    }
}
