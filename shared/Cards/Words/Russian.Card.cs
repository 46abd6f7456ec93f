using System.Globalization;
using PaymentBot.Approvals;
using PaymentBot.Cards.Formats;

namespace PaymentBot.Cards.Words;

/// <summary>The words on a card in Russian.</summary>
internal sealed class RussianCardWords : ICardWords
{
    public string YourDecisionNeeded => "Нужно ваше решение";

    public string ChooseReason => "Выберите причину отклонения";

    public string WriteReason => "Напишите причину ответом на сообщение бота";

    public string SignedOut => "Этот чат отключён от бота";

    public string SignInAgain => "Решать отсюда нельзя. Чтобы подключиться снова: /login";

    public string NothingToDo => "Решение сохранено и будет передано автоматически.";

    public string DecideAgain => "Решение не учтено. Проверьте заявку и решите ещё раз.";

    public string OverLimit => "Сверх лимита";

    public string Purpose => "Назначение";

    public string Route => "Маршрут";

    public string You => "вы";

    public string YouFirst => "Вы";

    public string Skipped => "этап пропущен";

    public string OpenPrivateChat => "Открыть в личном чате";

    public string Status(RequestStatus status, bool yours) =>
        (status, yours) switch
        {
            (RequestStatus.Approved, true) => "Ваша заявка согласована",
            (RequestStatus.Rejected, true) => "Ваша заявка отклонена",
            (RequestStatus.Withdrawn, true) => "Ваша заявка отозвана",
            (RequestStatus.Paid, true) => "Ваша заявка оплачена",
            (RequestStatus.Approved, false) => "Заявка согласована",
            (RequestStatus.Rejected, false) => "Заявка отклонена",
            (RequestStatus.Withdrawn, false) => "Заявка отозвана",
            (RequestStatus.Paid, false) => "Заявка оплачена",
            (_, true) => "Ваша заявка на согласовании",
            _ => "На согласовании",
        };

    public string RoleInSentence(string role) =>
        role is "Распорядитель бюджета" or "Финансовый менеджер" or "Казначей"
            ? char.ToLowerInvariant(role[0]) + role[1..]
            : role;

    public string YourStageIsLater(string role) => $"Ваш этап впереди: {RoleInSentence(role)}";

    public string Due(string moment) => $"до {moment}";

    public string Handing(DecisionState state, bool retrying) =>
        (state, retrying) switch
        {
            (DecisionState.Confirmed, _) => "ERP приняла решение, ждём обновлённую заявку",
            (_, true) => "ERP пока не отвечает, повторяем отправку",
            (DecisionState.Sent, _) => "Решение передано в ERP, ждём ответа",
            _ => "Передаём решение в ERP…",
        };

    public string YourDecision(DecisionKind kind) => $"Ваше решение: {Verb(kind)}";

    public string DecisionOf(string name, DecisionKind kind) => $"{name}: решение «{Verb(kind)}»";

    public string Progress(DecisionState state) =>
        state switch
        {
            DecisionState.Confirmed => "принято ERP",
            DecisionState.Refused => "ERP не приняла",
            DecisionState.Failed => "не дошло до ERP",
            _ => "передаём в ERP",
        };

    public string Setback(DecisionState state, DecisionKind kind) =>
        state == DecisionState.Refused
            ? $"ERP не приняла ваше решение «{Verb(kind)}»"
            : $"Не удалось передать в ERP ваше решение «{Verb(kind)}»";

    public string? Reason(string code) =>
        code switch
        {
            "documentChanged" => "заявка изменилась после того, как вы её открыли",
            "notYourTurn" => "сейчас не ваш этап",
            "alreadyDecided" => "решение по этому этапу уже есть",
            "closedPeriod" => "период закрыт для изменений",
            "insufficientFunds" => "недостаточно средств",
            "limitExceeded" => "превышен лимит",
            _ => null,
        };

    public string UnknownReason(string code) => $"причина «{code}»";

