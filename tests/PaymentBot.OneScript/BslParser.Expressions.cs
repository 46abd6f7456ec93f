using System.Globalization;

namespace PaymentBot.OneScript;

internal sealed partial class BslParser
{
    private static readonly string[] Comparisons = ["=", "<>", "<=", ">=", "<", ">"];

    private Func<Frame, object?> Expression()
    {
        var left = And();
        while (Take("Или"))
        {
            var (first, second) = (left, And());
            left = frame => BslOperators.Truth(first(frame)) || BslOperators.Truth(second(frame));
        }

        return left;
    }

    private Func<Frame, object?> And()
    {
        var left = Not();
        while (Take("И"))
        {
            var (first, second) = (left, Not());
            left = frame => BslOperators.Truth(first(frame)) && BslOperators.Truth(second(frame));
        }

        return left;
    }

    private Func<Frame, object?> Not()
    {
        if (!Take("Не"))
        {
            return Comparison();
        }

        var inner = Not();
        return frame => !BslOperators.Truth(inner(frame));
    }

    private Func<Frame, object?> Comparison() => Binary(Sum, Comparisons);

    private Func<Frame, object?> Sum() => Binary(Product, ["+", "-"]);

    private Func<Frame, object?> Product() => Binary(Unary, ["*", "/", "%"]);

    private Func<Frame, object?> Binary(Func<Func<Frame, object?>> part, string[] signs)
    {
        var left = part();
        while (Current.Kind == TokenKind.Sign && Array.IndexOf(signs, Current.Text) >= 0)
        {
            var apply = BslOperators.Of(_tokens[_at++].Text);
            var (first, second) = (left, part());
            left = frame => apply(first(frame), second(frame));
        }

        return left;
    }

    private Func<Frame, object?> Unary()
    {
        if (!Take("-"))
        {
            return Postfix().Read;
        }

        var inner = Unary();
        return frame => -BslOperators.Number(inner(frame));
    }

    private Operand Postfix()
    {
        var operand = Primary();
        while (true)
        {
            if (Take("."))
            {
                operand = Member(operand, Name());
            }
            else if (Take("["))
            {
                var index = Expression();
                Expect("]");
                var owner = operand.Read;
                operand = new Operand(
                    frame => BslValues.At(owner(frame), index(frame)),
                    (frame, value) => BslValues.Put(owner(frame), index(frame), value)
                );
            }
            else
            {
                return operand;
            }
        }
    }

    private Operand Member(Operand owner, string name)
    {
        var read = owner.Read;
        if (!Current.Is("("))
        {
            return new Operand(
                frame => BslValues.Get(read(frame), name),
                (frame, value) => BslValues.Set(read(frame), name, value)
            );
        }

        var arguments = Arguments();
        return new Operand(frame => BslValues.Call(read(frame), name, Values(arguments, frame)), IsCall: true);
    }

    private Operand Primary()
    {
        var token = Current;
        if (Take("("))
        {
            var inner = Expression();
            Expect(")");
            return new Operand(inner);
        }

        if (Take("?"))
        {
            return Choice();
        }

        _at++;
        return token.Kind switch
        {
            TokenKind.Number => Constant(decimal.Parse(token.Text, CultureInfo.InvariantCulture)),
            TokenKind.Text => Constant(token.Text),
            TokenKind.Date => Constant(BslOperators.Date(token.Text)),
            TokenKind.Name => Named(token),
            _ => throw Wrong($"'{token.Text}' is not expected here"),
        };
    }

    private Operand Named(Token token)
    {
        if (BslOperators.Constants.TryGetValue(token.Text, out var constant))
        {
            return Constant(constant);
        }

        if (token.Is("Новый"))
        {
            return New();
        }

        return Current.Is("(") ? OwnCall(token) : Variable(token);
    }

    private Operand OwnCall(Token token)
    {
        var arguments = Arguments();
        _module.Calls.Add(new BslUse(null, token.Text, arguments.Count, token.Line));
        return new Operand(frame => _machine.Call(frame, token.Text, Values(arguments, frame)), IsCall: true);
    }

    private Operand Variable(Token token)
    {
        var name = token.Text;
        if (_scope.Knows(name) || _module.Variables.ContainsKey(name))
        {
            return new Operand(frame => frame.Read(name), (frame, value) => frame.Write(name, value));
        }

        Expect(".");
        var member = Name();
        var arguments = Current.Is("(") ? Arguments() : null;
        _scope.Unknown.Add(new BslUse(name, member, arguments?.Count ?? -1, token.Line));
        return arguments is null
            ? new Operand(_ => BslMachine.Enumerated(name, member))
            : new Operand(frame => _machine.CallModule(name, member, Values(arguments, frame)), IsCall: true);
    }

    private Operand New()
    {
        var type = Name();
        var arguments = Current.Is("(") ? Arguments() : [];
        _module.Types.Add(new BslUse(null, type, arguments.Count, Current.Line));
        return new Operand(frame => _machine.New(type, Values(arguments, frame)));
    }

    private Operand Choice()
    {
        Expect("(");
        var condition = Expression();
        Expect(",");
        var yes = Expression();
        Expect(",");
        var no = Expression();
        Expect(")");
        return new Operand(frame => BslOperators.Truth(condition(frame)) ? yes(frame) : no(frame));
    }

    /// <summary>An argument that is left out is Неопределено.</summary>
    private List<Func<Frame, object?>> Arguments()
    {
        List<Func<Frame, object?>> arguments = [];
        Expect("(");
        while (!Take(")"))
        {
            if (arguments.Count > 0)
            {
                Expect(",");
            }

            arguments.Add(Current.Is(",") || Current.Is(")") ? _ => null : Expression());
        }

        return arguments;
    }

    private static object?[] Values(List<Func<Frame, object?>> arguments, Frame frame) =>
        [.. arguments.Select(argument => argument(frame))];

    private static Operand Constant(object? value) => new(_ => value);
}
