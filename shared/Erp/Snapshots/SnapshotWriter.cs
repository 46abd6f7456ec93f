using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// Writes a payment request as the ERP would send it. Amounts are strings with their scale kept; absent values are left
/// out; whatever is written, <see cref="SnapshotReader"/> reads back equal, as long as the request keeps the limits that its
/// records document.
/// </summary>
public static class SnapshotWriter
{
    /// <summary>The snapshot as JSON in UTF-8, without a byte order mark.</summary>
    /// <param name="request">The payment request.</param>
    public static byte[] Write(PaymentRequest request) => Write(request, canonical: false);

    /// <summary>Writes the snapshot as one object, for instance into a larger document.</summary>
    /// <param name="writer">Where to; it has to stand where a value may follow.</param>
    /// <param name="request">The payment request.</param>
    public static void WriteTo(Utf8JsonWriter writer, PaymentRequest request) =>
        WriteRequest(new SnapshotForm(writer, canonical: false), request);

    internal static byte[] Write(PaymentRequest request, bool canonical)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, SnapshotForm.WriterOptions))
        {
            WriteRequest(new SnapshotForm(writer, canonical), request);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRequest(SnapshotForm form, PaymentRequest request)
    {
        var writer = form.Writer;
        writer.WriteStartObject();
        writer.WriteString("schema", SnapshotWords.Schema);
        form.Text("source", request.Source);
        form.Text("id", request.Id.Value);
        writer.WriteNumber("revision", request.Revision);
        form.Text("number", request.Number);
        form.Instant("date", request.Date);
        form.Text("operation", request.Operation);
        writer.WriteString("status", SnapshotWords.Statuses.Of(request.Status));
        WriteParty(form, "organization", request.Organization);
        WriteParty(form, "department", request.Department);
        WritePayee(form, request.Payee);
        form.Amount("amount", request.Total.Amount);
        form.Text("currency", request.Total.Currency);
        WriteVat(form, request.Vat);
        WriteParty(form, "cashFlowItem", request.CashFlowItem);
        form.Text("purpose", request.Purpose);
        form.Text("desiredDate", request.DesiredDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        form.Text("priority", request.Priority);
        writer.WriteBoolean("overLimit", request.OverLimit);
        WritePerson(form, "initiator", request.Initiator);
        WriteLists(form, request);
        writer.WriteEndObject();
    }

    private static void WriteLists(SnapshotForm form, PaymentRequest request)
    {
        form.List("route", request.Route, WriteStage);
        form.List("groups", request.Groups, (_, group) => form.Text(group));
        form.List("attachments", request.Attachments, WriteAttachment);
    }

    private static void WriteParty(SnapshotForm form, string name, Party? party)
    {
        if (party is null)
        {
            return;
        }

        form.Writer.WriteStartObject(name);
        form.Text("erpId", party.ErpId?.Value);
        form.Text("name", party.Name);
        form.Writer.WriteEndObject();
    }

    private static void WritePayee(SnapshotForm form, Payee payee)
    {
        form.Writer.WriteStartObject("payee");
        form.Text("erpId", payee.ErpId?.Value);
        form.Text("name", payee.Name);
        form.Text("inn", payee.Inn);
        if (payee.Account is { } account)
        {
            form.Writer.WriteStartObject("account");
            form.Text("number", account.Number);
            form.Text("bic", account.Bic);
            form.Writer.WriteEndObject();
        }

        form.Writer.WriteEndObject();
    }

    private static void WriteVat(SnapshotForm form, Vat? vat)
    {
        if (vat is null)
        {
            return;
        }

        form.Writer.WriteStartObject("vat");
        form.Text("mode", vat.Mode);
        form.Text("rate", vat.Rate);
        form.Amount("amount", vat.Amount);
        form.Writer.WriteEndObject();
    }

    private static void WritePerson(SnapshotForm form, string name, Person? person)
    {
        if (person is not null)
        {
            form.Writer.WritePropertyName(name);
            WritePerson(form, person);
        }
    }

    private static void WritePerson(SnapshotForm form, Person person)
    {
        form.Writer.WriteStartObject();
        form.Text("erpId", person.ErpId.Value);
        form.Text("name", person.Name);
        form.Text("email", person.Email);
        form.Writer.WriteEndObject();
    }

    private static void WriteStage(SnapshotForm form, Stage stage)
    {
        form.Writer.WriteStartObject();
        form.Writer.WriteNumber("stage", stage.Number);
        form.Text("role", stage.Role);
        WriteRule(form.Writer, stage.Rule);
        form.Writer.WriteString("state", SnapshotWords.States.Of(stage.State));
        form.Instant("due", stage.Due);
        form.List("approvers", stage.Approvers, WritePerson);
        if (stage.Agreed is { } agreed)
        {
            form.List("agreed", agreed, WritePerson);
        }

        WritePerson(form, "decidedBy", stage.DecidedBy);
        form.Instant("decidedAt", stage.DecidedAt);
        form.Text("comment", stage.Comment);
        form.Writer.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter writer, StageRule rule)
    {
        if (rule == StageRule.Any || rule == StageRule.All)
        {
            writer.WriteString("rule", rule == StageRule.Any ? SnapshotWords.Any : SnapshotWords.All);
            return;
        }

        writer.WriteStartObject("rule");
        writer.WriteNumber(SnapshotWords.AtLeast, rule.Required);
        writer.WriteEndObject();
    }

    private static void WriteAttachment(SnapshotForm form, Attachment attachment)
    {
        form.Writer.WriteStartObject();
        form.Text("id", attachment.Id);
        form.Text("name", attachment.Name);
        form.Text("contentType", attachment.ContentType);
        form.Writer.WriteNumber("size", attachment.Size);
        form.Text("sha256", attachment.Sha256);
        form.Writer.WriteEndObject();
    }
}
