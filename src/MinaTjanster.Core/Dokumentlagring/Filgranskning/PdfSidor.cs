namespace MinaTjanster.Core.Dokumentlagring.Filgranskning;

/// <summary>Counts pages by walking the page tree; a node seen twice is counted once, so a circle ends.</summary>
internal sealed class PdfSidor(PdfFile file, PdfBudget budget)
{
    private readonly Dictionary<int, List<int>> _children = [];
    private int _noted;

    /// <summary>Remembers an object that has children, while it is at hand.</summary>
    public void Note(int number, PdfValue value)
    {
        var kids = value.Find("Kids");
        if (kids.Kind == PdfKind.Other)
            return;
        var numbers = file.Resolve(kids).Items.Where(kid => kid.Kind == PdfKind.Reference).Select(kid => (int)Math.Clamp(kid.Number, 0, int.MaxValue)).ToList();
        _noted += numbers.Count;
        if (_noted <= PdfBudget.MaxObjects)
            _children[number] = numbers;
        else
            budget.UseUp();
    }

    /// <returns>Null when the catalog or its page tree is missing.</returns>
    public int? Count(PdfValue trailer)
    {
        var pages = file.Resolve(trailer.Find("Root")).Find("Pages");
        if (pages.Kind != PdfKind.Reference || file.Resolve(pages).Kind != PdfKind.Dictionary)
            return null;

        var (count, seen, waiting) = (0, new HashSet<int>(), new Stack<int>([(int)pages.Number]));
        while (waiting.TryPop(out var number))
        {
            if (!seen.Add(number) || !file.Places.ContainsKey(number))
                continue;
            if (!_children.TryGetValue(number, out var kids))
                count++;
            foreach (var kid in kids ?? [])
                waiting.Push(kid);
        }

        return count;
    }
}
