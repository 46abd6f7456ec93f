using System.Security.Cryptography;
using PaymentBot.Approvals;

namespace PaymentBot.Erp.Snapshots;

/// <summary>
/// The fingerprint of what a snapshot says, so that an approver signs what was seen. It is the SHA-256 over the snapshot in
/// one canonical form: the known fields only, in the order of <see cref="SnapshotWriter"/>, without white space; absent
/// values left out; texts as cleaned by the reader, with the fewest JSON escapes (RFC 8785); amounts as strings without
/// trailing zeros; instants in UTC without trailing zeros of the fraction; lists in the order sent. So the order of keys,
/// white space, a byte order mark, unknown fields, an offset's notation, and an amount as string or number do not matter;
/// the revision does.
/// </summary>
public static class ContentHash
{
    private const string Prefix = "sha256:";

    /// <summary>The hash of a request: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    /// <param name="request">The payment request.</param>
    public static string Of(PaymentRequest request) =>
        Prefix + Convert.ToHexStringLower(SHA256.HashData(SnapshotWriter.Write(request, canonical: true)));
}
