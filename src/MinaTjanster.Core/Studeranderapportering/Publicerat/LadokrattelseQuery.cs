using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Studeranderapportering.Publicerat;

/// <summary>A correction in the list. Protected students are masked there, for everyone (domain.md section 6).</summary>
public sealed record Rattelserad(Ladokrattelse Rattelse, string Skola, string Skolkod, string Fornamn, string Efternamn, Personnummer Personnummer, Personskydd Skydd, Handelseslag Slag)
{
    public string Student => Studerande.VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade: false);

    public string VisatPersonnummer => Studerande.VisatPersonnummer(Skydd, Personnummer, farSeSkyddade: false);
}

/// <summary>One correction: what was reported, and what the university says now.</summary>
/// <param name="Ny">Null when it was taken back.</param>
public sealed record Rattelsesida(Ladokrattelse Rattelse, Studerande Studerande, string Skola, string Skolkod, Handelse Tidigare, Handelse? Ny, string? HanteradAv);

/// <summary>Corrections in Ladok, of all schools, for CSN; those of protected students only for cleared staff.</summary>
public sealed class LadokrattelseQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private bool FarSeSkyddade => anvandare.Har(Rattighet.SeSkyddadeIdentiteter);

    /// <summary>How many wait, for the menu; on pages of any scope.</summary>
    public async Task<int> AntalAsync()
    {
        var alla = FarSeSkyddade;
        var oskyddade = db.StuderandeILane(Personskydd.Inget);
        return await db.Ladokrattelser.IgnoreQueryFilters([PortalDbContext.Skolfilter]).CountAsync(r => r.Hanterad == null
            && (alla || oskyddade.Any(s => s.Id == r.StuderandeId)));
    }

    /// <param name="hanterade">Those that are done with, latest first; else those that wait, oldest first.</param>
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Listsida<Rattelserad>> SidaAsync(bool hanterade, int sida, CancellationToken ct)
    {
        var egna = Synliga(db.Nationellt<Ladokrattelse>().AsNoTracking().Where(r => (r.Hanterad != null) == hanterade));
        var antal = await egna.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Rattelserad>.SistaSida(antal));
        var ordnade = hanterade ? egna.OrderByDescending(r => r.Hanterad).ThenByDescending(r => r.Id) : egna.OrderBy(r => r.Id);
        var rader = await (
            from r in ordnade.Skip((sida - 1) * Listsida<Rattelserad>.Storlek).Take(Listsida<Rattelserad>.Storlek)
            join s in db.Nationellt<Studerande>() on r.StuderandeId equals s.Id
            join skola in db.Skolor on r.SkolaId equals skola.Id
            join h in db.Nationellt<Handelse>() on r.HandelseId equals h.Id
            select new Rattelserad(r, skola.Namn, skola.Skolkod, s.Fornamn, s.Efternamn, s.Personnummer, s.Skydd, h.Uppgift.Slag)).ToListAsync(ct);
        rader.FindAll(r => r.Skydd == Personskydd.Skyddad).ForEach(r => db.Omfang.NoteraSkyddad(r.Rattelse.StuderandeId, r.Rattelse.SkolaId));
        rader = hanterade ? [.. rader.OrderByDescending(r => r.Rattelse.Hanterad).ThenByDescending(r => r.Rattelse.Id)] : [.. rader.OrderBy(r => r.Rattelse.Id)];
        return new(rader, antal, sida);
    }

    /// <returns>Null when there is none, or the signed-in person is not cleared to see it.</returns>
    public async Task<Rattelsesida?> ForAsync(long id, CancellationToken ct)
    {
        if (await Synliga(db.Nationellt<Ladokrattelse>().AsNoTracking()).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } rattelse)
            return null;

        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == rattelse.SkolaId, ct);
        var handelser = await db.Nationellt<Handelse>().AsNoTracking().Include(h => h.Sandning)
            .Where(h => h.Id == rattelse.HandelseId || h.Id == rattelse.NyHandelseId).ToDictionaryAsync(h => h.Id, ct);
        return new(
            rattelse,
            await db.Nationellt<Studerande>().AsNoTracking().SingleAsync(s => s.Id == rattelse.StuderandeId, ct),
            skola.Namn,
            skola.Skolkod,
            handelser[rattelse.HandelseId],
            rattelse.NyHandelseId is { } ny ? handelser[ny] : null,
            await db.Konton.Where(k => k.Id == rattelse.HanteradAvKontoId).Select(k => k.Namn).SingleOrDefaultAsync(ct));
    }

    internal IQueryable<Ladokrattelse> Synliga(IQueryable<Ladokrattelse> rattelser)
    {
        var oskyddade = db.StuderandeILane(Personskydd.Inget);
        return FarSeSkyddade ? rattelser : rattelser.Where(r => oskyddade.Any(s => s.Id == r.StuderandeId));
    }
}
