using System.Text.Json;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Snapshots;

/// <summary>Writes whoever and whatever has a name.</summary>
internal static class PartyWriting
{
    public static void Party(Utf8JsonWriter writer, string name, Party? party, SnapshotForm form)
    {
        if (party is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        form.Text(writer, "erpId", party.ErpId?.Value);
        form.Text(writer, "name", party.Name);
        writer.WriteEndObject();
    }

    public static void Person(Utf8JsonWriter writer, string name, Person? person, SnapshotForm form)
    {
        if (person is not null)
        {
            writer.WritePropertyName(name);
            Person(writer, person, form);
        }
    }

    public static void Person(Utf8JsonWriter writer, Person person, SnapshotForm form)
    {
        writer.WriteStartObject();
        form.Text(writer, "erpId", person.ErpId.Value);
        form.Text(writer, "name", person.Name);
        form.Text(writer, "email", person.Email);
        writer.WriteEndObject();
    }

    public static void Payee(Utf8JsonWriter writer, Payee payee, SnapshotForm form)
    {
        writer.WriteStartObject("payee");
        form.Text(writer, "erpId", payee.ErpId?.Value);
        form.Text(writer, "name", payee.Name);
        form.Text(writer, "inn", payee.Inn);
        if (payee.Account is { } account)
        {
            writer.WriteStartObject("account");
            form.Text(writer, "number", account.Number);
            form.Text(writer, "bic", account.Bic);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
