namespace PaymentBot.Functions.Http;

/// <summary>Reads request bodies that may be hostile.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 8 * 1024;

    /// <summary>Reads a whole body.</summary>
    /// <param name="request">The call.</param>
    /// <param name="maxLength">The most bytes wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The bytes, or null when there are more.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxLength, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxLength)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(request.ContentLength ?? FirstBuffer));
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (buffer.Length + read.Buffer.Length > maxLength)
            {
                reader.AdvanceTo(read.Buffer.End);
                return null;
            }

            foreach (var segment in read.Buffer)
            {
                buffer.Write(segment.Span);
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
            }
        }
    }
}
