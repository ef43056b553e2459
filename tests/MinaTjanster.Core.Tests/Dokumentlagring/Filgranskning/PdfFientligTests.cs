using System.Text;
using FsCheck.Fluent;
using MinaTjanster.Core.Dokumentlagring.Filgranskning;
using MinaTjanster.Core.Tests.Dokumentlagring.Pdf;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Filgranskning;

/// <summary>Damaged and hostile files get an answer, with bounded memory, and never an acceptance they do not deserve.</summary>
public sealed class PdfFientligTests
{
    private static readonly byte[] Ordinary = PdfbyggareTests.Exempel();

    private static readonly byte[] WithObjectStreams = Testpdf.EnSida(page: "/Contents 8 0 R").Stream(8, "", "BT ET")
        .ObjectStream(4, (5, "<< /A [1 2.5 (text) <AB> /Namn true null 3 0 R] >>"), (6, "[ << /B 1 >> ]")).EndWithStream(7, (5, 4, 0), (6, 4, 1)).ToBytes();

    [Fact]
    public void Granska_CutAnywhere_IsRefused()
    {
        for (var length = 1; length < Ordinary.Length - 1; length += 97)
            Filgranskare.Granska(Ordinary.AsMemory(0, length)).IsAccepted.ShouldBeFalse($"{length} of {Ordinary.Length} bytes");
        Filgranskare.Granska(Ordinary.AsMemory(0, Ordinary.Length - 3)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<AvkortadPdf>();
    }

    [Theory]
    [InlineData("%PDF-1.7\nhej")]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n0\n%%EOF")]
    public void Granska_WithoutEnd_IsRefusedAsCut(string text) => Refusal(Encoding.Latin1.GetBytes(text)).ShouldBeOfType<AvkortadPdf>();

    [Theory]
    [InlineData("%PDF-1.7\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n2147483647\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 99999999999\ntrailer << >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n-5 2\n0000000009 00000 n \ntrailer << >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 0\ntrailer\n<< /XRefStm 9 >>\nstartxref\n9\n%%EOF")]
    public void Granska_BrokenReferences_IsRefused(string text) => Refusal(Encoding.Latin1.GetBytes(text)).ShouldBeOfType<TrasigPdf>();

    [Fact]
    public void Granska_ReferenceThatLeadsAstray_IsRefused()
    {
        Refusal(Testpdf.EnSida().Place(4, 12)).ShouldBeOfType<TrasigPdf>();
        Refusal(Testpdf.EnSida().Place(4, 9)).ShouldBeOfType<TrasigPdf>();
        Refusal(Testpdf.EnSida().Place(4, 1_000_000)).ShouldBeOfType<TrasigPdf>();
    }

    [Theory]
    [InlineData("<< /Kids [2 0 R] >>")]
    [InlineData("<< /Kids [9 0 R] >>")]
    [InlineData("<< /Kids [] >>")]
    [InlineData("<< /Kids 2 0 R >>")]
    [InlineData("17")]
    [InlineData("2 0 R")]
    public void Granska_WithoutPages_IsRefused(string tree) =>
        Refusal(new Testpdf().Object(1, "<< /Pages 2 0 R >>").Object(2, tree)).ShouldBeOfType<TrasigPdf>();

    [Fact]
    public void Granska_PageTreeInCircle_CountsEachPageOnce() =>
        Filgranskare.Granska(Testpdf.EnSida().Object(2, "<< /Kids [3 0 R 2 0 R 4 0 R 3 0 R] >>").Object(4, "<< /Kids [2 0 R 5 0 R] >>").Object(5, "<< /Type /Page >>").End().ToBytes())
            .Value.AntalSidor.ShouldBe(2);

    [Fact]
    public void Granska_DeepNesting_IsRefused()
    {
        Refusal(Testpdf.EnSida().Object(4, new string('[', 1_000_000))).ShouldBeOfType<ForInvecklad>();
        Refusal(Testpdf.EnSida().Object(4, string.Concat(Enumerable.Repeat("<</A ", 200_000)))).ShouldBeOfType<ForInvecklad>();
    }

    [Fact]
    public void Granska_ContainersInCircle_AreRefused()
    {
        Refusal(Testpdf.EnSida().Stream(4, "/Type /ObjStm /N 1 /First 4 /Filter 5 0 R", Testpdf.Pack("5 0 /Fl")).EndWithStream(7, (5, 4, 0)).ToBytes()).ShouldBeOfType<TrasigPdf>();
        Refusal(Testpdf.EnSida().EndWithStream(7, (5, 6, 0), (6, 5, 0)).ToBytes()).ShouldBeOfType<TrasigPdf>();
        Refusal(new Testpdf().Object(1, "1 0 R").ToBytes(), "/Root 1 0 R").ShouldBeOfType<TrasigPdf>();
    }

    [Fact]
    public void Granska_Bombs_AreRefusedWithBoundedMemory()
    {
        var zeros = Testpdf.Pack(Testpdf.Pack(new byte[200_000_000]));
        var flat = Testpdf.Pack(new byte[200_000_000]);
        var ones = Testpdf.Pack(string.Concat(Enumerable.Repeat("1 ", 15_000_000)));
        const string head = "/Type /ObjStm /N 1 /First 4";
        var many = Testpdf.EnSida();
        var spaces = Testpdf.Pack("5 0 [" + new string(' ', 20_000_000));
        for (var number = 10; number < 60; number++)
            many.Stream(number, $"{head} /Filter /FlateDecode", spaces);
        var sameArray = Testpdf.Pack(string.Concat(Enumerable.Repeat("9 0 ", 100_000)) + $"[{string.Concat(Enumerable.Repeat("1 ", 400_000))}]");

        var overlapping = new StringBuilder("%PDF-1.7\n");
        for (var number = 1; number < 100_000; number++)
            overlapping.Append($"{number} 0 obj (\n");

        foreach (var bomb in (byte[][])
        [
            Testpdf.EnSida().Stream(4, $"{head} /Filter /FlateDecode", flat).End().ToBytes(),
            Testpdf.EnSida().Stream(4, $"{head} /Filter [/FlateDecode /FlateDecode]", zeros).End().ToBytes(),
            Testpdf.EnSida().Stream(4, "/Type /ObjStm /N 1000000 /First 0 /Filter /FlateDecode", ones).End().ToBytes(),
            Testpdf.EnSida().Stream(4, "/Type /XRef /W [0 0 1] /Size 999999999 /Filter /FlateDecode", flat).End().ToBytes(),
            Testpdf.EnSida().Object(4, $"[{string.Concat(Enumerable.Repeat("0 ", 5_000_000))}]").End().ToBytes(),
            Testpdf.EnSida().Stream(4, "/Type /ObjStm /N 100000 /First 400000 /Filter /FlateDecode", sameArray).End().ToBytes(),
            many.End().ToBytes(),
            [.. Encoding.Latin1.GetBytes(overlapping.ToString()), .. Testpdf.EnSida().End().ToBytes()],
        ])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Filgranskare.Granska(bomb);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000_000);
        }

