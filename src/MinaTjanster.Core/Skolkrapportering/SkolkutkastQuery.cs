using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>A report that was filled in and not sent.</summary>
public sealed record Utkastrad(string Nyckel, string Fornamn, string Efternamn, Personskydd Skydd, DateOnly ForstaDag, DateTime Skapad);

/// <summary>Drafts of the signed-in person at the active school.</summary>
public sealed class SkolkutkastQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private static readonly Func<PortalDbContext, long, IAsyncEnumerable<Utkastrad>> Egna = EF.CompileAsyncQuery(
        (PortalDbContext db, long kontoId) =>
            (from u in db.Skolkutkast.AsNoTracking()
             where u.KontoId == kontoId
             join s in db.Studerande on u.StuderandeId equals s.Id
             orderby u.Skapad
             select new Utkastrad(u.Nyckel, s.Fornamn, s.Efternamn, s.Skydd, u.ForstaDag, u.Skapad)).Take(20));

    public async Task<IReadOnlyList<Utkastrad>> EgnaAsync(CancellationToken ct)
    {
        List<Utkastrad> rader = [];
        await foreach (var rad in Egna(db, anvandare.KontoId).WithCancellation(ct))
        {
            rader.Add(rad);
        }

        return rader;
    }
}
