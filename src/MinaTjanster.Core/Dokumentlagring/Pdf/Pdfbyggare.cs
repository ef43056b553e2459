namespace MinaTjanster.Core.Dokumentlagring.Pdf;

/// <summary>
/// Builds a document from the top down: headings, paragraphs, labels with values, tables and boxes flow over A4 pages,
/// each with a header line and a footer that says which page it is.
/// </summary>
public sealed class Pdfbyggare
{
    private readonly Pdfdokument _document;
    private readonly Pdfflode _flow;
    private readonly string _header;
    private readonly string _footer;
    private readonly string _sender;

    /// <param name="titel">Title of the file; not drawn by itself, see <see cref="AddRubrik"/>.</param>
    /// <param name="skapad">When the document was made, UTC.</param>
    /// <param name="sidhuvud">To the right at the top of every page, such as a date or a reference number.</param>
    /// <param name="sidfot">To the left at the foot of every page.</param>
    /// <param name="avsandare">Whose paper it is, to the left at the top of every page: a school's own has its letterhead.</param>
    public Pdfbyggare(string titel, DateTime skapad, Pdftypsnitt typsnitt, string sidhuvud = "", string sidfot = "", string avsandare = "Mina tjänster")
    {
        _document = new Pdfdokument(titel, skapad, typsnitt);
        _flow = new Pdfflode(_document, DrawHeader);
        (_header, _footer, _sender) = (sidhuvud, sidfot, avsandare);
    }

    private const double SenderSize = 11;

    /// <summary>Characters beyond which the sender's name is set smaller, so that it stays on its line.</summary>
    private const int LongSender = 60;

    private Pdftagg Struktur => _document.Struktur;

    /// <summary>The document's main heading.</summary>
    public Pdfbyggare AddRubrik(string text) => AddHeading(text, Pdfstil.Rubrik, "H1", before: 0, after: 8);

    /// <summary>A heading inside the document; never left alone at the foot of a page.</summary>
    public Pdfbyggare AddMellanrubrik(string text) => AddHeading(text, Pdfstil.Mellanrubrik, "H2", before: 14, after: 4);

    /// <summary>Running text. A line feed in the text starts a new line.</summary>
    public Pdfbyggare AddStycke(string text)
    {
        _flow.Pour(text, Pdfstil.Brodtext, Struktur.Add("P"));
        _flow.Y += 7;
        return this;
    }

    /// <summary>A two-column list of labels and values; a rule below each row.</summary>
    public Pdfbyggare AddUppgifter(params IEnumerable<(string Etikett, string Varde)> uppgifter)
    {
        const double labelWidth = 165;
        var (label, value) = (Pdfstil.Etikett, Pdfstil.Brodtext);
        var table = Struktur.Add("Table");
        foreach (var (etikett, varde) in uppgifter)
        {
            var row = table.Add("TR");
            var (th, td) = (row.Add("TH", "/A << /O /Table /Scope /Row >>"), row.Add("TD"));
            var labels = _document.Lines(etikett, label, labelWidth - 12);
            var values = _document.Lines(varde, value, Pdfflode.TextWidth - labelWidth);
            for (var i = 0; i < Math.Max(labels.Count, values.Count); i++)
            {
                _flow.Ensure(value.LineHeight + 8);
                _flow.Y += i == 0 ? 4 : 0;
                if (i < labels.Count)
                    _flow.DrawLine(labels, i, Pdfflode.Margin, label, th, beside: value);
                if (i < values.Count)
                    _flow.DrawLine(values, i, Pdfflode.Margin + labelWidth, value, td);
                _flow.Y += value.LineHeight;
            }

            _flow.Y += 4;
            DrawRule(_flow.Y, 0.5, Pdffarg.Linje);
        }

        _flow.Y += 10;
        return this;
    }

    /// <summary>A table; its head is repeated on every page it reaches.</summary>
    /// <exception cref="ArgumentException">A row has another number of cells than there are columns.</exception>
    public Pdfbyggare AddTabell(IReadOnlyList<Pdfkolumn> kolumner, IEnumerable<IReadOnlyList<string>> rader)
    {
        new Pdftabell(_document, _flow, kolumner).Draw(Struktur, rader);
        return this;
    }

