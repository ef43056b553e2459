using System.Buffers.Binary;
using System.Text;
using FsCheck.Fluent;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Dokumentlagring.Filgranskning;
using MinaTjanster.Core.Tests.Dokumentlagring.Pdf;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Dokumentlagring.Filgranskning;

public sealed class BildTests : IDisposable
{
    private readonly Tempmapp _mapp = new();

    public void Dispose() => _mapp.Dispose();

    [Theory]
    [InlineData("-png", Dokumenttyp.Png)]
    [InlineData("-png -gray", Dokumenttyp.Png)]
    [InlineData("-png -mono", Dokumenttyp.Png)]
    [InlineData("-jpeg", Dokumenttyp.Jpeg)]
    [InlineData("-jpeg -gray", Dokumenttyp.Jpeg)]
    [InlineData("-jpeg -jpegopt progressive=y", Dokumenttyp.Jpeg)]
    public void Granska_PicturesByPoppler_AreKnownWithTheirSize(string options, Dokumenttyp typ) =>
        Filgranskare.Granska(Picture(options)).Value.ShouldBe(new Granskadfil(typ, 1, new Bildstorlek(414, 585)));

    [Theory]
    [InlineData("-png")]
    [InlineData("-jpeg")]
    [InlineData("-jpeg -jpegopt progressive=y")]
    public void Granska_CutAnywhere_IsRefused(string options)
    {
        var picture = Picture(options);
        for (var length = 8; length < picture.Length; length += 101)
            Filgranskare.Granska(picture.AsMemory(0, length)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TrasigBild>();
        Filgranskare.Granska(picture.AsMemory(0, picture.Length - 1)).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TrasigBild>();
    }

    [Theory]
    [InlineData("-png")]
    [InlineData("-jpeg")]
    public void Granska_BytesAfterTheEnd_Pass(string options) => Filgranskare.Granska((byte[])[.. Picture(options), 1, 2, 3]).IsAccepted.ShouldBeTrue();

    [Fact]
    public void Granska_AnyChangedByteInPng_IsRefused()
    {
        var picture = Picture("-png -gray -r 20");
        for (var at = 8; at < picture.Length; at++)
        {
            var copy = (byte[])picture.Clone();
            copy[at] ^= 0x10;
            Filgranskare.Granska(copy).Refusals.ShouldHaveSingleItem($"byte {at}").ShouldBeOfType<TrasigBild>();
        }
    }

    [Theory]
    [InlineData(1, 1, 8, 0, 0, true)]
    [InlineData(7, 5, 8, 2, 1, true)]
    [InlineData(1, 1, 16, 6, 1, true)]
    [InlineData(3, 2, 1, 3, 0, false)] // a palette picture without palette
    [InlineData(3, 2, 3, 0, 0, false)]
    [InlineData(3, 2, 8, 5, 0, false)]
    [InlineData(0, 2, 8, 0, 0, false)]
    public void Granska_PngHeaders_AreJudged(int width, int height, int depth, int color, int interlace, bool accepted) =>
        Filgranskare.Granska(Png(width, height, depth, color, interlace, new byte[400])).IsAccepted.ShouldBe(accepted);

    [Fact]
    public void Granska_PngWithTooLittleData_IsRefused() =>
        Filgranskare.Granska(Png(100, 100, 8, 0, 0, new byte[10_099])).Refusals.ShouldHaveSingleItem().ShouldBeOfType<TrasigBild>();

    [Theory]
    [InlineData(20_001, 1)]
    [InlineData(12_000, 12_000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Granska_PngThatUnpacksTooLarge_IsRefused(int width, int height)
    {
        var refusal = Filgranskare.Granska(Png(width, height, 1, 0, 0, [0])).Refusals.ShouldHaveSingleItem();
        refusal.ShouldBeOfType<ForStorBild>();
        refusal.Sentence.ShouldContain($"{width} × {height} bildpunkter");
    }

    [Fact]
    public void Granska_JpegThatSaysItIsHuge_IsRefused()
    {
        var picture = Picture("-jpeg");
        var frame = picture.AsSpan().IndexOf<byte>([0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(picture.AsSpan(frame + 5), 60_000);
        BinaryPrimitives.WriteUInt16BigEndian(picture.AsSpan(frame + 7), 60_000);
        Filgranskare.Granska(picture).Refusals.ShouldHaveSingleItem().ShouldBe(new ForStorBild(60_000, 60_000));
    }

    [Theory]
    [InlineData("", "FIL-TOM")]
    [InlineData("hej", "FIL-TYP")]
    [InlineData("<html><script>alert(1)</script>", "FIL-TYP")]
    [InlineData("GIF89a", "FIL-TYP")]
    [InlineData("PK\u0003\u0004word/document.xml", "FIL-TYP")]
    [InlineData("\u0000\u0000\u0000\u0018ftypheic0000", "FIL-TYP")]
    [InlineData("\u00FF\u00D8\u00FF", "FIL-TRASIGBILD")]
    [InlineData("\u0089PNG\r\n\u001A\n", "FIL-TRASIGBILD")]
    public void Granska_OtherContent_IsRefusedWithAdvice(string content, string code)
    {
        var refusal = Filgranskare.Granska(Encoding.Latin1.GetBytes(content)).Refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe(code);
        refusal.Field.ShouldBe("Filer");
    }

    [Fact]
    public void Granska_WordAndPhoneFiles_SayHowToSaveThem()
    {
        Filgranskare.Granska("PK\u0003\u0004"u8.ToArray()).Refusals[0].Sentence.ShouldContain("exportera det som PDF");
        Filgranskare.Granska("\0\0\0\u0018ftypheic0000"u8.ToArray()).Refusals[0].Sentence.ShouldContain("JPEG");
    }

    [Fact]
    public void Granska_PdfBehindForeignBytes_IsJudgedAsPdf() =>
        Filgranskare.Granska((byte[])[.. "PK\u0003\u0004"u8, .. Testpdf.EnSida().Object(4, "<< /S /Launch >>").End().ToBytes()]).Refusals.ShouldHaveSingleItem().ShouldBeOfType<PdfStartarProgram>();

    [Fact]
    public void Granska_MutatedPictures_NeverThrow()
    {
        byte[][] sources = [Picture("-png -r 20"), Picture("-jpeg -r 20"), Png(7, 5, 8, 2, 1, new byte[200])];
        Egenskap.ForAlla(
            from source in Gen.Elements(sources)
            from at in Gen.Choose(0, source.Length - 1)
            from value in Gen.Choose(0, 255)
            from cut in Gen.Choose(1, source.Length)
            select (source, at, value, cut),
            it =>
            {
                var copy = (byte[])it.source.Clone();
                copy[it.at] = (byte)it.value;
                return Filgranskare.Granska(copy.AsMemory(0, it.cut)) is { } result && (!result.IsAccepted || result.Value.AntalSidor == 1);
            });
    }

    private byte[] Picture(string options)
    {
        var pdf = _mapp.Write("a.pdf", PdfbyggareTests.Exempel());
        string[] resolution = options.Contains("-r ", StringComparison.Ordinal) ? [] : ["-r", "50"];
        Verktyg.Run("pdftoppm", [.. options.Split(' '), .. resolution, "-singlefile", pdf, _mapp.File("bild")]);
        return File.ReadAllBytes(Directory.GetFiles(Path.GetDirectoryName(pdf)!, "bild*")[0]);
    }

    private static byte[] Png(int width, int height, int depth, int color, int interlace, byte[] rows)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)color, (byte)interlace);
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", Testpdf.Pack(rows)), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc(body));
        return [.. length, .. body, .. checksum];
    }

    /// <summary>Written another way than the code under test, bit by bit.</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return ~crc;
    }
}
