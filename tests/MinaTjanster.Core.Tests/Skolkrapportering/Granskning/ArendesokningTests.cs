using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>Searching the queue, and its order by the last day to answer, on every configured database.</summary>
public sealed class ArendesokningTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Databaser))]
    public async Task Search_FindsByReceiptNumberNameAndSchool_InTheTab_AndCountsTheOthers(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var asa = await varld.ArendeAsync(Arendestatus.AttGranska, namn: ("Åsa", "Öström-Ek"));
        var bo = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 1, namn: ("Bo", "Ekman"));
        var stangd = await varld.ArendeAsync(Arendestatus.Avslutat, minut: 2, namn: ("Åsa", "Stängd"));
        var (rapport, underlag, nummer) = await NummerAsync(varld, asa);

        foreach (var (text, vantade) in new (string, long[])[]
        {
            (rapport, [asa.Id]),
            ($" {rapport.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} ", [asa.Id]),
            (underlag, [asa.Id]),
            (nummer.Fullt, [asa.Id]),
            (nummer.Varde[2..], [asa.Id]),
            ("asa", [asa.Id]),
            ("ÖSTR", [asa.Id]),
            ("ek", [asa.Id, bo.Id]),
            ("ekm bo", [bo.Id]),
            ("bo asa", []),
            ("kman", []),
            ("12345678", [asa.Id, bo.Id]),
            ("87654321", []),
            ("södra berg", [asa.Id, bo.Id]),
            ("gymnasium sundsvall", [asa.Id, bo.Id]),
            ("- - -", []),
            ("'; DROP", []),
            ("ek ek ek ek ek ek ek ek ek ek ek", [asa.Id, bo.Id]),
            ("a b c d e f g h i j k l", []),
            (new string('x', 600), []),
        })
        {
            var sida = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(text), default));
            sida.Rader.Select(r => r.ArendeId).ShouldBe(vantade, text);
            (sida.Antal, sida.SokForBred).ShouldBe((vantade.Length, false), text);
        }

        var asor = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga("åsa"), default));
        (asor.Flikantal[Koflik.AttGranska], asor.Flikantal[Koflik.AllaOppna], asor.Flikantal[Koflik.Avslutade]).ShouldBe((1, 1, 1));
        (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga("åsa") with { Flik = Koflik.Avslutade }, default))).Rader.ShouldHaveSingleItem().ArendeId.ShouldBe(stangd.Id);
        (await varld.SomAsync(varld.Greta, a => a.Ko.NastaAsync(Fraga("ekman"), default)))!.Value.ArendeId.ShouldBe(bo.Id);
        (await varld.SomAsync(varld.Greta, a => a.Ko.NastaAsync(Fraga("ingen"), default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga("  "), default))).Antal.ShouldBe(2, "nothing is searched for");
        (await varld.SomAsync(varld.Greta, async a => await a.Ko.AllaAsync(Fraga("ekman"), default).ToListAsync())).ShouldHaveSingleItem().Student.ShouldBe("Bo Ekman");
    }

    /// <summary>Neither name, number, receipt nor school finds a protected student in the open queue, or for those not cleared; in the lane a person is found by the whole number alone.</summary>
    [Theory, MemberData(nameof(Databaser))]
    public async Task Search_ForTheProtected_FindsNothing_ButInTheirLaneForTheCleared(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var skyddad = await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad, namn: ("Dolda", "Doldsson"));
        var (rapport, underlag, nummer) = await NummerAsync(varld, skyddad);
        // Another school does not know, and has her by name.
        await using (var db = varld.Databas.Alla())
        {
            var andra = new Skola("87654321", "Norra skolan", "Luleå", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
            db.Add(andra);
            await db.SaveChangesAsync();
            var elev = new Studerande(andra.Id, nummer, "Dolda", "Doldsson");
            db.Add(elev);
            await db.SaveChangesAsync();
            var rad = new Skolkrapport(andra.Id, elev.Id, new(Granskningsvarld.ForstaDag, null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), varld.Anna.Id, Granskningsvarld.Inkom(0).AddDays(-10), Granskningsvarld.Rapportdag);
            db.Add(Arenden.I(Arendestatus.AttGranska, new Arende(andra.Id, rad, Granskningsvarld.Inkom(0).AddDays(-10)), varld.Greta.Id, Granskningsvarld.Inkom(0)));
            await db.SaveChangesAsync();
        }

        foreach (var text in new[] { rapport, underlag, nummer.Fullt, "Doldsson", "dolda", "12345678", "87654321", "norra", "södra" })
        {
            foreach (var (konto, lane) in new[] { (varld.Greta, Personskydd.Inget), (varld.Stig, Personskydd.Inget), (varld.Greta, Personskydd.Skyddad) })
            {
                var sida = await varld.SomAsync(konto, a => a.Ko.SidaAsync(Fraga(text) with { Lane = lane }, default));
                (sida.Antal, sida.Rader.Count, sida.Flikantal.Values.Sum()).ShouldBe((0, 0, 0), $"{text} {konto.UserName} {lane}");
            }
        }

        foreach (var (text, antal) in new[] { (rapport, 1), (nummer.Fullt, 2), ("12345678", 1), ("norra", 1), ("Doldsson", 0), ("dolda", 0) })
            (await varld.SomAsync(varld.Stig, a => a.Ko.SidaAsync(Fraga(text) with { Lane = Personskydd.Skyddad }, default))).Antal.ShouldBe(antal, text);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task Search_ThatBeginsAlmostEverySchoolsName_IsTooBroad(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        await varld.ArendeAsync(Arendestatus.AttGranska);
        await using (var db = varld.Databas.Alla())
        {
            db.AddRange(Enumerable.Range(0, 500).Select(i => new Skola($"{30_000_000 + i}", $"Skola {i} gymnasium", "Kiruna", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt)));
            await db.SaveChangesAsync();
        }

        var bred = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga("gymn"), default));
        (bred.Antal, bred.SokForBred).ShouldBe((0, true));
        var nog = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga("gymn söd"), default));
        (nog.Antal, nog.SokForBred).ShouldBe((1, false));
    }

    /// <summary>The database reckons the day to sort by; the page shows <see cref="Underlagsfrist"/>'s. They agree, at the ends of shorter months too.</summary>
    [Theory, MemberData(nameof(Databaser))]
    public async Task LastDay_OrdersAsThePageShowsIt_AndWhatWaitsForNothingStandsLast(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Klocka.Satt(new(2027, 1, 20), new(10, 0));
        foreach (var dag in new DateOnly[] { new(2026, 12, 31), new(2027, 1, 1), new(2026, 12, 27), new(2026, 12, 29), new(2026, 11, 30) })
            await varld.ArendeAsync(Arendestatus.VantarPaUnderlag, rapportdag: dag);
        var fragad = await varld.ArendeAsync(Arendestatus.KompletteringBegard);
        var utan = await varld.ArendeAsync(Arendestatus.AttGranska);

        var vantar = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(new(Koflik.VantarPaSkolan, Kosortering.SvarSenast, Koriktning.Stigande, 1), default));

        vantar.Rader[0].ArendeId.ShouldBe(fragad.Id);
        vantar.Rader.Select(r => r.SvarSenast!.Value).ShouldBe([new(2026, 12, 6), new(2027, 1, 30), new(2027, 2, 27), new(2027, 2, 28), new(2027, 2, 28), new(2027, 3, 1)]);
        foreach (var riktning in Enum.GetValues<Koriktning>())
        {
            var alla = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(new(Koflik.AllaOppna, Kosortering.SvarSenast, riktning, 1), default));
            alla.Rader[^1].ArendeId.ShouldBe(utan.Id, $"{riktning}");
            alla.Rader[0].SvarSenast.ShouldBe(riktning == Koriktning.Stigande ? new DateOnly(2026, 12, 6) : new DateOnly(2027, 3, 1));
        }
    }

    private static Kofraga Fraga(string text) => new(Koflik.AttGranska, Kosortering.Inkommet, Koriktning.Stigande, 1) { Sok = new string('a', 32), Soktext = text };

    private static async Task<(string Rapport, string Underlag, Personnummer Nummer)> NummerAsync(Granskningsvarld varld, Arende arende)
    {
        await using var db = varld.Databas.Alla();
        var rapport = await db.Nationellt<Skolkrapport>().SingleAsync(r => r.Id == arende.SkolkrapportId);
        return (
            rapport.Kvittensnummer,
            await db.Nationellt<Franvarounderlag>().Where(u => u.SkolkrapportId == rapport.Id).Select(u => u.Kvittensnummer!).SingleAsync(),
            await db.Nationellt<Studerande>().Where(s => s.Id == rapport.StuderandeId).Select(s => s.Personnummer).SingleAsync());
    }
}
