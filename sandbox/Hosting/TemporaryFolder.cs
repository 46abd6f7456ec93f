namespace PaymentBot.Sandbox.Hosting;

/// <summary>A folder of its own, removed at the end.</summary>
internal sealed class TemporaryFolder(string parent) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(parent, $"paymentbot-sandbox-{Guid.NewGuid():N}")
    );

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A file is still open somewhere; the system clears its temporary folder itself.
        }
    }
}
