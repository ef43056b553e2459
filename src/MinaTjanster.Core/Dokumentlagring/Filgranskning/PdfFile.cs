using System.Runtime.InteropServices;

namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Where the newest copy of an object is: at an offset of the file, or inside a stream of objects.</summary>
/// <param name="Container">Number of that stream; 0 when the object stands in the file.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfPlace(int Offset, int Generation, int Container);

/// <summary>An indirect object as read from the file.</summary>
/// <param name="DataStart">First byte of a stream's content; -1 when the object is no stream.</param>
/// <param name="End">Just after the object, as far as it was read.</param>
internal sealed record PdfObject(int Number, long Generation, PdfValue Value, int DataStart, int DataEnd, int End)
{
    public bool IsStream => DataStart >= 0;
}

/// <summary>The bytes of a PDF and the way from an object's number to the object.</summary>
internal sealed class PdfFile(ReadOnlyMemory<byte> memory, PdfBudget budget)
{
    private const int MaxChain = 8;
    private (int Number, PdfContainer Container)? _lastContainer;
    private bool _isUnpacking;

    public ReadOnlySpan<byte> Bytes => memory.Span;

    /// <summary>The newest place of every object in use, from the cross-references.</summary>
    public Dictionary<int, PdfPlace> Places { get; } = [];

    /// <summary>Reads "number generation obj value", and the extent of a stream after it.</summary>
    /// <returns>Null when no whole object begins there.</returns>
    public PdfObject? ReadAt(int offset)
    {
        if (offset < 0 || offset >= Bytes.Length)
            return null;
        var lexer = new PdfLexer(Bytes, budget, offset);
        if (lexer.Next() != PdfToken.Integer || lexer.Number is < 0 or > int.MaxValue)
            return null;
        var number = (int)lexer.Number;
        if (lexer.Next() != PdfToken.Integer)
            return null;
        var generation = lexer.Number;
        if (lexer.Next() != PdfToken.Keyword || lexer.Text != "obj" || PdfParser.Read(ref lexer, budget) is not { } value)
            return null;

        var end = lexer.Position;
        if (value.Kind != PdfKind.Dictionary || lexer.Next() != PdfToken.Keyword || lexer.Text != "stream")
            return new PdfObject(number, generation, value, -1, -1, end);

        var start = lexer.Position;
        if (start < Bytes.Length && Bytes[start] == '\r')
            start++;
        if (start < Bytes.Length && Bytes[start] == '\n')
            start++;
        return StreamEnd(start, value) is { } dataEnd ? new PdfObject(number, generation, value, start, dataEnd, dataEnd) : null;
    }

    /// <summary>The value itself, or what the reference leads to; <see cref="PdfKind.Other"/> when it leads nowhere.</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var step = 0; value.Kind == PdfKind.Reference; step++)
        {
            if (step == MaxChain || value.Number is < 0 or > int.MaxValue || !Places.TryGetValue((int)value.Number, out var place))
                return default;
            var number = (int)value.Number;
            value = place.Container == 0
                ? ReadAt(place.Offset)?.Value ?? default
                : Container(place.Container)?.Find(number) ?? default;
        }

        return value;
    }

    /// <summary>The stream of objects with that number. The last one is kept, since neighbours are asked for together.</summary>
    /// <returns>Null when there is no such stream or it cannot be read.</returns>
    public PdfContainer? Container(int number)
    {
        if (_lastContainer is { } last && last.Number == number)
            return last.Container;
        // A container whose filter stands in a container would send us in circles.
        if (_isUnpacking || !Places.TryGetValue(number, out var place) || place.Container != 0 || ReadAt(place.Offset) is not { IsStream: true } stream)
            return null;
        if (Container(stream) is not { } container)
            return null;
        _lastContainer = (number, container);
        return container;
    }

    public PdfContainer? Container(PdfObject stream)
    {
        _isUnpacking = true;
        var data = PdfStreams.Unpack(this, stream, budget);
        _isUnpacking = false;
        return data is null ? null : PdfContainer.Open(stream, data, budget);
    }

    /// <summary>By Length when endstream stands there, else at the next endstream: readers do the same.</summary>
    private int? StreamEnd(int start, PdfValue dictionary)
    {
        var length = StreamLength(dictionary.Find("Length"));
        if (length >= 0 && length <= Bytes.Length - start)
        {
            var at = start + (int)length;
            var after = at;
            while (after < Bytes.Length && after < at + 4 && PdfLexer.IsSpace(Bytes[after]))
                after++;
            if (Bytes[after..].StartsWith("endstream"u8))
                return at;
        }

        var next = Bytes[start..].IndexOf("endstream"u8);
        budget.SpendRead(next < 0 ? Bytes.Length - start : next);
        return next < 0 ? null : start + next;
    }

    /// <summary>A length elsewhere must be a plain number in the file itself (ISO 32000 7.5.7); anything else counts as unknown.</summary>
    private long StreamLength(PdfValue value)
    {
        if (value.Kind == PdfKind.Integer)
            return value.Number;
        if (value.Kind != PdfKind.Reference || !Places.TryGetValue((int)Math.Clamp(value.Number, 0, int.MaxValue), out var place) || place.Container != 0)
            return -1;

        var lexer = new PdfLexer(Bytes, budget, Math.Clamp(place.Offset, 0, Bytes.Length));
        return lexer.Next() == PdfToken.Integer && lexer.Next() == PdfToken.Integer && lexer.Next() == PdfToken.Keyword && lexer.Text == "obj" && lexer.Next() == PdfToken.Integer
            ? lexer.Number
            : -1;
    }
}
