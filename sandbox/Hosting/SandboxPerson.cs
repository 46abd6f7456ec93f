using PaymentBot.Sandbox.Erp;
using PaymentBot.Sandbox.Telegram;

namespace PaymentBot.Sandbox.Hosting;

/// <summary>One person: the Telegram user and the ERP user.</summary>
internal sealed record SandboxPerson(TelegramUser Telegram, ErpPerson Erp);
