using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>The ready-made requests.</summary>
internal static class SampleRequests
{
    /// <param name="number">1 ordinary, 2 with three files, 3 over the limit in a foreign currency, 4 so large that approving it is asked for twice, and both financial managers have to agree.</param>
    /// <exception cref="SandboxException">There is no such sample.</exception>
    public static JsonObject Get(int number) =>
        number switch
        {
            1 => Ordinary(),
            2 => WithFiles(),
            3 => OverLimit(),
            4 => Large(),
            _ => throw new SandboxException("There are samples 1 to 4.", StatusCodes.Status400BadRequest),
        };

    private static JsonObject Ordinary() =>
        new()
        {
            ["payee"] = Payee("ООО «Светлый офис»", "7704217370", "40702810900000005532", "044525974"),
            ["amount"] = "84300.00",
            ["currency"] = "RUB",
            ["vat"] = Vat("included", "20", "14050.00"),
            ["department"] = Party("Административный отдел"),
            ["cashFlowItem"] = Party("Хозяйственные расходы"),
            ["purpose"] = "Оплата по счёту № 118 за канцелярские товары",
        };

    private static JsonObject WithFiles() =>
        new()
        {
            ["payee"] = Payee("АО «Вектор»", "7701234567", "40702810400000001234", "044525225"),
            ["amount"] = "1250000.50",
            ["currency"] = "RUB",
            ["vat"] = Vat("included", "20", "208333.42"),
            ["cashFlowItem"] = Party("Реклама"),
            ["purpose"] = "Оплата по счёту № 45 за размещение наружной рекламы, ноябрь",
            ["attachments"] = new JsonArray(
                File("Счёт 45.pdf", "application/pdf", SampleFiles.Pdf("Invoice 45 / 1 250 000.50 RUB")),
                File("Макет щита.png", "image/png", SampleFiles.Png()),
                File("Счёт 45.pdf", "application/pdf", SampleFiles.Pdf("Act 45 / signed"))
            ),
        };

    private static JsonObject OverLimit() =>
        new()
        {
            ["payee"] = Payee("Shenzhen Bright Display Co., Ltd.", null, "40702156400000007711", "044525593"),
            ["amount"] = "96480.00",
            ["currency"] = "CNY",
            ["vat"] = Vat("none", null, null),
            ["department"] = Party("Закупки"),
            ["cashFlowItem"] = Party("Оборудование"),
            ["priority"] = "high",
            ["overLimit"] = true,
            ["purpose"] =
                "Предоплата 60 % по контракту BD-2291 от 02.11.2026 за светодиодные экраны P3 (24 шт.), поставка CIF Владивосток, "
                + "спецификация № 3, инвойс PI-77120; остаток после приёмки на складе",
            ["attachments"] = new JsonArray(File("Спецификация № 3.txt", "text/plain", SampleFiles.Text())),
        };

    private static JsonObject Large() =>
        new()
        {
            ["payee"] = Payee("ООО «Стройгарант»", "7725118206", "40702810100000004417", "044525411"),
            ["amount"] = "4800000.00",
            ["currency"] = "RUB",
            ["vat"] = Vat("included", "20", "800000.00"),
            ["department"] = Party("Строительство"),
            ["cashFlowItem"] = Party("Капитальный ремонт"),
            ["purpose"] = "Аванс по договору подряда № 17/26 на ремонт склада",
            ["routeRules"] = new JsonObject { ["financialManager"] = "all" },
            ["attachments"] = new JsonArray(
                File("Договор 17-26.pdf", "application/pdf", SampleFiles.Pdf("Contract 17/26 / 4 800 000.00 RUB"))
            ),
        };

    private static JsonObject Party(string name) => new() { ["erpId"] = Guid.NewGuid().ToString(), ["name"] = name };

    private static JsonObject Payee(string name, string? inn, string account, string bic)
    {
        var payee = Party(name);
        payee["inn"] = inn;
        payee["account"] = new JsonObject { ["number"] = account, ["bic"] = bic };
        return payee;
    }

    private static JsonObject Vat(string mode, string? rate, string? amount) =>
        new()
        {
            ["mode"] = mode,
            ["rate"] = rate,
            ["amount"] = amount,
        };

    private static JsonObject File(string name, string contentType, byte[] content) =>
        new()
        {
            ["name"] = name,
            ["contentType"] = contentType,
            ["content"] = Convert.ToBase64String(content),
        };
}
