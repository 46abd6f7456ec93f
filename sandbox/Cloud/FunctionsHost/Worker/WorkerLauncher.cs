using System.Globalization;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Invocations;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Logging;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Worker;

/// <summary>Starts workers.</summary>
internal sealed class WorkerLauncher(
    HostDefinition definition,
    FunctionsHostOptions options,
    WorkerServer server,
    InvocationJournal journal,
    HostLog log
)
{
    private const int LargestMessage = int.MaxValue;

    /// <summary>How long a worker may take until its functions are loaded.</summary>
    public TimeSpan InitializationTimeout { get; } = options.Timings.InitializationTimeout ?? TimeSpan.FromSeconds(60);

    /// <summary>Starts one.</summary>
    /// <exception cref="FunctionsHostException">The system refuses to run it.</exception>
    public WorkerProcess Start()
    {
        var id = Guid.NewGuid().ToString();
        var channel = new WorkerChannel(definition, journal, log);
        server.Expect(id, channel);
        var environment = new Dictionary<string, string>(options.AppSettings, StringComparer.Ordinal)
        {
            ["FUNCTIONS_WORKER_DIRECTORY"] = definition.Root,
            ["FUNCTIONS_APPLICATION_DIRECTORY"] = definition.Root,
        };
        return WorkerProcess.Start(definition, Arguments(id), environment, channel, log, options.Clock);
    }

    private List<string> Arguments(string workerId)
    {
        var requestId = Guid.NewGuid().ToString();
        var length = LargestMessage.ToString(CultureInfo.InvariantCulture);
        return
        [
            definition.Worker.WorkerPath,
            "--host",
            server.Address.Host,
            "--port",
            server.Address.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId",
            workerId,
            "--requestId",
            requestId,
            "--grpcMaxMessageLength",
            length,
            "--functions-uri",
            server.Address.ToString(),
            "--functions-worker-id",
            workerId,
            "--functions-request-id",
            requestId,
            "--functions-grpc-max-message-length",
            length,
        ];
    }
}