    public string? Priority(string priority) =>
        priority.ToUpperInvariant() switch
        {
            "" or "NORMAL" or "MEDIUM" => null,
            "HIGH" => "Высокий приоритет",
            "URGENT" or "CRITICAL" => "Срочно",
            "LOW" => "Низкий приоритет",
            _ => $"Приоритет: {priority}",
        };

    public string Fact(CardFact fact, string value) =>
        fact switch
        {
            CardFact.Payee => $"Получатель: {value}",
            CardFact.Inn => $"ИНН {value}",
            CardFact.Account => $"счёт {value}",
            CardFact.Organization => $"Организация: {value}",
            CardFact.Department => $"Подразделение: {value}",
            CardFact.CashFlowItem => $"Статья ДДС: {value}",
            CardFact.Operation => $"Операция: {value}",
            CardFact.DesiredDate => $"Оплатить: {value}",
            _ => $"Инициатор: {value}",
        };

    public string Operation(string operation) =>
        operation switch
        {
            "supplierPayment" => "оплата поставщику",
            "customerRefund" => "возврат клиенту",
            "budgetTransfer" => "перечисление в бюджет",
            "cashAdvance" => "выдача подотчётному лицу",
            "salary" => "выплата зарплаты",
            _ => operation,
        };

    public string Vat(string mode, string known) =>
        mode.ToUpperInvariant() switch
        {
            "NONE" or "" => known.Length == 0 ? "Без НДС" : $"НДС{known}",
            "INCLUDED" => known.Length == 0 ? "НДС включён в сумму" : $"В том числе НДС{known}",
            "ADDED" => $"НДС сверху{known}",
            _ => $"НДС ({mode}){known}",
        };

    public string Document(string number, string day) => $"Заявка {number} от {day}";

    public string StageOf(int position, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"этап {position} из {count}");

    public string Role(string role) =>
        role switch
        {
            "budgetHolder" => "Распорядитель бюджета",
            "financialManager" => "Финансовый менеджер",
            "treasurer" => "Казначей",
            _ => role,
        };

    public string Rule(StageRule rule) =>
        rule.Required switch
        {
            0 => "нужны все",
            1 => "достаточно одного",
            _ => string.Create(CultureInfo.InvariantCulture, $"нужно не менее {rule.Required}"),
        };

    public string MorePeople(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"и ещё {count} {Plural.Russian(count, "человек", "человека", "человек")}"
        );

    public string EarlierStages(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"раньше ещё {count} {Plural.Russian(count, "этап", "этапа", "этапов")}"
        );

    public string LaterStages(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"дальше ещё {count} {Plural.Russian(count, "этап", "этапа", "этапов")}"
        );

    public string MoreDecisions(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"и ещё {count} {Plural.Russian(count, "решение", "решения", "решений")}"
        );

    public string Quoted(string text) => $"«{text}»";

    public string Files(int count) => count == 1 ? "Файл" : "Файлы";

    public string MoreFiles(int count) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"и ещё {count} {Plural.Russian(count, "файл", "файла", "файлов")}"
        );

    public string NotSent(bool tooBig) => tooBig ? "больше 50 МБ, не отправляется" : "пустой, не отправляется";

    public string Button(CardAction action, int files, string amount) =>
        action switch
        {
            CardAction.Approve => "✅ Согласовать",
            CardAction.Reject => "❌ Отклонить",
            CardAction.RejectDocuments => "Не хватает документов",
            CardAction.RejectDetails => "Ошибка в сумме или реквизитах",
            CardAction.RejectBudget => "Нет в бюджете",
            CardAction.RejectTiming => "Не сейчас",
            CardAction.WriteReason => "✍️ Своя причина…",
            CardAction.ApproveWithComment => "💬 Согласовать с комментарием",
            CardAction.ConfirmApprove => $"✅ Да, согласовать {amount}",
            CardAction.CancelReject or CardAction.CancelApprove => "← Назад",
            CardAction.Timeline => "🕓 Ход согласования",
            _ => string.Create(CultureInfo.InvariantCulture, $"📎 Файлы ({files})"),
        };

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

    private static string Verb(DecisionKind kind) => kind == DecisionKind.Approve ? "согласовать" : "отклонить";
}
