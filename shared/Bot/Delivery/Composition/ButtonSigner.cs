using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using PaymentBot.Bot.People;
using PaymentBot.Bot.Requests;
using PaymentBot.Cards;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Composition;

/// <summary>
/// Writes and checks the <c>callback_data</c> of buttons: 50 characters of base64url (Telegram allows 64 bytes) that hold a version, the action, the
/// request, the revision and a keyed MAC over all of them with the chat and the user. Data from another chat, user or revision, or made
/// up, does not read.
/// </summary>
/// <param name="key">The signing key, 32 bytes or more.</param>
public sealed class ButtonSigner(byte[] key)
{
    private const byte Version = 1;
    private const int ActionOffset = 1;
    private const int RequestOffset = 2;
    private const int RevisionOffset = RequestOffset + StorageKey.ByteLength;
    private const int MacOffset = RevisionOffset + sizeof(long);
    private const int MacLength = 12;
    private const int Length = MacOffset + MacLength;

    /// <summary>Writes the data of a button.</summary>
    /// <param name="data">What the button says.</param>
    /// <param name="chatId">The chat the button is shown in.</param>
    /// <param name="userId">The Telegram user who alone may press it.</param>
    /// <returns>Printable ASCII, at most 64 bytes.</returns>
    public string Write(ButtonData data, long chatId, long userId)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        bytes[ActionOffset] = (byte)data.Action;
        data.Request.WriteBytes(bytes[RequestOffset..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes[RevisionOffset..], data.Revision);
        ComputeMac(bytes[..MacOffset], chatId, userId, bytes[MacOffset..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads the data of a pressed button.</summary>
    /// <param name="text">The <c>callback_data</c>, whatever a client sent.</param>
    /// <param name="chatId">The chat it was pressed in.</param>
    /// <param name="userId">Who pressed it.</param>
    /// <returns>What the button says, or null when we did not make it for this chat and user.</returns>
    public ButtonData? Read(string? text, long chatId, long userId)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (
            text is null
            || text.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(text)
            || Base64Url.DecodeFromChars(text, bytes) != Length
        )
        {
            return null;
        }

        Span<byte> expected = stackalloc byte[MacLength];
        ComputeMac(bytes[..MacOffset], chatId, userId, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes[MacOffset..]) || bytes[0] != Version)
        {
            return null;
        }

        return new ButtonData(
            (CardAction)bytes[ActionOffset],
            RequestKey.FromBytes(bytes.Slice(RequestOffset, StorageKey.ByteLength)),
            BinaryPrimitives.ReadInt64BigEndian(bytes[RevisionOffset..])
        );
    }

    private void ComputeMac(ReadOnlySpan<byte> content, long chatId, long userId, Span<byte> destination)
    {
        Span<byte> input = stackalloc byte[MacOffset + sizeof(long) + sizeof(long)];
        content.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[MacOffset..], chatId);
        BinaryPrimitives.WriteInt64BigEndian(input[(MacOffset + sizeof(long))..], userId);
        KeyedTag.Write(key, input, destination);
    }
}
