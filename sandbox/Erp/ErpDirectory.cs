namespace PaymentBot.Sandbox.Erp;

/// <summary>The users of the ERP as they are now. Safe to use from several threads.</summary>
internal sealed class ErpDirectory(IReadOnlyList<ErpPerson> first)
{
    private readonly Lock _gate = new();
    private List<ErpPerson> _people = [.. first];

    public IReadOnlyList<ErpPerson> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _people];
            }
        }
    }

    public ErpPerson? FindByEmail(string email) =>
        All.FirstOrDefault(person => string.Equals(person.Email, email, StringComparison.OrdinalIgnoreCase));

    /// <summary>Changes a person.</summary>
    /// <exception cref="SandboxException">404: there is none with this id.</exception>
    public ErpPerson Change(string erpId, Func<ErpPerson, ErpPerson> change)
    {
        lock (_gate)
        {
            var at = _people.FindIndex(person => string.Equals(person.ErpId, erpId, StringComparison.Ordinal));
            if (at < 0)
            {
                throw new SandboxException("There is no such person.", StatusCodes.Status404NotFound);
            }

            _people[at] = change(_people[at]);
            return _people[at];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _people = [.. first];
        }
    }
}
