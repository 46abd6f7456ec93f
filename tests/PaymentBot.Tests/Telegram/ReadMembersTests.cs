using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PaymentBot.Bot.Telegram;
using Telegram.Bot.Types;

namespace PaymentBot.Tests.Telegram;

/// <summary>A member that is not read is empty without a word; so what the code asks for is compared with what is read.</summary>
public sealed class ReadMembersTests
{
    private const string Getter = "get_";

    public static TheoryData<Type> Types { get; } = [.. TelegramJson.ReadMembers.Keys];

    [Theory]
    [MemberData(nameof(Types))]
    public void Whatever_the_code_asks_for_is_read(Type type)
    {
        string[] asked =
        [
            .. new[]
            {
                typeof(TelegramClient).Assembly,
                typeof(PaymentBot.Functions.Settings.BotSettingsReader).Assembly,
            }
                .SelectMany(assembly => GettersOf(assembly, type))
                .Distinct(StringComparer.Ordinal)
                .Select(name => NameOnTheWire(type.GetProperty(name)!)),
        ];
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(TelegramJson.ReadMembers[type], StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_read_exists(Type type) =>
        Assert.Empty(
            TelegramJson.ReadMembers[type].Except(type.GetProperties().Select(NameOnTheWire), StringComparer.Ordinal)
        );

    private static IEnumerable<string> GettersOf(Assembly assembly, Type type)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        List<string> names = [];
        foreach (var reference in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            var name = metadata.GetString(reference.Name);
            if (name.StartsWith(Getter, StringComparison.Ordinal) && IsOf(metadata, reference, type))
            {
                names.Add(name[Getter.Length..]);
            }
        }

        return names;
    }

    private static bool IsOf(MetadataReader metadata, MemberReference reference, Type type)
    {
        if (reference.Parent.Kind != HandleKind.TypeReference)
        {
            return false;
        }

        var owner = metadata.GetTypeReference((TypeReferenceHandle)reference.Parent);
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (
                metadata.StringComparer.Equals(owner.Name, declaring.Name)
                && metadata.StringComparer.Equals(owner.Namespace, declaring.Namespace!)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The package's second name for a message's id is the one member that is computed and asked for.</summary>
    private static string NameOnTheWire(PropertyInfo property) =>
        property.Name is nameof(Message.MessageId)
            ? "message_id"
            : property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
}
