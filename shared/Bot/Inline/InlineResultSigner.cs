using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Bot.Settings;
using PaymentBot.Cards.Inline;

namespace PaymentBot.Bot.Inline;

/// <summary>
/// Writes and checks the ids of inline results: 61 characters that hold the request, how the card may look, the hash of what is sent, and a keyed MAC over all of them with the
/// user who asked. What comes back when a result is chosen is believed only if it was made for that user, so nobody can have a card shown more than the query allowed.
/// </summary>
/// <param name="settings">The signing key.</param>
public sealed class InlineResultSigner(BotSettings settings)
{
    private const int KeyLength = 22;
    private const int ContentLength = KeyLength + 1 + KeyLength;
    private const int MacLength = 12;
    private const int MacChars = 16;

    /// <summary>Keeps these MACs apart from those of buttons, which the same key makes.</summary>
    private static readonly byte[] Purpose = "inline result"u8.ToArray();

    /// <summary>Writes an id.</summary>
    /// <param name="result">What it says.</param>
    /// <param name="userId">Who asked.</param>
    /// <returns>Printable ASCII, at most 64 bytes.</returns>
    public string Write(InlineResult result, long userId)
    {
        var content = $"{result.Request.Value}{Letter(result.View)}{result.Hash}";
        return content + MacOf(content, userId);
    }

    /// <summary>Reads an id.</summary>
    /// <param name="id">What Telegram brought.</param>
    /// <param name="userId">Who chose the result.</param>
    /// <returns>What it says, or null when we did not make it for this user.</returns>
    public InlineResult? Read(string id, long userId)
    {
        if (id.Length != ContentLength + MacChars || !Ascii.IsValid(id))
        {
            return null;
        }

        var content = id[..ContentLength];
        var expected = Encoding.ASCII.GetBytes(MacOf(content, userId));
        return
            CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(id[ContentLength..]))
            && ViewOf(content[KeyLength]) is { } view
            ? new InlineResult(new RequestKey(content[..KeyLength]), view, content[(KeyLength + 1)..])
            : null;
    }

    private static char Letter(InlineView view) =>
        view switch
        {
            InlineView.Own => 'o',
            InlineView.Full => 'f',
            _ => 'm',
        };

    private static InlineView? ViewOf(char letter) =>
        letter switch
        {
            'o' => InlineView.Own,
            'f' => InlineView.Full,
            'm' => InlineView.Masked,
            _ => null,
        };

    private string MacOf(string content, long userId)
    {
        var input = new byte[Purpose.Length + sizeof(long) + ContentLength];
        Purpose.CopyTo(input, 0);
        BinaryPrimitives.WriteInt64BigEndian(input.AsSpan(Purpose.Length), userId);
        Encoding.ASCII.GetBytes(content, input.AsSpan(Purpose.Length + sizeof(long)));
        return KeyedTag.Text(settings.SigningKey, input, MacLength);
    }
}
