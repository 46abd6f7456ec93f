// The values of your bot. Copy this file beside it (production.bicepparam), change the copy, keep the copy under version control: no secret is in it.
// infra/deploy.sh --parameters infra/production.bicepparam
using 'main.bicep'

// The stem of every name: letters and digits, 12 at most.
param baseName = 'paymentbot'

// Where the ERP takes decisions, and its zone. docs/erp.md has the ERP's side. For an ERP that nobody can call: erpMode = 'Pull', and no address.
param erpMode = 'Push'
param erpDecisionUrl = 'https://erp.example.ru/base/hs/paymentbot/decisions'
param erpPeopleUrl = 'https://erp.example.ru/base/hs/paymentbot/people'
param erpTimeZone = 'Europe/Moscow'

// Who gets the alerts.
param alertEmails = [
  'operator@example.ru'
]

// Signing in with Google; docs/google.md makes the client. Leave the client id empty to link people by command line.
param googleClientId = ''
param googleAllowedDomains = [
  'example.ru'
]
param googleWorkspaceOnly = false

// Groups by the key that snapshots of the ERP name them with; chat ids as strings.
param groups = {
  // treasury: '-1001234567890'
}

// The Telegram chat that is told when something needs an operator.
param operatorChatId = ''

// An address of your own; Azure has to know the domain and its certificate first (docs/azure.md, "An address of your own").
// param publicUrl = 'https://bot.example.ru'

// Size. One always-ready instance takes away the cold start and is the largest item of the bill.
param instanceMemoryMB = 2048
param maximumInstanceCount = 40
param alwaysReadyHttpInstances = 0
param httpConcurrencyPerInstance = 32

// Rolling keys: see docs/azure.md, "Changing secrets".
param useSecondInboundKey = false
param useFormerEncryptionKey = false

param tags = {
  environment: 'production'
}

// The rest comes from the environment, under the names the settings have everywhere. A secret that is not given stays as the vault has it.
param operatorPrincipalId = readEnvironmentVariable('PAYMENTBOT_OPERATOR_ID', '')
param telegramBotToken = readEnvironmentVariable('Telegram__BotToken', '')
param telegramWebhookSecret = readEnvironmentVariable('Telegram__WebhookSecret', '')
param erpInboundKey = readEnvironmentVariable('Erp__InboundKeys__0', '')
param erpSecondInboundKey = readEnvironmentVariable('Erp__InboundKeys__1', '')
param erpOutboundKey = readEnvironmentVariable('Erp__OutboundKey', '')
param botSigningKey = readEnvironmentVariable('Bot__SigningKey', '')
param botEncryptionKey = readEnvironmentVariable('Bot__EncryptionKey', '')
param botFormerEncryptionKey = readEnvironmentVariable('Bot__FormerEncryptionKey', '')
param googleClientSecret = readEnvironmentVariable('Google__ClientSecret', '')
