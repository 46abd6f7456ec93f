using PaymentBot.Cards.Groups;
using PaymentBot.Storage;

namespace PaymentBot.Bot.Delivery.Recipients;

/// <summary>Binds group keys to places, one key to a place and one place to a key. Who may do so is the caller's to check.</summary>
/// <param name="directory">Knows what is bound where.</param>
/// <param name="bindings">The bindings.</param>
public sealed class GroupBinder(GroupDirectory directory, GroupBindings bindings)
{
    /// <summary>Binds a key, or changes how much its cards show.</summary>
    /// <param name="wanted">The binding. Its chat is under the id it has now.</param>
    /// <param name="cancellationToken">Ends the work; binding again is safe.</param>
    /// <exception cref="StorageException">The store failed; binding again is safe.</exception>
    public async Task<BindOutcome> BindAsync(GroupBinding wanted, CancellationToken cancellationToken)
    {
        if (directory.IsConfigured(wanted.Key))
        {
            return new BindOutcome.Configured();
        }

        if (await FindHereAsync(wanted.Place, cancellationToken) is { } here && !IsSame(here.Key, wanted.Key))
        {
            return new BindOutcome.PlaceTaken(here.Key);
        }

        BindOutcome? outcome = null;
        while (outcome is null)
        {
            outcome = await TryBindAsync(wanted, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Unbinds whatever is bound to a place.</summary>
    /// <param name="place">The place, its chat under the id it has now; its redaction is of no account.</param>
    /// <param name="cancellationToken">Ends the work; unbinding again is safe.</param>
    /// <returns>The key that was unbound or stands in the settings, or null when nothing is bound there.</returns>
    /// <exception cref="StorageException">The store failed; unbinding again is safe.</exception>
    public async Task<(string Key, bool Configured)?> UnbindAsync(GroupPlace place, CancellationToken cancellationToken)
    {
        if (await FindHereAsync(place, cancellationToken) is not { } here)
        {
            return null;
        }

        if (!here.Target.BySettings && await bindings.FindAsync(here.Key, cancellationToken) is { } stored)
        {
            await bindings.RemoveAsync(stored, cancellationToken);
        }

        return (here.Key, here.Target.BySettings);
    }

    /// <summary>What is bound to a place.</summary>
    /// <param name="place">The place, its chat under the id it has now; its redaction is of no account.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The key and its target, or null; a binding before a setting.</returns>
    /// <exception cref="StorageException">The store failed; asking again is safe.</exception>
    public async Task<(string Key, GroupTarget Target)?> FindHereAsync(
        GroupPlace place,
        CancellationToken cancellationToken
    )
    {
        var all = await directory.ListAsync(place.ChatId, cancellationToken);
        var here = all.Where(group => group.Target.Place.ThreadId == place.ThreadId)
            .OrderBy(group => group.Target.BySettings)
            .ToList();
        return here.Count == 0 ? null : here[0];
    }

    /// <summary>Binds unless somebody else changes the binding meanwhile; then there is no outcome yet.</summary>
    private async Task<BindOutcome?> TryBindAsync(GroupBinding wanted, CancellationToken cancellationToken)
    {
        var stored = await bindings.FindAsync(wanted.Key, cancellationToken);
        var former = stored is null ? null : await directory.FindAsync(wanted.Key, cancellationToken);
        if (Judge(wanted, former) is { } outcome)
        {
            return outcome;
        }

        var stays = former is not null && IsSamePlace(former.Place, wanted.Place);
        var next = stays ? UnderFormerId(wanted, stored!) : wanted;
        if (!await bindings.WriteAsync(stored, next, cancellationToken))
        {
            return null;
        }

        return stays ? new BindOutcome.Changed() : new BindOutcome.Bound();
    }

    /// <summary>Whether there is nothing to write: the key is bound elsewhere, or here just so. A place that the bot was thrown out of gives its key away.</summary>
    private static BindOutcome? Judge(GroupBinding wanted, GroupTarget? former)
    {
        if (former is null || former.Trouble == GroupTrouble.Gone)
        {
            return null;
        }

        if (!IsSamePlace(former.Place, wanted.Place))
        {
            return former.Trouble == GroupTrouble.TopicGone ? null : new BindOutcome.Elsewhere();
        }

        return former.Place == wanted.Place ? new BindOutcome.Unchanged() : null;
    }

    /// <summary>The id it was bound under is where the trail of its moves begins; earlier cards are edited along it.</summary>
    private static GroupBinding UnderFormerId(GroupBinding wanted, StoredBinding stored) =>
        wanted with
        {
            Place = wanted.Place with { ChatId = stored.Binding.Place.ChatId },
        };

    private static bool IsSame(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool IsSamePlace(GroupPlace left, GroupPlace right) =>
        left.ChatId == right.ChatId && left.ThreadId == right.ThreadId;
}
