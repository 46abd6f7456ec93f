namespace PaymentBot.Storage;

/// <summary>A copy of all that is stored, in one file, and the way back. For stores that keep everything in a file themselves.</summary>
public interface IStorageBackup
{
    /// <summary>
    /// Writes a copy of everything that was stored before the call, while others go on reading and writing. It appears whole, checked, and readable
    /// for its owner only, or not at all.
    /// </summary>
    /// <param name="file">Where to; its folder must exist, the file must not.</param>
    /// <returns>The length of the copy in bytes.</returns>
    /// <exception cref="IOException">There is nothing to copy, the file exists, or it cannot be written; a new try is safe.</exception>
    /// <exception cref="StorageException">The store failed, or the copy is damaged; a new try is safe.</exception>
    long Save(string file);

    /// <summary>
    /// Replaces everything that is stored by what is in a copy, all or nothing, and keeps what was there before in a file beside the store. Refuses
    /// while anybody else has the store open.
    /// </summary>
    /// <param name="file">The copy; it is not changed.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="IOException">A file cannot be written; a new try is safe.</exception>
    /// <exception cref="StorageException">The store failed, and nothing was replaced; a new try is safe.</exception>
    RestoreResult Restore(string file);
}
