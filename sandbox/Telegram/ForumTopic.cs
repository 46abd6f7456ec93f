namespace PaymentBot.Sandbox.Telegram;

/// <summary>A topic of a forum.</summary>
/// <param name="ThreadId">Its <c>message_thread_id</c>, 2 or more; <see cref="General"/> stands for the General topic.</param>
/// <param name="Name">What it is called.</param>
internal sealed record ForumTopic(long ThreadId, string Name)
{
    /// <summary>The number of the General topic, which no message carries.</summary>
    public const long General = 1;

    /// <summary>Whether only administrators can write in it.</summary>
    public bool Closed { get; init; }
}
