using PaymentBot.Approvals;
using PaymentBot.Bot.Requests;
using Telegram.Bot.Types;

namespace PaymentBot.Bot.Delivery.Sending;

/// <summary>A file on its way, and as what it goes.</summary>
/// <param name="Attachment">Its name and type.</param>
/// <param name="File">What is known of its bytes.</param>
/// <param name="AsPhoto">Whether it is shown as a picture.</param>
internal sealed record Parcel(Attachment Attachment, StoredFile File, bool AsPhoto)
{
    /// <summary>Telegram's file_id for this kind, or null.</summary>
    public string? KnownId => AsPhoto ? File.PhotoId : File.FileId;

    /// <summary>The file with another id for this kind.</summary>
    /// <param name="id">The id, or null to upload anew next time.</param>
    public StoredFile With(string? id) => AsPhoto ? File with { PhotoId = id } : File with { FileId = id };

    /// <summary>The id that a message gave for this kind, or null.</summary>
    /// <param name="sent">The message.</param>
    public string? IdIn(Message sent) =>
        AsPhoto ? sent.Photo?.Select(size => size.FileId).LastOrDefault() : sent.Document?.FileId;
}
