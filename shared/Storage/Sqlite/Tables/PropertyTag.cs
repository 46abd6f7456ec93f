namespace PaymentBot.Storage.Sqlite.Tables;

/// <summary>The type of a stored property. The numbers are part of the file format.</summary>
internal enum PropertyTag : byte
{
    /// <summary>Text in UTF-8: length, bytes.</summary>
    Text = 0,

    /// <summary>Text that UTF-8 cannot hold (lone surrogates), in UTF-16: length in bytes, bytes.</summary>
    RawText = 1,

    /// <summary>Four bytes.</summary>
    Int32 = 2,

    /// <summary>Eight bytes.</summary>
    Int64 = 3,

    /// <summary>No bytes.</summary>
    False = 4,

    /// <summary>No bytes.</summary>
    True = 5,

    /// <summary>Eight bytes.</summary>
    Double = 6,

    /// <summary>Local ticks in eight bytes, offset in minutes in two.</summary>
    DateTimeOffset = 7,

    /// <summary>Sixteen bytes.</summary>
    Guid = 8,

    /// <summary>Length, bytes.</summary>
    Bytes = 9,
}
