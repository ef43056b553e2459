using System.Text;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Dokumentlagring.Filgranskning;
using MinaTjanster.Core.Tests.Dokumentlagring.Pdf;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Filgranskning;

/// <summary>What schools really send must pass.</summary>
public sealed class PdfOrdinaryTests : IDisposable
{
    private readonly Tempmapp _mapp = new();

    public void Dispose() => _mapp.Dispose();

    [Fact]
    public void Granska_OwnWriter_IsPdfWithItsPages() => ShouldPass(PdfbyggareTests.Exempel(), 3);

    [Theory]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--linearize --object-streams=generate")]
    [InlineData("--qdf --object-streams=disable")]
    [InlineData("--compress-streams=n --object-streams=generate")]
    [InlineData("--min-version=2.0 --object-streams=generate --recompress-flate")]
    public void Granska_Qpdf_Passes(string options)
    {
        var (from, to) = (_mapp.Write("a.pdf", PdfbyggareTests.Exempel()), _mapp.File("b.pdf"));
        Verktyg.Run("qpdf", [.. options.Split(' '), from, to]);
        ShouldPass(File.ReadAllBytes(to), 3);
    }

    [Fact]
    public void Granska_Chromium_Passes()
    {
        var (page, to) = (_mapp.Write("a.html", Encoding.UTF8.GetBytes("""
            <!doctype html><html lang="sv"><title>Frånvaro</title><style>h2 { break-before: page }</style>
            <h1>Frånvaro för Åsa Öberg</h1><p>JavaScript och Launch är bara ord här. <a href="https://example.org/">En länk</a></p>
            <form><input value="Launch"></form><h2 id="b">Sida två</h2><a href="#b">hit</a></html>
            """)), _mapp.File("a.pdf"));
        Verktyg.Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={_mapp.File("profil")}", $"--print-to-pdf={to}", $"file://{page}");
        ShouldPass(File.ReadAllBytes(to), 2);
    }

    [Fact]
    public void Granska_CairoAndPoppler_Pass()
    {
        var from = _mapp.Write("a.pdf", PdfbyggareTests.Exempel());
        Verktyg.Run("pdftocairo", "-pdf", from, _mapp.File("cairo.pdf"));
        Verktyg.Run("pdfunite", from, _mapp.File("cairo.pdf"), _mapp.File("bada.pdf"));
        ShouldPass(File.ReadAllBytes(_mapp.File("cairo.pdf")), 3);
        ShouldPass(File.ReadAllBytes(_mapp.File("bada.pdf")), 6);
    }

    [Fact]
    public void Granska_HybridAsWordWritesIt_Passes()
    {
        var pdf = Testpdf.EnSida("/StructTreeRoot 5 0 R").ObjectStream(4, (5, "<< /Type /StructTreeRoot >>"), (6, "<< /S /P >>"));
        var stream = pdf.Length;
        pdf.ReferenceStream(7, "/Root 1 0 R", (4, 1, (int)OffsetOf(pdf, "4 0 obj"), 0), (5, 2, 4, 0), (6, 2, 4, 1), (7, 1, (int)stream, 0));
        pdf.End();
        var second = pdf.Length;
        var first = LastReferences(pdf);
        pdf.Raw($"xref\r\n0 0\r\ntrailer\r\n<</Size 8/Root 1 0 R/Prev {first}/XRefStm {stream}>>\r\nstartxref\r\n{second}\r\n%%EOF");
        ShouldPass(pdf.ToBytes(), 1);
    }

