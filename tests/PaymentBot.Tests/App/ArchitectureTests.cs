using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PaymentBot.Tests.App;

public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Approvals"] = [],
        ["Cards"] = ["Approvals"],
        ["Erp"] = ["Approvals"],
        ["Storage"] = [],
        ["Storage.AzureStorage"] = ["Storage"],
        ["Storage.Sqlite"] = ["Storage"],
        ["Bot"] = ["Approvals", "Cards", "Erp", "Storage"],
    };

    internal static string Root { get; } = FindRoot();

    public static TheoryData<string> Projects { get; } =
    [.. Directory.GetFiles(Path.Combine(Root, "shared"), "*.csproj", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Shared_project_refers_only_where_it_may(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path)["PaymentBot.".Length..];
        Assert.True(Allowed.ContainsKey(name), $"{name} is new: say here what it may refer to.");

        Assert.Empty(References(path).Except(Allowed[name], StringComparer.Ordinal));
    }

    [Fact]
    public void Approval_rules_depend_on_nothing()
    {
        var project = Directory.GetFiles(Path.Combine(Root, "shared", "Approvals"), "*.csproj").Single();

        Assert.Empty(XDocument.Load(project).Descendants("PackageReference"));
        Assert.Empty(References(project));
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(Root, "shared", "Approvals"), "*.cs"),
            file => ForeignUsing().IsMatch(File.ReadAllText(file))
        );
    }

    [Fact]
    public void Folders_need_each_other_in_one_direction_only()
    {
        var homes = Sources("functions")
            .Concat(Sources("shared"))
            .Select(file =>
                (Folder: Path.GetRelativePath(Root, Path.GetDirectoryName(file)!), Text: File.ReadAllText(file))
            )
            .ToLookup(source => source.Folder, source => source.Text, StringComparer.Ordinal);
        var folders = homes
            .SelectMany(home => home.Select(text => (Name: OwnNamespace().Match(text).Groups["name"].Value, home.Key)))
            .Where(home => home.Name.Length > 0)
            .DistinctBy(home => home.Name, StringComparer.Ordinal)
            .ToDictionary(home => home.Name, home => home.Key, StringComparer.Ordinal);
        var needs = homes
            .SelectMany(home =>
                home.SelectMany(text => OwnUsing().Matches(text).Select(match => match.Groups["name"].Value))
                    .Where(folders.ContainsKey)
                    .Select(name => Siblings(home.Key, folders[name]))
            )
            .OfType<(string From, string To)>()
            .Distinct()
            .ToLookup(need => need.From, need => need.To, StringComparer.Ordinal);

        Assert.NotEmpty(needs);
        Assert.DoesNotContain(needs.Select(need => need.Key), folder => Reaches(folder, folder, needs, []));
    }

    [Fact]
    public void Only_the_composition_root_names_a_storage_adapter()
    {
        var naming = Sources("functions")
            .Concat(Sources("shared").Where(file => !file.Contains("Sqlite", StringComparison.Ordinal)))
            .Where(file => File.ReadAllText(file).Contains("PaymentBot.Storage.Sqlite", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Root, file))
            .Except([
                Path.Combine("functions", "BotServices.cs"),
                Path.Combine("functions", "Commands", "StorageBackups.cs"),
            ]);

        Assert.Empty(naming);
    }

    [Fact]
    public void Only_rooms_that_speak_to_Telegram_know_its_package()
    {
        string[] speaking =
        [
            .. new[] { "Telegram", "Updates", "Conversation", "Deciding", "SignIn", "Groups", "Inline", "Profile" },
            Path.Combine("Delivery", "Sending"),
        ];
        string[] rooms =
        [
            .. speaking.Select(room => Path.Combine("shared", "Bot", room)),
            Path.Combine("functions", "Telegram"),
            Path.Combine("functions", "StandAlone"),
            Path.Combine("functions", "Commands"),
        ];
        var naming = Sources("shared")
            .Concat(Sources("functions"))
            .Where(file => TelegramPackage().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Root, Path.GetDirectoryName(file)!))
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(naming.Except(rooms, StringComparer.Ordinal));
        Assert.Equal(
            ["PaymentBot.Bot.csproj"],
            Directory
                .GetFiles(Root, "*.csproj", SearchOption.AllDirectories)
                .Where(project => TelegramPackage().IsMatch(File.ReadAllText(project)))
                .Select(Path.GetFileName)
        );
    }

    [Fact]
    public void Nothing_shared_refers_to_the_functions_or_the_sandbox() =>
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(Root, "shared"), "*.csproj", SearchOption.AllDirectories),
            project => FunctionsOrSandbox().IsMatch(File.ReadAllText(project))
        );

    /// <summary>The two folders below the last one that both paths share, or null when one of them is that folder.</summary>
    private static (string From, string To)? Siblings(string from, string to)
    {
        var (one, other) = (from.Split(Path.DirectorySeparatorChar), to.Split(Path.DirectorySeparatorChar));
        var shared = one.Zip(other)
            .TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal))
            .Count();
        return shared == one.Length || shared == other.Length
            ? null
            : (Path.Combine(one[..(shared + 1)]), Path.Combine(other[..(shared + 1)]));
    }

    private static bool Reaches(string from, string goal, ILookup<string, string> needs, HashSet<string> seen) =>
        needs[from]
            .Any(next =>
                string.Equals(next, goal, StringComparison.Ordinal)
                || (seen.Add(next) && Reaches(next, goal, needs, seen))
            );

    private static IEnumerable<string> References(string project) =>
        XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'))
            .Select(include => Path.GetFileNameWithoutExtension(include)["PaymentBot.".Length..]);

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PaymentBot.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(
        @"^using (?!System)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ForeignUsing();

    [GeneratedRegex(
        @"PaymentBot\.(Functions|Sandbox)\.csproj",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FunctionsOrSandbox();

    [GeneratedRegex(@"\bTelegram\.Bot\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TelegramPackage();

    [GeneratedRegex(
        @"^namespace (?<name>PaymentBot[\w.]*);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(
        @"^using (?<name>PaymentBot[\w.]*);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OwnUsing();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildOutput();
}
