using System.Globalization;
using PaymentBot.Sandbox.Telegram.Inline;

namespace PaymentBot.Sandbox.Telegram;

/// <summary>All that the stand-in remembers: chats, messages, taps, files. Safe to use from several threads.</summary>
internal sealed class TelegramWorld
{
    private const int KeptTaps = 10_000;

    private readonly Lock _gate = new();
    private readonly TelegramStandInOptions _options;
    private readonly TimeProvider _clock;
    private readonly Dictionary<long, Chat> _chats = [];
    private readonly Dictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tap> _taps = new(StringComparer.Ordinal);
    private readonly Queue<string> _tapOrder = new();
    private long _lastTap;
    private long _lastFile;

    public TelegramWorld(TelegramStandInOptions options, TimeProvider clock, ChangeFeed changes)
    {
        _options = options;
        _clock = clock;
        Changes = changes;
        Inline = new InlineBoard(changes);
        Populate();
    }

    public ChangeFeed Changes { get; }

    public InlineBoard Inline { get; }

    public DateTimeOffset Now => _clock.GetUtcNow();

    public IReadOnlyList<TelegramUser> Users => _options.Users;

    public IReadOnlyList<Chat> Chats
    {
        get
        {
            lock (_gate)
            {
                return [.. _chats.Values];
            }
        }
    }

    /// <summary>Runs <paramref name="action"/> alone: nothing else reads or changes the chat meanwhile.</summary>
    /// <exception cref="BotApiException">400 "chat not found".</exception>
    public T Within<T>(long chatId, Func<Chat, T> action)
    {
        lock (_gate)
        {
            return action(Find(chatId) ?? throw BotApiException.BadRequest("chat not found"));
        }
    }

    /// <summary>The messages of a chat, oldest first; null if there is no such chat.</summary>
    public IReadOnlyList<ChatMessage>? Messages(long chatId)
    {
        lock (_gate)
        {
            return Find(chatId) is { } chat ? [.. chat.Messages.Values] : null;
        }
    }

    public ChatMessage? Message(long chatId, long messageId)
    {
        lock (_gate)
        {
            return Find(chatId)?.Messages.GetValueOrDefault(messageId);
        }
    }

    /// <summary>The message with an inline_message_id, or null.</summary>
    public ChatMessage? InlineMessage(string inlineMessageId)
    {
        lock (_gate)
        {
            return _chats
                .Values.SelectMany(chat => chat.Messages.Values)
                .FirstOrDefault(message =>
                    string.Equals(message.InlineMessageId, inlineMessageId, StringComparison.Ordinal)
                );
        }
    }

    /// <summary>The person, also one who is known only because the stand-in makes chats on demand.</summary>
    public TelegramUser? User(long userId) =>
        _options.Users.FirstOrDefault(user => user.Id == userId)
        ?? (_options.CreateUnknownChats && userId > 0 ? new TelegramUser(userId, $"User {userId}") : null);

    public Tap AddTap(ChatMessage message, long userId, string callbackData)
    {
        Tap tap;
        lock (_gate)
        {
            tap = new Tap
            {
                Id = (4_200_000_000_000_000_000L + ++_lastTap).ToString(CultureInfo.InvariantCulture),
                ChatId = message.ChatId,
                MessageId = message.MessageId,
                UserId = userId,
                CallbackData = callbackData,
                At = Now,
            };
            _taps[tap.Id] = tap;
            _tapOrder.Enqueue(tap.Id);
            if (_tapOrder.Count > KeptTaps)
            {
                _taps.Remove(_tapOrder.Dequeue());
            }
        }

        Changes.Publish(new SandboxChange("tap", message.ChatId));
        return tap;
    }

    public Tap? FindTap(string id)
    {
        lock (_gate)
        {
            return _taps.GetValueOrDefault(id);
        }
    }

    /// <summary>Replaces the tap if <paramref name="answer"/> returns another one.</summary>
    /// <returns>Whether there was such a tap and the answer was taken.</returns>
    public bool AnswerTap(string id, Func<Tap, Tap?> answer)
    {
        Tap? after;
        lock (_gate)
        {
            after = _taps.TryGetValue(id, out var tap) ? answer(tap) : null;
            if (after is null)
            {
                return false;
            }

            _taps[id] = after;
        }

        Changes.Publish(new SandboxChange("tap", after.ChatId));
        return true;
    }

    public StoredFile AddFile(string name, string contentType, byte[] content, (int Width, int Height)? photo = null)
    {
        lock (_gate)
        {
            var number = ++_lastFile;
            var file = new StoredFile(
                $"{(photo is null ? "BQAC" : "AgAC")}AgIAAxkDAAI{number:D6}_sandbox",
                $"AgAD{number:D6}",
                name,
                contentType,
                content
            )
            {
                Photo = photo,
            };
            return _files[file.FileId] = file;
        }
    }

    public StoredFile? FindFile(string fileId)
    {
        lock (_gate)
        {
            return _files.GetValueOrDefault(fileId);
        }
    }

    /// <summary>Makes Telegram forget a file, so that its file_id is refused from now on.</summary>
    public bool ForgetFile(string fileId)
    {
        lock (_gate)
        {
            return _files.Remove(fileId);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _chats.Clear();
            _files.Clear();
            _taps.Clear();
            _tapOrder.Clear();
            Inline.Clear();
            Populate();
        }

        Changes.Publish(new SandboxChange("reset"));
    }

    private Chat? Find(long chatId)
    {
        if (_chats.TryGetValue(chatId, out var chat) || !_options.CreateUnknownChats)
        {
            return chat;
        }

        return chatId < 0 ? AddGroup(new TelegramGroup(chatId, $"Group {chatId}", [])) : AddPerson(User(chatId)!);
    }

    private void Populate()
    {
        foreach (var user in _options.Users)
        {
            AddPerson(user);
        }

        foreach (var group in _options.Groups)
        {
            AddGroup(group);
        }
    }

    private Chat AddPerson(TelegramUser user) =>
        _chats[user.Id] = new Chat
        {
            Id = user.Id,
            Title = user.FullName,
            User = user,
            Bot = user.Started ? BotMembership.Member : BotMembership.NotStarted,
        };

    private Chat AddGroup(TelegramGroup group)
    {
        var chat = new Chat
        {
            Id = group.Id,
            Title = group.Title,
            Members = group.Members,
            Creator = group.Creator,
            Administrators = group.Administrators,
        };
        if (group.Topics.Count > 0)
        {
            chat.Topics.Add(ForumTopic.General, new ForumTopic(ForumTopic.General, "General"));
        }

        foreach (var topic in group.Topics)
        {
            chat.Topics.Add(topic.ThreadId, topic);
        }

        return _chats[group.Id] = chat;
    }
}
