using System.CommandLine;
using System.Globalization;
using PaymentBot.Storage;

namespace PaymentBot.Functions.Commands;

/// <summary><c>poison list|replay|drop</c>: the messages that were given up.</summary>
internal static class PoisonCommand
{
    private const int MostListed = 100;

    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new("poison", "The queue messages that were given up after five attempts.")
        {
            CreateList(),
            CreateChange(
                "replay",
                "Puts a message back as if new.",
                (receiver, queue, id, cancellationToken) => receiver.ReplayPoisonAsync(queue, id, cancellationToken)
            ),
            CreateChange(
                "drop",
                "Removes a message for good.",
                (receiver, queue, id, cancellationToken) => receiver.DropPoisonAsync(queue, id, cancellationToken)
            ),
        };

    private static Command CreateList()
    {
        var command = new Command("list", "Lists them: queue, id, attempts, when, and the message itself.");
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var receiver = services.GetRequiredService<IQueueReceiver>();
                foreach (var queue in Enum.GetValues<QueueName>())
                {
                    await ListAsync(receiver, queue, output, cancellationToken);
                }

                return 0;
            }
        );
        return command;
    }

    private static async Task ListAsync(
        IQueueReceiver receiver,
        QueueName queue,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        foreach (var message in await receiver.ListPoisonAsync(queue, MostListed, cancellationToken))
        {
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NameOf(queue)}\t{message.Id}\t{message.DequeueCount}\t{message.PoisonedAt.UtcDateTime:yyyy-MM-dd HH:mm}\t{message.Body}"
                )
            );
        }
    }

    private static Command CreateChange(
        string name,
        string description,
        Func<IQueueReceiver, QueueName, string, CancellationToken, ValueTask<bool>> change
    )
    {
        var id = new Argument<string>("id")
        {
            Description = "The message's id, as the list shows it; 'all' for every one.",
        };
        var command = new Command(name, description) { id };
        command.RunsWithBot(
            async (services, parsed, output, cancellationToken) =>
            {
                var receiver = services.GetRequiredService<IQueueReceiver>();
                var wanted = parsed.GetRequiredValue(id);
                var changed = await ChangeAsync(receiver, wanted, change, cancellationToken);
                await output.WriteLineAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{name}: {changed} messages.")
                );
                return changed > 0 || IsAll(wanted) ? 0 : 1;
            }
        );
        return command;
    }

    private static async Task<int> ChangeAsync(
        IQueueReceiver receiver,
        string wanted,
        Func<IQueueReceiver, QueueName, string, CancellationToken, ValueTask<bool>> change,
        CancellationToken cancellationToken
    )
    {
        var changed = 0;
        foreach (var queue in Enum.GetValues<QueueName>())
        {
            if (!IsAll(wanted))
            {
                changed += await change(receiver, queue, wanted, cancellationToken) ? 1 : 0;
                continue;
            }

            while (await TakeAsync(receiver, queue, change, cancellationToken) is var taken and > 0)
            {
                changed += taken;
            }
        }

        return changed;
    }

    /// <summary>Changes what the list shows; Azure Storage shows 32 at a time.</summary>
    private static async Task<int> TakeAsync(
        IQueueReceiver receiver,
        QueueName queue,
        Func<IQueueReceiver, QueueName, string, CancellationToken, ValueTask<bool>> change,
        CancellationToken cancellationToken
    )
    {
        var changed = 0;
        foreach (var message in await receiver.ListPoisonAsync(queue, MostListed, cancellationToken))
        {
            changed += await change(receiver, queue, message.Id, cancellationToken) ? 1 : 0;
        }

        return changed;
    }

    private static bool IsAll(string wanted) => string.Equals(wanted, "all", StringComparison.Ordinal);

    private static string NameOf(QueueName queue) =>
        queue switch
        {
            QueueName.Notifications => "notifications",
            QueueName.Deliveries => "deliveries",
            _ => "decisions",
        };
}
