using System.Text.Json.Nodes;

namespace PaymentBot.Sandbox.Erp;

/// <summary>The ERP's own rules: whose decision counts, what it does to the document, and what is refused.</summary>
internal static class Treasury
{
    /// <summary>Applies a decision or refuses it.</summary>
    /// <param name="data">The <c>data</c> of the CloudEvent.</param>
    /// <param name="at">Now, in the ERP's zone.</param>
    /// <returns>The answer without its snapshot.</returns>
    public static JsonObject Decide(ErpDocument document, JsonObject data, DateTimeOffset at, ErpFaults faults)
    {
        if (Objection(document, data, faults) is { } reason)
        {
            return new JsonObject
            {
                ["outcome"] = "refused",
                ["reason"] = reason,
                ["message"] = Message(reason),
            };
        }

        var isOver = Apply(document, data, at, faults);
        document.Advance(stageBegins: isOver);
        return new JsonObject { ["outcome"] = "applied" };
    }

    /// <summary>Changes the amount: a new revision, and the route begins again.</summary>
    public static void ChangeAmount(ErpDocument document, string amount, DateTimeOffset at)
    {
        Demand(document.Status is "pending", "Only a pending document can be changed.");
        document.Snapshot["amount"] = amount;
        document.Approvals.Clear();
        foreach (var stage in document.Route)
        {
            stage.Reset();
        }

        if (document.Route is [var first, ..])
        {
            first.Open(Due(at));
        }

        document.Advance();
    }

    public static void Withdraw(ErpDocument document)
    {
        Demand(document.Status is "pending", "Only a pending document can be withdrawn.");
        document.Status = "withdrawn";
        SkipRest(document);
        document.Advance();
    }

    public static void MarkPaid(ErpDocument document)
    {
        Demand(document.Status is "approved", "Only an approved document can be paid.");
        document.Status = "paid";
        document.Advance();
    }

    public static string Due(DateTimeOffset at) => ErpClock.Write(at.AddHours(24));

    private static string? Objection(ErpDocument document, JsonObject data, ErpFaults faults)
    {
        var erpId = data["actor"]?["erpId"].AsText();
        var stage = document.Route.FirstOrDefault(stage => stage.Number == data["stage"].AsInteger());
        return document.Status switch
        {
            "pending" => StageObjection(document, stage, erpId) ?? ContentObjection(document, data, faults),
            "withdrawn" => "withdrawn",
            _ => "alreadyDecided",
        };
    }

    private static string? StageObjection(ErpDocument document, RouteStage? stage, string? erpId)
    {
        if (stage is null || stage.State is "waiting" || stage.Approver(erpId) is null)
        {
            return "notYourTurn";
        }

        return stage.State is not "current" || document.Approvals.Contains(erpId!) ? "alreadyDecided" : null;
    }

    private static string? ContentObjection(ErpDocument document, JsonObject data, ErpFaults faults)
    {
        if (!SawTheSame(document, data))
        {
            return "documentChanged";
        }

        return faults.ClosedPeriod ? "closedPeriod" : null;
    }

    private static bool SawTheSame(ErpDocument document, JsonObject data)
    {
        // On a stage that needs several, the revision grows with every approval; that is no change of what is approved.
        var seenRevision = data["revision"].AsInteger() ?? 0;
        var from = document.Current is { NeedsSeveral: true } ? document.StageFrom : document.Revision;
        if (seenRevision < from || seenRevision > document.Revision)
        {
            return false;
        }

        var known = document.Hashes.GetValueOrDefault(seenRevision);
        return known is null
            || data["contentHash"].AsText() is not { } seen
            || string.Equals(seen, known, StringComparison.Ordinal);
    }

    /// <returns>Whether the stage is over; false when others have to approve too.</returns>
    private static bool Apply(ErpDocument document, JsonObject data, DateTimeOffset at, ErpFaults faults)
    {
        var stage = document.Current!;
        var person = stage.Approver(data["actor"]!["erpId"].AsText())!;
        var comment = data["comment"].AsText();
        var when = ErpClock.Write(at);
        if (data["decision"].AsText() is "reject")
        {
            stage.Decide("rejected", person, when, comment);
            document.Status = "rejected";
            SkipRest(document);
            return true;
        }

        document.Approvals.Add(person["erpId"].AsText()!);
        stage.TellAgreed(faults.HidesAgreed ? null : document.Approvals);
        if (document.Approvals.Count < stage.Needed)
        {
            return false;
        }

        stage.Decide("approved", person, when, comment);
        document.Approvals.Clear();
        if (document.Route.FirstOrDefault(next => next.State is "waiting") is { } next)
        {
            next.Open(Due(at));
        }
        else
        {
            document.Status = "approved";
        }

        return true;
    }

    private static void SkipRest(ErpDocument document)
    {
        foreach (var stage in document.Route.Where(stage => stage.State is "waiting" or "current"))
        {
            stage.State = "skipped";
        }
    }

    private static void Demand(bool allowed, string reason)
    {
        if (!allowed)
        {
            throw new SandboxException(reason);
        }
    }

    private static string Message(string reason) =>
        reason switch
        {
            "withdrawn" => "Заявка отозвана.",
            "alreadyDecided" => "Решение по этому этапу уже принято.",
            "notYourTurn" => "Сейчас не ваша очередь согласовывать эту заявку.",
            "documentChanged" => "Документ изменился после того, как вы его увидели.",
            _ => "Период закрыт, документ нельзя изменить.",
        };
}
