namespace PaymentBot.OneScript;

internal sealed partial class BslParser
{
    private static readonly HashSet<string> Ends = new(StringComparer.OrdinalIgnoreCase)
    {
        "КонецФункции",
        "КонецПроцедуры",
        "КонецЕсли",
        "КонецЦикла",
        "КонецПопытки",
        "Иначе",
        "ИначеЕсли",
        "Исключение",
    };

    private Func<Frame, Flow> Block()
    {
        List<Func<Frame, Flow>> statements = [];
        while (Current.Kind != TokenKind.End && !(Current.Kind == TokenKind.Name && Ends.Contains(Current.Text)))
        {
            if (!Take(";"))
            {
                statements.Add(Statement());
                EndStatement();
            }
        }

        Func<Frame, Flow>[] block = [.. statements];
        return frame =>
        {
            foreach (var statement in block)
            {
                var flow = statement(frame);
                if (flow != Flow.Next)
                {
                    return flow;
                }
            }

            return Flow.Next;
        };
    }

    private void EndStatement()
    {
        if (!Take(";") && Current.Kind != TokenKind.End && !Ends.Contains(Current.Text))
        {
            throw Wrong($"';' expected, '{Current.Text}' found");
        }
    }

    private Func<Frame, Flow> Statement()
    {
        if (Current.Kind != TokenKind.Name || !_statements.TryGetValue(Current.Text, out var read))
        {
            return Simple();
        }

        _at++;
        return read();
    }

    private Func<Frame, Flow> Simple()
    {
        var isName = Current.Kind == TokenKind.Name && _tokens[_at + 1].Is("=");
        if (isName)
        {
            var name = Name();
            if (_scope.IsByReference(name))
            {
                _module.ChangedParameters.Add(new BslUse(null, name, -1, Current.Line));
            }

            Expect("=");
            var assigned = Expression();
            _scope.Assign(name);
            return Do(frame => frame.Write(name, assigned(frame)));
        }

        var operand = Postfix();
        if (Take("=") && operand.Write is { } write)
        {
            var value = Expression();
            return Do(frame => write(frame, value(frame)));
        }

        return operand.IsCall ? Do(frame => operand.Read(frame)) : throw Wrong("neither a call nor an assignment");
    }

    private Func<Frame, Flow> If()
    {
        List<(Func<Frame, object?> Condition, Func<Frame, Flow> Then)> branches = [];
        do
        {
            var condition = Expression();
            Expect("Тогда");
            branches.Add((condition, Block()));
        } while (Take("ИначеЕсли"));

        var otherwise = Take("Иначе") ? Block() : _ => Flow.Next;
        Expect("КонецЕсли");
        return frame =>
        {
            foreach (var (condition, then) in branches)
            {
                if (BslOperators.Truth(condition(frame)))
                {
                    return then(frame);
                }
            }

            return otherwise(frame);
        };
    }

    private Func<Frame, Flow> Loop()
    {
        if (Take("Каждого"))
        {
            var item = Name();
            Expect("Из");
            var collection = Expression();
            _scope.Assign(item);
            var each = LoopBody();
            return frame =>
                Repeat(
                    frame,
                    BslValues
                        .Items(collection(frame))
                        .Select(value =>
                        {
                            frame.Write(item, value);
                            return true;
                        }),
                    each
                );
        }

        var counter = Name();
        Expect("=");
        var from = Expression();
        Expect("По");
        var to = Expression();
        _scope.Assign(counter);
        var body = LoopBody();
        return frame => Repeat(frame, Count(frame, counter, from, to), body);
    }

    private static IEnumerable<bool> Count(
        Frame frame,
        string counter,
        Func<Frame, object?> from,
        Func<Frame, object?> to
    )
    {
        var last = BslOperators.Number(to(frame));
        for (var value = BslOperators.Number(from(frame)); value <= last; value++)
        {
            frame.Write(counter, value);
            yield return true;
        }
    }

    private Func<Frame, Flow> While()
    {
        var condition = Expression();
        var body = LoopBody();
        return frame => Repeat(frame, Turns(frame, condition), body);
    }

    private static IEnumerable<bool> Turns(Frame frame, Func<Frame, object?> condition)
    {
        while (BslOperators.Truth(condition(frame)))
        {
            yield return true;
        }
    }

    private Func<Frame, Flow> LoopBody()
    {
        Expect("Цикл");
        var body = Block();
        Expect("КонецЦикла");
        return body;
    }

    private static Flow Repeat(Frame frame, IEnumerable<bool> turns, Func<Frame, Flow> body)
    {
        foreach (var _ in turns)
        {
            switch (body(frame))
            {
                case Flow.Break:
                    return Flow.Next;
                case Flow.Return:
                    return Flow.Return;
                default:
                    continue;
            }
        }

        return Flow.Next;
    }

    private Func<Frame, Flow> Try()
    {
        var attempt = Block();
        Expect("Исключение");
        var rescue = Block();
        Expect("КонецПопытки");
        return frame =>
        {
            try
            {
                return attempt(frame);
            }
            catch (Exception exception) when (exception is not BslExitException)
            {
                var outer = frame.Caught;
                frame.Caught = exception;
                var flow = rescue(frame);
                frame.Caught = outer;
                return flow;
            }
        };
    }

    private Func<Frame, Flow> Return()
    {
        if (!_inFunction)
        {
            return _ => Flow.Return;
        }

        var value = Expression();
        return frame =>
        {
            frame.Result = value(frame);
            return Flow.Return;
        };
    }

    private Func<Frame, Flow> Raise()
    {
        if (Current.Is(";"))
        {
            return frame =>
                throw new BslException(frame.Caught?.Message ?? "ВызватьИсключение stands outside of an exception.");
        }

        var message = Expression();
        return frame => throw new BslException(BslOperators.Text(message(frame)));
    }

    private static Func<Frame, Flow> Do(Action<Frame> action) =>
        frame =>
        {
            action(frame);
            return Flow.Next;
        };
}
