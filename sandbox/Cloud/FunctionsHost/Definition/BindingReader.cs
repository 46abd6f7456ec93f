using NCrontab;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;

/// <summary>Reads the bindings of one function.</summary>
/// <param name="settings">The app settings.</param>
internal sealed class BindingReader(AppSettingNames settings)
{
    private static readonly string[] AllMethods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE"];

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many triggers there were.</summary>
    public int Triggers { get; private set; }

    /// <summary>How many <c>http</c> outputs there were.</summary>
    public int HttpOutputs { get; private set; }

    /// <summary>Adds what a binding says.</summary>
    /// <exception cref="FunctionsHostException">It is wrong, or of a type that is not played.</exception>
    public FunctionDefinition Add(FunctionDefinition function, DefinitionNode binding)
    {
        var name = binding.Required("name");
        if (!_names.Add(name))
        {
            throw binding.Wrong($"there is another binding \"{name}\".");
        }

        switch (binding.Required("type"))
        {
            case "httpTrigger":
                return function with { Binding = name, Http = ReadHttp(function.Name, Trigger(binding)) };
            case "queueTrigger":
                return function with { Binding = name, Queue = ReadQueue(Trigger(binding)) };
            case "timerTrigger":
                return function with { Binding = name, Timer = ReadTimer(Trigger(binding)) };
            case "http":
                Direction(binding.Allow("type", "direction", "name"), "Out");
                HttpOutputs++;
                return function;
            case var type:
                throw binding.Wrong($"the binding type \"{type}\" is not known.");
        }
    }

    private static void Direction(DefinitionNode binding, string direction)
    {
        if (!string.Equals(binding.Required("direction"), direction, StringComparison.Ordinal))
        {
            throw binding.Wrong($"\"direction\" must be {direction}.");
        }
    }

    private DefinitionNode Trigger(DefinitionNode binding)
    {
        Direction(binding, "In");
        Triggers++;
        return binding;
    }

    private HttpTrigger ReadHttp(string function, DefinitionNode binding)
    {
        binding.Allow("type", "direction", "name", "authLevel", "methods", "route", "properties");
        var route = settings.Resolve(binding, binding.Text("route") ?? function).Trim('/');
        if (
            route.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
            || route.StartsWith("runtime", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw binding.Wrong("\"route\" must not start with admin or runtime.");
        }

        if (route.Contains(':', StringComparison.Ordinal) || route.Contains('=', StringComparison.Ordinal))
        {
            throw binding.Wrong("\"route\": constraints and defaults are not played here.");
        }

        var methods = binding.Texts("methods").Select(method => method.ToUpperInvariant()).ToList();
        if (methods.Except(AllMethods, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw binding.Wrong($"\"methods\": {unknown} is no method.");
        }

        var level = (binding.Text("authLevel") ?? "Function") switch
        {
            "Anonymous" => AuthorizationLevel.Anonymous,
            "Function" => AuthorizationLevel.Function,
            "Admin" => AuthorizationLevel.Admin,
            _ => throw binding.Wrong("\"authLevel\" must be Anonymous, Function or Admin."),
        };
        return new HttpTrigger(route, methods, level);
    }

    private QueueTrigger ReadQueue(DefinitionNode binding)
    {
        binding.Allow("type", "direction", "name", "queueName", "connection", "dataType", "properties");
        if ((binding.Text("dataType") ?? "String") is not "String")
        {
            throw binding.Wrong("\"dataType\": only String is played here.");
        }

        if (binding.Child("properties").Has("supportsDeferredBinding"))
        {
            throw binding.Wrong("only messages bound to a string are played here.");
        }

        // Without a connection of its own a trigger reads from the account of the host.
        return new QueueTrigger(
            settings.Resolve(binding, binding.Required("queueName")),
            settings.Resolve(binding, binding.Text("connection") ?? AppSettingNames.HostStorage)
        );
    }

    private TimerTrigger ReadTimer(DefinitionNode binding)
    {
        binding.Allow("type", "direction", "name", "schedule", "runOnStartup", "useMonitor", "properties");
        var text = settings.Resolve(binding, binding.Required("schedule"));
        var schedule = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        return new TimerTrigger(
            schedule ?? throw binding.Wrong($"\"schedule\": {text} is not six fields of NCRONTAB."),
            binding.Flag("runOnStartup", otherwise: false),
            binding.Flag("useMonitor", otherwise: true)
        );
    }
}
