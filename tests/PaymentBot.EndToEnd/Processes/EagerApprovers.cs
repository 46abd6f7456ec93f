using System.Threading.Channels;
using PaymentBot.Sandbox;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.EndToEnd.Processes;

/// <summary>People who press Approve, twice, as soon as a card of theirs has the button.</summary>
internal sealed class EagerApprovers : IAsyncDisposable
{
    private static readonly string[] Labels = ["✅ Согласовать", "✅ Approve"];

    private readonly TelegramStandIn _telegram;
    private readonly Channel<bool> _looks = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly HashSet<(long Chat, long Message, string Data)> _pressed = [];
    private readonly Task _work;
    private int _forget;

    public EagerApprovers(TelegramStandIn telegram)
    {
        _telegram = telegram;
        telegram.Changes.Changed += Look;
        _work = WorkAsync();
    }

    /// <summary>How often a button was pressed.</summary>
    public int Taps { get; private set; }

    /// <summary>They press again whatever still has the button: the bot was away.</summary>
    public void LoseFaith()
    {
        Interlocked.Exchange(ref _forget, 1);
        _looks.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        _telegram.Changes.Changed -= Look;
        _looks.Writer.TryComplete();
        await _work;
    }

    private void Look(SandboxChange change)
    {
        if (change.Kind is "message")
        {
            _looks.Writer.TryWrite(true);
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var _ in _looks.Reader.ReadAllAsync())
        {
            if (Interlocked.Exchange(ref _forget, 0) == 1)
            {
                _pressed.Clear();
            }

            foreach (var user in _telegram.World.Users)
            {
                PressAll(user.Id);
            }
        }
    }

    private void PressAll(long userId)
    {
        foreach (var message in _telegram.World.Messages(userId)!)
        {
            var button = message.Markup.Buttons.FirstOrDefault(button => Labels.Contains(button.Text));
            if (button?.CallbackData is { } data && _pressed.Add((userId, message.MessageId, data)))
            {
                _telegram.Actions.PressForged(userId, userId, message.MessageId, data);
                _telegram.Actions.PressForged(userId, userId, message.MessageId, data);
                Taps += 2;
            }
        }
    }
}
