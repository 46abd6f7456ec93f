using Microsoft.Extensions.Options;

namespace PaymentBot.Functions.Settings;

[OptionsValidator]
internal sealed partial class DeliverySectionValidator : IValidateOptions<DeliverySection>;
