namespace PaymentBot.Erp.Problems;

/// <summary>The languages an error answer has.</summary>
public enum ProblemLanguage
{
    /// <summary>Russian, <c>ru</c>.</summary>
    Russian,

    /// <summary>English, <c>en</c>.</summary>
    English,
}
