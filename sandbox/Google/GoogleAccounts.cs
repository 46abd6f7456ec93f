namespace PaymentBot.Sandbox.Google;

/// <summary>The accounts the stand-in knows. Safe to use from several threads.</summary>
/// <param name="first">Those it begins with.</param>
internal sealed class GoogleAccounts(IReadOnlyList<GoogleAccount> first)
{
    private readonly Lock _gate = new();
    private readonly List<GoogleAccount> _accounts = [.. first];

    public IReadOnlyList<GoogleAccount> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _accounts];
            }
        }
    }

    public GoogleAccount? Find(string email)
    {
        lock (_gate)
        {
            return _accounts.Find(account => Is(account, email));
        }
    }

    /// <summary>Adds an account, or changes the one with this address.</summary>
    public void Set(GoogleAccount account)
    {
        lock (_gate)
        {
            var at = _accounts.FindIndex(known => Is(known, account.Email));
            if (at >= 0)
            {
                _accounts[at] = account;
            }
            else
            {
                _accounts.Add(account);
            }
        }
    }

    /// <summary>The account with this address; a new one when nobody has it yet.</summary>
    public GoogleAccount FindOrCreate(string email)
    {
        if (Find(email) is { } known)
        {
            return known;
        }

        var made = new GoogleAccount(email, email[..email.LastIndexOf('@')]);
        Set(made);
        return made;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _accounts.Clear();
            _accounts.AddRange(first);
        }
    }

    private static bool Is(GoogleAccount account, string email) =>
        string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase);
}
