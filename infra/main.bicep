targetScope = 'resourceGroup'

metadata name = 'PaymentBot'
metadata description = 'Everything PaymentBot needs to live behind the Azure Functions host: plan, site, identity, storage, secrets, monitoring and alerts.'

// ---------------------------------------------------------------------------------------------------------------- names and place

@description('The stem of every name, letters and digits. A suffix made from the resource group keeps the names unique in the world.')
@minLength(3)
@maxLength(12)
param baseName string = 'paymentbot'

@description('The region of everything. It has to offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string = resourceGroup().location

@description('Tags of every resource, beside "application".')
param tags object = {}

// ---------------------------------------------------------------------------------------------------------------- size

@description('Memory of one instance in MB. 2048 comes with a whole core; 512 has a quarter of one and starts more slowly.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('The most instances that run at once, over all functions. Telegram takes 30 messages a second however many there are.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that always wait for HTTP calls. 1 or more takes the cold start off the first tap of the morning and costs around the clock; 0 costs nothing at rest.')
@minValue(0)
@maxValue(20)
param alwaysReadyHttpInstances int = 0

@description('HTTP calls one instance answers at once before another one is started.')
@minValue(1)
@maxValue(1000)
param httpConcurrencyPerInstance int = 32

@description('Copies of the data: in one building (LRS), in three zones (ZRS), or in a second region as well (GRS, GZRS). Not every region has zones.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_LRS'

// ---------------------------------------------------------------------------------------------------------------- settings of the bot

@description('Bot__PublicUrl: the https address Telegram and browsers reach the bot under, without a slash at the end. Empty: the address Azure gives.')
param publicUrl string = ''

@description('Bot__DefaultLanguage: the language of groups, and of people whose language is unknown.')
@allowed([
  'ru'
  'en'
])
param defaultLanguage string = 'ru'

@description('Bot__OperatorChatId: the Telegram chat that is told when something needs an operator. Empty: none.')
param operatorChatId string = ''

@description('Erp__Mode: whether decisions are posted to the ERP (Push), or wait until it fetches them (Pull).')
@allowed([
  'Push'
  'Pull'
])
param erpMode string = 'Push'

@description('Erp__DecisionUrl: the address of the ERP that takes decisions. Empty for an ERP that fetches them.')
param erpDecisionUrl string = ''

@description('Erp__PeopleUrl: the address of the ERP that knows a person by e-mail. Empty: the ERP announces its people itself.')
param erpPeopleUrl string = ''

@description('Erp__TimeZone: the zone of times without an offset and of the times on cards, by its IANA name.')
@minLength(3)
param erpTimeZone string

@description('Google__ClientId: the client of the Google application. Empty: nobody signs in, and "paymentbot link" makes the links.')
param googleClientId string = ''

@description('Google__AllowedDomains: the domains whose mailboxes may sign in, each one whole.')
param googleAllowedDomains string[] = []

@description('Google__WorkspaceOnly: whether only accounts of a Google Workspace of an allowed domain sign in.')
param googleWorkspaceOnly bool = false

@description('Groups: chat ids as strings, by the key an ERP snapshot names them with.')
param groups object = {}

@description('Settings that hardly anybody changes, by their names in docs/settings.md, such as Delivery__FilesGraceSeconds. No secrets: they would be readable in the portal.')
param additionalSettings object = {}

// ---------------------------------------------------------------------------------------------------------------- secrets; empty keeps what the vault holds

@description('Telegram__BotToken: the token from @BotFather. Empty: the vault keeps the one it has.')
@secure()
param telegramBotToken string = ''

@description('Telegram__WebhookSecret: 16 to 256 of A-Za-z0-9_-; Telegram sends it with every update. Empty: the vault keeps the one it has.')
@secure()
param telegramWebhookSecret string = ''

@description('Erp__InboundKeys__0: the whsec_ key the ERP signs with. Empty: the vault keeps the one it has.')
@secure()
param erpInboundKey string = ''

@description('Erp__InboundKeys__1: the second key of the ERP while the first is rolled. Empty: the vault keeps the one it has.')
@secure()
param erpSecondInboundKey string = ''

@description('Erp__OutboundKey: the whsec_ key the bot signs with. Empty: the vault keeps the one it has.')
@secure()
param erpOutboundKey string = ''

@description('Bot__SigningKey: 32 random bytes in base64; signs the buttons. Empty: the vault keeps the one it has.')
@secure()
param botSigningKey string = ''

@description('Bot__EncryptionKey: 32 random bytes in base64; encrypts the refresh tokens of Google. Empty: the vault keeps the one it has.')
@secure()
param botEncryptionKey string = ''

@description('Bot__FormerEncryptionKey: the encryption key before, until "paymentbot keys rotate" has run. Empty: the vault keeps the one it has.')
@secure()
param botFormerEncryptionKey string = ''

@description('Google__ClientSecret: the secret of the Google application. Empty: the vault keeps the one it has.')
@secure()
param googleClientSecret string = ''

@description('Whether the bot takes two keys of the ERP: true while Erp__InboundKeys__1 is in the vault and in use.')
param useSecondInboundKey bool = false

@description('Whether the bot still reads what the former encryption key sealed: true until "paymentbot keys rotate" has run.')
param useFormerEncryptionKey bool = false

@description('Takes back a deleted vault of the same name instead of making a new one. True once, after the resource group was removed and is made anew within 90 days.')
param recoverKeyVault bool = false

// ---------------------------------------------------------------------------------------------------------------- operation

@description('Object id of the person or group that runs the commands of the bot. Gets to read the secrets and to work on the data. Empty: nobody does.')
param operatorPrincipalId string = ''

@description('What operatorPrincipalId is.')
@allowed([
  'User'
  'Group'
  'ServicePrincipal'
])
param operatorPrincipalType string = 'User'

@description('Mail addresses that get the alerts.')
@minLength(1)
param alertEmails string[]

@description('Days that logs are kept. 31 are included in the price of taking them in.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 31

@description('The most GB of logs a day; what comes after is lost, and the alerts that read logs are blind until the next day. -1: no limit.')
@minValue(-1)
@maxValue(100)
param logDailyQuotaGb int = 2

@description('Which calls of the storage account go to the logs. StorageRead is one line for every poll of a queue, and StorageWrite several for every card: look at the price first.')
param storageLogCategories string[] = [
  'StorageDelete'
]

@description('Whether every line of the Functions host goes to the logs a second time, past Application Insights. To be switched on when Application Insights stays empty.')
param logsOfHost bool = false

@description('Days that deleted blobs and containers can be brought back.')
@minValue(7)
@maxValue(90)
param deletedKeptDays int = 30

// ---------------------------------------------------------------------------------------------------------------- resources

var suffix = uniqueString(resourceGroup().id)
var functionAppName = 'func-${toLower(baseName)}-${suffix}'
var storageAccountName = 'st${toLower(take(baseName, 9))}${suffix}'
var keyVaultName = 'kv-${toLower(take(baseName, 7))}-${suffix}'
var identityName = 'id-${baseName}-${suffix}'
var applicationInsightsName = 'appi-${baseName}-${suffix}'
var allTags = union(tags, { application: 'PaymentBot' })
var botUrl = empty(publicUrl) ? 'https://${functionAppName}.azurewebsites.net' : publicUrl
var signsIn = !empty(googleClientId)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: identityName
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: 'log-${baseName}-${suffix}'
    applicationInsightsName: applicationInsightsName
    location: location
    tags: allTags
    retentionInDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: storageAccountName
    location: location
    tags: allTags
    sku: storageSku
    deletedKeptDays: deletedKeptDays
    workspaceId: monitoring.outputs.workspaceId
    logCategories: storageLogCategories
  }
}

module keyVault 'modules/keyvault.bicep' = {
  name: 'keyvault'
  params: {
    name: keyVaultName
    location: location
    tags: allTags
    recover: recoverKeyVault
    workspaceId: monitoring.outputs.workspaceId
  }
}

// Names of resources are handed to modules as they are made here, not as outputs: only then can what-if look into the modules.
module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  params: {
    keyVaultName: keyVaultName
    telegramBotToken: telegramBotToken
    telegramWebhookSecret: telegramWebhookSecret
    erpInboundKey: erpInboundKey
    erpSecondInboundKey: erpSecondInboundKey
    erpOutboundKey: erpOutboundKey
    botSigningKey: botSigningKey
    botEncryptionKey: botEncryptionKey
    botFormerEncryptionKey: botFormerEncryptionKey
    googleClientSecret: googleClientSecret
  }
  dependsOn: [
    keyVault
  ]
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    storageAccountName: storageAccountName
    keyVaultName: keyVaultName
    applicationInsightsName: applicationInsightsName
    identityName: identityName
    principalId: identity.outputs.principalId
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
  }
  dependsOn: [
    storage
    keyVault
    monitoring
  ]
}

