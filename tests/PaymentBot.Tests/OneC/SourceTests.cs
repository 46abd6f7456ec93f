using System.Xml.Linq;
using PaymentBot.OneScript;

namespace PaymentBot.Tests.OneC;

/// <summary>The sample's sources: well-formed, whole, and with the platform in its thin modules only.</summary>
public sealed class SourceTests
{
    private const string Own = "пб_";
    private const string Thin = "пб_Платформа";

    private static readonly string Sources = Path.Combine(CaseList.Folder, "src");

    private static readonly BslLibrary Library = new(new BslWorld());

    /// <summary>Modules that only the platform runs: they hold on to its events, jobs and requests.</summary>
    private static readonly string[] Entries = ["пб_События", "пб_Регламент", "пб_ПлатежныйБот"];

    public static TheoryData<string> Files { get; } =
    [
        .. Directory
            .GetFiles(CaseList.Folder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bsl" or ".os")
            .Select(file => Path.GetRelativePath(CaseList.Folder, file)),
    ];

    public static TheoryData<string> Doubles { get; } =
    [.. Modules(Path.Combine(CaseList.Folder, "oscript", "platform")).Keys];

    private static Dictionary<string, BslModule> Platform { get; } = Modules(Sources);

    [Theory]
    [MemberData(nameof(Files))]
    public void Source_is_well_formed_and_its_calls_have_somebody_to_answer(string file)
    {
        var module = Read(Path.Combine(CaseList.Folder, file));

        Assert.Empty(module.ChangedParameters);
        Assert.Empty(Unanswered(module, file.StartsWith("src", StringComparison.Ordinal)));
    }

    [Fact]
    public void Platform_shows_in_thin_modules_only()
    {
        var portable = Platform.Values.Where(module =>
            !module.Name.StartsWith(Thin, StringComparison.Ordinal) && !Entries.Contains(module.Name)
        );
        var outside = WorldFunctions.Of(new BslWorld()).Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.All(
            portable,
            module =>
            {
                Assert.DoesNotContain(
                    module.Calls,
                    use => !Library.Functions.Contains(use.Name) || outside.Contains(use.Name)
                );
                Assert.DoesNotContain(module.Types, use => !Library.Types.Contains(use.Name) || IsWorldly(use.Name));
                Assert.DoesNotContain(module.Globals, use => !IsOwn(use) && !IsEnumeration(use));
            }
        );
    }

    [Fact]
    public void Every_portable_module_runs_under_OneScript()
    {
        var listed = XDocument
            .Load(Sample.Manifest)
            .Root!.Elements()
            .Where(element => element.Attribute("file")!.Value.StartsWith("../src/", StringComparison.Ordinal))
            .Select(element => element.Attribute("name")!.Value);

        var portable = Platform.Keys.Where(name =>
            !name.StartsWith(Thin, StringComparison.Ordinal) && !Entries.Contains(name)
        );

        Assert.Equal(portable.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Doubles))]
    public void Double_of_a_thin_module_promises_what_the_platforms_does(string name)
    {
        var real = Exports(Platform[name]);
        var stand = Exports(Read(Path.Combine(CaseList.Folder, "oscript", "platform", name + ".bsl")));

        Assert.Empty(real.Except(stand, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_thin_module_has_a_double() =>
        Assert.Equal(
            Platform.Keys.Where(name => name.StartsWith(Thin, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Modules(Path.Combine(CaseList.Folder, "oscript", "platform")).Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Publication_holds_no_login()
    {
        var publication = XDocument.Load(Path.Combine(CaseList.Folder, "publish", "default.vrd")).Root!;

        var connection = publication.Attribute("ib")!.Value;

        Assert.DoesNotContain("Usr=", connection, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Pwd=", connection, StringComparison.OrdinalIgnoreCase);
        Assert.Single(publication.Descendants(publication.Name.Namespace + "service"));
    }

    private static IEnumerable<BslUse> Unanswered(BslModule module, bool onPlatform)
    {
        var calls = onPlatform ? [] : module.Calls.Where(use => !Library.Functions.Contains(use.Name));
        return calls.Concat(module.Globals.Where(IsOwn).Where(use => !IsAnswered(use, onPlatform)));
    }

    private static bool IsAnswered(BslUse use, bool onPlatform)
    {
        var stand = Path.Combine(CaseList.Folder, "oscript", "platform", use.Owner + ".bsl");
        var target = !onPlatform && File.Exists(stand) ? Read(stand) : Platform.GetValueOrDefault(use.Owner!);
        return target is not null
            && target.Methods.TryGetValue(use.Name, out var method)
            && method.IsExport
            && method.Takes(use.Count);
    }

    private static bool IsOwn(BslUse use) => use.Owner!.StartsWith(Own, StringComparison.Ordinal);

    private static bool IsEnumeration(BslUse use) => BslLibrary.Enumerations.ContainsKey($"{use.Owner}.{use.Name}");

    private static bool IsWorldly(string type) => type is "HTTPСоединение" or "HTTPЗапрос";

    private static IEnumerable<string> Exports(BslModule module) =>
        module.Methods.Values.Where(method => method.IsExport).Select(method => method.ToString());

    private static Dictionary<string, BslModule> Modules(string folder) =>
        Directory
            .GetFiles(folder, "*.bsl", SearchOption.AllDirectories)
            .Select(Read)
            .ToDictionary(module => module.Name, StringComparer.Ordinal);

    private static BslModule Read(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        var name = parts[^1] == "Module.bsl" ? parts[^3] : Path.GetFileNameWithoutExtension(path);
        return new BslMachine(new BslWorld()).Read(name, path);
    }
}
