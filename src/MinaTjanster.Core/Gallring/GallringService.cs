using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Sidomdomen;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Gallring;

/// <summary>How many rows went.</summary>
public sealed record Gallringsresultat(
    int Sparrar, int Sessioner, int Sparadeformular, int Skolkutkast, int Dokument, int Mejl, int Engangskoder, int Faktorsteg, int Bestallningsutkast, int Handelseutkast, int Filrader, int Inlasningar, int Materialkorgar, int Materialbestallningar, int Sidkommentarer, int Fristrader);

/// <summary>
/// Removes what has served its purpose (docs/drift.md, "What is kept and how long"). Ages follow the app's clock. Sent underlag, drafts of
/// underlag, reports, cases and audit events are never touched. Several copies may run it at once: each row goes once.
/// </summary>
public sealed class GallringService(NyPortalDbContext nyDb, InloggningssparrService sparrar, Materialgallring material, Sidsvarsinstallning sidsvar, Franvarocoachinstallning coach, TimeProvider klocka)
{
    /// <summary>An upload that has not become whole by then was broken off.</summary>
    public static readonly TimeSpan PaborjatDokument = TimeSpan.FromHours(24);

    /// <summary>A decision that was uploaded: longer than any session, and as long as a draft holds it.</summary>
    public static readonly TimeSpan OskickatBeslut = TimeSpan.FromHours(24);

    /// <summary>[V] The bytes of a student file that was sent: as long as somebody may ask what it said. Its receipt stays.</summary>
    public static readonly TimeSpan Studerandefiler = TimeSpan.FromDays(90);

    /// <summary>[V] A list of absence from which somebody has chosen students so lately is being reported from.</summary>
    public static readonly TimeSpan Listurval = TimeSpan.FromHours(1);

    /// <summary>[V] What a test said of a file.</summary>
    public static readonly TimeSpan Filprov = TimeSpan.FromDays(30);

    /// <summary>[V] Rows of a sent file that are done with; those that are refused stand until the student passes.</summary>
    public static readonly TimeSpan Filrader = TimeSpan.FromDays(365);

    /// <summary>A report, or an order, that was begun and never sent.</summary>
    public static readonly TimeSpan Utkast = TimeSpan.FromDays(30);

    /// <summary>[V] Sent mails: longer than a one-time password is valid (14 days), so that a question about it can be answered.</summary>
    public static readonly TimeSpan SkickadeMejl = TimeSpan.FromDays(30);

    /// <summary>[V] Mails that never went, kept longer so that somebody sees them.</summary>
    public static readonly TimeSpan MisslyckadeMejl = TimeSpan.FromDays(90);

    /// <summary>Codes of the kiosk: as long as they count against the day's limit (<see cref="Kodinstallning"/>).</summary>
    public static readonly TimeSpan Engangskoder = TimeSpan.FromDays(1);

    /// <summary>Mails that were written only to cost what a real one costs.</summary>
    public static readonly TimeSpan Attrappmejl = TimeSpan.FromHours(12);

    /// <summary>[V] Days that it is known that a person's mail about duties went: no longer than the mail itself.</summary>
    public const int FristmejlDagar = 30;

    /// <summary>[V] Days that it is known what a person has been told of; a duty that waits for longer is told again.</summary>
    public const int FristnotisDagar = 365;

    public async Task<Gallringsresultat> GallraAsync(CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        await using var db = nyDb.NyForAlla("gallring");
        return new Gallringsresultat(
            await sparrar.GallraAsync(ct),
            await GallraSessionerAsync(db, nu, ct),
            await GallraFormularAsync(db, nu, ct),
            await GallraUtkastAsync(db, nu, ct),
            await GallraDokumentAsync(db, nu, ct),
            await GallraMejlAsync(db, nu, ct),
            await GallraKoderAsync(db, nu, ct),
            await GallraFaktorstegAsync(db, nu, ct),
            await GallraBestallningsutkastAsync(db, nu, ct),
            await GallraHandelseutkastAsync(db, nu, ct),
            await GallraFilraderAsync(db, nu, ct),
            await GallraInlasningarAsync(db, nu, ct),
            await GallraMaterialkorgarAsync(db, nu, ct),
            await GallraMaterialbestallningarAsync(db, nu, ct),
            await GallraSidkommentarerAsync(db, ct),
            await GallraFristraderAsync(db, ct));
    }

