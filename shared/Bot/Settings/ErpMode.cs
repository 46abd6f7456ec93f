namespace PaymentBot.Bot.Settings;

/// <summary>How decisions come to the ERP.</summary>
public enum ErpMode
{
    /// <summary>The bot posts them.</summary>
    Push,

    /// <summary>The ERP fetches them: nobody has to be able to call it.</summary>
    Pull,
}
