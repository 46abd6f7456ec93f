using Microsoft.Extensions.Options;

namespace PaymentBot.Functions.Settings;

[OptionsValidator]
internal sealed partial class ErpSettingsValidator : IValidateOptions<ErpSettings>;
