using PaymentBot.Erp.People;

namespace PaymentBot.Tests.Identity;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("anna@example.ru", "anna@example.ru")]
    [InlineData("Anna.Petrova@EXAMPLE.ru", "anna.petrova@example.ru")]
    [InlineData("o'brien&sons@example.co.uk", "o'brien&sons@example.co.uk")]
    [InlineData("анна@пример.рф", null)]
    [InlineData("anna@пример.рф", "anna@xn--e1afmkfd.xn--p1ai")]
    [InlineData("anna@ПРИМЕР.РФ", "anna@xn--e1afmkfd.xn--p1ai")]
    [InlineData("anna@XN--E1AFMKFD.xn--p1ai", "anna@xn--e1afmkfd.xn--p1ai")]
    public void Address_has_one_form(string text, string? expected) =>
        Assert.Equal(expected, EmailAddress.Parse(text)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("anna")]
    [InlineData("@example.ru")]
    [InlineData("anna@")]
    [InlineData("anna@evil.com@example.ru")]
    [InlineData("anna @example.ru")]
    [InlineData(" anna@example.ru")]
    [InlineData("anna@example.ru ")]
    [InlineData("anna@example.ru\n")]
    [InlineData("anna\r\nBcc: x@example.ru")]
    [InlineData("\"anna\"@example.ru")]
    [InlineData("<anna@example.ru>")]
    [InlineData(".anna@example.ru")]
    [InlineData("an..na@example.ru")]
    [InlineData("anna@example.ru.")]
    [InlineData("anna@.ru")]
    [InlineData("anna@example..ru")]
    [InlineData("anna@exa_mple.ru")]
    [InlineData("anna@-example.ru")]
    [InlineData("anna@[127.0.0.1]")]
    [InlineData("аnna@example.ru")]
    [InlineData("anna\u0000@example.ru")]
    [InlineData("anna@example\u200b.ru")]
    [InlineData("anna@example.ru\u0000.evil.com")]
    public void Text_that_is_no_certain_address_is_none(string? text) => Assert.Null(EmailAddress.Parse(text));

    [Theory]
    [InlineData("anna@ｅｘａｍｐｌｅ.ru")]
    [InlineData("anna@example。ru")]
    [InlineData("anna@exampl\u0435\u0301.ru")]
    [InlineData("anna@и\u0306ога.рф")]
    [InlineData("anna@ℯxample.ru")]
    public void Domain_that_would_have_to_be_normalized_is_refused(string text) =>
        Assert.Null(EmailAddress.Parse(text));

    [Theory]
    [InlineData("anna@ромашкa.рф")]
    [InlineData("anna@рοмашка.рф")]
    [InlineData("anna@pomaшка.рф")]
    [InlineData("anna@ромашка.рф.evil.com")]
    [InlineData("anna@evilромашка.рф")]
    [InlineData("anna@мой.ромашка.рф")]
    public void Domain_that_looks_alike_is_another_one(string text)
    {
        var genuine = EmailAddress.Parse("anna@ромашка.рф");

        Assert.NotNull(genuine);
        Assert.NotEqual(genuine.Domain, EmailAddress.Parse(text)?.Domain);
    }

    [Theory]
    [InlineData("anna+bank@example.ru")]
    [InlineData("an.na@example.ru")]
    [InlineData("anna@example.ru.evil.com")]
    [InlineData("anna@sub.example.ru")]
    [InlineData("anna@examp1e.ru")]
    public void Mailbox_that_differs_by_more_than_case_is_another_one(string text)
    {
        Assert.NotNull(EmailAddress.Parse(text));
        Assert.NotEqual(EmailAddress.Parse("anna@example.ru"), EmailAddress.Parse(text));
    }

    [Fact]
    public void Address_is_at_most_254_characters_long()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 3)) + ".example";
        var local = new string('a', EmailAddress.MaxLength - domain.Length - 1);

        Assert.Equal(EmailAddress.MaxLength, EmailAddress.Parse($"{local}@{domain}")?.Value.Length);
        Assert.Null(EmailAddress.Parse($"{local}a@{domain}"));
        Assert.Null(EmailAddress.Parse($"{new string('a', 65)}@example.ru"));
    }

    [Fact]
    public void Address_that_gets_too_long_in_ASCII_is_none()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('ж', 50), 4)) + ".рф";

        Assert.True(domain.Length < EmailAddress.MaxLength);
        Assert.Null(EmailAddress.Parse($"{new string('a', 40)}@{domain}"));
    }

    [Fact]
    public void Address_does_not_get_into_a_log_by_itself() =>
        Assert.Equal("*@example.ru", $"{EmailAddress.Parse("anna@example.ru")}");
}
