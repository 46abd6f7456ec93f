namespace PaymentBot.Testing.Schema;

/// <summary>Which tags Telegram knows, with which attributes, inside what.</summary>
internal static class HtmlTags
{
    public static string? Fault(string name, IReadOnlyDictionary<string, string> attributes, IEnumerable<string> open)
    {
        var outer = open.ToList();
        if (Known(name, attributes) is not { } isKnown)
        {
            return $"<{name}> is no tag that Telegram knows";
        }

        if (!isKnown)
        {
            return $"<{name}> has wrong attributes";
        }

        if (name is "blockquote" && outer.Contains("blockquote", StringComparer.Ordinal))
        {
            return "<blockquote> cannot be nested";
        }

        var isCodeOfPre = name is "code" && outer is ["pre", ..];
        return outer.Exists(tag => tag is "pre" or "code") && !isCodeOfPre ? $"<{name}> cannot stand in code" : null;
    }

    /// <summary>Null for unknown tags, else whether the attributes fit.</summary>
    private static bool? Known(string name, IReadOnlyDictionary<string, string> attributes) =>
        name switch
        {
            "b" or "strong" or "i" or "em" or "u" or "ins" or "s" or "strike" or "del" or "tg-spoiler" or "pre" =>
                attributes.Count == 0,
            "a" => Only(attributes, "href") && attributes["href"].Length > 0,
            "tg-emoji" => Only(attributes, "emoji-id"),
            "span" => Only(attributes, "class") && attributes["class"] is "tg-spoiler",
            "blockquote" => attributes.Count == 0 || Only(attributes, "expandable"),
            "code" => attributes.Count == 0
                || (Only(attributes, "class") && attributes["class"].StartsWith("language-", StringComparison.Ordinal)),
            "tg-time" => attributes.ContainsKey("unix") && attributes.Keys.All(key => key is "unix" or "format"),
            _ => null,
        };

    private static bool Only(IReadOnlyDictionary<string, string> attributes, string name) =>
        attributes.Count == 1 && attributes.ContainsKey(name);
}
