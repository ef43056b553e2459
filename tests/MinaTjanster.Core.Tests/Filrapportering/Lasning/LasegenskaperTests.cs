using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Filrapportering.Lasning;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering.Lasning;

/// <summary>What holds for any bytes.</summary>
public sealed class LasegenskaperTests
{
    private const string Rubrik = "personnummer;händelse;första_dag\n";

    /// <summary>Bytes of no sense at all.</summary>
    private static readonly Gen<byte[]> Slump = Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf();

    /// <summary>What files are made of, and what breaks them, in any order.</summary>
    private static readonly Gen<byte[]> Bitar = Gen.Elements(
        [
            .. new[] { ";", ";", ";", "\n", "\n", "\r\n", "\r", "\"", "\"", "\"\"", "\t", " ", "1", "ab", "å", "€", "😀", "'", "=", "\uFEFF", Rubrik, "1;2;3\n", "x;\"y\ny\";z\r\n" }.Select(Encoding.UTF8.GetBytes),
            [0xE5], [0xC3], [0xF0, 0x9F],
            .. new[] { ('x', 1_000), ('x', 2_001), ('x', 40_000), ('x', 70_000), ('\n', 1_025), ('"', 5_000), (';', 300), ('x', 300_000) }.Select(p => Enumerable.Repeat((byte)p.Item1, p.Item2).ToArray()),
        ]).ArrayOf().Select(bitar => bitar.SelectMany(b => b).ToArray());

    private static readonly Gen<byte[]> MedRubrik = Bitar.Select(b => (byte[])[.. Encoding.UTF8.GetBytes(Rubrik), .. b]);

    private static readonly Gen<byte[]> Vadsomhelst = Gen.OneOf(Slump, Bitar, MedRubrik, MedRubrik);

    [Fact]
    public void Las_AnyBytes_GivesAnAnswer() => Egenskap.ForAlla(Vadsomhelst, bytes =>
    {
        var fore = GC.GetAllocatedBytesForCurrentThread();
        var svar = Las(bytes);
        var minne = GC.GetAllocatedBytesForCurrentThread() - fore;

        // An answer: refused with a sentence, or rows in order that are whole or say why not.
        var iOrdning = svar.Rader.Zip(svar.Rader.Skip(1)).All(p => p.First.Radnummer < p.Second.Radnummer);
        var hela = svar.Rader.All(r => r.Varden.Count == 3 && (r.Fel is null) == (r.Ratext is null) && r.Varden.All(v => r.Fel is not null || v.Length <= Filgranser.MaxFaltlangd));
        return (svar.Avslag.Count > 0) == (svar.Rader.Count == 0) && iOrdning && hela && minne < 4_000_000 + (100L * bytes.Length);
    });

    [Fact]
    public void Las_FewBytesAtATime_GivesTheSame() => Egenskap.ForAlla(from bytes in Vadsomhelst from steg in Gen.Elements(1, 2, 3, 7, 1_000, 4_093) select (bytes, steg), p =>
        Las(p.bytes).Spar == Provlasning.AvAsync(p.bytes, steg: p.steg).GetAwaiter().GetResult().Spar);

    /// <summary>The same rows after so many others that the reader's buffer ends in the midst of them.</summary>
    [Fact]
    public void Las_AcrossTheBuffersEdge_GivesTheSame()
    {
        var fall = from svans in Bitar from avstand in Gen.OneOf(Gen.Choose(-1_200, 100), Gen.Choose(-30, 2)) select (svans, avstand);
        Egenskap.ForAlla(fall, p =>
        {
            var rad = Encoding.UTF8.GetBytes($"1;å;{new string('x', 1_000)}\n");
            var antal = Radbuffert.Rymd / rad.Length - 1;
            byte[] rubrik = Encoding.UTF8.GetBytes(Rubrik);
            var fyllnad = Radbuffert.Rymd + p.avstand - rubrik.Length - (antal * rad.Length) - 6;
            byte[] fore = [.. rubrik, .. Enumerable.Repeat(rad, antal).SelectMany(r => r), .. Encoding.UTF8.GetBytes($"1;2;{new string(' ', fyllnad)}x\n")];
            var langt = Las([.. fore, .. p.svans]);
            var kort = Las([.. rubrik, .. "1;2;x\n"u8, .. p.svans]);
            if (langt.Avslag.Count > 0 || kort.Avslag.Count > 0)
                return (langt.Avslag.Count, kort.Avslag.Count) is ( > 0, > 0) || langt.Koder.Concat(kort.Koder).All(k => k is "FIL-TECKENKOD" or "FIL-AVKORTAD");
            if (langt.Oversikt!.Teckenkod != kort.Oversikt!.Teckenkod)
                return true;

            return langt.Rader.Skip(antal + 1).Select(r => Provlasning.Rad(r, antal)).SequenceEqual(kort.Rader.Skip(1).Select(r => Provlasning.Rad(r, 0)));
        });
    }

    /// <summary>Streams that answer at once keep the whole reading on this thread, whose memory is measured.</summary>
    private static Provlasning Las(byte[] bytes)
    {
        var lasning = Provlasning.AvAsync(bytes);
        lasning.IsCompleted.ShouldBeTrue();
        return lasning.GetAwaiter().GetResult();
    }
}
