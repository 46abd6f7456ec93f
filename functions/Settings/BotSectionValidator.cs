using Microsoft.Extensions.Options;
using PaymentBot.Bot.Settings;

namespace PaymentBot.Functions.Settings;

[OptionsValidator]
internal sealed partial class BotSectionValidator : IValidateOptions<BotSection>;
