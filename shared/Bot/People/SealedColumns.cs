using PaymentBot.Storage;

namespace PaymentBot.Bot.People;

/// <summary>The two columns in which a row keeps a sealed refresh token.</summary>
internal static class SealedColumns
{
    private const string KeyId = "RefreshTokenKey";
    private const string Text = "RefreshToken";

    public static SealedSecret? Read(TableEntity entity) =>
        entity.GetString(KeyId) is { } keyId && entity.GetString(Text) is { } text
            ? new SealedSecret(keyId, text)
            : null;

    public static void Write(TableEntity entity, SealedSecret? secret)
    {
        entity[KeyId] = secret?.KeyId;
        entity[Text] = secret?.Text;
    }
}
