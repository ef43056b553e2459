using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>What an administrator wants of one behörighet.</summary>
/// <param name="Ska">The person shall have it.</param>
/// <param name="GiltigTill">Last day it holds, inclusive; null for no end.</param>
public sealed record Onskadbehorighet(Behorighetsslag Slag, bool Ska, DateOnly? GiltigTill);

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

    /// <summary>Gives, moves the last day of and takes what is asked for, all or nothing. What is as asked already is left.</summary>
    /// <param name="onskade">One for each behörighet that the page let the person decide.</param>
    /// <param name="version">The user's version that the page showed.</param>
    public async Task<Result<Skolanvandare>?> SattAsync(long skolanvandareId, IReadOnlyList<Onskadbehorighet> onskade, int version, CancellationToken ct)
    {
        if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.Id == skolanvandareId, ct) is not { } person)
            return null;

        var skola = await db.Skolor.SingleAsync(s => s.Id == person.SkolaId, ct);
        Refusal? nej = !person.ArAktiv ? new KontotAvslutat() : person.Version != version ? new AnvandarenAndrad() : null;
        foreach (var onskad in onskade)
            nej ??= await SattAsync(skola, person.KontoId, onskad, ct);
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

        // What was begun before the refusal is not to be saved by anything that comes after it.
        db.ChangeTracker.Clear();
        await audit.AddRefusalAsync(Acts.PermissionGiven, AuditObjects.Konto, person.KontoId, skola.Id, nej.Code);
        return nej;
    }

    /// <summary>Adds the act to the caller's context: for decisions that give a right along with something else. The caller saves.</summary>
    /// <param name="why">What the decision was about, for the log.</param>
    /// <returns>Why it may not be given, or null.</returns>
    public async Task<Refusal?> GeAsync(Skola skola, long kontoId, Behorighetsslag slag, DateOnly? giltigTill, string? why, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (Prova(skola, kontoId, slag) is { } nej)
            return nej;
        if (ProvaSlutdag(giltigTill) is { } fel)
            return fel;

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

    /// <summary>Why it cannot be a behörighet's last day, or null.</summary>
    public Refusal? ProvaSlutdag(DateOnly? giltigTill)
    {
        var idag = klocka.SvenskDag();
        return giltigTill < idag ? new SlutdagPasserad() : giltigTill > idag.AddYears(MaxAr) ? new SlutdagOrimlig() : null;
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

    private async Task<Refusal?> SattAsync(Skola skola, long kontoId, Onskadbehorighet onskad, CancellationToken ct)
    {
        var galler = (await RadAsync(skola.Id, kontoId, onskad.Slag, ct))?.GallerDen(klocka.SvenskDag()) == true;
        // A school's first administrator comes from CSN; the next by the rektor's assurance.
        if (onskad is { Slag: Behorighetsslag.Behorighetsadministrator, Ska: true } && !galler && Prova(skola, kontoId, onskad.Slag) is null && await vakt.AntalAsync(skola.Id, ct) > 0)
            return new AdministratorViaRektor();

        return onskad.Ska
            ? await GeAsync(skola, kontoId, onskad.Slag, onskad.GiltigTill, null, ct) is { } nej and not BehorighetenGallerRedan ? nej : null
            : galler ? await TaBortAsync(skola, kontoId, onskad.Slag, null, ct) : Prova(skola, kontoId, onskad.Slag);
    }

    private static string Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd") ?? "–";
}
