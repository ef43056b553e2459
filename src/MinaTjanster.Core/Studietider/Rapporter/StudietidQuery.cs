using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>A läsår of the active school.</summary>
/// <param name="Rapport">The latest round, open or not; null before the first.</param>
/// <param name="Galler">Approved, in order of time.</param>
/// <param name="Forslag">What the report that is not approved holds.</param>
/// <param name="Utbildningar">The names by id.</param>
public sealed record Lasarssida(
    Lasar Lasar, Studietidsrapport? Rapport, IReadOnlyList<Studietid> Galler, IReadOnlyList<Studietid> Forslag, IReadOnlyDictionary<long, string> Utbildningar);

/// <summary>The active school's studietider.</summary>
public sealed class StudietidQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    public async Task<Lasarssida> LasarAsync(Lasar lasar, CancellationToken ct)
    {
        var rapport = await db.Studietidsrapporter.AsNoTracking().Where(r => r.Lasar == lasar.Startar).OrderByDescending(r => r.Omgang).FirstOrDefaultAsync(ct);
        var lage = await Lasarslage.LaddaAsync(db, anvandare.AktivSkola!.Id, lasar, null, ct);
        return new(lasar, rapport, lage.Galler, lage.Forslag, await db.Utbildningar.ToDictionaryAsync(u => u.Id, u => u.Uppgift.Namn, ct));
    }

    /// <summary>This läsår as it holds, beside the next one as it holds or is proposed, row by row.</summary>
    public async Task<IReadOnlyList<Skillnadsrad>> SkillnadAsync(Lasar lasar, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        var fore = await Lasarslage.LaddaAsync(db, skolaId, lasar, null, ct);
        var efter = await Lasarslage.LaddaAsync(db, skolaId, lasar.Nasta, null, ct);
        return Studietidsskillnad.Jamfor(fore.Galler, efter.Blir());
    }

    /// <summary>
    /// How many of the school's students are reported as studying at some time within the approved studietid, in its education; in any, for the whole school's. For a
    /// proposal: within the one that it replaces. 0 where nothing is replaced.
    /// </summary>
    /// <returns>Null when the active school has no such studietid.</returns>
    public async Task<int?> BerordaAsync(long studietidId, CancellationToken ct)
    {
        var id = await db.Studietider.Where(s => s.Id == studietidId).Select(s => (long?)(s.ErsatterId ?? s.Id)).SingleOrDefaultAsync(ct);
        if (id is null)
            return null;

        var galler = await db.Studietider.Where(s => s.Id == id && s.Status == Studietidsstatus.Galler).Select(s => new { s.ForstaDag, s.SistaDag, s.UtbildningId }).SingleOrDefaultAsync(ct);
        if (galler is null)
            return 0;

        var perioder = db.Studieperioder.Where(p => p.ForstaDag <= galler.SistaDag && p.SistaDag >= galler.ForstaDag);
        if (galler.UtbildningId is { } utbildningId)
        {
            var utbildning = await db.Utbildningar.Where(u => u.Id == utbildningId).Select(u => new { u.Uppgift.Namn, u.Uppgift.Kod }).SingleAsync(ct);
            var (namn, kod) = (utbildning.Namn, utbildning.Kod);
            perioder = perioder.Where(p => p.Utbildning == namn || (kod != null && (p.Kurskod == kod || p.Studievagskod == kod)));
        }

        return await perioder.Select(p => p.StuderandeId).Distinct().CountAsync(ct);
    }
}
