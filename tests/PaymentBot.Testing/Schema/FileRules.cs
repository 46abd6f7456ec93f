namespace PaymentBot.Testing.Schema;

/// <summary>Strings that name a file: an attached part, an address, or a file_id, which has no dot.</summary>
internal static class FileRules
{
    private const string Attach = "attach://";

    /// <summary>True for members of media objects that are typed String but name a file.</summary>
    public static bool IsFileName(string owner, string field) =>
        field.EndsWith("file_id", StringComparison.Ordinal)
        || (owner.StartsWith("Input", StringComparison.Ordinal) && field is "media" or "thumbnail" or "cover");

    public static void CheckReference(string path, string reference, ValidationRun run)
    {
        if (reference.StartsWith(Attach, StringComparison.Ordinal))
        {
            var part = reference[Attach.Length..];
            run.Use(part);
            if (!run.HasFile(part))
            {
                run.Add(path, $"no part '{part}' is attached");
            }
        }
        else if (reference.Length == 0)
        {
            run.Add(path, "an empty file");
        }
        else if (reference.Contains('.', StringComparison.Ordinal) && !IsAddress(reference))
        {
            run.Add(path, "a file string with a dot is taken for an address");
        }
    }

    private static bool IsAddress(string reference) =>
        reference.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || reference.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
