using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet;

/// <summary>A school's figures, by month of receipt.</summary>
/// <param name="Manader">First days of months; those without a report are not there.</param>
/// <param name="Aret">All reports of the twelve months that end with the current one.</param>
public sealed record Skolpunktlighet(long SkolaId, Skolform Skolform, IReadOnlyDictionary<DateOnly, Punktlighetstal> Manader, Punktlighetstal Aret);

/// <summary>The country's figures, as they were when they were asked for.</summary>
/// <param name="Skolor">Those with a report in the two years.</param>
/// <param name="Studerande">Students by school whose education may give studiehjälp: in a period in the months of <see cref="Punktlighetsinstallning.TystaManader"/> or the current one until today, of another avdelning than B. Ages are not asked (as in ADR 0045).</param>
public sealed record Rikspunktlighet(IReadOnlyList<Skolpunktlighet> Skolor, IReadOnlyDictionary<long, int> Studerande)
{
    /// <summary>The other schools of a form, never the one that compares itself.</summary>
    public IEnumerable<Skolpunktlighet> Andra(Skolform skolform, long skolaId) => Skolor.Where(s => s.Skolform == skolform && s.SkolaId != skolaId);
}

/// <summary>
/// The figures of all schools, drawn from two years' reports in a few commands and kept for an hour: they are of months, and nobody is told of them at once. A school's own
/// figures are asked for on each view (<see cref="PunktlighetQuery"/>).
/// </summary>
public sealed class Punktlighetsminne(NyPortalDbContext nyDb, Punktlighetsinstallning installning, TimeProvider klocka)
{
    /// <summary>Months that are kept, the current one included.</summary>
    public const int AntalManader = 24;

    private static readonly TimeSpan Langst = TimeSpan.FromHours(1);

    private readonly Kortminne<Rikspunktlighet> _riket = new(Langst, ct => LasAsync(nyDb, klocka.SvenskDag(), installning, ct));

    public ValueTask<Rikspunktlighet> HamtaAsync(CancellationToken ct) => _riket.HamtaAsync(ct);

    /// <summary>The first day of the month, so many months before today's.</summary>
    internal static DateOnly Manad(DateOnly idag, int bakat) => new DateOnly(idag.Year, idag.Month, 1).AddMonths(-bakat);

    private static async Task<Rikspunktlighet> LasAsync(NyPortalDbContext nyDb, DateOnly idag, Punktlighetsinstallning installning, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("punktlighet");
        var skolformer = await db.Skolor.Select(s => new { s.Id, s.Skolform }).ToDictionaryAsync(s => s.Id, s => s.Skolform, ct);
        var rapporter = await Punktlighetsfraga.RapporterAsync(db, Manad(idag, AntalManader - 1), ct);
        var aret = Manad(idag, 11);
        var fonster = Manad(idag, installning.TystaManader);
        var studerande = await db.Nationellt<Studieperiod>().Where(p => p.Avdelning != Avdelning.B && p.ForstaDag <= idag && p.SistaDag >= fonster)
            .GroupBy(p => p.SkolaId).Select(g => new { g.Key, Antal = g.Select(p => p.StuderandeId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Antal, ct);
        return new(
            [
                .. rapporter.Where(r => skolformer.ContainsKey(r.SkolaId)).GroupBy(r => r.SkolaId).Select(s => new Skolpunktlighet(
                    s.Key,
                    skolformer[s.Key],
                    s.GroupBy(r => r.Manad).ToDictionary(m => m.Key, Punktlighetstal.For),
                    Punktlighetstal.For(s.Where(r => r.Rapportdag >= aret)))),
            ],
            studerande);
    }
}
