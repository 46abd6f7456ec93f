// Zips a published folder; see package.sh.
#:property PublishAot=false
#:property RunAnalyzers=false
using System.IO.Compression;

const int RegularFile = 0x8000;
const int FileTypeShift = 16;
const string Executable = "paymentbot";

// The first instant a zip can name: equal files give equal bytes, whenever they were made.
var madeAt = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
var folder = args[0];
var target = args[1];
foreach (var required in new[] { "host.json", "functions.metadata", "worker.config.json", Executable })
{
    if (!File.Exists(Path.Combine(folder, required)))
    {
        await Console.Error.WriteLineAsync($"{folder} is no published folder: it has no {required}.");
        return 1;
    }
}

var names = Directory
    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
    .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
    .Order(StringComparer.Ordinal)
    .ToList();
var unfinished = $"{target}.part";
await using (var stream = File.Create(unfinished))
await using (var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: false, null))
{
    foreach (var name in names)
    {
        var mode = string.Equals(name, Executable, StringComparison.Ordinal)
            ? Convert.ToInt32("755", 8)
            : Convert.ToInt32("644", 8);
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = madeAt;
        entry.ExternalAttributes = (RegularFile | mode) << FileTypeShift;
        await using var content = await entry.OpenAsync();
        await using var file = File.OpenRead(Path.Combine(folder, name));
        await file.CopyToAsync(content);
    }
}

File.Move(unfinished, target, overwrite: true);
return 0;
