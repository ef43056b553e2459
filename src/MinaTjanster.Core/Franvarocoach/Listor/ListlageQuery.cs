using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>As <see cref="SkolklageQuery"/>, for all students of a list in a few queries.</summary>
public sealed class ListlageQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <summary>A query's parameters have a limit on both engines.</summary>
    private const int Block = 500;

    /// <returns>Those that the active school has, by personnummer.</returns>
    public async Task<IReadOnlyDictionary<Personnummer, Studerandelage>> ForAsync(IReadOnlyCollection<Personnummer> personnummer, CancellationToken ct)
    {
        Dictionary<Personnummer, Studerandelage> lagen = [];
        foreach (var del in personnummer.Distinct().Chunk(Block))
        {
            foreach (var lage in await LasAsync(db.Studerande.Where(s => del.Contains(s.Personnummer)), ct))
                lagen[lage.Personnummer] = lage;
        }

        return lagen;
    }

    /// <returns>Those that the active school has, by id.</returns>
    public async Task<IReadOnlyDictionary<long, Studerandelage>> ForAsync(IReadOnlyCollection<long> studerandeIds, CancellationToken ct)
    {
        Dictionary<long, Studerandelage> lagen = [];
        foreach (var del in studerandeIds.Distinct().Chunk(Block))
        {
            foreach (var lage in await LasAsync(db.Studerande.Where(s => del.Contains(s.Id)), ct))
                lagen[lage.Id] = lage;
        }

        return lagen;
    }

    private async Task<IEnumerable<Studerandelage>> LasAsync(IQueryable<Studerande> vilka, CancellationToken ct)
    {
        var studerande = await vilka.AsNoTracking().Include(s => s.Studieperioder).ToListAsync(ct);
        var ids = studerande.ConvertAll(s => s.Id);
        var rapporter = (await db.Skolkrapporter.AsNoTracking()
            .Where(r => ids.Contains(r.StuderandeId) && r.Status != Skolkrapportstatus.Borttagen)
            .Select(r => new { r.StuderandeId, Rapport = new AnnanSkolkrapport(r.Id, r.ForstaDag, r.SistaDag) })
            .ToListAsync(ct)).ToLookup(r => r.StuderandeId, r => r.Rapport);
        var idag = klocka.SvenskDag();
        return studerande.Select(s => new Studerandelage(
            s.Id,
            s.Fornamn,
            s.Efternamn,
            s.Personnummer,
            s.Skydd,
            s.Klass,
            [.. s.Studieperioder.OrderBy(p => p.ForstaDag).Select(p => p.Utbildning).Distinct()],
            new Skolklage(
                s.Personnummer.Fodelsedag,
                [.. s.Studieperioder.OrderBy(p => p.ForstaDag).Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja, p.ValdStodform))],
                [.. rapporter[s.Id]],
                idag)));
    }
}
