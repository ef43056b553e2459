using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

/// <summary>Files that schools send by mistake, and worse, each with its answer.</summary>
public sealed class FilkorpusTests
{
    private const string Rubrik = "personnummer;händelse\n";

    private static readonly Dictionary<string, (byte[] Bytes, string Svar)> Korpus = new()
    {
        ["nothing"] = ([], "FIL-TOM"),
        ["only a mark"] = ([0xEF, 0xBB, 0xBF], "FIL-TOM"),
        ["only line endings"] = (Text("\r\n \n\r"), "FIL-TOM"),
        ["only separators"] = (Text(";;;\n;;\n"), "FIL-TOM"),
        ["only a header"] = (Text(Rubrik), "FIL-INGA-RADER"),
        ["a header and empty rows"] = (Text(Rubrik + ";\n\n;\n"), "FIL-INGA-RADER"),
        ["no header"] = (Text("200801011234;11\n200801021234;11\n"), "FIL-RUBRIK-SAKNAS"),
        ["another header"] = (Text("namn;adress\na;b\n"), "FIL-RUBRIK-SAKNAS"),
        ["commas"] = (Text("personnummer,händelse\n1,2\n"), "FIL-KOMMA"),
        ["a column is missing"] = (Text("personnummer;första dag\n1;2\n"), "FIL-KOLUMN-SAKNAS"),
        ["a column twice"] = (Text("personnummer;händelse;Händelse\n1;2;3\n"), "FIL-KOLUMN-DUBBEL"),
        ["an open quote in the header"] = (Text("personnummer;\"händelse\n1;2\n"), "FIL-RUBRIK-TRASIG"),
        ["binary"] = ([1, 2, 3, 0, 200, 201, 10, 0], "FIL-BINAR"),
        ["a zero in a field"] = (Text(Rubrik + "1;a\0b\n"), "FIL-BINAR"),
        ["a zero far away"] = (Text(Rubrik + string.Concat(Enumerable.Repeat("1;2\n", 100_000)) + "\0"), "FIL-BINAR"),
        ["png"] = ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], "FIL-BINAR"),
        ["zip"] = (Zip("fil.csv"), "FIL-ZIP"),
        ["xlsx"] = (Zip("[Content_Types].xml", "xl/workbook.xml"), "FIL-EXCEL"),
        ["ods"] = (Zip("mimetype=application/vnd.oasis.opendocument.spreadsheet"), "FIL-EXCEL"),
        ["xls"] = ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "FIL-EXCEL"),
        ["gzip"] = ([0x1F, 0x8B, 8, 0, 0, 0], "FIL-ZIP"),
        ["pdf"] = (Text("%PDF-1.7\n%âãÏÓ\n"), "FIL-PDF"),
        ["web page"] = (Text("\n<!DOCTYPE html><html>"), "FIL-XML"),
        ["utf-16 little"] = ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Rubrik)], "FIL-UTF16"),
        ["utf-16 big"] = ([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Rubrik)], "FIL-UTF16"),
        ["utf-16 without mark"] = (Encoding.Unicode.GetBytes(Rubrik + "1;2\n"), "FIL-UTF16"),
        ["utf-32"] = ([0, 0, 0xFE, 0xFF, 0, 0, 0, 65], "FIL-UTF16"),
        ["cut in a character"] = (Text(Rubrik + "1;å")[..^1], "FIL-AVKORTAD"),
        ["cut in a character after a mark"] = ([0xEF, 0xBB, 0xBF, .. Text("personnummer;handelse\n1;å")[..^1]], "FIL-AVKORTAD"),
        ["utf-8 with a byte of latin-1"] = ([.. Text(Rubrik + "1;å\n2;ä\n3;"), 0xF6, .. Text("\n4;ö\n")], "FIL-TECKENKOD"),
        ["a mark before latin-1"] = ([0xEF, 0xBB, 0xBF, .. Latin1(Rubrik + "1;å\n")], "FIL-TECKENKOD"),
        ["latin-1 that ends in å"] = (Latin1("personnummer;handelse\n1;å"), "1,å"),
        ["cut in a quote"] = (Text(Rubrik + "1;2\n3;\"fy"), "1,2 RAD-CITATTECKEN"),
        ["10 MB in one line"] = (Enumerable.Repeat((byte)'x', 10_000_000).ToArray(), "FIL-RADSLUT"),
        ["10 MB in the second line"] = ([.. Text(Rubrik), .. Enumerable.Repeat((byte)'x', 10_000_000)], "FIL-RADSLUT"),
        ["10 MB in a quote"] = ([.. Text(Rubrik + "1;\""), .. Enumerable.Repeat((byte)'x', 10_000_000), .. Text("\"\n1;2\n")], "FIL-RADSLUT"),
        ["a million columns"] = ([.. Text(string.Join(';', Enumerable.Range(1, 1_000_000))), .. Text("\n1;2\n")], "FIL-RADSLUT"),
        ["a million columns without name"] = ([.. Enumerable.Repeat((byte)';', 1_000_000), .. Text("\n1;2\n")], "FIL-RUBRIK-LANGD"),
        ["a million fields"] = ([.. Text(Rubrik), .. Enumerable.Repeat((byte)';', 1_000_000), .. Text("\n1;2\n")], "RAD-LANGD 1,2"),
        ["thousands of columns"] = (Text(string.Join(';', Enumerable.Range(1, 5_000)) + "\n1;2\n"), "FIL-KOLUMNER"),
        ["a header of 100 kB"] = (Text($"personnummer;händelse;{new string('x', 100_000)}\n1;2;3\n"), "FIL-RUBRIK-LANGD"),
        ["formulas"] = (Text(Rubrik + "=1+1;@SUM(A1)\n-5;+46\n'=1+1;\"'\t=x\"\n'a;''-1\n"), "=1+1,@SUM(A1) -5,+46 =1+1,\t=x 'a,'-1"),
        ["a good file"] = (Text(Rubrik + "1;2\n3;4"), "1,2 3,4"),
    };

    public static TheoryData<string> Namn => [.. Korpus.Keys];

    [Theory]
    [MemberData(nameof(Namn))]
    public async Task Las_GivesTheAnswer(string namn)
    {
        var svar = await Provlasning.AvAsync(Korpus[namn].Bytes);

        string.Join(' ', svar.Koder.Concat(svar.Rader.Select(r => r.Fel?.Code ?? string.Join(',', r.Varden.Take(2))))).ShouldBe(Korpus[namn].Svar);
        svar.Avslag.Concat(svar.Rader.Select(r => r.Fel).OfType<Refusal>()).ShouldAllBe(a => a.Sentence.EndsWith('.') && a.Sentence.Length < 250);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Zip(params string[] namn)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var fil in namn)
            {
                using var post = zip.CreateEntry(fil).Open();
                post.Write("innehåll"u8);
            }
        }

        return bytes.ToArray();
    }
}
