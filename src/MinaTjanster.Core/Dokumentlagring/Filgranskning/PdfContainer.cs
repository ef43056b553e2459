namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>An unpacked stream of objects (ISO 32000 7.5.7). Its objects are read one at a time, so that a large one costs little memory.</summary>
internal sealed class PdfContainer
{
    private readonly byte[] _data;
    private readonly PdfBudget _budget;
    private readonly List<(int Number, int Offset)> _objects = [];

    private PdfContainer(byte[] data, PdfBudget budget) => (_data, _budget) = (data, budget);

    public int Count => _objects.Count;

    /// <returns>Null when the table of its objects is damaged.</returns>
    public static PdfContainer? Open(PdfObject stream, byte[] data, PdfBudget budget)
    {
        if (stream.Value.Find("N") is not { Kind: PdfKind.Integer, Number: >= 0 and <= PdfBudget.MaxObjects } count
            || stream.Value.Find("First") is not { Kind: PdfKind.Integer, Number: >= 0 } first
            || first.Number > data.Length)
        {
            return null;
        }

        var container = new PdfContainer(data, budget);
        var lexer = new PdfLexer(data, budget);
        for (var i = 0; i < count.Number; i++)
        {
            if (lexer.Next() != PdfToken.Integer || lexer.Number is < 0 or > int.MaxValue)
                return null;
            var number = (int)lexer.Number;
            if (lexer.Next() != PdfToken.Integer || lexer.Number < 0 || lexer.Number > data.Length - first.Number)
                return null;
            container._objects.Add((number, (int)(first.Number + lexer.Number)));
        }

        return container;
    }

    /// <returns>Null when the object is damaged or too large.</returns>
    public (int Number, PdfValue Value)? Read(int index)
    {
        var lexer = new PdfLexer(_data, _budget, _objects[index].Offset);
        return PdfParser.Read(ref lexer, _budget) is { } value ? (_objects[index].Number, value) : null;
    }

    /// <returns>Null when it holds no such object.</returns>
    public PdfValue? Find(int number)
    {
        var index = _objects.FindIndex(found => found.Number == number);
        return index < 0 ? null : Read(index)?.Value;
    }
}
