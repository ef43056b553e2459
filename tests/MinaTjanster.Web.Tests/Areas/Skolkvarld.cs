using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas;

/// <summary>Students and reports of a test's own, so that tests that share a portal do not meet.</summary>
internal sealed class Skolkvarld(PortalFabrik portal)
{
    private static int _nummer;

    /// <summary>The study period of every student made here.</summary>
    public static readonly DateOnly Start = new(2026, 8, 17);

    public static readonly DateOnly Slut = new(2027, 6, 11);

    public async Task<Studerande> ElevAsync(
        string fornamn = "Prov",
        string efternamn = "Provsson",
        string skolkod = Demoskolor.SodraBerget,
        DateOnly? fodd = null,
        Avdelning avdelning = Avdelning.A1,
        Larlingskap larling = Larlingskap.Nej,
        Personskydd skydd = Personskydd.Inget)
    {
        await using var db = portal.Databas.Alla();
        var skolaId = await db.Skolor.Where(s => s.Skolkod == skolkod).Select(s => s.Id).SingleAsync();
        var nummer = Interlocked.Increment(ref _nummer);
        var elev = new Studerande(
            skolaId,
            Personnummer.FranVarde($"{fodd ?? new DateOnly(2009, 4, 12):yyyyMMdd}{(char)('A' + (nummer / 1000))}{nummer % 1000:000}"),
            fornamn,
            efternamn,
            skydd,
            "EK25P");
        elev.LaggTill(new Studieperiod(skolaId, Start, Slut, "Provprogrammet", avdelning, larling: larling));
        db.Add(elev);
        await db.SaveChangesAsync();
        return elev;
    }

    public async Task<Skolkrapport> RapportAsync(Studerande? elev = null, string forsta = "2026-10-05", string? sista = null, string rapportdag = "2026-11-10", Arendestatus status = Arendestatus.VantarPaUnderlag)
    {
        elev ??= await ElevAsync();
        await using var db = portal.Databas.Alla();
        var rapporteradAv = await KontoAsync(Personer.AnnaLind);
        var handlaggare = await KontoAsync(Personer.GretaGranberg);
        var dag = DateOnly.Parse(rapportdag);
        var skickad = SvenskTid.TillUtc(dag, new(9, 30));
        var rapport = new Skolkrapport(
            elev.SkolaId, elev.Id, new(DateOnly.Parse(forsta), sista is null ? null : DateOnly.Parse(sista), 690, 4, true), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), rapporteradAv, skickad, dag);
        var arende = new Arende(elev.SkolaId, rapport, skickad);
        if (status != Arendestatus.VantarPaUnderlag)
        {
            arende.TaEmotUnderlag(skickad);
            arende.Ta(handlaggare, skickad);
            if (status == Arendestatus.KompletteringBegard)
                arende.BegarKomplettering(handlaggare, new Komplettering(elev.SkolaId, Kompletteringsorsak.ForKortPeriod, "Skicka även oktober.", handlaggare, skickad, dag.AddDays(14)), skickad);
            if (status is Arendestatus.Godkant or Arendestatus.Avslutat)
                arende.Godkann(handlaggare, skickad);
            if (status == Arendestatus.Avslutat)
                arende.AvslutaMedBeslut(handlaggare, skickad);
        }

        db.AddRange(rapport, arende);
        await db.SaveChangesAsync();
        return rapport;
    }

    public async Task<long> KontoAsync(Person person)
    {
        await using var db = portal.Databas.Alla();
        return await db.Konton.Where(k => k.UserName == person.Anvandarnamn).Select(k => k.Id).SingleAsync();
    }

    public async Task<List<Skolkrapport>> RapporterAsync(Studerande elev)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Skolkrapport>().AsNoTracking().Where(r => r.StuderandeId == elev.Id).OrderBy(r => r.Id).ToListAsync();
    }

    public async Task<Skolkrapport> LasAsync(Skolkrapport rapport)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Skolkrapport>().AsNoTracking().SingleAsync(r => r.Id == rapport.Id);
    }

    public async Task<Arende> ArendeAsync(Skolkrapport rapport)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Kompletteringar).Include(a => a.Beslut).SingleAsync(a => a.SkolkrapportId == rapport.Id);
    }

    public async Task<List<AuditEvent>> HandelserAsync(string objekt, long id)
    {
        await using var db = portal.Databas.Alla();
        return await db.AuditEvents.AsNoTracking().Where(e => e.Objekt == objekt && e.ObjektId == id).OrderBy(e => e.Id).ToListAsync();
    }

    public async Task<int> VisningarAsync(Studerande elev)
    {
        await using var db = portal.Databas.Alla();
        return await db.Visningar.CountAsync(v => v.Objekt == AuditObjects.Studerande && v.ObjektId == elev.Id);
    }
}
