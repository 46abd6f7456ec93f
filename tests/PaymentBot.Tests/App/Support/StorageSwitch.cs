using PaymentBot.Storage;

namespace PaymentBot.Tests.App.Support;

/// <summary>Breaks the storage.</summary>
internal sealed class StorageSwitch
{
    private int _writesLeft = int.MaxValue;
    private int _races;

    /// <summary>Whether everything fails.</summary>
    public bool Down { get; set; }

    /// <summary>Lets so many writes through and fails the others.</summary>
    public void FailAfterWrites(int count) => Volatile.Write(ref _writesLeft, count);

    /// <summary>Lets somebody else be faster at so many changes of cards.</summary>
    public void LoseRaces(int count) => Volatile.Write(ref _races, count);

    /// <summary>Whether this change of a card comes too late.</summary>
    public bool LosesRace() => Interlocked.Decrement(ref _races) >= 0;

    /// <summary>All is well again.</summary>
    public void Heal()
    {
        Down = false;
        Volatile.Write(ref _writesLeft, int.MaxValue);
    }

    public void Check()
    {
        if (Down)
        {
            throw new StorageException("The storage is down.", "Down");
        }
    }

    public void CheckWrite()
    {
        Check();
        if (Interlocked.Decrement(ref _writesLeft) < 0)
        {
            throw new StorageException("The storage takes no writes.", "Full");
        }
    }
}
