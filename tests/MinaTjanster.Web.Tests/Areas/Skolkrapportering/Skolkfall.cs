using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering;

/// <summary>A report of its own for a test, as a school has sent it, with its case.</summary>
public sealed class Skolkfall
{
    public static readonly DateOnly ForstaDag = new(2026, 10, 5);
    public static readonly DateOnly Rapportdag = new(2026, 11, 10);

    private readonly Testdatabas _databas;

    private Skolkfall(Testdatabas databas, long skolaId, long id, long arendeId, long studerandeId)
    {
        _databas = databas;
        (SkolaId, Id, ArendeId, StuderandeId) = (skolaId, id, arendeId, studerandeId);
    }

    public long SkolaId { get; }

    /// <summary>The report's id.</summary>
    public long Id { get; }

    public long ArendeId { get; }

    public long StuderandeId { get; }

    public string Underlag => $"/ogiltig-franvaro/{Id}/underlag";

    public string Papper => $"/granskning/{ArendeId}/papper";

    /// <summary>11,5 hours on 6 occasions from 5 October, reported on 10 November.</summary>
    public static Task<Skolkfall> SkapaAsync(PortalFabrik portal, string skolkod = Demoskolor.SodraBerget, Person? rapportor = null, Personskydd skydd = Personskydd.Inget) =>
        SkapaAsync(portal.Databas, skolkod, rapportor, skydd);

    public static async Task<Skolkfall> SkapaAsync(Testdatabas databas, string skolkod = Demoskolor.SodraBerget, Person? rapportor = null, Personskydd skydd = Personskydd.Inget)
    {
        await using var db = databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var anvandare = (rapportor ?? Personer.AnnaLind).Anvandarnamn;
        var konto = await db.Konton.SingleAsync(k => k.UserName == anvandare);
        var studerande = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skola.Id && s.Skydd == skydd).OrderBy(s => s.Id).FirstAsync();
        var rapport = new Skolkrapport(
            skola.Id,
            studerande.Id,
            new Skolkuppgift(ForstaDag, null, 690, 6, false),
            Kvittensnummer.Nytt("SK").Text,
            Guid.NewGuid().ToString("N"),
            konto.Id,
            SvenskTid.TillUtc(Rapportdag, new TimeOnly(9, 0)),
            Rapportdag);
        var arende = new Arende(skola.Id, rapport, rapport.Skickad);
        db.AddRange(rapport, arende);
        await db.SaveChangesAsync();
        return new Skolkfall(databas, skola.Id, rapport.Id, arende.Id, studerande.Id);
    }

    public async Task<Skolkrapport> RapportAsync()
    {
        await using var db = _databas.Alla();
        return await db.Nationellt<Skolkrapport>().AsNoTracking().SingleAsync(r => r.Id == Id);
    }

    public async Task<Studerande> StuderandeAsync()
    {
        await using var db = _databas.Alla();
        return await db.Nationellt<Studerande>().AsNoTracking().SingleAsync(s => s.Id == StuderandeId);
    }

    public async Task<Arende> ArendeAsync()
    {
        await using var db = _databas.Alla();
        return await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Kompletteringar).SingleAsync(a => a.Id == ArendeId);
    }

    /// <summary>All underlag of the report with all documents, complete or not, oldest first.</summary>
    public async Task<List<Franvarounderlag>> UnderlagenAsync()
    {
        await using var db = _databas.Alla();
        return await db.Nationellt<Franvarounderlag>().AsNoTracking().Include(u => u.Dokument).Where(u => u.SkolkrapportId == Id).OrderBy(u => u.Id).ToListAsync();
    }

    public async Task<List<AuditEvent>> HandelserAsync()
    {
        await using var db = _databas.Alla();
        return await db.AuditEvents.AsNoTracking().Where(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == Id).OrderBy(e => e.Id).ToListAsync();
    }

    public async Task<int> VisningarAsync(Visningsslag slag)
    {
        await using var db = _databas.Alla();
        return await db.Visningar.CountAsync(v => v.Slag == slag && v.SkolaId == SkolaId && (v.ObjektId == Id || v.ObjektId == StuderandeId));
    }

    /// <summary>Changes the report or its case as somebody else would, past the pages.</summary>
    public async Task AndraAsync(Action<Arende> andring)
    {
        await using var db = _databas.Alla();
        var arende = await db.Nationellt<Arende>().AsTracking().Include(a => a.Skolkrapport).Include(a => a.Kompletteringar).Include(a => a.Beslut).SingleAsync(a => a.Id == ArendeId);
        andring(arende);
        await db.SaveChangesAsync();
    }

    /// <summary>Greta Granberg takes the case and asks for a longer period.</summary>
    public async Task BegarKompletteringAsync(string text)
    {
        await using var db = _databas.Alla();
        var namn = Personer.GretaGranberg.Anvandarnamn;
        var konto = await db.Konton.SingleAsync(k => k.UserName == namn);
        await AndraAsync(a =>
        {
            var (nu, idag) = (SvenskTid.TillUtc(Testklocka.Standarddag, new TimeOnly(10, 0)), Testklocka.Standarddag);
            a.Ta(konto.Id, nu);
            a.BegarKomplettering(konto.Id, new Komplettering(SkolaId, Kompletteringsorsak.ForKortPeriod, text, konto.Id, nu, Underlagsfrist.SvarSenast(idag)), nu);
        });
    }

    /// <summary>Uploads files by the page's form.</summary>
    public async Task<Sida> LaddaUppAsync(Portalklient klient, params Testfil[] filer)
    {
        var formular = (await klient.HamtaAsync(Underlag)).FindForm("Ladda upp");
        foreach (var fil in filer)
            formular.Bifoga("Filer", fil);

        return await formular.SkickaAsync();
    }

    /// <summary>Tells what agrees with the report, or the given fields instead.</summary>
    public async Task<Sida> AngeAsync(Portalklient klient, params (string Falt, string? Varde)[] andringar) =>
        await (await klient.HamtaAsync(Underlag)).SkickaAsync("Spara och kontrollera", [("UndervisningMinuter", "180"), ("ForstaDagen", "Ja"), .. andringar]);

    /// <summary>Uploads one file, tells what agrees, and sends.</summary>
    public async Task<Sida> SkickaAsync(Portalklient klient)
    {
        await LaddaUppAsync(klient, Testfiler.Pdf());
        var granska = await AngeAsync(klient);
        return await granska.SkickaAsync("Skicka underlaget");
    }
}
