namespace PaymentBot.Testing.Schema;

/// <summary>A file part of a form.</summary>
internal sealed record UploadedFile(string FileName, string? ContentType, byte[] Content);