module settings 'modules/settings.bicep' = {
  name: 'settings'
  params: {
    keyVaultUri: keyVault.outputs.uri
    storageAccountName: storage.outputs.name
    identityClientId: identity.outputs.clientId
    applicationInsightsConnectionString: monitoring.outputs.applicationInsightsConnectionString
    publicUrl: botUrl
    defaultLanguage: defaultLanguage
    operatorChatId: operatorChatId
    erpMode: erpMode
    erpDecisionUrl: erpDecisionUrl
    erpPeopleUrl: erpPeopleUrl
    erpTimeZone: erpTimeZone
    useSecondInboundKey: useSecondInboundKey
    useFormerEncryptionKey: useFormerEncryptionKey
    googleClientId: googleClientId
    googleAllowedDomains: googleAllowedDomains
    googleWorkspaceOnly: googleWorkspaceOnly
    groups: groups
    additionalSettings: additionalSettings
  }
}

module functionApp 'modules/functionapp.bicep' = {
  name: 'functionapp'
  params: {
    name: functionAppName
    planName: 'plan-${baseName}-${suffix}'
    location: location
    tags: allTags
    identityId: identity.outputs.id
    deploymentContainerUri: storage.outputs.deploymentContainerUri
    settings: settings.outputs.values
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttpInstances: alwaysReadyHttpInstances
    httpConcurrencyPerInstance: httpConcurrencyPerInstance
    workspaceId: monitoring.outputs.workspaceId
    logsOfHost: logsOfHost
  }
  dependsOn: [
    roles
    secrets
  ]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    baseName: baseName
    location: location
    tags: allTags
    emails: alertEmails
    workspaceId: monitoring.outputs.workspaceId
    functionAppName: functionApp.outputs.name
    queueServiceId: storage.outputs.queueServiceId
  }
}

