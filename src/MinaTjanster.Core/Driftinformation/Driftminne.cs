using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>How early a planned outage stands on the start page.</summary>
public sealed record Driftinstallning(int DagarFore = 7)
{
    /// <summary>How early it stands at the sign-in, which everybody passes [V].</summary>
    public static readonly TimeSpan ForeInloggning = TimeSpan.FromHours(24);
}

/// <summary>What is told now or later: outages that have not ended and news that is published. Judged by the clock when it is asked, not when it was read.</summary>
public sealed record Driftbild(IReadOnlyList<Driftavbrott> Avbrott, IReadOnlyList<Nyhet> Nyheter)
{
    /// <summary>The outage for which nothing can be sent now; of several the one that ends last.</summary>
    public Driftavbrott? Laslage(DateTime nu) => Avbrott.Where(a => a.Laslage && a.Pagar(nu)).MaxBy(a => a.Slutar);
}

/// <summary>
/// Kept in memory, since each page asks: read anew when this copy of the portal has changed something, and each few seconds for what the others have (ADR 0042).
/// </summary>
public sealed class Driftminne(NyPortalDbContext nyDb, TimeProvider klocka)
{
    private const int Flest = 100;

    private readonly Kortminne<Driftbild> _bild = new(
        TimeSpan.FromSeconds(5),
        async ct =>
        {
            var (nu, idag) = (klocka.UtcNu(), klocka.SvenskDag());
            var imorgon = idag.AddDays(1);
            await using var db = nyDb.Ny();
            return new(
                await db.Driftavbrott.AsNoTracking().Where(a => a.Status == Avbrottsstatus.Galler && a.Slutar > nu).OrderBy(a => a.Borjar).ThenBy(a => a.Id).Take(Flest).ToListAsync(ct),
                await db.Nyheter.AsNoTracking().Where(n => n.Status == Nyhetsstatus.Publicerad && n.Fran <= imorgon && (n.Till == null || n.Till >= idag)).OrderByDescending(n => n.Fran).ThenByDescending(n => n.Id).Take(Flest).ToListAsync(ct));
        });

    /// <inheritdoc cref="Kortminne{T}.Glom"/>
    public void Glom() => _bild.Glom();

    public ValueTask<Driftbild> HamtaAsync(CancellationToken ct) => _bild.HamtaAsync(ct);
}
