using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>What of a case a school is shown, and who at CSN sees what nobody has.</summary>
public sealed class SynlighetTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task WhatCsnHasWithinItself_IsInNeitherTheHistoryNorTheStartPageOfASchool(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            db.AddRange(HistorikQuery.BaraCsn.Append(Acts.CaseTaken).Select(act => new AuditEvent(Granskningsvarld.Inkom(5), act, AuditOutcome.Accepted)
            {
                SkolaId = varld.Skola.Id,
                KontoId = varld.Greta.Id,
                Objekt = AuditObjects.Skolkrapport,
                ObjektId = arende.SkolkrapportId,
            }));
            await db.SaveChangesAsync();
        }

        var start = await varld.SomRapportorAsync(a => a.Senaste.SenasteAsync(100, default));
        var historik = await varld.SomRapportorAsync(a => a.Historik.ForAsync(AuditObjects.Skolkrapport, arende.SkolkrapportId, default));

        start.Select(h => h.Text).ShouldBe([ActTexts.Text(Acts.CaseTaken)]);
        historik.Select(h => h.Text).ShouldBe([ActTexts.Text(Acts.CaseTaken)]);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task AChangeAfterTheClosing_IsAnybodysToSee_WhenItsHandlaggareHasLeft(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Avslutat);
        await using var db = varld.Databas.Alla();
        Behorighet gretas = new(varld.Greta.Id, null, Behorighetsslag.CsnHandlaggare);
        db.Add(gretas);
        await db.SaveChangesAsync();
        await db.SkrivAsync(() => db.Nationellt<Arende>().Where(a => a.Id == arende.Id).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.RapportAndrad, Granskningsvarld.Inkom(90))));
        (await MinaAsync(varld, varld.Greta)).ShouldBe([arende.Id]);
        (await MinaAsync(varld, varld.Gustav)).ShouldBeEmpty();
        (await KvitteraAsync(varld, varld.Gustav, arende)).Refusals[0].ShouldBeOfType<ArendeAnnanHandlaggare>();

        await db.SkrivAsync(() => db.Behorigheter.Where(b => b.Id == gretas.Id).ExecuteDeleteAsync());

        (await MinaAsync(varld, varld.Gustav)).ShouldBe([arende.Id]);
        (await KvitteraAsync(varld, varld.Gustav, arende)).IsAccepted.ShouldBeTrue();
        (await MinaAsync(varld, varld.Gustav)).ShouldBeEmpty();
        (await KvitteraAsync(varld, varld.Gustav, arende)).Refusals[0].ShouldBeOfType<ArendeAndringRedanKvitterad>();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task InTheSchoolsList_AnOverdueComplement_StandsBeforeAMessageWithoutADay(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var komplettering = await varld.ArendeAsync(Arendestatus.KompletteringBegard);
        var meddelande = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag);
        await varld.SomAsync(varld.Greta, a => a.Meddelanden.SkrivTillSkolanAsync(meddelande.Id, new string('1', 64), "Hej", 0, default));

        var lista = await varld.SomRapportorAsync(a => a.Lista.SidaAsync(Skolkfilter.Alla, 1, default));

        lista.Sida.Rader.Select(r => r.Id).ShouldBe([komplettering.SkolkrapportId, meddelande.SkolkrapportId]);
    }

    private static async Task<IEnumerable<long>> MinaAsync(Granskningsvarld varld, Konto konto)
    {
        var sida = await varld.SomAsync(konto, a => a.Ko.SidaAsync(new(Koflik.Mina, Kosortering.Inkommet, Koriktning.Stigande, 1), default));
        sida.Flikantal[Koflik.Mina].ShouldBe(sida.Rader.Count, "the tab says what it holds");
        return sida.Rader.Select(r => r.ArendeId);
    }

    private static async Task<Result<Arendeutfall>> KvitteraAsync(Granskningsvarld varld, Konto konto, Arende arende)
    {
        var version = await varld.SomAsync(konto, async a => (await a.Detaljer.HamtaAsync(arende.Id, default))!.Arende.Version);
        return (await varld.SomAsync(konto, a => a.Service.KvitteraAsync(arende.Id, version, default)))!;
    }
}