module workbook 'modules/workbook.bicep' = {
  name: 'workbook'
  params: {
    displayName: '${baseName}: queues, calls, errors'
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
  }
}

// ---------------------------------------------------------------------------------------------------------------- what the next step needs

@description('Name of the function app: the package is deployed to it.')
output functionAppName string = functionApp.outputs.name

@description('Host name that Azure gave the function app.')
output defaultHostName string = functionApp.outputs.defaultHostName

@description('Bot__PublicUrl as the bot has it.')
output publicUrl string = botUrl

@description('Where Telegram sends updates; "paymentbot webhook set" tells it.')
output webhookUrl string = '${botUrl}/api/telegram/webhook'

@description('The redirect address to enter at the Google client.')
output googleRedirectUrl string = '${botUrl}/api/oauth/callback'

@description('Where the ERP posts its requests.')
output erpNotifyUrl string = '${botUrl}/api/erp/notify'

@description('Whether people sign in with Google.')
output signsIn bool = signsIn

@description('Name of the storage account: AzureWebJobsStorage__accountName.')
output storageAccountName string = storage.outputs.name

@description('Name of the key vault with the secrets.')
output keyVaultName string = keyVault.outputs.name

@description('Client id of the identity the bot runs as: AzureWebJobsStorage__clientId.')
output identityClientId string = identity.outputs.clientId

@description('Name of the Log Analytics workspace that all logs go to.')
output workspaceName string = monitoring.outputs.workspaceName

@description('Name of the Application Insights resource.')
output applicationInsightsName string = monitoring.outputs.applicationInsightsName

@description('Resource id of the workbook.')
output workbookId string = workbook.outputs.id
