using static PaymentBot.OneScript.BslOperators;

namespace PaymentBot.OneScript;

/// <summary>Functions that reach outside; only OneScript has most of them, so only scripts of OneScript's may call them.</summary>
internal static class WorldFunctions
{
    public static Dictionary<string, Func<object?[], object?>> Of(BslWorld world) =>
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["ТекущаяУниверсальнаяДатаВМиллисекундах"] = _ =>
                (decimal)(world.Time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMillisecond),
            ["ПолучитьПеременнуюСреды"] = a => world.Environment.GetValueOrDefault(Text(a[0])),
            ["ТекущийСценарий"] = _ => BslStructure.Of(["Каталог", world.Folder]),
            ["ОбъединитьПути"] = a => Path.Combine([.. a.Select(Text)]),
            ["Сообщить"] = a =>
            {
                world.Print(Text(a[0]));
                return null;
            },
            ["Приостановить"] = a =>
            {
                world.Wait((int)Number(a[0]));
                return null;
            },
            ["ЗавершитьРаботу"] = a => throw new BslExitException((int)Number(a[0])),
        };
}
