namespace PaymentBot.Sandbox.Google;

/// <summary>The words of the authorisation page in one language.</summary>
internal sealed record GoogleWords
{
    public static readonly GoogleWords Russian = new()
    {
        Title = "Выберите аккаунт",
        Lead = "PaymentBot узнает ваше имя и адрес почты.",
        Other = "Другой аккаунт",
        Next = "Далее",
        Cancel = "Отмена",
        Blocked = "Вход невозможен",
        Error = "Ошибка",
        StandIn = "Это учебная замена страницы Google. Пароль не нужен.",
        Disabled = "Аккаунт отключён администратором.",
    };

    public static readonly GoogleWords English = new()
    {
        Title = "Choose an account",
        Lead = "PaymentBot will learn your name and e-mail address.",
        Other = "Another account",
        Next = "Next",
        Cancel = "Cancel",
        Blocked = "Access blocked",
        Error = "Error",
        StandIn = "This is a stand-in for Google's page. No password is needed.",
        Disabled = "The administrator has disabled this account.",
    };

    public required string Title { get; init; }

    public required string Lead { get; init; }

    public required string Other { get; init; }

    public required string Next { get; init; }

    public required string Cancel { get; init; }

    public required string Blocked { get; init; }

    public required string Error { get; init; }

    public required string StandIn { get; init; }

    public required string Disabled { get; init; }
}