    /// <summary>
    /// A session's row stands as long as a form posted to it may be kept, counted from its end: the first of logout, 30 idle minutes and
    /// 12 hours (<see cref="Inloggningssession.SlutarVid"/>). Its searches go with it.
    /// </summary>
    private static Task<int> GallraSessionerAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var slutadeFore = nu - Sparatformular.Livslangd;
        var inaktivaSedan = slutadeFore - Inloggningssession.Inaktivitetsgrans;
        var skapadeFore = slutadeFore - Inloggningssession.Langsta;
        return db.SkrivAsync(
            () => db.Inloggningssessioner
                .Where(s => s.Avslutad < slutadeFore || s.SenastAktiv < inaktivaSedan || s.Skapad < skapadeFore)
                .ExecuteDeleteAsync(ct),
            ct);
    }

    private static Task<int> GallraFormularAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Sparatformular.Livslangd;
        return db.SkrivAsync(() => db.Sparadeformular.Where(f => f.Tid < fore).ExecuteDeleteAsync(ct), ct);
    }

    private Task<int> GallraMaterialkorgarAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu.AddDays(-material.KorgDagar);
        return db.SkrivAsync(() => db.Nationellt<Materialkorg>().Where(k => (k.Andrad ?? k.Skapad) < fore).ExecuteDeleteAsync(ct), ct);
    }

    private async Task<int> GallraFristraderAsync(PortalDbContext db, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var (mejlFore, notisFore) = (idag.AddDays(-FristmejlDagar), idag.AddDays(-FristnotisDagar));
        return await db.SkrivAsync(() => db.Fristmejl.Where(m => m.Dag < mejlFore).ExecuteDeleteAsync(ct), ct)
            + await db.SkrivAsync(() => db.Fristnotiser.Where(n => n.Dag < notisFore).ExecuteDeleteAsync(ct), ct);
    }

    /// <summary>Those that are done: nothing of them waits to be packed, sent or delivered. Their events stay.</summary>
    private Task<int> GallraMaterialbestallningarAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu.AddMonths(-material.BestallningManader);
        return db.SkrivAsync(
            () => db.Nationellt<Materialbestallning>()
                .Where(b => (b.Status == Materialstatus.Annullerad && b.Annullerad < fore)
                    || (b.Status == Materialstatus.Skickad && (b.RestSkickad ?? b.Skickad) < fore && b.Rader.All(r => r.Antal == r.Skickat + r.Struket)))
                .ExecuteDeleteAsync(ct),
            ct);
    }

    private static Task<int> GallraUtkastAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Utkast;
        return db.SkrivAsync(() => db.Nationellt<Skolkutkast>().Where(u => u.Skapad < fore).ExecuteDeleteAsync(ct), ct);
    }

    /// <summary>Its rows go with it.</summary>
    private static Task<int> GallraHandelseutkastAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Utkast;
        return db.SkrivAsync(() => db.Nationellt<Handelseutkast>().Where(u => u.Skapad < fore).ExecuteDeleteAsync(ct), ct);
    }

    private static Task<int> GallraBestallningsutkastAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Utkast;
        return db.SkrivAsync(
            () => db.Nationellt<Behorighetsbestallning>().Where(b => b.Status == Bestallningsstatus.Utkast && b.Skapad < fore).ExecuteDeleteAsync(ct), ct);
    }

    /// <summary>One statement a document, its parts and its list of absence with it, so that no write waits behind hundreds of megabytes.</summary>
    private async Task<int> GallraDokumentAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var (fore, beslutFore, filFore) = (nu - PaborjatDokument, nu - OskickatBeslut, nu - Studerandefiler);
        var (listaFore, urvalFore) = (nu.AddDays(-coach.ListaDagar), nu - Listurval);
        var onodiga = db.Nationellt<Dokument>().Where(d =>
            (d.Status == Dokumentstatus.Paborjat && d.Skapad < fore) ||
            (d.StuderandeId != null && d.Skapad < beslutFore
                && !db.Nationellt<Avstangning>().Any(a => a.DokumentId == d.Id)
                && !db.Nationellt<Handelseutkastrad>().Any(r => r.Uppgift.DokumentId == d.Id)) ||
            db.Nationellt<Franvarolista>().Any(l => l.DokumentId == d.Id && l.Uppladdad < listaFore
                && !db.Nationellt<Franvarourval>().Any(u => u.FranvarolistaId == l.Id && u.Skapad > urvalFore)) ||
            db.Nationellt<Filuppladdning>().Any(f => f.DokumentId == d.Id && f.Uppladdad < filFore
                && !db.Nationellt<Filjobb>().Any(j => j.FiluppladdningId == f.Id && (j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar))));
        var antal = 0;
        foreach (var id in await onodiga.Select(d => d.Id).ToListAsync(ct))
        {
            antal += await db.SkrivAsync(() => onodiga.Where(d => d.Id == id).ExecuteDeleteAsync(ct), ct);
        }

        return antal;
    }

    /// <summary>One statement a file; what was wrong with a row goes with it.</summary>
    private static async Task<int> GallraFilraderAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var (provFore, raderFore) = (nu - Filprov, nu - Filrader);
        var prov = db.Nationellt<Filjobb>().Where(j => j.Andamal == Filandamal.Testa && j.Avslutad < provFore);
        var skickade = db.Nationellt<Filjobb>().Where(j => j.Andamal == Filandamal.Skicka && j.Avslutad < raderFore);
        var antal = 0;
        foreach (var (jobb, rader) in new[] { (prov, db.Nationellt<Filjobbsrad>()), (skickade, db.Nationellt<Filjobbsrad>().Where(r => r.Tillstand != Filradstillstand.Kvar)) })
        {
            foreach (var id in await jobb.Where(j => rader.Any(r => r.FiljobbId == j.Id)).Select(j => j.Id).ToListAsync(ct))
                antal += await db.SkrivAsync(() => rader.Where(r => r.FiljobbId == id).ExecuteDeleteAsync(ct), ct);
        }

        return antal;
    }

    /// <summary>Files of utbildningar and studietider, one statement each, their rows with them. What was read in stands by itself.</summary>
    private static async Task<int> GallraInlasningarAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Studerandefiler;
        var gamla = db.Nationellt<Inlasning>().Where(i => i.Tid < fore);
        var antal = 0;
        foreach (var id in await gamla.Select(i => i.Id).ToListAsync(ct))
            antal += await db.SkrivAsync(() => gamla.Where(i => i.Id == id).ExecuteDeleteAsync(ct), ct);

        return antal;
    }

    /// <summary>What was written goes; whether the page helped stays.</summary>
    private Task<int> GallraSidkommentarerAsync(PortalDbContext db, CancellationToken ct)
    {
        var fore = klocka.SvenskDag().AddDays(-sidsvar.KommentarDagar);
        return db.SkrivAsync(() => db.Sidsvar.Where(s => s.Kommentar != null && s.Dag < fore).ExecuteUpdateAsync(s => s.SetProperty(x => x.Kommentar, (string?)null), ct), ct);
    }

    private static async Task<int> GallraKoderAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Engangskoder;
        var antal = await db.SkrivAsync(() => db.Engangskoder.Where(k => k.Skapad < fore).ExecuteDeleteAsync(ct), ct);
        await db.SkrivAsync(() => db.Kodsparrar.Where(s => s.Senast < fore).ExecuteDeleteAsync(ct), ct);
        return antal;
    }

    /// <summary>Begun log-ins and changes: void after ten minutes.</summary>
    private static Task<int> GallraFaktorstegAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var fore = nu - Faktorsteg.Livslangd;
        return db.SkrivAsync(() => db.Faktorsteg.Where(s => s.Skapad < fore).ExecuteDeleteAsync(ct), ct);
    }

    private static Task<int> GallraMejlAsync(PortalDbContext db, DateTime nu, CancellationToken ct)
    {
        var skickadeFore = nu - SkickadeMejl;
        var skapadeFore = nu - MisslyckadeMejl;
        var attrapperFore = nu - Attrappmejl;
        return db.SkrivAsync(
            () => db.UtgaendeMejl
                .Where(m => (m.Status == Mejlstatus.Skickat && m.Skickat < skickadeFore) ||
                    (m.Status == Mejlstatus.Misslyckat && m.Skapad < skapadeFore) ||
                    (m.Status == Mejlstatus.Attrapp && m.Skapad < attrapperFore))
                .ExecuteDeleteAsync(ct),
            ct);
    }
}
