using System.Text;

namespace PaymentBot.OneScript;

/// <summary>Cuts a source into words. Comments and lines that begin with # fall away.</summary>
internal sealed class BslLexer(string module, string text)
{
    private static readonly string[] Signs =
    [
        "<>",
        "<=",
        ">=",
        "=",
        "<",
        ">",
        "+",
        "-",
        "*",
        "/",
        "%",
        "(",
        ")",
        "[",
        "]",
        ".",
        ",",
        ";",
        "?",
    ];

    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line = 1;

    public IReadOnlyList<Token> Read()
    {
        while (SkipToWord())
        {
            _tokens.Add(Next());
        }

        _tokens.Add(new Token(TokenKind.End, string.Empty, _line));
        return _tokens;
    }

    private bool SkipToWord()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\uFEFF')
            {
                _line += text[_at] == '\n' ? 1 : 0;
                _at++;
            }
            else if (text[_at] == '#' || text.AsSpan(_at).StartsWith("//", StringComparison.Ordinal))
            {
                SkipLine();
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipLine()
    {
        while (_at < text.Length && text[_at] != '\n')
        {
            _at++;
        }
    }

    private Token Next()
    {
        var first = text[_at];
        return first switch
        {
            '"' => new Token(TokenKind.Text, ReadText(), _line),
            '\'' => new Token(TokenKind.Date, ReadDate(), _line),
            _ when char.IsAsciiDigit(first) => new Token(
                TokenKind.Number,
                While(c => char.IsAsciiDigit(c) || c == '.'),
                _line
            ),
            _ when char.IsLetter(first) || first == '_' => new Token(
                TokenKind.Name,
                While(c => char.IsLetterOrDigit(c) || c == '_'),
                _line
            ),
            _ => new Token(TokenKind.Sign, ReadSign(), _line),
        };
    }

    private string While(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    private string ReadSign()
    {
        var sign =
            Signs.FirstOrDefault(sign => text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            ?? throw Wrong($"unexpected character '{text[_at]}'");
        _at += sign.Length;
        return sign;
    }

    private string ReadDate()
    {
        _at++;
        var digits = While(char.IsAsciiDigit);
        if (_at >= text.Length || text[_at] != '\'' || digits.Length is not (8 or 14))
        {
            throw Wrong("a date is 8 or 14 digits between apostrophes");
        }

        _at++;
        return digits;
    }

    private string ReadText()
    {
        var value = new StringBuilder();
        _at++;
        while (true)
        {
            value.Append(While(c => c is not ('"' or '\n')));
            if (_at >= text.Length)
            {
                throw Wrong("a string is not closed");
            }

            if (text[_at] == '\n')
            {
                Continue(value);
            }
            else if (!IsDoubledQuote())
            {
                _at++;
                return value.ToString();
            }
            else
            {
                value.Append('"');
                _at += 2;
            }
        }
    }

    private bool IsDoubledQuote() => _at + 1 < text.Length && text[_at + 1] == '"';

    private void Continue(StringBuilder value)
    {
        _line++;
        _at++;
        While(c => c is ' ' or '\t');
        if (_at >= text.Length || text[_at] != '|')
        {
            throw Wrong("a string is not closed on its line");
        }

        _at++;
        value.Append('\n');
    }

    private BslSyntaxException Wrong(string problem) => new(module, _line, problem);
}
