using System.Globalization;
using PaymentBot.Erp.Answers;

namespace PaymentBot.Bot.SignIn;

/// <summary>What is remembered of an answered call, so that a repeated one gets the same answer.</summary>
/// <param name="BodyHash">Tells one body from another.</param>
/// <param name="Answer">What was answered.</param>
public sealed record PeopleMemory(string BodyHash, PeopleAnswer Answer)
{
    private const int Parts = 4;

    /// <summary>Reads a note.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <returns>The memory, or null when another kind of call left the note.</returns>
    public static PeopleMemory? Parse(string text)
    {
        var parts = text.Split('|');
        if (parts.Length != Parts)
        {
            return null;
        }

        var created = int.Parse(parts[1], CultureInfo.InvariantCulture);
        var updated = int.Parse(parts[2], CultureInfo.InvariantCulture);
        return new PeopleMemory(
            parts[0],
            new PeopleAnswer
            {
                Received = created + updated,
                Created = created,
                Updated = updated,
                Deactivated = int.Parse(parts[3], CultureInfo.InvariantCulture),
            }
        );
    }

    /// <summary>A note of hash and counts.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{BodyHash}|{Answer.Created}|{Answer.Updated}|{Answer.Deactivated}"
        );
}