    [Fact]
    public void Granska_SavedSeveralTimes_CountsPagesOfTheNewest()
    {
        var pdf = Testpdf.EnSida().End()
            .Object(2, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>").Object(4, "<< /Type /Page /Parent 2 0 R >>").End()
            .Object(2, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>").Object(5, "<< /Type /Page /Parent 2 0 R >>").EndWithStream(6);
        ShouldPass(pdf.ToBytes(), 3);
    }

    [Fact]
    public void Granska_PagesInsideObjectStream_AreCounted()
    {
        var pdf = new Testpdf().ObjectStream(5, (1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Kids [3 0 R 4 0 R] >>"), (3, "<< /Type /Page >>"), (4, "<< /Type /Page >>"))
            .EndWithStream(6, (1, 5, 0), (2, 5, 1), (3, 5, 2), (4, 5, 3));
        ShouldPass(pdf.ToBytes(), 2);
    }

    [Theory]
    [InlineData("skräp före\n")]
    [InlineData("\r\n\r\n")]
    public void Granska_BytesBeforeHeader_PassesWithOffsetsFromHeader(string before)
    {
        var bytes = Encoding.Latin1.GetBytes(before);
        ShouldPass([.. bytes, .. Testpdf.EnSida().End().ToBytes()], 1);
        ShouldPass(new Testpdf(before + "%PDF-1.4\n").Object(1, "<</Pages 2 0 R>>").Object(2, "<</Kids[3 0 R]>>").Object(3, "<</Type/Page>>").End().ToBytes(), 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\0\0\0\0\0\0")]
    [InlineData("\n% en rad till\n")]
    public void Granska_PaddingAfterEnd_Passes(string after) => ShouldPass(Testpdf.EnSida().End().Raw(after).ToBytes(), 1);

    [Fact]
    public void Granska_TableBeginningAtOne_Passes()
    {
        var text = Encoding.Latin1.GetString(Testpdf.EnSida().End().ToBytes());
        ShouldPass(Encoding.Latin1.GetBytes(text.Replace("xref\n0 1\n", "xref\n1 1\n", StringComparison.Ordinal)), 1);
    }

    [Fact]
    public void Granska_WrongStreamLength_Passes() =>
        ShouldPass(Testpdf.EnSida(page: "/Contents 4 0 R").Raw("").Object(4, "<< /Length 5 >>\nstream\nBT (hej pa dig) Tj ET\nendstream").End().ToBytes(), 1);

    [Theory]
    [InlineData("/Title (/JavaScript /JS /Launch \\) << /S /Launch >> \\()")]
    [InlineData("/Title (nested (<< /S /JavaScript /JS (x) >>) parentheses)")]
    [InlineData("/Title <2F4A617661536372697074>")]
    [InlineData("/Title /JavaScript")]
    [InlineData("% /OpenAction << /S /JavaScript /JS (app.alert) >>\n")]
    [InlineData("/Dests << /JavaScript [3 0 R /Fit] /Launch [3 0 R /Fit] >>")]
    [InlineData("/StructTreeRoot << /RoleMap << /JavaScript /P /JS /Span /EF /P >> >>")]
    [InlineData("/OpenAction [3 0 R /Fit]")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>")]
    [InlineData("/AA << /WC << /S /Named /N /Print >> >>")]
    [InlineData("/A << /S /URI /URI (https://example.org/JavaScript) >>")]
    [InlineData("/AcroForm << /Fields [] /DA (/Helv 0 Tf) >>")]
    public void Granska_WordsWithoutMeaning_Pass(string catalog) => ShouldPass(Testpdf.EnSida(catalog).End().ToBytes(), 1);

    [Fact]
    public void Granska_WordsOnThePage_Pass()
    {
        const string text = "BT /F1 12 Tf (1 0 obj << /S /JavaScript /JS \\(x\\) >> endobj) Tj ET /JavaScript << /JS (x) >> BDC EMC ( ((( <<<<";
        ShouldPass(Testpdf.EnSida(page: "/Contents 4 0 R /Resources << /Font << /JS 5 0 R >> /XObject << /EF 5 0 R >> >>").Stream(4, "", text).Object(5, "<< /Type /Font >>").End().ToBytes(), 1);
    }

    private static void ShouldPass(byte[] pdf, int pages)
    {
        var result = Filgranskare.Granska(pdf);
        result.Refusals.ShouldBeEmpty();
        result.Value.ShouldBe(new Granskadfil(Dokumenttyp.Pdf, pages, Bild: null));
    }

    private static long OffsetOf(Testpdf pdf, string text) => Encoding.Latin1.GetString(pdf.ToBytes()).IndexOf(text, StringComparison.Ordinal);

    private static long LastReferences(Testpdf pdf) => Encoding.Latin1.GetString(pdf.ToBytes()).LastIndexOf("xref\n0 1", StringComparison.Ordinal);
}
