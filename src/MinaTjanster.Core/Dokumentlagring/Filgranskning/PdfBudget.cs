namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>
/// What one file may cost, whatever it claims: bytes read (a hostile file can make the same bytes be read over and over) and bytes unpacked
/// (a small file can unpack to terabytes). Used up means refused.
/// </summary>
internal sealed class PdfBudget(long fileLength)
{
    /// <summary>Depth of arrays and dictionaries in each other; readers stop at about the same.</summary>
    public const int MaxDepth = 100;

    /// <summary>Names, numbers and so on in one object.</summary>
    public const int MaxValues = 500_000;

    /// <summary>Objects that the cross-reference tables may list.</summary>
    public const int MaxObjects = 1_000_000;

    /// <summary>Sections of cross-references: one per time the file has been saved on top of itself, or two.</summary>
    public const int MaxSections = 1_000;

    /// <summary>Unpacked bytes of one stream; streams of objects are some hundred kB.</summary>
    public const int MaxStream = 32 * 1024 * 1024;

    private long _read = 6 * fileLength + 16 * 1024 * 1024;
    private long _unpacked = 96 * 1024 * 1024;

    public bool IsUsedUp { get; private set; }

    public bool SpendRead(long bytes) => Spend(ref _read, bytes);

    /// <summary>What has been unpacked may be read a few times over, too.</summary>
    public bool SpendUnpacked(long bytes)
    {
        _read += 4 * bytes;
        return Spend(ref _unpacked, bytes);
    }

    /// <summary>Counts a limit that was met as the end of the budget.</summary>
    public bool UseUp()
    {
        IsUsedUp = true;
        return false;
    }

    private bool Spend(ref long left, long bytes)
    {
        left -= bytes;
        IsUsedUp |= left < 0;
        return !IsUsedUp;
    }
}
