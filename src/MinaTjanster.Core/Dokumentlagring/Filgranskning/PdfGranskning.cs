using System.Buffers;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>
/// Judges a PDF: whole, readable, not encrypted, and nothing in it that acts by itself. Every object is looked at that a reader could find:
/// those of the cross-references, those of earlier versions, those inside streams of objects and those that nothing points to.
/// </summary>
internal sealed class PdfGranskning
{
    private const int HeadLength = 1024;
    private const int TailLength = 1024;
    private static readonly SearchValues<byte> Padding = SearchValues.Create([0, 9, 10, 12, 13, 32]);

    private readonly PdfBudget _budget;
    private readonly PdfFile _file;
    private readonly PdfSidor _pages;
    private readonly Dictionary<int, int> _judged = [];
    private Refusal? _refusal;

    private PdfGranskning(ReadOnlyMemory<byte> memory)
    {
        _budget = new PdfBudget(memory.Length);
        _file = new PdfFile(memory, _budget);
        _pages = new PdfSidor(_file, _budget);
    }

    public static bool HasHeader(ReadOnlySpan<byte> bytes) => Header(bytes) >= 0;

    public static Result<Granskadfil> Granska(ReadOnlyMemory<byte> memory)
    {
        var granskning = new PdfGranskning(memory);
        var result = granskning.Judge();
        return !result.IsAccepted && granskning._budget.IsUsedUp && result.Refusals[0] is TrasigPdf ? new ForInvecklad() : result;
    }

    private static int Header(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeadLength)].IndexOf("%PDF-"u8);

    private Result<Granskadfil> Judge()
    {
        var bytes = _file.Bytes;
        if (Start(bytes) is not { } start)
            return new AvkortadPdf();

        var references = new PdfReferenser(_file, _budget);
        var whole = references.Read(start, Header(bytes));
        if (references.Trailers.Exists(trailer => trailer.Has("Encrypt")))
            return new KrypteradPdf();
        if (!whole)
            return new TrasigPdf();

        JudgeReferenced(references);
        JudgeUnreferenced();
        if (_refusal is not null)
            return _refusal;
        return !_budget.IsUsedUp && _pages.Count(references.Trailers[0]) is { } count and > 0 && !_budget.IsUsedUp
            ? new Granskadfil(Dokumenttyp.Pdf, count, null)
            : new TrasigPdf();
    }

    /// <summary>What startxref says, from the last lines of the file; null when the end is missing.</summary>
    private static long? Start(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOfAnyExcept(Padding) + 1;
        var tail = bytes[Math.Max(0, end - TailLength)..end];
        var mark = tail.LastIndexOf("%%EOF"u8);
        var keyword = mark < 0 ? -1 : tail[..mark].LastIndexOf("startxref"u8);
        if (keyword < 0)
            return null;
        var lexer = new PdfLexer(tail[..mark], new PdfBudget(tail.Length), keyword + "startxref".Length);
        return lexer.Next() switch
        {
            PdfToken.Integer when lexer.Number > 0 => lexer.Number,
            PdfToken.Real => long.MaxValue, // larger than any file
            _ => null,
        };
    }

    private void JudgeReferenced(PdfReferenser references)
    {
        foreach (var trailer in references.Trailers)
            Judge(new PdfObject(0, 0, trailer, -1, -1, 0));

        var containers = new HashSet<int>();
        foreach (var (number, place) in _file.Places)
        {
            if (place.Container != 0)
            {
                containers.Add(place.Container);
                continue;
            }

            // A reference that leads astray makes readers search the whole file for objects, each in its own way: then nobody knows what it shows.
            if (ReadOnce(place.Offset) is not { } found || found.Number != number || found.Generation != place.Generation)
            {
                Refuse(new TrasigPdf());
                continue;
            }

            _pages.Note(number, found.Value);
        }

        foreach (var offset in references.OldOffsets.Where(offset => !_judged.ContainsKey(offset)))
            ReadOnce(offset);
        foreach (var number in containers)
            JudgeContainer(_file.Container(number), number);
    }

    /// <summary>Goes through the file from the top, past the content of streams, for objects that no cross-reference names.</summary>
    private void JudgeUnreferenced()
    {
        var lexer = new PdfLexer(_file.Bytes, _budget);
        var (first, second) = (-1, -1);
        while (!_budget.IsUsedUp && lexer.Next() is var token and not PdfToken.End)
        {
            if (token == PdfToken.Keyword && lexer.Text == "obj" && first >= 0)
            {
                if (_judged.TryGetValue(first, out var end))
                    lexer.Position = Math.Max(lexer.Position, end);
                else if (ReadOnce(first) is { } found)
                    lexer.Position = Math.Max(lexer.Position, found.End);
            }
            else if (token == PdfToken.Keyword && lexer.Text == "trailer")
            {
                var after = lexer.Position;
                if (PdfParser.Read(ref lexer, _budget) is { } trailer)
                    JudgeTrailer(trailer);
                else
                    lexer.Position = after;
            }

            (first, second) = token == PdfToken.Integer ? (second, lexer.Start) : (-1, -1);
        }
    }

    private void JudgeTrailer(PdfValue trailer)
    {
        if (trailer.Has("Encrypt"))
            Refuse(new KrypteradPdf());
        Judge(new PdfObject(0, 0, trailer, -1, -1, 0));
    }

    private PdfObject? ReadOnce(int offset)
    {
        if (_file.ReadAt(offset) is not { } found)
            return null;
        if (!_judged.TryAdd(offset, found.End))
            return found;

        Judge(found);
        if (found.IsStream && (found.Value.Find("Type").Name == "ObjStm" || (found.Value.Has("N") && found.Value.Has("First"))))
            JudgeContainer(_file.Container(found), found.Number);
        return found;
    }

    private void JudgeContainer(PdfContainer? container, int number)
    {
        if (container is null)
            Refuse(new TrasigPdf());
        for (var i = 0; i < (container?.Count ?? 0) && !_budget.IsUsedUp; i++)
        {
            if (container!.Read(i) is not { } inner)
            {
                Refuse(new TrasigPdf());
                continue;
            }

            Judge(new PdfObject(inner.Number, 0, inner.Value, -1, -1, 0));
            if (_file.Places.TryGetValue(inner.Number, out var place) && place.Container == number)
                _pages.Note(inner.Number, inner.Value);
        }
    }

    private void Judge(PdfObject found)
    {
        if (PdfFaror.Find(found) is { } danger)
            Refuse(danger);
    }

    /// <summary>The first danger counts; that a file is damaged counts only when nothing worse is found.</summary>
    private void Refuse(Refusal refusal)
    {
        if (_refusal is null or TrasigPdf)
            _refusal = _refusal is null || refusal is not TrasigPdf ? refusal : _refusal;
    }
}
