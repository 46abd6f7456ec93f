namespace PaymentBot.Erp;

/// <summary>Reads bodies that may be hostile, never more of them than wanted.</summary>
public static class BoundedBody
{
    private const int FirstBuffer = 8 * 1024;

    /// <summary>Reads a whole body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="announced">How long it says it is, in bytes, or null; a longer one is not begun.</param>
    /// <param name="maxLength">The most bytes wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The bytes, or null when there are more.</returns>
    /// <exception cref="IOException">The sender went away.</exception>
    public static async Task<byte[]?> ReadAsync(
        Stream body,
        long? announced,
        int maxLength,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        if (announced > maxLength)
        {
            return null;
        }

        // One byte more than expected: a buffer that is not full shows the end.
        var buffer = new byte[Math.Min(announced ?? FirstBuffer, maxLength) + 1];
        var length = 0;
        while (true)
        {
            var free = buffer.AsMemory(length);
            length += await body.ReadAtLeastAsync(free, free.Length, throwOnEndOfStream: false, cancellationToken);
            if (length < buffer.Length)
            {
                return buffer[..length];
            }

            if (length > maxLength)
            {
                return null;
            }

            Array.Resize(ref buffer, (int)Math.Min(2L * length, maxLength + 1L));
        }
    }
}
