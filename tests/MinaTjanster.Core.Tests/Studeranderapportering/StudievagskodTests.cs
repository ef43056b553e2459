using FsCheck.Fluent;
using MinaTjanster.Core.Studeranderapportering;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering;

/// <summary>domain.md section 6, Studievägskod.</summary>
public sealed class StudievagskodTests
{
    private static readonly DateOnly Host2026 = new(2026, 8, 17);

    [Theory]
    [InlineData("BAHUS0L00", "BA", "HUS", "0L00", Larlingsform.Larling)]
    [InlineData("BAHUS0A00", "BA", "HUS", "0A00", Larlingsform.Larlingsanstallning)]
    [InlineData("EKEKO", "EK", "EKO", "0000", Larlingsform.Ingen)]
    [InlineData("hvfri0l0n", "HV", "FRI", "0L0N", Larlingsform.Larling)]
    [InlineData("NANAT0S00", "NA", "NAT", "0S00", Larlingsform.Ingen)]       // another supplement in position 7
    [InlineData("FTLAA00R0", "FT", "LAA", "00R0", Larlingsform.Ingen)]       // L and A elsewhere say nothing of apprenticeship
    [InlineData(" BF PED 0000 ", "BF", "PED", "0000", Larlingsform.Ingen)]
    [InlineData("VO", "VO", null, "0000", Larlingsform.Ingen)]
    [InlineData("VO0000000", "VO", null, "0000", Larlingsform.Ingen)]
    public void TryParse_ItsParts(string text, string program, string? inriktning, string tillagg, Larlingsform larling)
    {
        Studievagskod.TryParse(text, out var kod).ShouldBeTrue();
        (kod.Program, kod.Inriktning, kod.Tillagg, kod.Larlingsform).ShouldBe((program, inriktning, tillagg, larling));
        kod.Varde.Length.ShouldBe(9);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("B")]
    [InlineData("BAHUS00000")]   // ten
    [InlineData("1AHUS")]
    [InlineData("B0HUS")]
    [InlineData("BAHÅS")]
    [InlineData("BA-HUS")]
    [InlineData("ßAHUS")]
    public void TryParse_NothingElse(string? text) => Studievagskod.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_AnyText_AnswersAndReadsItselfBack() => Egenskap.ForAlla(
        Gen.Elements("ABELNabz019åÖı- \t\u00A0".ToCharArray()).ArrayOf().Select(t => new string(t)),
        text => !Studievagskod.TryParse(text, out var ett)
            || (Studievagskod.TryParse(ett.ToString(), out var tva) && ett == tva && ett.Varde.Length == 9
                && ett.Program + (ett.Inriktning ?? "000") + ett.Tillagg == ett.Varde));

    [Theory]
    [InlineData("BAHUS", "2026-08-17", null)]
    [InlineData("FRFRI", "2026-08-17", null)]
    [InlineData("FRFRI", "2025-06-30", "STUDIE-V-PROGRAMTID")]    // Gy25 begins the day after
    [InlineData("FRFRI", "2025-07-01", null)]
    [InlineData("HVFRI", "2026-08-17", null)]                     // began before Gy25 and goes on
    [InlineData("HVFRI", "2030-06-30", null)]
    [InlineData("HVFRI", "2030-07-01", "STUDIE-V-PROGRAMTID")]
    [InlineData("BAHUS", "2011-06-30", "STUDIE-V-PROGRAMTID")]
    [InlineData("QQQQQ", "2026-08-17", "STUDIE-V-PROGRAMKOD")]
    public void Varningar_ByTheDatedTable(string text, string dag, string? varning)
    {
        Studievagskod.TryParse(text, out var kod).ShouldBeTrue();
        kod.Varningar(DateOnly.Parse(dag)).Select(v => v.Kod).ShouldBe(varning is null ? [] : [varning]);
    }

    [Fact]
    public void Varningar_SayTheCodeAndTheDay()
    {
        Studievagskod.TryParse("FRFRI", out var kod).ShouldBeTrue();
        kod.Varningar(new DateOnly(2024, 8, 19)).ShouldHaveSingleItem().Mening
            .ShouldBe("Programkoden FR (Frisör- och stylistprogrammet) gäller inte 19 augusti 2024. Kontrollera studievägskoden och datumet.");
    }

    [Fact]
    public void Gymnasieprogram_EveryCodeOnceAndReadable()
    {
        Gymnasieprogram.Alla.Select(p => p.Kod).ShouldBeUnique();
        Gymnasieprogram.Alla.ShouldAllBe(p => p.Till == null || p.Till > p.Fran);
        Gymnasieprogram.Alla.Select(p => Studievagskod.TryParse(p.Kod, out var kod) ? kod.Program : null).ShouldBe(Gymnasieprogram.Alla.Select(p => p.Kod));

        // The eighteen national programmes that begin in autumn 2026, by their letters.
        string[] nationella = ["BA", "BF", "EE", "EK", "ES", "FR", "FS", "FT", "HT", "HU", "IN", "NA", "NB", "RL", "SA", "TE", "VF", "VO"];
        nationella.ShouldAllBe(kod => Gymnasieprogram.Find(kod)!.Galler(Host2026) && Gymnasieprogram.Find(kod)!.Till == null);
    }
}
