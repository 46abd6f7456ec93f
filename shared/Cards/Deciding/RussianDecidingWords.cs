using System.Globalization;
using PaymentBot.Approvals;

namespace PaymentBot.Cards.Deciding;

/// <summary>The words about deciding with others in Russian.</summary>
internal sealed class RussianDecidingWords : IDecidingWords
{
    public string WriteComment => "Напишите комментарий ответом на сообщение бота";

    public string AnotherHasToApprove => "Согласовать должен другой человек";

    public string NobodyMayApprove => "Согласовать этот этап некому: нужно изменить маршрут в ERP.";

    public string Confirm(string amount, string payee) => $"Согласовать {amount} получателю {payee}?";

    public string ConfirmAbove(string limit) => $"Сумма больше {limit}, поэтому бот спрашивает ещё раз.";

    public string OwnDecisionTaken(string decision) => $"{decision}, принято ERP";

    public string Agreed(int count, int needed) =>
        string.Create(CultureInfo.InvariantCulture, $"Согласовали {count} из {needed}");

    public string WaitingFor(string names) => $"Ждём: {names}";

    public string WaitingForMore(int count) => string.Create(CultureInfo.InvariantCulture, $"Ждём ещё {count}");

    public string WhyBarred(FourEyesBar bar, string role) =>
        bar is FourEyesBar.OwnRequest
            ? "Это ваша заявка, свои заявки согласует другой человек. Отклонить её вы можете."
            : $"Вы уже согласовали этап «{role}», второй этап согласует другой человек. Отклонить заявку вы можете.";

    public string MayApprove(string names, int count) =>
        count == 1 ? $"Может согласовать: {names}" : $"Могут согласовать: {names}";

    public string Button(CardAction action, string amount) =>
        action switch
        {
            CardAction.ApproveWithComment => "💬 Согласовать с комментарием",
            CardAction.ConfirmApprove => $"✅ Да, согласовать {amount}",
            _ => "← Назад",
        };
}
