namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>
/// A PDF file of A4 pages drawn freely: tagged, in Swedish (sv-SE), with embedded fonts whose text can be searched and copied.
/// The same input gives the same bytes. For running documents use <see cref="Pdfbyggare"/>.
/// </summary>
/// <param name="titel">Shown as the window's title.</param>
/// <param name="skapad">When the document was made, UTC.</param>
public sealed class Pdfdokument(string titel, DateTime skapad, Pdftypsnitt typsnitt)
{
    private readonly PdfFontResource _normal = new(typsnitt.Normal, "F1");
    private readonly PdfFontResource _bold = new(typsnitt.Fet, "F2");
    private readonly List<Pdfsida> _pages = [];

    public IReadOnlyList<Pdfsida> Sidor => _pages;

    /// <summary>The root of the logical structure.</summary>
    public Pdftagg Struktur { get; } = new("Document");

    public Pdfsida AddSida()
    {
        var page = new Pdfsida(this);
        _pages.Add(page);
        return page;
    }

    /// <summary>Width of one line of text in points.</summary>
    public double Width(string text, Pdfstil stil) => Typeface(stil).Width(text, stil.Size);

    /// <summary>Breaks a text into lines no wider than <paramref name="width"/> points.</summary>
    public IReadOnlyList<string> Lines(string text, Pdfstil stil, double width) => PdfText.Lines(text, Typeface(stil), stil.Size, width);

    internal PdfFontResource Font(Pdfstil stil) => stil.Bold ? _bold : _normal;

    /// <exception cref="InvalidOperationException">The document has no page.</exception>
    public byte[] ToBytes()
    {
        if (_pages.Count == 0)
            throw new InvalidOperationException("A PDF needs at least one page.");

        var objects = new PdfObjectWriter();
        var (catalog, tree, normal, bold) = (objects.Reserve(), objects.Reserve(), objects.Reserve(), objects.Reserve());
        var pages = _pages.ToDictionary(page => page, _ => objects.Reserve());
        for (var i = 0; i < _pages.Count; i++)
        {
            var content = objects.Reserve();
            objects.Write(pages[_pages[i]], $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfText.Number(Pdfsida.Width)} {PdfText.Number(Pdfsida.Height)}] " +
                $"/Resources << /Font << /F1 {normal} 0 R /F2 {bold} 0 R >> >> /Contents {content} 0 R /StructParents {i} /Tabs /S >>");
            objects.WriteStream(content, "", _pages[i].Content);
        }

        _normal.Write(objects, normal);
        _bold.Write(objects, bold);
        objects.Write(tree, $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{pages[page]} 0 R"))}] >>");
        objects.Write(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (sv-SE) /MarkInfo << /Marked true >> " +
            $"/StructTreeRoot {WriteStructure(objects, pages)} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        var info = objects.Add($"<< /Title {PdfText.Literal(titel)} /Creator {PdfText.Literal("Mina tjänster")} /CreationDate {PdfText.Date(skapad)} >>");
        return objects.Finish(catalog, info);
    }

    private int WriteStructure(PdfObjectWriter objects, Dictionary<Pdfsida, int> pages)
    {
        var root = objects.Reserve();
        var owners = new Dictionary<Pdfsida, SortedDictionary<int, int>>();
        var document = Struktur.Write(objects, root, pages, owners);
        var perPage = _pages.Select((page, i) =>
            $"{i} [{string.Join(' ', owners.GetValueOrDefault(page, []).Values.Select(id => $"{id} 0 R"))}]");
        objects.Write(root, $"<< /Type /StructTreeRoot /K [{document} 0 R] /ParentTree << /Nums [{string.Join(' ', perPage)}] >> /ParentTreeNextKey {_pages.Count} >>");
        return root;
    }

    private Pdfteckensnitt Typeface(Pdfstil stil) => stil.Bold ? typsnitt.Fet : typsnitt.Normal;
}
