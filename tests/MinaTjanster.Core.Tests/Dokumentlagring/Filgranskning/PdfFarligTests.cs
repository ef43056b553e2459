using System.Text;
using MinaTjanster.Core.Dokumentlagring.Filgranskning;
using MinaTjanster.Core.Tests.Dokumentlagring.Pdf;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Filgranskning;

/// <summary>What acts by itself is refused, wherever in the file it hides.</summary>
public sealed class PdfFarligTests : IDisposable
{
    private readonly Tempmapp _mapp = new();

    public static TheoryData<string, string> Faror => new()
    {
        { "<< /S /JavaScript /JS (app.alert\\(1\\)) >>", "FIL-SKRIPT" },
        { "<< /S /J#61vaScript >>", "FIL-SKRIPT" },
        { "<< /S /#4a#61#76#61Script >>", "FIL-SKRIPT" },
        { "<< /S /JavaScript#00x >>", "FIL-SKRIPT" },
        { "<< /S /Named /#4AS (x) >>", "FIL-SKRIPT" },
        { "<< /S /GoTo /S /JavaScript >>", "FIL-SKRIPT" },
        { "<< /S /JavaScript /S /GoTo >>", "FIL-SKRIPT" },
        { "<< /Names << /JavaScript << /Names [(a) 3 0 R] >> >> >>", "FIL-SKRIPT" },
        { "<< /AA << /O << /S /JavaScript >> >> >>", "FIL-SKRIPT" },
        { "<< /OpenAction << /S /GoTo /Next [<< /S /Named >> << /S /JavaScript >>] >> >>", "FIL-SKRIPT" },
        { "<< /Font << /F1 << /A << /S /JavaScript >> >> >> >>", "FIL-SKRIPT" },
        { "<< 17 /S /JavaScript >>", "FIL-SKRIPT" },
        { "/JavaScript", "FIL-SKRIPT" },
        { "<< /OnInstantiate 3 0 R >>", "FIL-SKRIPT" },
        { "<< /S /Launch /F (cmd.exe) >>", "FIL-STARTARPROGRAM" },
        { "[ 1 2 [ << /A << /Type /Action /S /L#61unch >> >> ] ]", "FIL-STARTARPROGRAM" },
        { "<< /Type /EmbeddedFile >>", "FIL-BILAGA" },
        { "<< /Names << /EmbeddedFiles << /Names [] >> >> >>", "FIL-BILAGA" },
        { "<< /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>", "FIL-BILAGA" },
        { "<< /Type /Annot /Subtype /FileAttachment >>", "FIL-BILAGA" },
        { "<< /Type /Annot /Subtype /RichMedia >>", "FIL-MEDIER" },
        { "<< /Subtype /3D >>", "FIL-MEDIER" },
        { "<< /Subtype /Movie >>", "FIL-MEDIER" },
        { "<< /AcroForm << /XFA [(template) 3 0 R] >> >>", "FIL-XFA" },
        { "<< /S /SubmitForm /F (https://example.org) >>", "FIL-SKICKAR" },
        { "<< /S /ImportData /F (a.fdf) >>", "FIL-SKICKAR" },
        { "<< /S /GoToR /F (\\\\\\\\dator\\\\fil.pdf) >>", "FIL-ANDRAFILER" },
        { "<< /S /GoToE >>", "FIL-ANDRAFILER" },
    };

    public void Dispose() => _mapp.Dispose();

    [Theory]
    [MemberData(nameof(Faror))]
    public void Granska_InOrdinaryObject_IsRefused(string body, string code) => ShouldRefuse(Testpdf.EnSida().Object(4, body).End(), code);

    [Theory]
    [MemberData(nameof(Faror))]
    public void Granska_InObjectStream_IsRefused(string body, string code)
    {
        ShouldRefuse(Testpdf.EnSida().ObjectStream(4, (5, "<< >>"), (6, body)).EndWithStream(7, (5, 4, 0), (6, 4, 1)), code);
        ShouldRefuse(Testpdf.EnSida().ObjectStream(4, (5, "<< >>"), (6, body)).End(), code);
    }

    [Theory]
    [MemberData(nameof(Faror))]
    public void Granska_InObjectThatNothingPointsTo_IsRefused(string body, string code) =>
        ShouldRefuse(Testpdf.EnSida().Raw($"9 0 obj {body} endobj\n").End(), code);

    [Theory]
    [MemberData(nameof(Faror))]
    public void Granska_InLaterVersion_IsRefused(string body, string code) =>
        ShouldRefuse(Testpdf.EnSida().End().Object(9, body).End(), code);

    [Theory]
    [MemberData(nameof(Faror))]
    public void Granska_InEarlierVersion_IsRefused(string body, string code) =>
        ShouldRefuse(Testpdf.EnSida().Object(9, body).End().Object(9, "<< >>").EndWithStream(10), code);

    [Theory]
    [MemberData(nameof(Faror))]
    public void Granska_InTrailerOrBesideIt_IsRefused(string body, string code)
    {
        ShouldRefuse(Testpdf.EnSida().End($"/Root 1 0 R /Extra << /Next {body} /A {(body.StartsWith('/') ? $"<< /S {body} >>" : "null")} >>"), code);
        ShouldRefuse(Testpdf.EnSida().End().Raw($"9 0 obj {body} endobj\n%%EOF\n").End(), code);
    }

