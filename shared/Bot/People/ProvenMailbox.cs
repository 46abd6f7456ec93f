using PaymentBot.Approvals;
using PaymentBot.Erp.People;

namespace PaymentBot.Bot.People;

/// <summary>Whose mailbox a browser proved to own.</summary>
/// <param name="Email">The mailbox.</param>
/// <param name="ErpId">The ERP person it belongs to.</param>
/// <param name="PersonName">The ERP's name of that person.</param>
/// <param name="RefreshToken">Google's refresh token, bound to <see cref="LoginTicket.SealedFor"/> of the ticket, or null when Google gave none.</param>
public sealed record ProvenMailbox(EmailAddress Email, ErpId ErpId, string PersonName, SealedSecret? RefreshToken);
