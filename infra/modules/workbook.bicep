metadata description = 'The workbook: what to look at first.'

@description('Name people see in the portal.')
param displayName string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Resource id of the workspace its queries read.')
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: displayName
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../workbook.json')
  }
}

@description('Resource id of the workbook.')
output id string = workbook.id
