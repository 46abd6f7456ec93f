namespace PaymentBot.EndToEnd.Vps;

public sealed class InstallScriptTests : IDisposable
{
    private readonly Server _server = new();

    public static TheoryData<string, string> Roles { get; } =
        new()
        {
            { "bot", "--domain bot.example.ru" },
            { "bot", "--address 203.0.113.5 --port 8443 --erp-network 198.51.100.0/24 --behind 10.66.66.1" },
            { "relay", "--domain relay.example.ru --upstream http://10.66.66.2:8080 --wireguard" },
            { "relay", "--domain relay.example.ru --upstream https://1c.example.ru --path /base/hs/paymentbot/" },
            { "proxy", "--domain proxy.example.ru --login ivanov --login petrov --http --mtproxy" },
        };

    public void Dispose() => _server.Dispose();

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Dry_run_changes_nothing_and_says_the_same_twice(string role, string options)
    {
        var before = _server.Snapshot();
        string[] arguments = ["--role", role, .. options.Split(' '), "--dry-run"];

        var plan = await _server.SetUpAsync(arguments);

        Assert.Equal(plan, await _server.SetUpAsync(arguments));
        Assert.Equal(before, _server.Snapshot());
        Assert.Contains("== 1. packages", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", plan, StringComparison.Ordinal);
        string[] looks = ["dpkg-query", "getent", "sshd", "ufw show"];
        Assert.All(
            _server.Calls,
            call => Assert.Contains(looks, look => call.StartsWith(look, StringComparison.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Second_run_without_arguments_finds_everything_as_it_should_be(string role, string options)
    {
        await _server.SetUpAsync(["--role", role, .. options.Split(' ')]);
        var before = _server.Snapshot();

        var said = await _server.SetUpAsync("--role", role);

        Assert.Equal(before, _server.Snapshot());
        Assert.DoesNotContain("   write ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("useradd", said, StringComparison.Ordinal);
        Assert.DoesNotContain("apt-get", said, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Purging_leaves_nothing(string role, string options)
    {
        var before = _server.Snapshot();
        _server.AllowByHand("25/tcp");
        await _server.SetUpAsync(["--role", role, .. options.Split(' ')]);
        Assert.NotEqual(before, _server.Snapshot());

        await _server.SetUpAsync("--role", role, "--uninstall", "--purge");

        Assert.Equal(before, _server.Snapshot());
        Assert.Equal(["ufw allow 25/tcp", "ufw allow 22/tcp comment 'paymentbot ssh'"], _server.Rules);
    }

    [Fact]
    public async Task Uninstalling_keeps_data_settings_and_secrets()
    {
        await _server.SetUpAsync("--domain", "bot.example.ru");
        await File.WriteAllTextAsync(_server.PathOf("/var/lib/paymentbot/paymentbot.db"), "data");
        var token = _server.Read("/etc/paymentbot/secrets/Telegram__BotToken");

        await _server.SetUpAsync("--uninstall");

        Assert.Equal("data", _server.Read("/var/lib/paymentbot/paymentbot.db"));
        Assert.Equal(token, _server.Read("/etc/paymentbot/secrets/Telegram__BotToken"));
        Assert.True(File.Exists(_server.PathOf("/etc/paymentbot/paymentbot.env")));
        Assert.False(File.Exists(_server.PathOf("/etc/systemd/system/paymentbot.service")));
        Assert.False(Directory.Exists(_server.PathOf("/opt/paymentbot")));
    }

    [Fact]
    public async Task Ssh_is_allowed_on_its_own_port_before_the_firewall_is_on()
    {
        _server.Environment["SSHD_PORT"] = "2222";
        _server.Environment["SSH_CONNECTION"] = "198.51.100.7 50000 203.0.113.5 2200";

        await _server.SetUpAsync("--domain", "bot.example.ru");

        var calls = _server.Calls.Where(call => call.StartsWith("ufw ", StringComparison.Ordinal)).ToList();
        var on = calls.IndexOf("ufw --force enable");
        Assert.InRange(calls.IndexOf("ufw allow 2222/tcp comment paymentbot ssh"), 0, on);
        Assert.InRange(calls.IndexOf("ufw allow 2200/tcp comment paymentbot ssh"), 0, on);
        Assert.Equal(calls.Count - 1, on);
    }

    [Fact]
    public async Task What_the_administrator_wrote_is_kept_and_what_he_allowed_is_left_alone()
    {
        _server.AllowByHand("443/tcp");
        await _server.SetUpAsync("--domain", "bot.example.ru");
        await File.WriteAllTextAsync(_server.PathOf("/etc/paymentbot/paymentbot.env"), "Erp__Mode=Pull\n");

        await _server.SetUpAsync("--port", "8443");

        Assert.Equal("Erp__Mode=Pull\n", _server.Read("/etc/paymentbot/paymentbot.env"));
        Assert.Contains(
            "https://bot.example.ru:8443",
            _server.Read("/etc/paymentbot/install.env"),
            StringComparison.Ordinal
        );
        Assert.Single(_server.Rules, rule => rule.StartsWith("ufw allow 443/tcp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_are_for_root_alone_and_never_in_an_argument()
    {
        var said = await _server.SetUpAsync("--domain", "bot.example.ru");

        Assert.DoesNotContain("hush", said, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.Calls, call => call.Contains("hush", StringComparison.Ordinal));
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.All(
            Directory.GetFiles(_server.PathOf("/etc/paymentbot/secrets")),
            file => Assert.Equal(ownerOnly, File.GetUnixFileMode(file))
        );
    }

    [Theory]
    [InlineData("--domain", "bot.example.ru;rm")]
    [InlineData("--domain", "a.ru --port 444")]
    [InlineData("--domain", "a.ru --telegram-network 1.2.3.4;")]
    [InlineData("--role", "relay --domain a.ru --upstream http://203.0.113.9")]
    [InlineData("--role", "proxy --domain a.ru --login ../x")]
    [InlineData("--domain", "a.ru --unknown x")]
    [InlineData("--port", "443")]
    public async Task Wrong_arguments_are_told_of_before_anything_is_done(string first, string others)
    {
        var seen = await _server.RunAsync([first, .. others.Split(' ')]);

        Assert.Equal(1, seen.ExitCode);
        Assert.StartsWith("install.sh: ", seen.Errors, StringComparison.Ordinal);
        Assert.Empty(_server.Calls);
    }
}
