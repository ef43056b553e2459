namespace MinaTjanster.Core.Filrapportering.Lasning;

/// <summary>What a student file may hold [V]. They bound the reader's memory, so none of them is a setting.</summary>
public static class Filgranser
{
    /// <summary>Fields in a row, the header's too.</summary>
    public const int MaxAntalFalt = 200;

    /// <summary>Characters in a field.</summary>
    public const int MaxFaltlangd = 2_000;

    /// <summary>Bytes of UTF-8 in a row, without its line ending. A longer row is refused, and reading goes on after it.</summary>
    public const int MaxRadlangd = 64 * 1024;

    /// <summary>Bytes between two line endings, as the file has them. A file with more is no file of rows, and is refused as a whole.</summary>
    public const int MaxAvstand = 1024 * 1024;
}
