namespace PaymentBot.Erp.Problems;

/// <summary>One text in every language an error answer has.</summary>
/// <param name="Russian">The text in Russian; <c>{0}</c> stands for the argument.</param>
/// <param name="English">The text in English; <c>{0}</c> stands for the argument.</param>
public sealed record ProblemText(string Russian, string English)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language">The language wanted.</param>
    public string In(ProblemLanguage language) => language == ProblemLanguage.English ? English : Russian;
}
