using PaymentBot.Bot.SignIn;
using PaymentBot.Cards;

namespace PaymentBot.Functions.SignIn.Pages;

/// <summary>The pages in Russian.</summary>
internal sealed class RussianPageTexts : IPageTexts
{
    /// <inheritdoc />
    public Language Language => Language.Russian;

    /// <inheritdoc />
    public string ContinueTitle => "Остался один шаг";

    /// <inheritdoc />
    public string ContinueLead => "Google подтвердил вашу почту. Этот Telegram действительно ваш?";

    /// <inheritdoc />
    public string TelegramLabel => "Telegram, который просит о входе";

    /// <inheritdoc />
    public string MailboxLabel => "Ваша почта";

    /// <inheritdoc />
    public string NoUsername => "без @имени";

    /// <inheritdoc />
    public string ContinueWarning =>
        "Если вы сами не писали боту /login или это не ваш Telegram, нажмите «Это не я»: возможно, кто-то хочет согласовывать платежи "
        + "от вашего имени.";

    /// <inheritdoc />
    public string FinishButton => "Завершить в Telegram";

    /// <inheritdoc />
    public string QrHint => "На этом устройстве нет Telegram? Наведите камеру телефона.";

    /// <inheritdoc />
    public string QrLabel => "QR-код, который открывает бота в Telegram";

    /// <inheritdoc />
    public string CodeLifetime =>
        "Пока вы не нажмёте Start в Telegram, ничего не подключено. Ссылка действует один раз, пять минут.";

    /// <inheritdoc />
    public string DenyButton => "Это не я";

    /// <inheritdoc />
    public string DeniedTitle => "Вход остановлен";

    /// <inheritdoc />
    public string DeniedLead =>
        "Ссылка больше не действует, никто не получил доступ от вашего имени. Случай записан для администраторов бота.";

    /// <inheritdoc />
    public string DeniedAdvice =>
        "Если ссылку вам прислали, покажите это сообщение службе безопасности. Страницу можно закрыть.";

    /// <inheritdoc />
    public string EmbeddedTitle => "Откройте в браузере";

    /// <inheritdoc />
    public string EmbeddedWhy => "Google не разрешает входить в окне внутри другого приложения.";

    /// <inheritdoc />
    public IReadOnlyList<string> EmbeddedSteps =>
        [
            "Откройте меню этого окна: ⋮, … или компас.",
            "Выберите «Открыть в браузере», «Открыть в Chrome» или «Открыть в Safari».",
            "Такой строки нет? Вернитесь к боту, нажмите на кнопку и удерживайте её, скопируйте ссылку и вставьте её в браузер.",
        ];

    /// <inheritdoc />
    public string EmbeddedAddress => "Или скопируйте адрес. Он только для вас, никому его не передавайте:";

    /// <inheritdoc />
    public string EmbeddedAnyway => "Это уже мой браузер: продолжить здесь";

    /// <inheritdoc />
    public RefusalText Refused(Refusal refusal) => RussianRefusals.Of(refusal);

    /// <inheritdoc />
    public string AllowedDomains(IReadOnlyList<string> domains) =>
        $"Выберите аккаунт в домене {string.Join(" или ", domains)}.";
}
