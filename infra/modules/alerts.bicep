metadata description = 'When a person has to look, and what that person should do. Each description travels in the mail.'

@description('Stem of the names.')
param baseName string

@description('Region.')
param location string

@description('Tags.')
param tags object

@description('Mail addresses that get the alerts.')
param emails string[]

@description('Resource id of the workspace the queries read.')
param workspaceId string

@description('Name of the function app, for the descriptions.')
param functionAppName string

@description('Resource id of the queue service of the storage account.')
param queueServiceId string

// Log queries where no metric tells what is needed: the storage account counts messages once an hour and over all queues together, and Flex Consumption has
// no metric of answers by status. The Functions host writes one request for every call of a function, and a trace when it gives a message up.
var rules = [
  {
    name: 'poison-message'
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    resolves: false
    split: 'Queue'
    what: 'A message was given up after five attempts and lies in a poison queue. Something was not done: a card, or a decision that the ERP has not heard of. Look with "paymentbot poison list" (docs/azure.md, "Poison"), mend the cause, then "paymentbot poison replay". Close the alert afterwards; it does not close itself.'
    query: '''
AppTraces
| where Message startswith "Message has reached MaxDequeueCount"
| extend Queue = extract("queue '([^']+)'", 1, Message)
| project TimeGenerated, Queue, Message
'''
  }
  {
    name: 'queue-age'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 0
    resolves: true
    split: 'Queue'
    what: 'Messages waited more than 15 minutes before a function took them. Cards and decisions are late. Look at the workbook: if functions fail, mend that; if all instances are busy, raise maximumInstanceCount; if instances were killed lately, wait: their messages come back within ten minutes.'
    query: '''
AppTraces
| where Message startswith "Trigger Details: MessageId"
| extend Inserted = todatetime(extract("InsertionTime: ([^,]+)", 1, Message)), Queue = OperationName
| where TimeGenerated - Inserted > 15m
| project TimeGenerated, Queue, Inserted
'''
  }
  {
    name: 'webhook-failing'
    severity: 1
    every: 'PT5M'
    window: 'PT10M'
    operator: 'GreaterThan'
    threshold: 2
    resolves: true
    split: ''
    what: 'Calls of Telegram end in an error of the bot, so taps go unanswered. Telegram repeats them. Run "paymentbot doctor": storage or settings are the usual causes. The exceptions are in the workbook under "Errors". Right after a deployment, go back to the former package (docs/azure.md, "Rollback").'
    query: '''
AppRequests
| where Name == "TelegramWebhook" and (toint(ResultCode) >= 500 or toint(ResultCode) == 0)
| project TimeGenerated, ResultCode, DurationMs
'''
  }
  {
    name: 'webhook-refused'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 20
    resolves: true
    split: ''
    what: 'Calls of the webhook carry a wrong secret. If "paymentbot webhook info" tells of 401, Telegram and the vault disagree: infra/deploy.sh --from webhook sets it again. If Telegram is content, a stranger is knocking; nothing of it gets in.'
    query: '''
AppRequests
| where Name == "TelegramWebhook" and ResultCode == "401"
| project TimeGenerated
'''
  }
  {
    name: 'http-5xx'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 5
    resolves: true
    split: 'Function'
    what: 'HTTP calls other than those of Telegram end in 5xx: the ERP (ErpNotify, ErpPeople, ErpRequest, ErpAttachment) or people who sign in (OAuthStart, OAuthCallback). The ERP repeats its calls, people do not. Run "paymentbot doctor", look at the exceptions in the workbook.'
    query: '''
AppRequests
| where toint(ResultCode) >= 500 and Name != "TelegramWebhook"
| project TimeGenerated, Function = Name, ResultCode
'''
  }
  {
    name: 'function-failing'
    severity: 3
    every: 'PT15M'
    window: 'PT15M'
    operator: 'GreaterThan'
    threshold: 10
    resolves: true
    split: 'Function'
    what: 'A function of a queue or timer fails again and again. Its messages are tried five times, then they are poison. SubmitDecision: is the ERP up? Deliver: is Telegram reachable? The exceptions are in the workbook under "Errors".'
    query: '''
AppRequests
| where Name in ("FanOut", "Deliver", "SubmitDecision", "Housekeeping") and Success == false
| project TimeGenerated, Function = Name
'''
  }
  {
    name: 'silence'
    severity: 1
    every: 'PT30M'
    window: 'PT3H'
    operator: 'LessThan'
    threshold: 1
    resolves: true
    split: ''
    what: 'The hourly function Housekeeping has not run for three hours: the bot does not start, or its logs do not arrive. Look at the log stream of the function app and at its settings: a reference to the vault that is not resolved stops the start. Then run "paymentbot doctor". Expected once within the first hours of a new bot.'
    query: '''
AppRequests
| where Name == "Housekeeping"
'''
  }
]

resource mails 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${baseName}'
  location: 'Global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: take(baseName, 12)
    emailReceivers: [
      for email in emails: {
        name: email
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for rule in rules: {
    name: '${baseName}-${rule.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: '${baseName}: ${rule.name}'
      description: '${rule.what} Function app: ${functionAppName}.'
      enabled: true
      severity: rule.severity
      scopes: [
        workspaceId
      ]
      evaluationFrequency: rule.every
      windowSize: rule.window
      autoMitigate: rule.resolves
      muteActionsDuration: rule.resolves ? null : 'PT1H'
      // The tables appear with their first row; before that the check of the query would fail the deployment.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: rule.operator
            threshold: rule.threshold
            dimensions: empty(rule.split)
              ? []
              : [
                  {
                    name: rule.split
                    operator: 'Include'
                    values: [
                      '*'
                    ]
                  }
                ]
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: [
          mails.id
        ]
      }
    }
  }
]

resource queueLength 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: '${baseName}-queue-length'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than 1000 messages lie in the queues, poison queues included, and nobody takes them: the bot is down, or slower than what comes in. Azure counts once an hour. Look at the workbook for functions that fail, and at "paymentbot poison list". Function app: ${functionAppName}.'
    enabled: true
    severity: 2
    scopes: [
      queueServiceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'messages'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts/queueServices'
          metricName: 'QueueMessageCount'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 1000
        }
      ]
    }
    actions: [
      {
        actionGroupId: mails.id
      }
    ]
  }
}
