using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>An event on a receipt.</summary>
public sealed record Kvittensrad(long HandelseId, long StuderandeId, string Fornamn, string Efternamn, Personnummer Personnummer, Personskydd Skydd, Handelseuppgift Uppgift, Handelsestatus Status, string? Forklaring, bool ArAndring)
{
    public string NamnFor(bool farSeSkyddade) => Studerande.VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade);

    public string PersonnummerFor(bool farSeSkyddade) => Studerande.VisatPersonnummer(Skydd, Personnummer, farSeSkyddade);
}

/// <summary>A receipt: what was sent, when, by whom.</summary>
/// <param name="Rader">A page of its rows, in alphabetical order by surname.</param>
/// <param name="Fil">The file it came in; null where it was sent on screen.</param>
public sealed record Kvittens(Sandning Sandning, string SkickadAv, Listsida<Kvittensrad> Rader, Sandningsfil? Fil);

/// <summary>The file that a sending came in.</summary>
/// <param name="Skickade">Accepted rows: events, and what changes or takes back such, and ogiltig frånvaro.</param>
public sealed record Sandningsfil(long Id, string Filnamn, Filjobbstatus Status, int Skickade)
{
    public bool ArAvslutad => Status is Filjobbstatus.Klar or Filjobbstatus.Avbruten or Filjobbstatus.Misslyckad;
}

/// <summary>A line in the list of what has been sent.</summary>
/// <param name="Antal">Events; of a file, its accepted rows.</param>
/// <param name="Slag">The kind of event, where all are of one kind; null otherwise.</param>
/// <param name="ArFleraSlag">There are events, of several kinds.</param>
/// <param name="Fil">The file it came in; null where it was sent on screen.</param>
/// <param name="ArAndring">Sent on screen in the place of an event that was there.</param>
public sealed record Sandningsrad(
    long Id, string Kvittensnummer, Sandningskanal Kanal, DateTime Skickad, string SkickadAv, int Antal, Handelseslag? Slag, bool ArFleraSlag, Sandningsfil? Fil, bool ArAndring);

/// <summary>The active school's sendings and their receipts.</summary>
public sealed class SandningQuery(PortalDbContext db)
{
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    /// <returns>Null when the active school has no such sending.</returns>
    public async Task<Kvittens?> ForAsync(string kvittensnummer, int sida, CancellationToken ct)
    {
        if (await db.Sandningar.AsNoTracking().SingleOrDefaultAsync(s => s.Kvittensnummer == kvittensnummer, ct) is not { } sandning)
            return null;

        var rader =
            from h in db.Handelser.AsNoTracking()
            where h.SandningId == sandning.Id
            join s in db.Studerande on h.StuderandeId equals s.Id
            orderby s.Sorteringsnyckel, h.Id
            select new Kvittensrad(h.Id, s.Id, s.Fornamn, s.Efternamn, s.Personnummer, s.Skydd, h.Uppgift, h.Status, h.Forklaring, h.ErsatterId != null);
        var antal = await rader.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Kvittensrad>.SistaSida(antal));
        var visade = await rader.Skip((sida - 1) * Listsida<Kvittensrad>.Storlek).Take(Listsida<Kvittensrad>.Storlek).ToListAsync(ct);
        visade.FindAll(r => r.Skydd == Personskydd.Skyddad).ForEach(r => db.Omfang.NoteraSkyddad(r.StuderandeId, sandning.SkolaId));
        return new(
            sandning,
            await db.Konton.Where(k => k.Id == sandning.SkickadAvKontoId).Select(k => k.Namn).SingleAsync(ct),
            new(visade, antal, sida),
            sandning.Kanal == Sandningskanal.Skarm
                ? null
                : await db.Filjobb.Where(j => j.SandningId == sandning.Id).Select(j => new Sandningsfil(j.Id, j.Filnamn, j.Status, j.Godtagna + j.Rattade)).FirstOrDefaultAsync(ct));
    }

    /// <summary>The number by which a sending is found.</summary>
    public Task<string> NummerAsync(long id, CancellationToken ct) => db.Sandningar.Where(s => s.Id == id).Select(s => s.Kvittensnummer).SingleAsync(ct);

    /// <summary>What has been sent, newest first.</summary>
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Listsida<Sandningsrad>> SidaAsync(int sida, CancellationToken ct)
    {
        var antal = await db.Sandningar.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Sandningsrad>.SistaSida(antal));
        var rader = await (
            from s in db.Sandningar.AsNoTracking()
            join k in db.Konton on s.SkickadAvKontoId equals k.Id
            orderby s.Skickad descending, s.Id descending
            select new
            {
                Sandning = s,
                k.Namn,
                Antal = db.Handelser.Count(h => h.SandningId == s.Id),
                // No min over an enum stored by name: the first row's, and whether another differs.
                Slag = db.Handelser.Where(h => h.SandningId == s.Id).OrderBy(h => h.Id).Select(h => (Handelseslag?)h.Uppgift.Slag).FirstOrDefault(),
                Flera = db.Handelser.Where(h => h.SandningId == s.Id).Select(h => h.Uppgift.Slag).Distinct().Count(),
                Andrar = db.Handelser.Any(h => h.SandningId == s.Id && h.ErsatterId != null),
                Fil = db.Filjobb.Where(j => j.SandningId == s.Id).Select(j => new Sandningsfil(j.Id, j.Filnamn, j.Status, j.Godtagna + j.Rattade)).FirstOrDefault(),
            }).Skip((sida - 1) * Listsida<Sandningsrad>.Storlek).Take(Listsida<Sandningsrad>.Storlek).ToListAsync(ct);
        return new(
            rader.ConvertAll(r => new Sandningsrad(
                r.Sandning.Id, r.Sandning.Kvittensnummer, r.Sandning.Kanal, r.Sandning.Skickad, r.Namn, r.Fil?.Skickade ?? r.Antal, r.Flera == 1 ? r.Slag : null, r.Flera > 1, r.Fil, r.Andrar && r.Sandning.Kanal == Sandningskanal.Skarm)),
            antal,
            sida);
    }
}
