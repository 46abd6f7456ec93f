using System.Text.Json.Nodes;
using PaymentBot.Bot.Requests;
using PaymentBot.Sandbox.Hosting;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;

namespace PaymentBot.Tests.App.Inbox;

/// <summary>A test of what people do in their private chat beside deciding.</summary>
public abstract class InboxTest : BotTest
{
    /// <summary>Writes in the private chat and lets everything come to rest.</summary>
    /// <returns>The last thing the bot said there.</returns>
    internal async Task<string> SayAsync(SandboxPerson person, string text)
    {
        await Bot.Telegram.SayAsync(person, text);
        await Bot.SettleAsync();
        return Last(person).Text.Plain;
    }

    /// <summary>Presses a button of the bot's last message and lets everything come to rest.</summary>
    /// <returns>The toast, or null.</returns>
    internal Task<string?> PressAsync(SandboxPerson person, string word) => PressAsync(person, Last(person), word);

    /// <summary>Presses a button and lets everything come to rest.</summary>
    /// <returns>The toast, or null.</returns>
    internal async Task<string?> PressAsync(SandboxPerson person, ChatMessage message, string word)
    {
        var result = await Bot.Telegram.TapAsync(person.Telegram.Id, message, TelegramClerk.Data(message, word));
        Assert.Equal(200, result.Status);
        await Bot.SettleAsync();
        return result.Toast;
    }

    internal ChatMessage Last(SandboxPerson person) => Bot.Telegram.Last(person.Telegram.Id);

    internal int Said(SandboxPerson person) =>
        Bot.Telegram.Messages(person.Telegram.Id).Count(message => message.ByBot);

    /// <summary>The command a deep link to a request sends.</summary>
    internal static string Link(string requestId) =>
        $"/start r-{RequestKey.Of(new PaymentBot.Approvals.RequestId(requestId)).Value}";

    /// <summary>Announces documents that differ in number, amount and payee.</summary>
    internal async Task<string[]> AnnounceManyAsync(int count)
    {
        string[] ids =
        [
            .. Enumerable
                .Range(1, count)
                .Select(number =>
                    Bot.Erp.Create(
                        new JsonObject
                        {
                            ["amount"] = $"{number}000.00",
                            ["payee"] = new JsonObject { ["name"] = $"ООО «Поставщик {number}»" },
                            ["purpose"] = $"Закупка номер {number}",
                        }
                    )
                ),
        ];
        await Bot.SettleAsync();
        return ids;
    }
}
