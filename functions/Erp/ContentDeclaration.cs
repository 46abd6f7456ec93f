namespace PaymentBot.Functions.Erp;

/// <summary>What a snapshot declared of a file.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal sealed record ContentDeclaration(long Size, string Sha256);
