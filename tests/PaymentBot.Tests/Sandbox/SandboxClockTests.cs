using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace PaymentBot.Tests.Sandbox;

public sealed class SandboxClockTests : SandboxApiTest
{
    [Fact]
    public async Task Clock_of_a_bot_elsewhere_is_shown_and_cannot_be_set()
    {
        var clock = await GetAsync("/sandbox/clock");

        Assert.False((bool)clock["settable"]!);
        Assert.True(DateTimeOffset.TryParse((string)clock["now"]!, CultureInfo.InvariantCulture, out _));
        using var refused = await Http.PostAsJsonAsync(
            new Uri("/sandbox/clock", UriKind.Relative),
            new { minutes = 60 }
        );
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }
}
