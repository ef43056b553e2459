using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Gives, limits and takes behörigheter. Every way to a right goes through here: only by whom the table names (domain.md section 2), and never
/// for oneself. Null answers: no such user at the schools the signed-in person reaches.
/// </summary>
public sealed class BehorighetService(
    PortalDbContext db,
    AktuellAnvandare anvandare,
    AuditService audit,
    SessionService sessioner,
    Administratorsvakt vakt,
    TimeProvider klocka)
{
    /// <summary>Beyond this an end date is a slip of the hand.</summary>
    private const int MaxAr = 5;

    /// <summary>Gives the behörighet, or moves its last day.</summary>
    /// <param name="giltigTill">Last day it holds, inclusive; null for no end.</param>
    /// <param name="version">The user's version that the page showed.</param>
    public Task<Result<Skolanvandare>?> GeAsync(long skolanvandareId, Behorighetsslag slag, DateOnly? giltigTill, int version, CancellationToken ct) =>
        UtforAsync(skolanvandareId, version, Acts.PermissionGiven, async (skola, person) =>
            await GeAsync(skola, person.KontoId, slag, giltigTill, null, ct), ct);

    public Task<Result<Skolanvandare>?> TaBortAsync(long skolanvandareId, Behorighetsslag slag, int version, CancellationToken ct) =>
        UtforAsync(skolanvandareId, version, Acts.PermissionEnded, async (skola, person) =>
            await TaBortAsync(skola, person.KontoId, slag, null, ct), ct);

    /// <summary>Adds the act to the caller's context: for decisions that give a right along with something else. The caller saves.</summary>
    /// <param name="why">What the decision was about, for the log.</param>
    /// <returns>Why it may not be given, or null.</returns>
    public async Task<Refusal?> GeAsync(Skola skola, long kontoId, Behorighetsslag slag, DateOnly? giltigTill, string? why, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (Prova(skola, kontoId, slag) is { } nej)
            return nej;
        if (giltigTill < idag)
            return new SlutdagPasserad();
        if (giltigTill > idag.AddYears(MaxAr))
            return new SlutdagOrimlig();

        var rad = await RadAsync(skola.Id, kontoId, slag, ct);
        if (rad?.GallerDen(idag) == true)
        {
            if (rad.GiltigTill == giltigTill)
                return new BehorighetenGallerRedan(slag);

            audit.Add(Acts.PermissionEndDateChanged, AuditObjects.Konto, kontoId, skola.Id, why, $"{slag.Text()}, sista dag: {Dag(rad.GiltigTill)} → {Dag(giltigTill)}");
            rad.SattSlutdag(giltigTill);
            return null;
        }

        if (rad is null)
            db.Add(new Behorighet(kontoId, skola.Id, slag, giltigTill, idag));
        else
            rad.Ge(idag, giltigTill);
        audit.Add(Acts.PermissionGiven, AuditObjects.Konto, kontoId, skola.Id, why, $"Behörighet: – → {slag.Text()}{(giltigTill is null ? "" : $" till och med {Dag(giltigTill)}")}");
        return null;
    }

    /// <summary>As the other overload, taking it away.</summary>
    public async Task<Refusal?> TaBortAsync(Skola skola, long kontoId, Behorighetsslag slag, string? why, CancellationToken ct)
    {
        if (Prova(skola, kontoId, slag) is { } nej)
            return nej;

        var rad = await RadAsync(skola.Id, kontoId, slag, ct);
        if (rad?.GallerDen(klocka.SvenskDag()) != true)
        {
            // Ended with the account, maybe: now it is not given back with it.
            rad?.Avsluta(klocka.UtcNu());
            return new BehorighetenGallerInte(slag);
        }

        rad.Avsluta(klocka.UtcNu());
        audit.Add(Acts.PermissionEnded, AuditObjects.Konto, kontoId, skola.Id, why, $"Behörighet: {slag.Text()} → –");
        return null;
    }

    /// <summary>Why the signed-in person may not touch this behörighet of that person at the school, or null.</summary>
    public Refusal? Prova(Skola skola, long kontoId, Behorighetsslag slag)
    {
        if (kontoId == anvandare.KontoId)
            return new InteSigSjalv();

        var administrator = Behorighetsadministration.For(slag, skola);
        return slag.ArCsn() || !anvandare.Ar(administrator, skola) ? new AdministrerasAvAnnan(slag, administrator) : null;
    }

    private Task<Behorighet?> RadAsync(long skolaId, long kontoId, Behorighetsslag slag, CancellationToken ct) =>
        db.Behorigheter.SingleOrDefaultAsync(b => b.SkolaId == skolaId && b.KontoId == kontoId && b.Slag == slag, ct);

    private async Task<Result<Skolanvandare>?> UtforAsync(
        long skolanvandareId,
        int version,
        string act,
        Func<Skola, Skolanvandare, Task<Refusal?>> akt,
        CancellationToken ct)
    {
        if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.Id == skolanvandareId, ct) is not { } person)
            return null;

        var skola = await db.Skolor.SingleAsync(s => s.Id == person.SkolaId, ct);
        Refusal? nej = !person.ArAktiv ? new KontotAvslutat()
            : person.Version != version ? new AnvandarenAndrad()
            : await akt(skola, person);
        if (nej is null)
        {
            person.Ror(klocka.UtcNu());
            try
            {
                return await db.ITransaktionAsync<Result<Skolanvandare>>(
                    async () =>
                    {
                        await db.SaveChangesAsync(ct);
                        await vakt.BevakaAsync(skola, ct);
                        await sessioner.AvslutaOmTomtAsync(person.KontoId, ct);
                        return person;
                    },
                    ct);
            }
            catch (DbUpdateException)
            {
                // The version, or the same behörighet given at once by another: the other one was first.
                nej = new AnvandarenAndrad();
            }
        }

        await audit.AddRefusalAsync(act, AuditObjects.Konto, person.KontoId, skola.Id, nej.Code);
        return nej;
    }

    private static string Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd") ?? "–";
}
