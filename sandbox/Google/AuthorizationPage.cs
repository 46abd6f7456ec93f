using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Sandbox.Google;

/// <summary>What the stand-in shows a person, without any script.</summary>
internal static class AuthorizationPage
{
    private const string Style = """
        :root { color-scheme: light dark; --back: #f0f4f9; --card: #fff; --line: #dadce0; --text: #1f1f1f; --dim: #565b61; --accent: #0b57d0; --on-accent: #fff; }
        @media (prefers-color-scheme: dark) { :root { --back: #1e1f20; --card: #0e0e0e; --line: #444746; --text: #e3e3e3; --dim: #b5b9b7; --accent: #a8c7fa; --on-accent: #062e6f; } }
        * { box-sizing: border-box; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px; background: var(--back); color: var(--text); font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        main { width: min(460px, 100%); padding: 28px 24px; border-radius: 24px; background: var(--card); }
        h1 { margin: 0 0 4px; font-size: 24px; font-weight: 500; }
        p { margin: 0 0 18px; color: var(--dim); }
        .note { margin: 18px 0 0; font-size: 13px; }
        ul { list-style: none; margin: 0 0 14px; padding: 0; border-top: 1px solid var(--line); }
        li { border-bottom: 1px solid var(--line); }
        button { font: inherit; cursor: pointer; border-radius: 20px; border: 1px solid var(--line); background: none; color: var(--accent); padding: 9px 18px; }
        li button { width: 100%; padding: 11px 8px; border: 0; border-radius: 8px; text-align: left; color: var(--text); }
        li button:hover { background: var(--back); }
        small { display: block; color: var(--dim); font-size: 14px; overflow-wrap: anywhere; }
        label { display: block; margin-bottom: 6px; }
        input { width: 100%; padding: 12px; border: 1px solid var(--dim); border-radius: 8px; background: none; color: inherit; font: inherit; }
        .actions { display: flex; justify-content: space-between; gap: 12px; margin-top: 14px; }
        .next { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>The accounts to choose from, and a field for another one.</summary>
    public static string Choose(bool russian, string action, IEnumerable<GoogleAccount> accounts)
    {
        var words = russian ? GoogleWords.Russian : GoogleWords.English;
        var rows = accounts.Select(account =>
            $"""<li><button type="submit" name="email" value="{Encode(account.Email)}">{Encode(account.Name)}<small>{Encode(account.Email)}</small></button></li>"""
        );
        return Page(
            russian,
            words.Title,
            $"""
            <p>{words.Lead}</p>
            <form method="post" action="{Encode(action)}"><ul>{string.Concat(rows)}</ul></form>
            <form method="post" action="{Encode(action)}">
            <label for="email">{words.Other}</label>
            <input id="email" name="email" type="text" inputmode="email" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="254">
            <div class="actions"><button type="submit" name="cancel" value="1">{words.Cancel}</button><button class="next" type="submit">{words.Next}</button></div>
            </form>
            <p class="note">{words.StandIn}</p>
            """
        );
    }

    /// <summary>One of Google's error pages.</summary>
    public static string Refuse(bool russian, int status, string error)
    {
        var words = russian ? GoogleWords.Russian : GoogleWords.English;
        return Page(
            russian,
            words.Blocked,
            $"""<p>{words.Error} {status}: {Encode(error)}</p><p class="note">{words.StandIn}</p>"""
        );
    }

    public static async Task WriteAsync(HttpContext context, string page, int status = StatusCodes.Status200OK)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = status;
        headers.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // No form-action: it would also hold for the redirect to the client that follows the form.
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; img-src data:; base-uri 'none'; frame-ancestors 'none'";
        await context.Response.WriteAsync(page, context.RequestAborted);
    }

    private static string Page(bool russian, string title, string body) =>
        $"""
            <!doctype html>
            <html lang="{(russian ? "ru" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style>{Style}</style>
            </head>
            <body><main><h1>{title}</h1>
            {body}
            </main></body>
            </html>
            """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
