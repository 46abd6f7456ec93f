metadata description = 'Writes the secrets that are given into the vault. An empty one is left as the vault has it, so a later deployment needs none of them.'

@description('Name of the vault.')
param keyVaultName string

@description('Telegram__BotToken.')
@secure()
param telegramBotToken string

@description('Telegram__WebhookSecret.')
@secure()
param telegramWebhookSecret string

@description('Erp__InboundKeys__0.')
@secure()
param erpInboundKey string

@description('Erp__InboundKeys__1.')
@secure()
param erpSecondInboundKey string

@description('Erp__OutboundKey.')
@secure()
param erpOutboundKey string

@description('Bot__SigningKey.')
@secure()
param botSigningKey string

@description('Bot__EncryptionKey.')
@secure()
param botEncryptionKey string

@description('Bot__FormerEncryptionKey.')
@secure()
param botFormerEncryptionKey string

@description('Google__ClientSecret.')
@secure()
param googleClientSecret string

resource vault 'Microsoft.KeyVault/vaults@2026-05-15' existing = {
  name: keyVaultName
}

// One by one: a loop over secure values would need them in an array, and what an array holds is no longer marked as secure.
resource botToken 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(telegramBotToken)) {
  parent: vault
  name: 'Telegram--BotToken'
  properties: {
    value: telegramBotToken
  }
}

resource webhookSecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(telegramWebhookSecret)) {
  parent: vault
  name: 'Telegram--WebhookSecret'
  properties: {
    value: telegramWebhookSecret
  }
}

resource inboundKey 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(erpInboundKey)) {
  parent: vault
  name: 'Erp--InboundKeys--0'
  properties: {
    value: erpInboundKey
  }
}

resource secondInboundKey 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(erpSecondInboundKey)) {
  parent: vault
  name: 'Erp--InboundKeys--1'
  properties: {
    value: erpSecondInboundKey
  }
}

resource outboundKey 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(erpOutboundKey)) {
  parent: vault
  name: 'Erp--OutboundKey'
  properties: {
    value: erpOutboundKey
  }
}

resource signingKey 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(botSigningKey)) {
  parent: vault
  name: 'Bot--SigningKey'
  properties: {
    value: botSigningKey
  }
}

resource encryptionKey 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(botEncryptionKey)) {
  parent: vault
  name: 'Bot--EncryptionKey'
  properties: {
    value: botEncryptionKey
  }
}

resource formerEncryptionKey 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(botFormerEncryptionKey)) {
  parent: vault
  name: 'Bot--FormerEncryptionKey'
  properties: {
    value: botFormerEncryptionKey
  }
}

resource clientSecret 'Microsoft.KeyVault/vaults/secrets@2026-05-15' = if (!empty(googleClientSecret)) {
  parent: vault
  name: 'Google--ClientSecret'
  properties: {
    value: googleClientSecret
  }
}
