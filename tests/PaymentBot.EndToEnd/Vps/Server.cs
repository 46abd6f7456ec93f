using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using PaymentBot.Testing;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>A folder that stands for a server, with stand-ins for every command that knows the machine.</summary>
internal sealed class Server : IDisposable
{
    private static readonly string[] Commands =
    [
        .. "getent useradd userdel dpkg-query env apt-get ufw openssl wg chown systemctl nginx certbot sshd curl".Split(
            ' '
        ),
        .. "paymentbot backup mtproxy-build mtproxy-config".Split(' '),
    ];

    private static readonly string[] Folders =
    [
        "etc",
        "usr/local/lib",
        "usr/local/sbin",
        "var/lib",
        "var/log",
        "var/backups",
        "var/www",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("paymentbot-vps-").FullName;

    /// <param name="real">Keys, hashes and certificates are real ones, not the same each time.</param>
    public Server(bool real = false)
    {
        foreach (var folder in Folders)
        {
            Directory.CreateDirectory(PathOf(folder));
        }

        Directory.CreateDirectory(State(string.Empty));
        Directory.CreateDirectory(Path.Combine(_folder, "bin"));
        foreach (var command in Commands)
        {
            File.CreateSymbolicLink(Path.Combine(_folder, "bin", command), Path.Combine(Sources, "stand-in"));
        }

        if (real)
        {
            File.WriteAllText(State("real"), string.Empty);
        }
    }

    public static string Script { get; } = Path.Combine(Built.Repository, "infra", "vps", "install.sh");

    public Dictionary<string, string?> Environment { get; } =
        new(StringComparer.Ordinal) { ["Telegram__BotToken"] = "1:hush", ["PAYMENTBOT_PAUSE"] = "0" };

    /// <summary>Every call of a command so far, one a line.</summary>
    public IReadOnlyList<string> Calls => File.Exists(State("calls")) ? File.ReadAllLines(State("calls")) : [];

    /// <summary>The rules of the firewall.</summary>
    public IReadOnlyList<string> Rules => File.Exists(State("ufw")) ? File.ReadAllLines(State("ufw")) : [];

    public string Root => Path.Combine(_folder, "root");

    private static string Sources { get; } =
        Path.Combine(Built.Repository, "tests", "PaymentBot.EndToEnd", "Vps", "Fakes");

    public string PathOf(string path) => Path.Combine(Root, path.TrimStart('/'));

    public string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>Adds a rule as an administrator would.</summary>
    public void AllowByHand(string rule) => File.AppendAllText(State("ufw"), $"ufw allow {rule}\n");

    /// <summary>The n-th call from now on fails; null for none.</summary>
    public void FailAt(int? call)
    {
        File.Delete(State("count"));
        File.WriteAllText(State("fail-at"), call?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);
    }

    /// <summary>From now on calls whose words contain these fail; empty for none.</summary>
    public void Break(string words)
    {
        File.Delete(State("broken"));
        if (words.Length > 0)
        {
            File.WriteAllText(State("broken"), words);
        }
    }

    /// <summary>The next run is killed at a command of a step.</summary>
    public void KillAt(string step, int command)
    {
        Environment["BASH_ENV"] = Path.Combine(Sources, "kill-at-line");
        Environment["KILL_STEP"] = step;
        Environment["KILL_AT"] = command.ToString(CultureInfo.InvariantCulture);
    }

    public void KillNoMore() => Environment.Remove("BASH_ENV");

    /// <summary>Makes a package like <c>infra/package.sh</c> does, with its checksum beside it.</summary>
    public string Package(string content)
    {
        var path = Path.Combine(_folder, $"{content}.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            foreach (var name in new[] { "paymentbot", "host.json" })
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = DateTimeOffset.UnixEpoch.AddYears(20);
                using var writer = new StreamWriter(entry.Open());
                writer.Write(content);
            }
        }

        File.WriteAllText(
            $"{path}.sha256",
            $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}  {content}.zip\n"
        );
        return path;
    }

    public async Task<ProgramProcess.Finished> RunAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(Environment, StringComparer.Ordinal)
        {
            ["STATE"] = State(string.Empty),
        };
        string[] words = [Script, .. arguments, "--root", Root, "--stand-ins", Path.Combine(_folder, "bin")];
        await using var process = ProgramProcess.StartCommand("bash", words, environment, _folder);
        return await process.FinishAsync();
    }

    /// <summary>Runs the script and expects it to come to its end.</summary>
    public async Task<string> SetUpAsync(params string[] arguments) => Tool.Succeeded(await RunAsync(arguments)).Output;

    /// <summary>Every file, folder and link with its mode and content, but what only lives while the machine does.</summary>
    public IReadOnlyList<string> Snapshot() =>
        [
            .. Directory
                .EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories)
                .Where(path => !Path.GetRelativePath(Root, path).StartsWith("run", StringComparison.Ordinal))
                .Select(Describe)
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Describe(string path)
    {
        var name = Path.GetRelativePath(Root, path);
        if (new FileInfo(path).LinkTarget is { } target)
        {
            return $"{name} -> {target}";
        }

        var mode = Convert.ToString((int)File.GetUnixFileMode(path), 8);
        if (Directory.Exists(path))
        {
            return $"{name}/ {mode}";
        }

        // The books are sets: the order of what was made says nothing.
        var lines = name.Contains("/setup/", StringComparison.Ordinal)
            ? string.Join('|', File.ReadAllLines(path).Order(StringComparer.Ordinal))
            : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
        return $"{name} {mode} {lines}";
    }

    private string State(string name) => Path.Combine(_folder, "state", name);
}
