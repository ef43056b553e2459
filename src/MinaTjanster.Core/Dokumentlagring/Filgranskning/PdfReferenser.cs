namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>
/// Reads the cross-references from the end of the file backwards: tables, streams and both at once (hybrid files),
/// through every earlier version that was saved below (ISO 32000 7.5.4–7.5.8).
/// </summary>
internal sealed class PdfReferenser(PdfFile file, PdfBudget budget)
{
    private readonly HashSet<long> _sections = [];
    private int _entries;

    /// <summary>The trailer of every version, newest first.</summary>
    public List<PdfValue> Trailers { get; } = [];

    /// <summary>Objects of earlier versions that were replaced: readers can show them, so they are judged too.</summary>
    public List<int> OldOffsets { get; } = [];

    /// <param name="shift">Bytes before %PDF-: offsets are counted from there in some files, from the start in others.</param>
    /// <returns>False when any part is missing or damaged.</returns>
    public bool Read(long start, int shift)
    {
        for (long? at = start; at is { } offset;)
        {
            if (!ReadSection(offset, shift, out var trailer))
                return false;
            // A hybrid file: the table is for old readers, the stream adds what only newer ones see.
            if (trailer.Find("XRefStm") is { Kind: PdfKind.Integer } hybrid && !ReadSection(hybrid.Number, shift, out _))
                return false;
            at = trailer.Find("Prev") is { Kind: PdfKind.Integer, Number: > 0 } previous ? previous.Number : null;
        }

        return true;
    }

    private bool ReadSection(long offset, int shift, out PdfValue trailer)
    {
        trailer = default;
        if (offset < 0 || offset > file.Bytes.Length || !_sections.Add(offset))
            return false;
        if (_sections.Count > PdfBudget.MaxSections)
            return budget.UseUp();

        foreach (var at in shift == 0 ? (int[])[(int)offset] : [(int)offset + shift, (int)offset])
        {
            var lexer = new PdfLexer(file.Bytes, budget, Math.Min(at, file.Bytes.Length));
            var token = lexer.Next();
            var read = token switch
            {
                PdfToken.Keyword when lexer.Text == "xref" => ReadTable(ref lexer, at - (int)offset),
                PdfToken.Integer => ReadStream(at, at - (int)offset),
                _ => null,
            };
            if (read is { } found)
            {
                Trailers.Add(found);
                trailer = found;
                return true;
            }
        }

        return false;
    }

    private PdfValue? ReadTable(ref PdfLexer lexer, int shift)
    {
        while (lexer.Next() == PdfToken.Integer)
        {
            var first = lexer.Number;
            if (lexer.Next() != PdfToken.Integer)
                return null;
            var count = lexer.Number;
            for (var i = 0L; i < count; i++)
            {
                if (lexer.Next() != PdfToken.Integer)
                    return null;
                var offset = lexer.Number;
                if (lexer.Next() != PdfToken.Integer || lexer.Next() != PdfToken.Keyword || lexer.Text is not ("n" or "f"))
                    return null;
                // Some programs begin at 1 although the first entry is the free object 0: readers correct that.
                if (i == 0 && first == 1 && lexer.Text == "f" && lexer.Number == 65535)
                    first = 0;
                if (lexer.Text == "n" && offset > 0 && !Add(first + i, new PdfPlace((int)Math.Min(offset + shift, int.MaxValue), (int)Math.Clamp(lexer.Number, 0, int.MaxValue), 0)))
                    return null;
            }
        }

        return lexer.Text == "trailer" && PdfParser.Read(ref lexer, budget) is { Kind: PdfKind.Dictionary } trailer ? trailer : null;
    }

    private PdfValue? ReadStream(int at, int shift)
    {
        if (file.ReadAt(at) is not { IsStream: true } stream || stream.Value.Find("Type").Name != "XRef")
            return null;
        // Unpacking may ask for nothing outside the stream itself; an encrypted file is told apart before that matters.
        var widths = stream.Value.Find("W").Items.ConvertAll(width => width.Kind == PdfKind.Integer ? width.Number : -1);
        if (widths.Count != 3 || widths.Exists(width => width is < 0 or > 8) || widths.TrueForAll(width => width == 0) || PdfStreams.Unpack(file, stream, budget) is not { } data)
            return null;

        var index = stream.Value.Find("Index").Items.ConvertAll(item => item.Number);
        if (index.Count == 0)
            index = [0, stream.Value.Find("Size").Number];
        var (position, entry) = (0, widths.Sum());
        for (var part = 0; part + 1 < index.Count; part += 2)
        {
            for (var i = 0L; i < index[part + 1] && position + entry <= data.Length; i++)
            {
                var kind = widths[0] == 0 ? 1 : Field(data, ref position, widths[0]);
                var (second, third) = (Field(data, ref position, widths[1]), Field(data, ref position, widths[2]));
                var place = kind switch
                {
                    1 when second > 0 => new PdfPlace((int)Math.Min((ulong)second + (ulong)shift, int.MaxValue), (int)Math.Clamp(third, 0, int.MaxValue), 0),
                    2 when second is > 0 and <= int.MaxValue => new PdfPlace(0, 0, (int)second),
                    _ => default,
                };
                if (place != default && !Add(index[part] + i, place))
                    return null;
            }
        }

        return stream.Value;
    }

    private bool Add(long number, PdfPlace place)
    {
        if (number is < 0 or > int.MaxValue)
            return false;
        if (++_entries > PdfBudget.MaxObjects)
            return budget.UseUp();
        if (!file.Places.TryAdd((int)number, place) && place.Container == 0)
            OldOffsets.Add(place.Offset);
        return true;
    }

    private static long Field(byte[] data, ref int position, long width)
    {
        var value = 0L;
        for (var end = position + width; position < end; position++)
            value = value << 8 | data[position];
        return value;
    }
}
