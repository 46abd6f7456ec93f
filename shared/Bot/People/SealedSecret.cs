namespace PaymentBot.Bot.People;

/// <summary>A secret that only the holder of the key can read.</summary>
/// <param name="KeyId">Which key sealed it: the first 8 hexadecimal digits of the key's SHA-256, in lower case.</param>
/// <param name="Text">Nonce, cipher text and tag in base64url.</param>
public sealed record SealedSecret(string KeyId, string Text)
{
    /// <summary>The key's id only.</summary>
    public override string ToString() => $"sealed with {KeyId}";
}
