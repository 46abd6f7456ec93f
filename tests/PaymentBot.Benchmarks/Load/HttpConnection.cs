using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentBot.Benchmarks.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends ready-made bytes and reads short answers. It costs a fraction of a full client, so that the
/// bot under test gets the processor.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
    };

    private readonly byte[] _buffer = new byte[16 * 1024];

    public static async Task<HttpConnection> OpenAsync(IPEndPoint address)
    {
        var connection = new HttpConnection();
        try
        {
            await connection._socket.ConnectAsync(address);
            return connection;
        }
        catch (SocketException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whether somebody listens there and answers a call with 200.</summary>
    public static async Task<bool> IsAnsweredAsync(IPEndPoint address, byte[] call)
    {
        try
        {
            using var connection = await OpenAsync(address);
            return (await connection.CallAsync(call)).Status == (int)HttpStatusCode.OK;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>A POST as bytes.</summary>
    public static byte[] Post(string path, string headers, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{headers}\r\n"
        );
        return [.. head, .. body];
    }

    /// <summary>Sends a call and waits for the whole answer.</summary>
    public async Task<HttpAnswer> CallAsync(byte[] call)
    {
        await _socket.SendAsync(call);
        var length = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            if (read == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            length += read;
            if (Parse(_buffer.AsSpan(0, length)) is { } answer)
            {
                return answer;
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Reads what has come so far.</summary>
    /// <returns>The answer, or null while it is not complete.</returns>
    private static HttpAnswer? Parse(ReadOnlySpan<byte> received)
    {
        var head = received.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var status = ReadNumber(received["HTTP/1.1 ".Length..]);
        var body = received[(head + 4)..];
        var name = IndexOfHeader(received[..head], "content-length: "u8);
        if (name >= 0)
        {
            var length = ReadNumber(received[name..]);
            return body.Length >= length ? new HttpAnswer(status, length) : null;
        }

        return body.EndsWith("0\r\n\r\n"u8) || status == (int)HttpStatusCode.NoContent
            ? new HttpAnswer(status, body.Length)
            : null;
    }

    private static int IndexOfHeader(ReadOnlySpan<byte> head, ReadOnlySpan<byte> lowerName)
    {
        for (var start = 0; start + lowerName.Length < head.Length; start++)
        {
            if (Ascii.EqualsIgnoreCase(head.Slice(start, lowerName.Length), lowerName))
            {
                return start + lowerName.Length;
            }
        }

        return -1;
    }

    private static int ReadNumber(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : 0;
}
