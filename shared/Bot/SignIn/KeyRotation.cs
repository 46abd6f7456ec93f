using PaymentBot.Bot.People;
using PaymentBot.Storage;

namespace PaymentBot.Bot.SignIn;

/// <summary>Seals every link's refresh token with the current key, so that the former key can be thrown away.</summary>
/// <param name="links">The links of people.</param>
/// <param name="box">Opens with either key, seals with the current one.</param>
public sealed class KeyRotation(LinkStore links, SecretBox box)
{
    /// <summary>Seals what another key sealed.</summary>
    /// <param name="cancellationToken">Ends the work; running again is safe.</param>
    /// <exception cref="StorageException">The store failed; running again is safe.</exception>
    public async Task<KeyRotationCount> RunAsync(CancellationToken cancellationToken)
    {
        var count = new KeyRotationCount(0, 0, 0);
        await foreach (var link in links.ListAsync(cancellationToken))
        {
            count = await RotateAsync(link.TelegramUserId, count, cancellationToken);
        }

        return count;
    }

    private async Task<KeyRotationCount> RotateAsync(
        long telegramUserId,
        KeyRotationCount count,
        CancellationToken cancellationToken
    )
    {
        while (await links.FindAsync(telegramUserId, cancellationToken) is { Link.RefreshToken: { } token } stored)
        {
            if (box.IsCurrent(token))
            {
                return count with { Current = count.Current + 1 };
            }

            if (box.Open(token, stored.Link.SealedFor) is not { } plain)
            {
                return count with { Unreadable = count.Unreadable + 1 };
            }

            var next = stored.Link with { RefreshToken = box.Seal(plain, stored.Link.SealedFor) };
            if (await links.UpdateAsync(stored, next, cancellationToken))
            {
                return count with { Rotated = count.Rotated + 1 };
            }
        }

        return count;
    }
}
