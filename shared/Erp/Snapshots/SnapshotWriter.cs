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
    public static byte[] Write(PaymentRequest request) => Write(request, SnapshotForm.Wire);

    /// <summary>Writes the snapshot as one object, for instance into a larger document.</summary>
    /// <param name="writer">Where to; it has to stand where a value may follow.</param>
    /// <param name="request">The payment request.</param>
    public static void WriteTo(Utf8JsonWriter writer, PaymentRequest request) =>
        WriteTo(writer, request, SnapshotForm.Wire);

    internal static byte[] Write(PaymentRequest request, SnapshotForm form)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, SnapshotForm.WriterOptions))
        {
            WriteTo(writer, request, form);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteTo(Utf8JsonWriter writer, PaymentRequest request, SnapshotForm form)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", SnapshotWords.Schema);
        form.Text(writer, "source", request.Source);
        form.Text(writer, "id", request.Id.Value);
        writer.WriteNumber("revision", request.Revision);
        form.Text(writer, "number", request.Number);
        form.Instant(writer, "date", request.Date);
        form.Text(writer, "operation", request.Operation);
        writer.WriteString("status", SnapshotWords.Statuses.Of(request.Status));
        PartyWriting.Party(writer, "organization", request.Organization, form);
        PartyWriting.Party(writer, "department", request.Department, form);
        PartyWriting.Payee(writer, request.Payee, form);
        form.Amount(writer, "amount", request.Total.Amount);
        form.Text(writer, "currency", request.Total.Currency);
        WriteVat(writer, request.Vat, form);
        PartyWriting.Party(writer, "cashFlowItem", request.CashFlowItem, form);
        form.Text(writer, "purpose", request.Purpose);
        form.Text(writer, "desiredDate", request.DesiredDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        form.Text(writer, "priority", request.Priority);
        writer.WriteBoolean("overLimit", request.OverLimit);
        PartyWriting.Person(writer, "initiator", request.Initiator, form);
        WriteLists(writer, request, form);
        writer.WriteEndObject();
    }

    private static void WriteVat(Utf8JsonWriter writer, Vat? vat, SnapshotForm form)
    {
        if (vat is null)
        {
            return;
        }

        writer.WriteStartObject("vat");
        form.Text(writer, "mode", vat.Mode);
        form.Text(writer, "rate", vat.Rate);
        form.Amount(writer, "amount", vat.Amount);
        writer.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter writer, PaymentRequest request, SnapshotForm form)
    {
        writer.WriteStartArray("route");
        foreach (var stage in request.Route)
        {
            StageWriting.Stage(writer, stage, form);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("groups");
        foreach (var group in request.Groups)
        {
            form.Text(writer, group);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("attachments");
        foreach (var attachment in request.Attachments)
        {
            WriteAttachment(writer, attachment, form);
        }

        writer.WriteEndArray();
    }

    private static void WriteAttachment(Utf8JsonWriter writer, Attachment attachment, SnapshotForm form)
    {
        writer.WriteStartObject();
        form.Text(writer, "id", attachment.Id);
        form.Text(writer, "name", attachment.Name);
        form.Text(writer, "contentType", attachment.ContentType);
        writer.WriteNumber("size", attachment.Size);
        form.Text(writer, "sha256", attachment.Sha256);
        writer.WriteEndObject();
    }
}
