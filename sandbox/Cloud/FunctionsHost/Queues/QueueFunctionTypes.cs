using System.Reflection;
using System.Reflection.Emit;
using Microsoft.Azure.WebJobs;
using PaymentBot.Sandbox.Cloud.FunctionsHost.Definition;
using Binder = Microsoft.Azure.WebJobs.Binder;

namespace PaymentBot.Sandbox.Cloud.FunctionsHost.Queues;

/// <summary>
/// Gives the listeners what they look for: a class with a method for each function and a <c>[QueueTrigger]</c> on it. Which functions there are is known only
/// from the publish folder, so the class is made here, as the real host makes one.
/// </summary>
/// <param name="functions">The functions that have a queue trigger.</param>
internal sealed class QueueFunctionTypes(IEnumerable<FunctionDefinition> functions) : ITypeLocator
{
    private readonly IReadOnlyList<Type> _types = [Make(functions)];

    /// <inheritdoc />
    public IReadOnlyList<Type> GetTypes() => _types;

    private static Type Make(IEnumerable<FunctionDefinition> functions)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName($"Functions-{Guid.NewGuid():N}"),
            AssemblyBuilderAccess.Run
        );
        var type = assembly
            .DefineDynamicModule("Functions")
            .DefineType("Functions", TypeAttributes.Public, typeof(QueueFunctions));
        AddConstructor(type);
        foreach (var function in functions)
        {
            AddMethod(type, function);
        }

        return type.CreateType();
    }

    private static void AddConstructor(TypeBuilder type)
    {
        var inherited = typeof(QueueFunctions).GetConstructors().Single();
        var code = type.DefineConstructor(
                MethodAttributes.Public,
                CallingConventions.Standard,
                [typeof(IServiceProvider)]
            )
            .GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, inherited);
        code.Emit(OpCodes.Ret);
    }

    private static void AddMethod(TypeBuilder type, FunctionDefinition function)
    {
        var trigger = function.Queue!;
        var method = type.DefineMethod(
            function.Name,
            MethodAttributes.Public,
            typeof(Task),
            [typeof(string), typeof(Binder)]
        );
        method.SetCustomAttribute(Attribute(typeof(FunctionNameAttribute), function.Name));
        method
            .DefineParameter(1, ParameterAttributes.None, "message")
            .SetCustomAttribute(
                new CustomAttributeBuilder(
                    typeof(QueueTriggerAttribute).GetConstructor([typeof(string)])!,
                    [trigger.QueueName],
                    [typeof(QueueTriggerAttribute).GetProperty(nameof(QueueTriggerAttribute.Connection))!],
                    [trigger.Connection]
                )
            );
        method.DefineParameter(2, ParameterAttributes.None, "binder");
        var run = typeof(QueueFunctions).GetMethod(nameof(QueueFunctions.PassOnAsync))!;
        var code = method.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldstr, function.Name);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_2);
        code.Emit(OpCodes.Call, run);
        code.Emit(OpCodes.Ret);
    }

    private static CustomAttributeBuilder Attribute(Type type, string value) =>
        new(type.GetConstructor([typeof(string)])!, [value]);
}
