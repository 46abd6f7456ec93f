using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentBot.Testing.Schema;

/// <summary>Rules about objects that the schema cannot say.</summary>
internal static partial class ObjectRules
{
    private const int MaxButtons = 100;
    private const int MaxButtonsInRow = 8;

    private static readonly string[] NoActions = ["text", "icon_custom_emoji_id", "style"];

    public static void Check(
        string path,
        string type,
        IReadOnlyDictionary<string, JsonElement> members,
        ValidationRun run
    )
    {
        switch (type)
        {
            case "InlineKeyboardButton":
                CheckButton(path, members, run);
                break;
            case "InlineKeyboardMarkup":
                CheckKeyboard(path, members, run);
                break;
            case "ReplyParameters"
                when !members.ContainsKey("message_id") && !members.ContainsKey("ephemeral_message_id"):
                run.Add(path, "message_id or ephemeral_message_id is needed");
                break;
            case "BotCommand" when members.TryGetValue("command", out var command):
                CheckCommand(path, command.ToString(), run);
                break;
        }
    }

    private static void CheckButton(string path, IReadOnlyDictionary<string, JsonElement> members, ValidationRun run)
    {
        var actions = members.Keys.Count(name => !NoActions.Contains(name, StringComparer.Ordinal));
        if (actions != 1)
        {
            run.Add(path, $"{actions} actions, exactly one wanted");
        }
    }

    private static void CheckKeyboard(string path, IReadOnlyDictionary<string, JsonElement> members, ValidationRun run)
    {
        if (!members.TryGetValue("inline_keyboard", out var rows) || rows.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var sizes = rows.EnumerateArray()
            .Where(row => row.ValueKind == JsonValueKind.Array)
            .Select(row => row.GetArrayLength())
            .ToList();
        if (sizes.Sum() > MaxButtons)
        {
            run.Add(path, $"more than {MaxButtons} buttons");
        }

        if (sizes.Exists(size => size is < 1 or > MaxButtonsInRow))
        {
            run.Add(path, $"a row takes 1 to {MaxButtonsInRow} buttons");
        }
    }

    private static void CheckCommand(string path, string command, ValidationRun run)
    {
        if (!CommandFormat().IsMatch(command))
        {
            run.Add(path, $"'{command}' is no command");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9_]{1,32}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommandFormat();
}
