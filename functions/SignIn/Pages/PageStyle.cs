using System.Security.Cryptography;
using System.Text;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The one style of all pages, and its hash, by which the policy lets it in and nothing else.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet, as it stands between the tags.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--back:#f1f4f7;--card:#fff;--line:#d5dce3;--text:#17202a;--soft:#53606e;--link:#0a5bb5;
        --go:#0a5bb5;--go-over:#084a94;--on-go:#fff;--stop:#a8201a;--warn:#fff6e0;--warn-line:#d99a00}
        @media (prefers-color-scheme:dark){:root{--back:#0f1419;--card:#1a2129;--line:#37424e;--text:#edf1f5;--soft:#a8b4c0;--link:#86c1ff;
        --go:#86c1ff;--go-over:#b0d7ff;--on-go:#06203b;--stop:#ffa49c;--warn:#2d2613;--warn-line:#e0ae3c}}
        *{box-sizing:border-box}
        body{margin:0;padding:1rem;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;align-items:center;background:var(--back);
        color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
        header,main{width:100%;max-width:30rem}
        header{padding:.25rem .25rem .75rem;color:var(--soft);font-weight:600}
        main{padding:1.5rem;background:var(--card);border:1px solid var(--line);border-radius:1rem}
        h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}
        p{margin:0 0 1rem}
        p:last-child,ol:last-child{margin-bottom:0}
        .soft{color:var(--soft);font-size:.9375rem}
        dl{margin:0 0 1rem;border:1px solid var(--line);border-radius:.75rem}
        dl div{padding:.625rem 1rem}
        dl div+div{border-top:1px solid var(--line)}
        dt{color:var(--soft);font-size:.875rem}
        dd{margin:0;font-weight:600;overflow-wrap:anywhere}
        dd span{display:block;font-weight:400;color:var(--soft)}
        .warn{padding:.75rem 1rem;background:var(--warn);border-left:.25rem solid var(--warn-line);border-radius:.5rem}
        .go,button{display:block;width:100%;min-height:3rem;padding:.75rem 1rem;border-radius:.75rem;font:inherit;font-weight:600;text-align:center;
        text-decoration:none;cursor:pointer}
        .go{border:1px solid var(--go);background:var(--go);color:var(--on-go)}
        .go:hover{background:var(--go-over)}
        button{border:1px solid var(--stop);background:transparent;color:var(--stop)}
        button:hover{text-decoration:underline}
        :focus-visible{outline:.1875rem solid var(--link);outline-offset:.1875rem}
        figure{margin:1.5rem 0;text-align:center}
        svg{display:block;width:11rem;height:auto;margin:0 auto .75rem;border-radius:.5rem}
        figcaption{color:var(--soft);font-size:.9375rem}
        ol{margin:0 0 1rem;padding-left:1.5rem}
        li{margin-bottom:.375rem}
        a{color:var(--link)}
        code{display:block;margin:0 0 1rem;padding:.75rem;border:1px solid var(--line);border-radius:.5rem;overflow-wrap:anywhere;font-size:.875rem;
        user-select:all;-webkit-user-select:all}
        """;

    /// <summary>The source expression of the style, for <c>style-src</c>.</summary>
    public static string Source { get; } =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
