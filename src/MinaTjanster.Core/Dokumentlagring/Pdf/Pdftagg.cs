namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>
/// An element of the document's logical structure (ISO 32000 14.7): what lets a screen reader tell heading, paragraph and table cell apart.
/// Content drawn without an element is decoration (an artifact).
/// </summary>
public sealed class Pdftagg
{
    private readonly List<object> _children = [];
    private readonly string _type;
    private readonly string _attributes;

    internal Pdftagg(string type, string attributes = "")
    {
        _type = type;
        _attributes = attributes;
    }

    internal string Type => _type;

    /// <summary>Adds an element inside this one.</summary>
    /// <param name="type">A standard structure type: H1, H2, P, Table, TR, TH, TD …</param>
    /// <param name="attributes">Further entries of the element, in PDF syntax.</param>
    public Pdftagg Add(string type, string attributes = "")
    {
        var child = new Pdftagg(type, attributes);
        _children.Add(child);
        return child;
    }

    internal void AddContent(Pdfsida page, int markedContentId) => _children.Add((page, markedContentId));

    /// <summary>Writes the element and all below it. The owners of each page's marked content go into <paramref name="owners"/>.</summary>
    internal int Write(PdfObjectWriter objects, int parent, IReadOnlyDictionary<Pdfsida, int> pages, Dictionary<Pdfsida, SortedDictionary<int, int>> owners)
    {
        var id = objects.Reserve();
        var kids = new List<string>();
        foreach (var child in _children)
        {
            if (child is Pdftagg element)
            {
                kids.Add($"{element.Write(objects, id, pages, owners)} 0 R");
                continue;
            }

            var (page, markedContentId) = ((Pdfsida, int))child;
            kids.Add($"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {markedContentId} >>");
            owners.TryAdd(page, []);
            owners[page][markedContentId] = id;
        }

        objects.Write(id, $"<< /Type /StructElem /S /{_type} /P {parent} 0 R {_attributes} /K [{string.Join(' ', kids)}] >>");
        return id;
    }
}