    /// <summary>A tinted box for what must not be missed: a heading and some text.</summary>
    public Pdfbyggare AddRuta(string rubrik, string text)
    {
        const double pad = 10;
        var rows = new List<(IReadOnlyList<string> Lines, int Index, Pdfstil Stil, Pdftagg Tagg)>();
        foreach (var (content, stil) in new[] { (rubrik, Pdfstil.Brodtext with { Bold = true }), (text, Pdfstil.Brodtext) })
        {
            var (lines, tagg) = (_document.Lines(content, stil, Pdfflode.TextWidth - 2 * pad), Struktur.Add("P"));
            rows.AddRange(lines.Select((_, i) => (lines, i, stil, tagg)));
        }

        var lineHeight = Pdfstil.Brodtext.LineHeight;
        _flow.Y += 4;
        for (var from = 0; from < rows.Count;)
        {
            _flow.Ensure(Math.Min(rows.Count - from, 40) * lineHeight + 2 * pad);
            var fits = Math.Min(rows.Count - from, (int)((Pdfflode.Bottom - _flow.Y - 2 * pad) / lineHeight));
            var height = fits * lineHeight + 2 * pad;
            _flow.Sida.FylldRektangel(Pdfflode.Margin, _flow.Y, Pdfflode.TextWidth, height, Pdffarg.Ton);
            _flow.Sida.FylldRektangel(Pdfflode.Margin, _flow.Y, 3, height, Pdffarg.Accent);
            _flow.Y += pad;
            foreach (var (lines, index, stil, tagg) in rows.Skip(from).Take(fits))
            {
                _flow.DrawLine(lines, index, Pdfflode.Margin + pad + 3, stil, tagg);
                _flow.Y += lineHeight;
            }

            _flow.Y += pad;
            from += fits;
        }

        _flow.Y += 12;
        return this;
    }

    /// <summary>Goes on at the top of a new page.</summary>
    public Pdfbyggare AddSidbrytning()
    {
        _flow.NewPage();
        return this;
    }

    /// <summary>Pages so far; all of them once it is finished.</summary>
    public int AntalSidor => _document.Sidor.Count;

    /// <summary>Draws the footers and gives the finished file. Call it once, last.</summary>
    public byte[] ToBytes()
    {
        _flow.Ensure(0);
        for (var i = 0; i < _document.Sidor.Count; i++)
        {
            var y = Pdfsida.Height - 36;
            _document.Sidor[i].Text(Pdfflode.Margin, y, _footer, Pdfstil.Liten);
            _document.Sidor[i].Text(Pdfsida.Width - Pdfflode.Margin, y, $"Sida {i + 1} av {_document.Sidor.Count}", Pdfstil.Liten, justering: Pdfjustering.Hoger);
        }

        return _document.ToBytes();
    }

    private Pdfbyggare AddHeading(string text, Pdfstil stil, string type, double before, double after)
    {
        _flow.Ensure(before + stil.LineHeight * _document.Lines(text, stil, Pdfflode.TextWidth).Count + after + 3 * Pdfstil.Brodtext.LineHeight);
        _flow.Y += _flow.AtTop ? 0 : before;
        _flow.Pour(text, stil, Struktur.Add(type));
        _flow.Y += after;
        return this;
    }

    private void DrawHeader(Pdfsida sida)
    {
        sida.Text(Pdfflode.Margin, 48, _sender, new Pdfstil(SenderSize * Math.Min(1, LongSender / (double)_sender.Length), Bold: true, Pdffarg.Accent));
        sida.Text(Pdfsida.Width - Pdfflode.Margin, 48, _header, Pdfstil.Liten, justering: Pdfjustering.Hoger);
        sida.Linje(Pdfflode.Margin, 58, Pdfsida.Width - Pdfflode.Margin, 58, 1, Pdffarg.Accent);
    }

    private void DrawRule(double y, double thickness, Pdffarg farg) =>
        _flow.Sida.Linje(Pdfflode.Margin, y, Pdfflode.Margin + Pdfflode.TextWidth, y, thickness, farg);
}
