namespace PaymentBot.OneScript;

/// <summary>The names of types.</summary>
internal static class BslTypes
{
    public static string Of(object? value) =>
        value switch
        {
            null => "Неопределено",
            string => "Строка",
            decimal => "Число",
            bool => "Булево",
            DateTime => "Дата",
            byte[] => "ДвоичныеДанные",
            List<object?> => "Массив",
            IBslObject own => own.Type,
            _ => value.GetType().Name,
        };
}
