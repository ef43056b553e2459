using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tests.Skolkrapportering.Granskning;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Audit;

public sealed class AtkomstloggQueryTests
{
    private static readonly DateOnly Dag = new(2026, 11, 22);

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task WhatIsReadOfAProtectedStudent_IsNotedByItself_AndWrittenOnce_ForTheCleared(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        await varld.ArendeAsync(Arendestatus.AttGranska);
        var skyddad = await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad);
        await using var db = varld.Databas.Alla();
        var studerandeId = await db.Nationellt<Skolkrapport>().Where(r => r.Id == skyddad.SkolkrapportId).Select(r => r.StuderandeId).SingleAsync();

        foreach (var (vem, antal) in new[] { (varld.Greta, 0), (varld.Stig, 1) })
        {
            await using var egen = varld.Databas.Alla();
            var audit = new AuditService(egen, varld.Databas.NyDb, varld.Anvandare(vem), varld.Klocka) { Sida = "Arendeko.Skyddade" };
            await audit.AddLastaSkyddadeAsync();
            egen.Omfang.LastaSkyddade.ShouldBeEmpty();
            await egen.Nationellt<Studerande>().AsNoTracking().ToListAsync();
            await egen.Nationellt<Studerande>().ToListAsync();
            await audit.AddLastaSkyddadeAsync();
            await audit.AddLastaSkyddadeAsync();

            egen.Omfang.LastaSkyddade.ShouldBe([(studerandeId, varld.Skola.Id, null)]);
            (await db.Visningar.CountAsync()).ShouldBe(antal);
        }

        var visning = await db.Visningar.AsNoTracking().SingleAsync();
        (visning.KontoId, visning.ObjektId, visning.SkolaId, visning.Sida, visning.Roll, visning.Slag).ShouldBe(
            (varld.Stig.Id, studerandeId, varld.Skola.Id, "Arendeko.Skyddade", Visningsroll.Csn, Visningsslag.SkyddadIdentitet));
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Log_IsOfTheOnePersonAndPeriod_InOrder_ByPageOrWhole(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var hennes = await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad);
        var annans = await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad);
        await using var db = varld.Databas.Alla();
        var studerande = await db.Nationellt<Studerande>().OrderBy(s => s.Id).ToListAsync();
        var tid = new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
        Visning Ny(DateTime nar, long vem, long studerandeId, Visningsroll? roll, string? sida, long? rapport = null) =>
            new(nar, vem, varld.Skola.Id, Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerandeId) { Roll = roll, Sida = sida, SkolkrapportId = rapport };
        for (var i = 0; i < 28; i++)
            db.Add(Ny(tid.AddMinutes(28 - i), varld.Stig.Id, studerande[0].Id, Visningsroll.Csn, "Arendesida.Index", hennes.SkolkrapportId));
        db.AddRange(
            Ny(new(2026, 11, 21, 23, 0, 0, DateTimeKind.Utc), varld.Anna.Id, studerande[0].Id, Visningsroll.Skolan, "Studerandelista.Studerande"), // Swedish midnight
            Ny(new(2026, 11, 22, 22, 59, 59, DateTimeKind.Utc), varld.Anna.Id, studerande[0].Id, null, null),
            Ny(new(2026, 11, 21, 22, 59, 59, DateTimeKind.Utc), varld.Anna.Id, studerande[0].Id, null, null),
            Ny(new(2026, 11, 22, 23, 0, 0, DateTimeKind.Utc), varld.Anna.Id, studerande[0].Id, null, null),
            Ny(tid, varld.Stig.Id, studerande[1].Id, Visningsroll.Csn, "Arendesida.Index", annans.SkolkrapportId),
            new Visning(tid, varld.Greta.Id, varld.Skola.Id, Visningsslag.Csn, AuditObjects.Skolkrapport, hennes.SkolkrapportId));
        await db.SaveChangesAsync();
        var logg = new AtkomstloggQuery(db);
        var fraga = new Atkomstfraga(studerande[0].Personnummer, Dag, Dag);

        var hel = (await logg.ForAsync(fraga, null, default))!;
        var andra = (await logg.ForAsync(fraga, 99, default))!;

        (hel.Antal, hel.Fler, hel.Rader.Count, hel.Namn).ShouldBe((30, 0, 30, "Lisa Ek"));
        hel.Rader.Select(r => r.Tid).ShouldBeInOrder();
        (hel.Rader[0].Roll, hel.Rader[0].Enhet, hel.Rader[0].Vad, hel.Rader[0].Arende).ShouldBe(("Rapportör", varld.Skola.Namn, "Skolans sida om dig", null));
        hel.Rader[0].Signatur.ShouldBe($"AL-{varld.Anna.Id}");
        (hel.Rader[1].Roll, hel.Rader[1].Enhet, hel.Rader[1].Signatur).ShouldBe(("Handläggare", "CSN", $"SS-{varld.Stig.Id}"));
        hel.Rader[1].Arende.ShouldNotBeNull();
        (hel.Rader[29].Vad, hel.Rader[29].Roll).ShouldBe((Visningstexter.Okand, "Okänd roll"));
        (andra.Sida, andra.Rader.Count).ShouldBe((2, 5));
        andra.Rader.ShouldBe(hel.Rader.Skip(25));
        (await logg.ForAsync(fraga with { Personnummer = Core.Personidentiteter.Personnummer.FranVarde("19970101B999") }, null, default)).ShouldBeNull();
    }
}
