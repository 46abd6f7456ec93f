using Microsoft.Extensions.Options;

namespace PaymentBot.Functions.Settings;

[OptionsValidator]
internal sealed partial class StorageSettingsValidator : IValidateOptions<StorageSettings>;
