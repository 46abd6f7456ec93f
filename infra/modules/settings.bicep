metadata description = 'The app settings: the names of local.settings.sample.json. Secrets are references to the vault, never values.'

@description('Address of the vault, with a slash at the end.')
param keyVaultUri string

@description('Name of the storage account.')
param storageAccountName string

@description('Client id of the identity the bot runs as.')
param identityClientId string

@description('Where telemetry goes.')
param applicationInsightsConnectionString string

@description('Bot__PublicUrl.')
param publicUrl string

@description('Bot__DefaultLanguage.')
param defaultLanguage string

@description('Bot__OperatorChatId; empty for none.')
param operatorChatId string

@description('Erp__Mode.')
param erpMode string

@description('Erp__DecisionUrl; empty when the ERP fetches its decisions.')
param erpDecisionUrl string

@description('Erp__PeopleUrl; empty for none.')
param erpPeopleUrl string

@description('Erp__TimeZone.')
param erpTimeZone string

@description('Whether Erp__InboundKeys__1 is in use.')
param useSecondInboundKey bool

@description('Whether Bot__FormerEncryptionKey is in use.')
param useFormerEncryptionKey bool

@description('Google__ClientId; empty when nobody signs in.')
param googleClientId string

@description('Google__AllowedDomains.')
param googleAllowedDomains string[]

@description('Google__WorkspaceOnly.')
param googleWorkspaceOnly bool

@description('Groups: chat ids by key.')
param groups object

@description('Further settings by name. Those above win.')
param additionalSettings object

// Without a version: Azure looks for a newer one every 24 hours, and at once when the app settings change.
var vaultReference = '@Microsoft.KeyVault(SecretUri=${keyVaultUri}secrets'

var always = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  Storage__Provider: 'AzureStorage'
  Telegram__Updates: 'Webhook'
  Telegram__BotToken: '${vaultReference}/Telegram--BotToken)'
  Telegram__WebhookSecret: '${vaultReference}/Telegram--WebhookSecret)'
  Erp__InboundKeys__0: '${vaultReference}/Erp--InboundKeys--0)'
  Erp__OutboundKey: '${vaultReference}/Erp--OutboundKey)'
  Erp__Mode: erpMode
  Erp__TimeZone: erpTimeZone
  Bot__PublicUrl: publicUrl
  Bot__DefaultLanguage: defaultLanguage
  Bot__SigningKey: '${vaultReference}/Bot--SigningKey)'
}

var secondInboundKey = useSecondInboundKey ? { Erp__InboundKeys__1: '${vaultReference}/Erp--InboundKeys--1)' } : {}

var formerEncryptionKey = useFormerEncryptionKey
  ? { Bot__FormerEncryptionKey: '${vaultReference}/Bot--FormerEncryptionKey)' }
  : {}

var decisionAddress = empty(erpDecisionUrl) ? {} : { Erp__DecisionUrl: erpDecisionUrl }

var peopleAddress = empty(erpPeopleUrl) ? {} : { Erp__PeopleUrl: erpPeopleUrl }

var operatorChat = empty(operatorChatId) ? {} : { Bot__OperatorChatId: operatorChatId }

var google = empty(googleClientId)
  ? {}
  : {
      Google__ClientId: googleClientId
      Google__ClientSecret: '${vaultReference}/Google--ClientSecret)'
      Google__WorkspaceOnly: googleWorkspaceOnly ? 'true' : 'false'
      Bot__EncryptionKey: '${vaultReference}/Bot--EncryptionKey)'
    }

var domains = empty(googleClientId)
  ? {}
  : toObject(
      range(0, length(googleAllowedDomains)),
      index => 'Google__AllowedDomains__${index}',
      index => googleAllowedDomains[index]
    )

var groupChats = toObject(items(groups), group => 'Groups__${group.key}', group => string(group.value))

@description('All app settings by name. They replace whatever the function app had.')
output values object = union(
  additionalSettings,
  always,
  secondInboundKey,
  formerEncryptionKey,
  decisionAddress,
  peopleAddress,
  operatorChat,
  google,
  domains,
  groupChats
)
