using System.Globalization;

namespace PaymentBot.Cards.Inbox;

/// <summary>What the buttons of lists carry: <c>i:&lt;verb&gt;:&lt;argument&gt;</c>.</summary>
public static class InboxData
{
    /// <summary>What all of it begins with.</summary>
    public const string Prefix = "i";

    /// <summary>The verb that opens a request by its key.</summary>
    public const string Open = "o";

    /// <summary>The data that opens a request.</summary>
    /// <param name="requestKey">The key, 22 characters of base64url.</param>
    public static string OpenOf(string requestKey) => $"{Prefix}:{Open}:{requestKey}";

    /// <summary>The data that turns a list to a page.</summary>
    /// <param name="kind">The list.</param>
    /// <param name="page">The page, 0 for the first.</param>
    public static string PageOf(InboxKind kind, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}:{VerbOf(kind)}:{page}");

    /// <summary>The list a verb stands for, or null.</summary>
    /// <param name="verb">The verb.</param>
    public static InboxKind? KindOf(string verb) =>
        verb switch
        {
            "p" => InboxKind.Pending,
            "m" => InboxKind.Mine,
            "h" => InboxKind.History,
            "f" => InboxKind.Found,
            _ => null,
        };

    private static char VerbOf(InboxKind kind) =>
        kind switch
        {
            InboxKind.Pending => 'p',
            InboxKind.Mine => 'm',
            InboxKind.History => 'h',
            _ => 'f',
        };
}
