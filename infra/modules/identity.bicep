metadata description = 'The identity the bot runs as. It has no password: Azure hands its tokens to the function app alone.'

@description('Name of the identity.')
param name string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

@description('Resource id: the function app is given this identity.')
output id string = identity.id

@description('Object id: roles are assigned to it.')
output principalId string = identity.properties.principalId

@description('Client id: the bot and the host ask for tokens by it.')
output clientId string = identity.properties.clientId
