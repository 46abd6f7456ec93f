using System.Text.Json;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Reads whoever and whatever has a name. An object whose every field is empty counts as absent: that is how 1C writes a
/// reference to nothing.
/// </summary>
internal static class PartyReading
{
    public static Party? Party(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var id = field.At("erpId").Id();
        var name = field.At("name").Line(SnapshotLimit.Name);
        return id is null && name is null ? null : new Party(AsErpId(id), name ?? field.At("name").Missing(""));
    }

    public static Person? Person(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var id = field.At("erpId").Id();
        var name = field.At("name").Line(SnapshotLimit.Name);
        return id is null && name is null ? null : field.RequiredPerson();
    }

    public static Person RequiredPerson(this Field field)
    {
        if (field.IsAbsent)
        {
            field.Missing("");
        }

        field.Is(JsonValueKind.Object);
        return new Person(
            new ErpId(field.At("erpId").Id() ?? field.At("erpId").Missing("")),
            field.At("name").Name(),
            field.At("email").Line(SnapshotLimit.Email)
        );
    }

    public static Payee Payee(this Field field)
    {
        if (field.IsAbsent)
        {
            field.Missing("");
        }

        field.Is(JsonValueKind.Object);
        return new Payee(
            AsErpId(field.At("erpId").Id()),
            field.At("name").Name(),
            field.At("inn").Line(SnapshotLimit.Code),
            field.At("account").Account()
        );
    }

    private static BankAccount? Account(this Field field)
    {
        if (!field.Is(JsonValueKind.Object))
        {
            return null;
        }

        var number = field.At("number").Line(SnapshotLimit.Code);
        var bic = field.At("bic").Line(SnapshotLimit.Code);
        return number is null && bic is null ? null : new BankAccount(number ?? field.At("number").Missing(""), bic);
    }

    private static ErpId? AsErpId(string? id) => id is null ? null : new ErpId(id);
}
