using System.Globalization;

namespace PaymentBot.EndToEnd.Vps;

/// <summary>The units of all roles, as the script writes them, before systemd's own eyes.</summary>
public sealed class UnitFileTests
{
    private const double Bearable = 3.0;

    [SkippableFact]
    public async Task Systemd_finds_no_fault_and_little_exposure()
    {
        var analyze = Tool.Need("systemd-analyze");
        using var server = new Server();
        await server.SetUpAsync("--domain", "bot.example.ru");
        await server.SetUpAsync(
            "--role",
            "proxy",
            "--domain",
            "p.example.ru",
            "--login",
            "ivanov",
            "--http",
            "--mtproxy"
        );
        var units = Directory.GetFiles(server.PathOf("/etc/systemd/system"));
        Assert.Equal(8, units.Length);

        var verified = await Tool.RunAsync(analyze, ["verify", "--man=no", .. units]);

        // The programs are not where the units say: this is another machine.
        var faults = (verified.Output + verified.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(faults, line => Assert.Contains("is not executable: No such file", line, StringComparison.Ordinal));
        foreach (var unit in units.Where(unit => unit.EndsWith(".service", StringComparison.Ordinal)))
        {
            var seen = Tool.Succeeded(await Tool.RunAsync(analyze, "security", "--offline=true", "--no-pager", unit));
            var verdict = seen.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
            var figure = verdict.Split(": ")[1].Split(' ')[0];
            Assert.True(double.Parse(figure, CultureInfo.InvariantCulture) < Bearable, verdict);
        }
    }

    [Fact]
    public async Task Service_names_every_secret_that_the_script_keeps()
    {
        using var server = new Server();
        await server.SetUpAsync("--domain", "bot.example.ru");
        var unit = server.Read("/etc/systemd/system/paymentbot.service");

        var named = unit.Split('\n')
            .Where(line => line.StartsWith("LoadCredential=", StringComparison.Ordinal))
            .Select(line => line["LoadCredential=".Length..].Split(':'))
            .ToList();

        Assert.All(named, pair => Assert.Equal($"/etc/paymentbot/secrets/{pair[0]}", pair[1]));
        Assert.Equal(
            Directory
                .GetFiles(server.PathOf("/etc/paymentbot/secrets"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            named.Select(pair => pair[0]).Order(StringComparer.Ordinal)
        );
    }
}
