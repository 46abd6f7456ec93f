namespace PaymentBot.Storage;

/// <summary>Bytes by name, streamed in both directions.</summary>
public interface IBlobStore
{
    /// <summary>
    /// Stores a blob, replacing one of the same name. It appears whole or not at all: when reading <paramref name="content"/> throws, nothing
    /// is stored and the exception passes through.
    /// </summary>
    /// <param name="name">1 to 200 characters out of <c>a-z 0-9 / . -</c>, no part between slashes empty or with a dot at its end.</param>
    /// <param name="content">Read to its end, never held in memory as a whole.</param>
    /// <param name="cancellationToken">Ends the upload; nothing is stored then.</param>
    /// <returns>The number of bytes stored.</returns>
    ValueTask<long> UploadAsync(string name, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens a blob for reading from its beginning.</summary>
    /// <returns>A read-only stream with a known length, or null when there is no such blob.</returns>
    ValueTask<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>The length in bytes, or null when there is no such blob.</summary>
    ValueTask<long?> GetLengthAsync(string name, CancellationToken cancellationToken);

    /// <summary>Removes a blob.</summary>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> DeleteAsync(string name, CancellationToken cancellationToken);
}