    [Fact]
    public void Granska_ObjectHiddenInThePageStream_IsRefused()
    {
        var pdf = Testpdf.EnSida(page: "/Contents 4 0 R");
        var inside = pdf.Length + "4 0 obj\n<<  /Length 60 >>\nstream\nBT ET ".Length;
        pdf.Stream(4, "", $"BT ET 5 0 obj << /S /JavaScript /JS (x) >> endobj".PadRight(60)).Place(5, inside).End();
        ShouldRefuse(pdf, "FIL-SKRIPT");
    }

    [Fact]
    public void Granska_ObjectStreamWithoutItsType_IsRefused()
    {
        var packed = Testpdf.Pack("5 0 << /S /Launch >>");
        ShouldRefuse(Testpdf.EnSida().Stream(4, "/N 1 /First 4 /Filter /FlateDecode", packed).EndWithStream(7, (5, 4, 0)), "FIL-STARTARPROGRAM");
        ShouldRefuse(Testpdf.EnSida().Stream(4, "/N 1 /First 4 /Filter 8 0 R", packed).Object(8, "[/Fl]").EndWithStream(7, (5, 4, 0)), "FIL-STARTARPROGRAM");
    }

    [Theory]
    [InlineData("/ASCIIHexDecode", "3520302020203C3C202F53202F4C61756E6368203E3E>")]
    [InlineData("[/AHx /ASCIIHexDecode]", "33353230333032303230323033433343323032463533323032463443363137353645363336383230334533453E>")]
    public void Granska_ObjectStreamWrittenAsText_IsRefused(string filter, string content) =>
        ShouldRefuse(Testpdf.EnSida().Stream(4, $"/Type /ObjStm /N 1 /First 6 /Filter {filter}", content).EndWithStream(7, (5, 4, 0)), "FIL-STARTARPROGRAM");

    [Theory]
    [InlineData("/LZWDecode")]
    [InlineData("/Crypt")]
    [InlineData("[/FlateDecode /Okand]")]
    [InlineData("/FlateDecode /DP << /Predictor 12 /Columns 4 >>")]
    public void Granska_ObjectStreamThatCannotBeRead_IsRefused(string filter) =>
        ShouldRefuse(Testpdf.EnSida().Stream(4, $"/Type /ObjStm /N 1 /First 4 /Filter {filter}", Testpdf.Pack("5 0 << >>")).EndWithStream(7, (5, 4, 0)), "FIL-TRASIGPDF");

    [Fact]
    public void Granska_StreamWithContentInAnotherFile_IsRefused() =>
        ShouldRefuse(Testpdf.EnSida().Stream(4, "/F (\\\\\\\\dator\\\\fil)", "").End(), "FIL-ANDRAFILER");

    [Theory]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--object-streams=generate --linearize")]
    public void Granska_ScriptRewrittenByQpdf_IsRefused(string options)
    {
        var from = _mapp.Write("a.pdf", Testpdf.EnSida("/OpenAction 4 0 R").Object(4, "<< /S /JavaScript /JS (app.alert) >>").End().ToBytes());
        Verktyg.Run("qpdf", [.. options.Split(' '), from, _mapp.File("b.pdf")]);
        Filgranskare.Granska(File.ReadAllBytes(_mapp.File("b.pdf"))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PdfMedSkript>();
    }

    [Fact]
    public void Granska_AttachmentByQpdf_IsRefused()
    {
        var from = _mapp.Write("a.pdf", PdfbyggareTests.Exempel());
        Verktyg.Run("qpdf", from, "--add-attachment", _mapp.Write("bilaga.txt", [65]), "--", "--object-streams=generate", _mapp.File("b.pdf"));
        Filgranskare.Granska(File.ReadAllBytes(_mapp.File("b.pdf"))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PdfMedBilaga>();
    }

    [Theory]
    [InlineData("hemligt", "256")]
    [InlineData("", "256")]
    [InlineData("", "128")]
    public void Granska_EncryptedByQpdf_IsRefused(string password, string bits)
    {
        foreach (var streams in (string[])["disable", "generate"])
        {
            var from = _mapp.Write("a.pdf", PdfbyggareTests.Exempel());
            string[] weak = bits == "128" ? ["--allow-weak-crypto"] : [];
            Verktyg.Run("qpdf", [.. weak, "--encrypt", password, "agare", bits, "--", $"--object-streams={streams}", from, _mapp.File("b.pdf")]);
            Filgranskare.Granska(File.ReadAllBytes(_mapp.File("b.pdf"))).Refusals.ShouldHaveSingleItem().ShouldBeOfType<KrypteradPdf>();
        }
    }

    [Fact]
    public void Granska_EveryRefusal_SaysWhatToDoInSwedish()
    {
        var codes = Faror.Select(row => row.Data.Item2).Distinct().ToList();
        codes.Count.ShouldBe(7);
        var sentences = Faror.Select(row => Filgranskare.Granska(Testpdf.EnSida().Object(4, row.Data.Item1).End().ToBytes()).Refusals[0].Sentence).Distinct().ToList();
        sentences.Count.ShouldBe(7);
        sentences.ShouldAllBe(sentence => sentence.Contains("ladda upp", StringComparison.Ordinal));
    }

    private static void ShouldRefuse(Testpdf pdf, string code)
    {
        var refusals = Filgranskare.Granska(pdf.ToBytes()).Refusals;
        refusals.Select(refusal => refusal.Code).ShouldBe([code], Encoding.Latin1.GetString(pdf.ToBytes()));
    }
}
