using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Storage;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App;

public sealed class AttachmentTests : BotTest
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Single_file_carries_the_groups_card_as_its_caption()
    {
        var id = Announce("Счёт № 45.pdf");
        await Bot.SettleAsync();

        var card = Assert.Single(Bot.Telegram.Messages(TreasuryChatId));
        Assert.Equal("Счёт № 45.pdf", card.Document?.Name);
        Assert.Contains(Bot.Erp.Number(id), card.Text.Plain, StringComparison.Ordinal);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        card = Assert.Single(Bot.Telegram.Messages(TreasuryChatId));
        Assert.Contains("Соколова", card.Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_come_first_and_the_card_answers_them()
    {
        var id = await Bot.AnnounceAsync(2);

        var messages = Bot.Telegram.Messages(TreasuryChatId);
        Assert.Equal(["Счёт 45.pdf", "Счёт 45.pdf", "Макет щита.png"], messages.Take(3).Select(m => m.Document?.Name));
        Assert.Equal(2, messages.Take(3).Select(message => message.MediaGroupId).Distinct().Count());
        Assert.Equal(Bot.Telegram.Card(TreasuryChatId, id), messages[3]);
        Assert.Equal(messages[0].MessageId, messages[3].ReplyTo);
    }

    [Fact]
    public async Task Files_asked_for_before_they_came_are_promised()
    {
        var id = Bot.Erp.Create(2);
        await Bot.Erp.DeliverAsync(Assert.Single(Bot.Erp.TakeAnnouncements()), files: false);
        await Bot.Queues.RunForAsync(Moment);

        Assert.DoesNotContain(
            Bot.Telegram.Buttons(BudgetHolder, id),
            text => text.Contains("Файлы", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Eleven_files_of_one_name_go_as_two_albums_with_their_names()
    {
        Announce([.. Enumerable.Repeat("Счёт.pdf", 11)]);
        await Bot.SettleAsync();

        var files = Bot.Telegram.Messages(TreasuryChatId).Where(message => message.Document is not null).ToList();
        Assert.Equal(11, files.Count);
        Assert.All(files, message => Assert.Equal("Счёт.pdf", message.Document!.Name));
        Assert.Equal(2, files.Select(message => message.MediaGroupId).Distinct().Count());
        Assert.Equal(
            11,
            files.Select(message => Encoding.UTF8.GetString(message.Document!.Content)).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("Договор аренды №1; копия.pdf", "Договор аренды №1; копия.pdf")]
    [InlineData("файл 😀 ёЁъ.docx", "файл 😀 ёЁъ.docx")]
    [InlineData("без расширения", "без расширения")]
    [InlineData("ООО \"Ромашка\".pdf", "ООО 'Ромашка'.pdf")]
    [InlineData("a\\b/c.txt", "a_b_c.txt")]
    public async Task Odd_names_arrive_with_only_quotes_and_slashes_replaced(string name, string arrived)
    {
        Announce(name);
        await Bot.SettleAsync();

        Assert.Equal(arrived, Bot.Telegram.Messages(TreasuryChatId)[0].Document?.Name);
    }

    [Fact]
    public async Task File_over_fifty_megabytes_is_named_and_not_sent()
    {
        var snapshot = SampleRequests.Get(1);
        snapshot["attachments"] = new JsonArray(Declaration("big", "Проект.zip", 60L * 1024 * 1024, [1]));
        var id = Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();

        Assert.Contains("больше 50 МБ", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Empty(Bot.Erp.LastAnswer.Names("missingAttachments"));
        var reply = await Bot.Erp.PutAsync(id, "big", [1]);
        Assert.Equal((413, "attachmentTooLarge"), (reply.Status, reply.Code));
        Assert.DoesNotContain(Bot.Telegram.Messages(TreasuryChatId), message => message.Document is not null);
    }

    [Fact]
    public async Task Empty_file_is_named_and_its_upload_is_no_error()
    {
        var snapshot = SampleRequests.Get(1);
        snapshot["attachments"] = new JsonArray(Declaration("empty", "пусто.txt", 0, []));
        var id = Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();

        Assert.Contains("пустой, не отправляется", Bot.Telegram.Text(BudgetHolder, id), StringComparison.Ordinal);
        Assert.Equal(204, (await Bot.Erp.PutAsync(id, "empty", [])).Status);
    }

    [Fact]
    public async Task Bytes_that_differ_are_refused_and_leave_nothing()
    {
        byte[] good = [1, 2, 3];
        var snapshot = SampleRequests.Get(1);
        snapshot["attachments"] = new JsonArray(Declaration("f", "Счёт.pdf", good.Length, good));
        var id = Bot.Erp.Create(snapshot);
        await Bot.SettleAsync();

        foreach (var bad in new byte[][] { [1, 2, 4], [1, 2, 3, 4], [1, 2], [] })
        {
            var refused = await Bot.Erp.PutAsync(id, "f", bad);
            Assert.Equal((422, "attachmentMismatch"), (refused.Status, refused.Code));
        }

        Assert.Equal(["f"], Missing(await Bot.Erp.StateAsync(id)));
        var forged = await Bot.Erp.PutAsync(id, "f", good, new ErpCallOptions { SignedBody = [9] });
        Assert.Equal((401, "invalidSignature"), (forged.Status, forged.Code));
        Assert.Equal(["f"], Missing(await Bot.Erp.StateAsync(id)));
        Assert.Equal(404, (await Bot.Erp.PutAsync(id, "other", good)).Status);
        Assert.Equal(404, (await Bot.Erp.PutAsync("no such request", "f", good)).Status);
        await Bot.SettleAsync();
        Assert.DoesNotContain(Bot.Telegram.Messages(TreasuryChatId), message => message.Document is not null);

        Assert.Equal(201, (await Bot.Erp.PutAsync(id, "f", good)).Status);
        Assert.Equal(204, (await Bot.Erp.PutAsync(id, "f", good)).Status);
        Assert.Empty(Missing(await Bot.Erp.StateAsync(id)));
        await Bot.SettleAsync();
        Assert.Single(Bot.Telegram.Messages(TreasuryChatId), message => message.Document is not null);
    }

    [Fact]
    public async Task Group_waits_for_late_files()
    {
        var id = Bot.Erp.Create(2);
        await Bot.Erp.DeliverAsync(Assert.Single(Bot.Erp.TakeAnnouncements()), files: false);
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(Bot.Telegram.Messages(TreasuryChatId));
        Assert.Single(Bot.Telegram.Cards(BudgetHolder.Telegram.Id, id));

        await PutAllAsync(id);
        await Bot.Queues.RunForAsync(Moment);

        var messages = Bot.Telegram.Messages(TreasuryChatId);
        Assert.Equal(4, messages.Count);
        Assert.Equal(messages[0].MessageId, Bot.Telegram.Card(TreasuryChatId, id).ReplyTo);
        await Bot.SettleAsync();
        Assert.Equal(4, Bot.Telegram.Messages(TreasuryChatId).Count);
    }

    [Fact]
    public async Task Files_that_come_too_late_answer_the_groups_card()
    {
        var id = Bot.Erp.Create(2);
        await Bot.Erp.DeliverAsync(Assert.Single(Bot.Erp.TakeAnnouncements()), files: false);
        await Bot.Queues.RunForAsync(TimeSpan.FromSeconds(40));
        var card = Bot.Telegram.Card(TreasuryChatId, id);

        await PutAllAsync(id);
        await Bot.SettleAsync();

        var files = Bot.Telegram.Messages(TreasuryChatId).Where(message => message.Document is not null).ToList();
        Assert.Equal(3, files.Count);
        Assert.All(files, file => Assert.Equal(card.MessageId, file.ReplyTo));
        Assert.Contains("📎 Файлы (3)", Bot.Telegram.Buttons(BudgetHolder, id));
    }

    [Fact]
    public async Task Album_whose_card_failed_is_not_sent_twice()
    {
        Bot.Telegram.StandIn.Faults.Add(new TelegramFault(500, Times: 6, Method: "sendMessage"));

        var id = await Bot.AnnounceAsync(2);

        Assert.Single(Bot.Telegram.Tape.Of("sendMediaGroup"));
        Assert.Equal(4, Bot.Telegram.Messages(TreasuryChatId).Count);
        Assert.Single(Bot.Telegram.Cards(TreasuryChatId, id));
    }

    [Fact]
    public async Task File_whose_bytes_vanished_is_said_to_be_gone_and_asked_for_again()
    {
        var id = Announce("Счёт.pdf");
        await Bot.SettleAsync();
        var file = Assert.Single(Bot.Erp.StandIn.Ledger.Read(id, document => document.Files)!);
        await VanishAsync(file);
        Bot.Telegram.StandIn.World.ForgetFile(Bot.Telegram.Messages(TreasuryChatId)[0].Document!.FileId);

        await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы");
        await Bot.SettleAsync();

        var said = Bot.Telegram.Messages(BudgetHolder.Telegram.Id)[^1].Text.Plain;
        Assert.Contains("сейчас недоступны", said, StringComparison.Ordinal);
        Assert.Equal([file.Id], Missing(await Bot.Erp.StateAsync(id)));
        Assert.Equal([file.Id], (await Bot.Erp.NotifyAsync(id)).Names("missingAttachments"));
        Assert.Empty(await Bot.Queues.PoisonAsync());
        await PutAllAsync(id);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы");
        await Bot.SettleAsync();
        Assert.NotNull(Bot.Telegram.Messages(BudgetHolder.Telegram.Id)[^1].Document);
    }

    [Fact]
    public async Task Group_gets_its_card_although_a_files_bytes_vanished()
    {
        var id = Announce("Счёт.pdf");
        await Bot.Erp.FlushAsync();
        await VanishAsync(Assert.Single(Bot.Erp.StandIn.Ledger.Read(id, document => document.Files)!));

        await Bot.SettleAsync();

        Assert.Single(Bot.Telegram.Cards(TreasuryChatId, id));
        Assert.Empty(await Bot.Queues.PoisonAsync());
    }

    private async Task VanishAsync(ErpFile file)
    {
        var blobs = Bot.Services.GetRequiredService<IBlobStore>();
        var name = PaymentBot.Bot.Requests.StoredFile.BlobNameOf(
            Convert.ToHexStringLower(SHA256.HashData(file.Content))
        );
        Assert.True(await blobs.DeleteAsync(name, CancellationToken.None));
    }

    private static string[] Missing(JsonObject state) =>
        [.. state["missingAttachments"]!.AsArray().Select(name => (string)name!)];

    private static JsonObject Declaration(string id, string name, long size, byte[] content) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["contentType"] = "application/pdf",
            ["size"] = size,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(content)),
        };

    private string Announce(params string[] names)
    {
        var snapshot = SampleRequests.Get(1);
        snapshot["attachments"] = new JsonArray([
            .. names.Select(
                (name, index) =>
                    new JsonObject
                    {
                        ["name"] = name,
                        ["contentType"] = "application/pdf",
                        ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name} {index}")),
                    }
            ),
        ]);
        return Bot.Erp.Create(snapshot);
    }

    private async Task PutAllAsync(string id)
    {
        foreach (var file in Bot.Erp.StandIn.Ledger.Read(id, document => document.Files)!)
        {
            Assert.Equal(201, (await Bot.Erp.PutAsync(id, file)).Status);
        }
    }
}
