using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet;

/// <summary>One month of a school, beside the others.</summary>
/// <param name="Manad">Its first day.</param>
/// <param name="Andra">How each measure is spread between the other schools of the form; null where fewer than five have it.</param>
public sealed record Punktlighetsmanad(DateOnly Manad, Punktlighetstal Egna, IReadOnlyDictionary<Matt, Spridning?> Andra);

/// <summary>A school's figures over some months, the oldest first, the current month last.</summary>
public sealed record Punktlighetsbild(Skolform Skolform, IReadOnlyList<Punktlighetsmanad> Manader, Punktlighetstal Egna, IReadOnlyDictionary<Matt, Spridning?> Andra);

/// <summary>The active school's timeliness. Its own reports as they stand now; the others' as <see cref="Punktlighetsminne"/> has them.</summary>
public sealed class PunktlighetQuery(PortalDbContext db, Punktlighetsminne minne, TimeProvider klocka)
{
    /// <param name="manader">12 or 24. What stands for all of them together is compared over the last twelve.</param>
    public async Task<Punktlighetsbild> ForAsync(long skolaId, Skolform skolform, int manader, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var egna = await Punktlighetsfraga.RapporterAsync(db, Punktlighetsminne.Manad(idag, manader - 1), ct);
        var riket = await minne.HamtaAsync(ct);
        var andra = riket.Andra(skolform, skolaId).ToList();
        var aret = Punktlighetsminne.Manad(idag, 11);
        return new(
            skolform,
            [
                .. Enumerable.Range(0, manader).Select(i => Punktlighetsminne.Manad(idag, manader - 1 - i)).Select(manad => new Punktlighetsmanad(
                    manad,
                    Punktlighetstal.For(egna.Where(r => r.Manad == manad)),
                    Spridningar(andra.Select(s => s.Manader.GetValueOrDefault(manad)).OfType<Punktlighetstal>()))),
            ],
            Punktlighetstal.For(egna.Where(r => r.Rapportdag >= aret)),
            Spridningar(andra.Select(s => s.Aret)));
    }

    internal static Dictionary<Matt, Spridning?> Spridningar(IEnumerable<Punktlighetstal> skolor)
    {
        var alla = skolor.ToList();
        return Matten.Alla.ToDictionary(m => m, m => Spridning.For(m, alla));
    }
}
