using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaymentBot.Functions.Observability;
using PaymentBot.Testing;

namespace PaymentBot.Tests.Hosting;

public sealed class LogLineTests
{
    private static readonly Dictionary<string, object?> State = new(StringComparer.Ordinal)
    {
        ["Queue"] = "Deliveries",
        ["Count"] = 3,
        ["Nothing"] = null,
        ["{OriginalFormat}"] = "hush",
    };

    [Fact]
    public void Entry_is_one_line_whatever_the_message_and_the_exception_hold()
    {
        var line = Format("one\ntwo\r\u2028three", new InvalidOperationException("four\nfive"));

        Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
        Assert.DoesNotContain('\r', line);
        var entry = JsonDocument.Parse(line).RootElement;
        Assert.Equal("one\ntwo\r\u2028three", entry.GetProperty("Message").GetString());
        Assert.Contains("four\nfive", entry.GetProperty("Exception").GetString()!, StringComparison.Ordinal);
        Assert.Equal("""{"Queue":"Deliveries","Count":3,"Nothing":null}""", entry.GetProperty("State").GetRawText());
    }

    [Theory]
    [InlineData("POST https://api.telegram.org/bot7000000001:AAhushhushhushhushhushhushhushhushhu/getMe failed")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hushhush==;EndpointSuffix=x")]
    [InlineData("GET /api/erp/requests/1?code=hush&x=1")]
    [InlineData("/oauth/callback?state=hush&code=hush")]
    [InlineData("client_secret=hush")]
    public void What_looks_like_a_secret_never_reaches_the_log(string text)
    {
        var line = Format(text, new IOException(text));

        Assert.DoesNotContain("hush", line, StringComparison.Ordinal);
        Assert.Contains("[redacted]", line, StringComparison.Ordinal);
    }

    private static string Format(string message, Exception exception)
    {
        using var writer = new StringWriter();
        var entry = new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(
            LogLevel.Error,
            "Category",
            new EventId(7),
            [.. State],
            exception,
            (_, _) => message
        );
        new LogLineFormatter(new ManualTimeProvider()).Write(entry, null, writer);
        return writer.ToString();
    }
}
