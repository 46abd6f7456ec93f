using System.Text;
using System.Text.Json.Nodes;
using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;
using PaymentBot.Tests.App.Support;
using static PaymentBot.Sandbox.Hosting.SandboxPeople;

namespace PaymentBot.Tests.App.Deciding;

/// <summary>Files on demand: the list first, pictures as pictures, no second copy while the first is in sight.</summary>
public sealed class DocumentTests : BotTest
{
    private static long Chat => BudgetHolder.Telegram.Id;

    [Fact]
    public async Task Several_files_are_listed_with_names_and_sizes_before_any_is_sent()
    {
        var id = await Bot.AnnounceAsync(2);

        Assert.Equal("Выберите, какой файл прислать", await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы"));
        await Bot.SettleAsync();

        var list = Bot.Telegram.Last(Chat);
        Assert.Matches(
            @"^📎 Файлы заявки \S+\n\n1\. Счёт 45\.pdf, \d+.Б\n2\. Макет щита\.png, .*\n3\. Счёт 45\.pdf",
            list.Text.Plain
        );
        Assert.Equal(
            ["1. Счёт 45.pdf", "2. Макет щита.png", "3. Счёт 45.pdf", "Прислать все (3)"],
            list.Markup.Buttons.Select(button => button.Text)
        );
        Assert.Equal(Bot.Telegram.Card(BudgetHolder, id).MessageId, list.ReplyTo);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task One_file_of_the_list_is_sent_by_its_file_id()
    {
        var id = await ListAsync(2);
        var uploads = Uploads();

        Assert.Equal("Отправляем «Счёт 45.pdf»…", await TapListAsync("3. "));
        await Bot.SettleAsync();

        var file = Assert.Single(Files());
        Assert.Contains("Act 45", Encoding.ASCII.GetString(file.Document!.Content), StringComparison.Ordinal);
        Assert.Equal(uploads, Uploads());
        Assert.NotEmpty(id);
    }

    [Fact]
    public async Task All_go_as_an_album_of_documents_and_a_picture()
    {
        await ListAsync(2);

        Assert.StartsWith("Отправляем 3 файла", await TapListAsync("Прислать все"), StringComparison.Ordinal);
        await Bot.SettleAsync();

        var files = Files();
        Assert.Equal([false, false, true], files.Select(file => file.Document!.Photo is not null));
        Assert.Equal(files[0].MediaGroupId, files[1].MediaGroupId);
        Assert.NotNull(files[0].MediaGroupId);
        Assert.Null(files[2].MediaGroupId);
        Assert.Single(Bot.Telegram.Tape.Of("sendPhoto"), taped => taped.Call.Files.Count == 0);
    }

    [Fact]
    public async Task Second_tap_points_to_the_file_and_the_third_sends_it_anew()
    {
        await ListAsync(2);
        await TapListAsync("1. ");
        await Bot.SettleAsync();
        var sent = Assert.Single(Files());

        await TapListAsync("1. ");
        await Bot.SettleAsync();

        Assert.Single(Files());
        var pointer = Bot.Telegram.Last(Chat);
        Assert.Equal(sent.MessageId, pointer.ReplyTo);
        Assert.StartsWith("Этот файл уже здесь", pointer.Text.Plain, StringComparison.Ordinal);

        await TapListAsync("1. ");
        await Bot.SettleAsync();
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task File_that_was_removed_or_is_long_out_of_sight_is_sent_again()
    {
        await ListAsync(2);
        await TapListAsync("1. ");
        await Bot.SettleAsync();
        Bot.Telegram.StandIn.World.Within(Chat, chat => chat.Messages.Remove(Files()[0].MessageId));

        await TapListAsync("1. ");
        await Bot.SettleAsync();
        Assert.Single(Files());

        await Bot.Queues.RunForAsync(TimeSpan.FromHours(2));
        await TapListAsync("1. ");
        await Bot.SettleAsync();
        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task Many_files_are_turned_page_by_page()
    {
        var id = await ListAsync([.. Enumerable.Range(1, 20).Select(number => File($"Счёт {number}.pdf"))]);
        var list = Bot.Telegram.Last(Chat);
        Assert.Contains("Страница 1 из 3", list.Text.Plain, StringComparison.Ordinal);

        await TapListAsync("→");
        await Bot.SettleAsync();
        await TapListAsync("→");
        await Bot.SettleAsync();

        var turned = Bot.Telegram.Messages(Chat).Single(message => message.MessageId == list.MessageId);
        Assert.Equal(
            ["17. Счёт 17.pdf", "18. Счёт 18.pdf", "19. Счёт 19.pdf", "20. Счёт 20.pdf", "←", "Прислать все (20)"],
            turned.Markup.Buttons.Select(button => button.Text)
        );
        await TapListAsync("Прислать все");
        await Bot.SettleAsync();
        Assert.Equal([10, 10], Files().GroupBy(file => file.MediaGroupId).Select(album => album.Count()));
        Assert.NotEmpty(id);
    }

    [Fact]
    public async Task Pictures_go_together_and_one_that_is_no_photo_for_telegram_goes_as_a_document()
    {
        await ListAsync([
            Picture("a.png", SampleFiles.Png()),
            Picture("broken.png", [1, 2, 3]),
            Picture("wide.png", Png(30_000, 10)),
            Picture("b.png", [.. SampleFiles.Png(), 0]),
        ]);

        await TapListAsync("Прислать все");
        await Bot.SettleAsync();

        Assert.Equal(["broken.png", "wide.png", "a.png", "b.png"], Files().Select(file => file.Document!.Name));
        Assert.Equal([false, false, true, true], Files().Select(file => file.Document!.Photo is not null));
        Assert.Equal(2, Files().Select(file => file.MediaGroupId).Distinct().Count());
    }

    [Fact]
    public async Task Picture_whose_header_lies_is_sent_as_a_document_in_the_end()
    {
        Bot.Telegram.StandIn.Faults.Add(
            new TelegramFault(400, Times: 1, Method: "sendPhoto") { Description = "IMAGE_PROCESS_FAILED" }
        );
        var id = await AnnounceAsync([Picture("a.png", SampleFiles.Png())]);

        var card = Bot.Telegram.Card(TreasuryChatId, id);

        Assert.Equal("a.png", card.Document?.Name);
        Assert.Null(card.Document?.Photo);
    }

    [Fact]
    public async Task Only_file_is_sent_at_once_as_the_picture_it_is()
    {
        var id = await AnnounceAsync([Picture("Макет.png", SampleFiles.Png())]);
        Assert.NotNull(Bot.Telegram.Card(TreasuryChatId, id).Document?.Photo);

        Assert.StartsWith(
            "Отправляем 1 файл",
            await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы"),
            StringComparison.Ordinal
        );
        await Bot.SettleAsync();

        Assert.NotNull(Assert.Single(Files()).Document!.Photo);
    }

    [Fact]
    public async Task List_reads_in_english_as_well()
    {
        var id = await Bot.AnnounceAsync(2);
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Согласовать");
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(SecondFinancialManager, id, "Files");
        await Bot.SettleAsync();

        var list = Bot.Telegram.Last(SecondFinancialManager.Telegram.Id);
        Assert.StartsWith("📎 Files of request", list.Text.Plain, StringComparison.Ordinal);
        Assert.Contains("Send all (3)", list.Markup.Buttons.Select(button => button.Text));
    }

    [Fact]
    public async Task Made_up_data_discloses_nothing_to_one_who_may_not_see_the_request()
    {
        var id = Bot.Erp.Create(WithFiles(Routes.Of(Routes.Anybody, BudgetHolder), [File("a.pdf"), File("b.pdf")]));
        await Bot.SettleAsync();
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы");
        await Bot.SettleAsync();
        var list = Bot.Telegram.Last(Chat);
        var foreign = new ChatMessage
        {
            ChatId = Treasurer.Telegram.Id,
            MessageId = 1,
            Date = Bot.Now,
        };
        foreach (var button in list.Markup.Buttons)
        {
            var tap = await Bot.Telegram.TapAsync(Treasurer.Telegram.Id, foreign, button.CallbackData!);
            Assert.Contains("устарела", tap.Toast, StringComparison.Ordinal);
            Assert.InRange(Encoding.UTF8.GetByteCount(button.CallbackData!), 1, 64);
        }

        foreach (var data in (string[])["d:", "d:f", "d:f:x", "d:a:", "d:p:x:y", "d:q:x", "d:f:::", "d:p:\u0000:1"])
        {
            Assert.Equal(200, (await Bot.Telegram.TapAsync(Chat, list, data)).Status);
        }

        await Bot.SettleAsync();
        Assert.DoesNotContain(Bot.Telegram.Messages(Treasurer.Telegram.Id), message => message.ByBot);
    }

    private static JsonObject File(string name) =>
        new()
        {
            ["name"] = name,
            ["contentType"] = "application/pdf",
            ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(name)),
        };

    private static JsonObject Picture(string name, byte[] content) =>
        new()
        {
            ["name"] = name,
            ["contentType"] = "image/png",
            ["content"] = Convert.ToBase64String(content),
        };

    /// <summary>The beginning of a picture of that size.</summary>
    private static byte[] Png(int width, int height)
    {
        var png = SampleFiles.Png();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private static JsonObject WithFiles(JsonObject snapshot, JsonObject[] files)
    {
        snapshot["attachments"] = new JsonArray([.. files]);
        return snapshot;
    }

    private List<ChatMessage> Files() =>
        [.. Bot.Telegram.Messages(Chat).Where(message => message.Document is not null)];

    private int Uploads() => Bot.Telegram.Tape.Calls.Sum(taped => taped.Call.Files.Count);

    private async Task<string> AnnounceAsync(JsonObject[] files)
    {
        var id = Bot.Erp.Create(WithFiles(SampleRequests.Get(1), files));
        await Bot.SettleAsync();
        return id;
    }

    private async Task<string> ListAsync(int sample) => await OpenAsync(await Bot.AnnounceAsync(sample));

    private async Task<string> ListAsync(JsonObject[] files) => await OpenAsync(await AnnounceAsync(files));

    private async Task<string> OpenAsync(string id)
    {
        await Bot.Telegram.TapAsync(BudgetHolder, id, "Файлы");
        await Bot.SettleAsync();
        return id;
    }

    private async Task<string?> TapListAsync(string word)
    {
        var list = Bot
            .Telegram.Messages(Chat)
            .Last(message => message.Text.Plain.StartsWith("📎", StringComparison.Ordinal));
        return (await Bot.Telegram.TapAsync(Chat, list, TelegramClerk.Data(list, word))).Toast;
    }
}
