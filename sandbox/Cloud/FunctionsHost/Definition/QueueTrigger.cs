namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>A function that gets the messages of a queue.</summary>
/// <param name="Binding">The name of its data in the envelope.</param>
/// <param name="QueueName">The queue.</param>
/// <param name="Connection">The name of the app setting that leads to the storage account.</param>
/// <param name="Binary">The text comes as base64 of its bytes and none of its properties are copied: <c>dataType</c> binary.</param>
internal sealed record QueueTrigger(string Binding, string QueueName, string Connection, bool Binary);
