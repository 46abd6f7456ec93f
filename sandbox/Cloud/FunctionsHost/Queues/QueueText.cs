using System.Text;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>Between the text in a queue and the envelope that the handler gets.</summary>
internal static class QueueText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a message, or null when its text is not in the encoding of host.json.</summary>
    public static byte[]? Decode(string text, QueuesSettings settings)
    {
        if (!settings.Base64)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>The envelope of a message, or null when its bytes are no UTF-8 and the function wants a text.</summary>
    public static Envelope? Wrap(
        string function,
        QueueTrigger trigger,
        QueueServiceMessage message,
        byte[] bytes,
        DateTimeOffset now
    )
    {
        var envelope = new Envelope(function);
        if (trigger.Binary)
        {
            return AddMetadata(envelope.AddData(trigger.Binding, WireValue.Bytes(bytes)), message).AddSystem(now);
        }

        if (Text(bytes) is not { } text)
        {
            return null;
        }

        AddMetadata(envelope.AddData(trigger.Binding, WireValue.Text(text)), message);
        foreach (var (name, json) in MessageProperties.Of(text))
        {
            envelope.AddMetadata(name, json);
        }

        return envelope.AddSystem(now);
    }

    private static Envelope AddMetadata(Envelope envelope, QueueServiceMessage message)
    {
        envelope
            .AddMetadata("DequeueCount", WireValue.Number((int)message.DequeueCount))
            .AddMetadata("Id", WireValue.Text(message.MessageId))
            .AddMetadata("PopReceipt", WireValue.Text(message.PopReceipt));
        AddMoment(envelope, "ExpirationTime", message.ExpiresOn);
        AddMoment(envelope, "InsertionTime", message.InsertedOn);
        AddMoment(envelope, "NextVisibleTime", message.NextVisibleOn);
        return envelope;
    }

    private static void AddMoment(Envelope envelope, string name, DateTimeOffset? moment)
    {
        if (moment is { } value)
        {
            envelope.AddMetadata(name, WireValue.Moment(value));
        }
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
