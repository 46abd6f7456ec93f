namespace PaymentBot.Functions.Erp;

/// <summary>Why an upload is not stored.</summary>
public enum ContentFault
{
    /// <summary>It was not signed by the ERP.</summary>
    BadSignature,

    /// <summary>It is longer than anything that is taken.</summary>
    TooLarge,

    /// <summary>Its size or hash is not what the snapshot declared.</summary>
    Mismatch,
}
