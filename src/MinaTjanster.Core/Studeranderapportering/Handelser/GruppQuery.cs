using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>Which students a bulk act is offered for.</summary>
/// <param name="Klass">Only this class; null for all.</param>
/// <param name="Kvar">Only those for whom this is left to report; null for all.</param>
public sealed record Gruppurval(string? Klass = null, Kvarslag? Kvar = null);

/// <summary>A student to choose.</summary>
/// <param name="Utbildning">Of the last study period; null where there is none.</param>
public sealed record Grupprad(long Id, string Fornamn, string Efternamn, Personnummer Personnummer, Personskydd Skydd, string? Klass, string? Utbildning, DateOnly? SistaDag, string? Studievagskod, int? Arskurs)
{
    public string Namn => $"{Fornamn} {Efternamn}";

    /// <summary>What the next start most likely says: the same path, a year further on.</summary>
    public string? Forslag(Handelsefalt falt, DateOnly idag) => falt switch
    {
        Handelsefalt.Studievagskod => Studievagskod,
        Handelsefalt.Arskurs when Arskurs is { } arskurs => $"{Math.Min(4, SistaDag is { } sista && Lasar.For(sista) != Lasar.For(idag) ? arskurs + 1 : arskurs)}",
        _ => null,
    };
}

/// <summary>What a bulk act offers.</summary>
/// <param name="Rader">In alphabetical order by surname, at most <see cref="GruppQuery.Flest"/>.</param>
/// <param name="Antal">All that the choice holds.</param>
/// <param name="Klasser">The school's classes, to choose from.</param>
/// <param name="Skyddade">Protected students that are left out: they are reported one by one.</param>
public sealed record Grupp(IReadOnlyList<Grupprad> Rader, int Antal, IReadOnlyList<string> Klasser, int Skyddade);

/// <summary>The active school's students for a bulk act. Those with protected identity are never among them: they have a lane of their own.</summary>
public sealed class GruppQuery(PortalDbContext db, KvarQuery kvar)
{
    /// <summary>As many as a page of check boxes can hold.</summary>
    public const int Flest = 250;

    public async Task<Grupp> ForAsync(Gruppurval urval, CancellationToken ct)
    {
        var traffar = db.Studerande.AsNoTracking().Where(s => s.Skydd == Personskydd.Inget);
        if (urval.Klass is { } klass)
            traffar = traffar.Where(s => s.Klass == klass);
        if (urval.Kvar is { } slag)
        {
            var ids = (await kvar.AllaAsync(ct)).Where(r => r.Slag == slag).Select(r => r.StuderandeId).Distinct().ToList();
            traffar = traffar.Where(s => ids.Contains(s.Id));
        }

        return new(
            await Rader(traffar.OrderBy(s => s.Sorteringsnyckel).ThenBy(s => s.Id).Take(Flest)).ToListAsync(ct),
            await traffar.CountAsync(ct),
            await db.Studerande.Where(s => s.Klass != null && s.Skydd == Personskydd.Inget).Select(s => s.Klass!).Distinct().OrderBy(k => k).ToListAsync(ct),
            await db.Studerande.CountAsync(s => s.Skydd == Personskydd.Skyddad, ct));
    }

    /// <summary>The students with these keys, of the active school and not protected.</summary>
    public async Task<IReadOnlyList<Grupprad>> MedAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await Rader(db.Studerande.AsNoTracking().Where(s => ids.Contains(s.Id) && s.Skydd == Personskydd.Inget).OrderBy(s => s.Sorteringsnyckel)).ToListAsync(ct);

    private IQueryable<Grupprad> Rader(IQueryable<Studerande> studerande) =>
        from s in studerande
        let p = db.Studieperioder.Where(p => p.StuderandeId == s.Id).OrderByDescending(p => p.SistaDag).FirstOrDefault()
        select new Grupprad(s.Id, s.Fornamn, s.Efternamn, s.Personnummer, s.Skydd, s.Klass, p == null ? s.VantadUtbildning : p.Utbildning, p == null ? null : p.SistaDag, p == null ? null : p.Studievagskod, p == null ? null : p.Arskurs);
}
