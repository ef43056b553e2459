namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Reads one value, with all that is inside it.</summary>
internal static class PdfParser
{
    /// <returns>Null when there is no whole value there, or it is deeper or larger than the budget allows.</returns>
    public static PdfValue? Read(ref PdfLexer lexer, PdfBudget budget)
    {
        var count = 0;
        var token = lexer.Next();
        if (token != PdfToken.Integer)
            return ReadFrom(token, ref lexer, budget, 0, ref count);

        // An indirect object may itself be a reference: 5 0 obj 6 0 R endobj.
        var (number, after) = (lexer.Number, lexer.Position);
        if (lexer.Next() == PdfToken.Integer && lexer.Next() == PdfToken.Keyword && lexer.Text == "R")
            return new PdfValue(PdfKind.Reference, number);
        lexer.Position = after;
        return new PdfValue(PdfKind.Integer, number);
    }

    private static PdfValue? ReadFrom(PdfToken token, ref PdfLexer lexer, PdfBudget budget, int depth, ref int count)
    {
        if (++count > PdfBudget.MaxValues || depth > PdfBudget.MaxDepth)
        {
            budget.UseUp();
            return null;
        }

        switch (token)
        {
            case PdfToken.Integer:
                return new PdfValue(PdfKind.Integer, lexer.Number);
            case PdfToken.Name:
                return new PdfValue(PdfKind.Name, content: lexer.Text);
            case PdfToken.Real or PdfToken.Text:
                return default(PdfValue);
            case PdfToken.Keyword when lexer.Text is not ("endobj" or "obj" or "stream" or "endstream" or "xref" or "trailer" or "startxref"):
                return default(PdfValue);
            case PdfToken.ArrayOpen:
                return ReadItems(PdfToken.ArrayClose, ref lexer, budget, depth, ref count) is { } items ? new PdfValue(PdfKind.Array, content: items) : null;
            case PdfToken.DictionaryOpen:
                return ReadItems(PdfToken.DictionaryClose, ref lexer, budget, depth, ref count) is { } flat ? new PdfValue(PdfKind.Dictionary, content: Pair(flat)) : null;
            default:
                return null;
        }
    }

    private static List<PdfValue>? ReadItems(PdfToken close, ref PdfLexer lexer, PdfBudget budget, int depth, ref int count)
    {
        var items = new List<PdfValue>();
        while (lexer.Next() is var token && token != close)
        {
            if (token == PdfToken.Keyword && lexer.Text == "R" && items.Count >= 2 && items[^1].Kind == PdfKind.Integer && items[^2].Kind == PdfKind.Integer)
            {
                var number = items[^2].Number;
                items.RemoveRange(items.Count - 2, 2);
                items.Add(new PdfValue(PdfKind.Reference, number));
            }
            else if (ReadFrom(token, ref lexer, budget, depth + 1, ref count) is { } item)
            {
                items.Add(item);
            }
            else
            {
                return null;
            }
        }

        return items;
    }

    /// <summary>Pairs keys with values; what stands where a key should be and is no name is stepped over, as readers do.</summary>
    private static List<(string Key, PdfValue Value)> Pair(List<PdfValue> flat)
    {
        var entries = new List<(string, PdfValue)>(flat.Count / 2);
        for (var i = 0; i + 1 < flat.Count; i++)
        {
            if (flat[i].Kind == PdfKind.Name)
            {
                entries.Add((flat[i].Name, flat[i + 1]));
                i++;
            }
        }

        return entries;
    }
}