        Refusal(Testpdf.EnSida().Stream(4, $"{head} /Filter /FlateDecode", flat)).ShouldBeOfType<ForInvecklad>();
        Refusal(Testpdf.EnSida().Object(4, $"[{string.Concat(Enumerable.Repeat("0 ", 5_000_000))}]")).ShouldBeOfType<ForInvecklad>();
    }

    [Fact]
    public void Granska_RandomBytes_NeverThrows() => Egenskap.ForAlla(
        from head in Gen.Elements("%PDF-1.7\n", "%PDF-1.7\n1 0 obj << /A [", "%PDF-2.0\nxref\n0 3\n", "")
        from body in Gen.Choose(0, 255).ArrayOf()
        from end in Gen.Elements("\nstartxref\n9\n%%EOF", "trailer<</Root 1 0 R>>startxref 9 %%EOF", "")
        select Encoding.Latin1.GetBytes(head).Concat(body.Select(b => (byte)b)).Concat(Encoding.Latin1.GetBytes(end)).ToArray(),
        bytes => !Filgranskare.Granska(bytes).IsAccepted);

    [Fact]
    public void Granska_RandomSyntax_NeverThrows() => Egenskap.ForAlla(
        from words in Gen.Elements("<<", ">>", "[", "]", "(", ")", "/S", "/JavaScript", "/Kids", "/Length", "/Filter", "/FlateDecode", "/N", "/First", "/Prev", "/W", "/Type", "/ObjStm", "/XRef",
            "/Root", "/Pages", "1 0 R", "2 0 R", "1 0 obj", "2 0 obj", "3 0 obj", "endobj", "stream\n", "endstream", "xref", "trailer", "startxref", "%%EOF", "0", "1", "9", "-1", "99999999999", "0000000009 00000 n", "<41>", "%\n").ArrayOf(60)
        select Encoding.Latin1.GetBytes($"%PDF-1.7\n{string.Join(' ', words)}\nstartxref\n9\n%%EOF"),
        bytes => Filgranskare.Granska(bytes) is not null);

    [Fact]
    public void Granska_MutatedPdf_NeverThrows() => Egenskap.ForAlla(
        from source in Gen.Elements(Ordinary, WithObjectStreams)
        from changes in (from at in Gen.Choose(0, source.Length - 1) from value in Gen.Choose(0, 255) select (at, value)).ArrayOf(8)
        from cut in Gen.Choose(0, source.Length - 1)
        from length in Gen.Elements(0, 0, 1, 7, 300)
        select Mutate(source, changes, cut, length),
        bytes => Filgranskare.Granska(bytes) is { } result && (!result.IsAccepted || result.Value.AntalSidor > 0));

    private static byte[] Mutate(byte[] source, (int At, int Value)[] changes, int cut, int length)
    {
        var copy = (byte[])source.Clone();
        foreach (var (at, value) in changes)
            copy[at] = (byte)value;
        return [.. copy[..cut], .. copy[Math.Min(copy.Length, cut + length)..]];
    }

    private static Refusal Refusal(Testpdf pdf) => Refusal(pdf.End().ToBytes());

    private static Refusal Refusal(byte[] pdf, string trailer = "") =>
        Filgranskare.Granska(trailer.Length == 0 ? pdf : new Testpdf("").Raw(pdf).End(trailer).ToBytes()).Refusals.ShouldHaveSingleItem();
}
