using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister;

/// <summary>What a person has chosen about duties.</summary>
/// <param name="LankSkapad">UTC; null where there is no calendar link.</param>
public sealed record Fristvalsbild(Sammandragstakt Takt, DateTime? LankSkapad);

/// <summary>The signed-in person's own choices: mails about duties, and the secret link to the calendar feed.</summary>
public sealed class FristvalService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    public async Task<Fristvalsbild> BildAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        return new(
            await db.Fristval.Where(v => v.KontoId == kontoId).Select(v => (Sammandragstakt?)v.Takt).SingleOrDefaultAsync(ct) ?? Sammandragstakter.Ovald,
            await db.Kalenderlankar.Where(l => l.KontoId == kontoId).Select(l => (DateTime?)l.Skapad).SingleOrDefaultAsync(ct));
    }

    /// <summary>The same choice again changes nothing.</summary>
    public Task ValjAsync(Sammandragstakt takt, CancellationToken ct) => MedOmtagAsync(async () =>
    {
        var kontoId = anvandare.KontoId;
        var val = await db.Fristval.AsTracking().SingleOrDefaultAsync(v => v.KontoId == kontoId, ct);
        var fore = val?.Takt ?? Sammandragstakter.Ovald;
        if (fore == takt)
            return;

        if (val is null)
            db.Add(new Fristval(kontoId, takt));
        else
            val.Valj(takt);
        // The mail of whoever had not chosen was done with today, without a word: it does not stand in the way of what is chosen now.
        var idag = klocka.SvenskDag();
        if (await db.Fristmejl.AsTracking().SingleOrDefaultAsync(m => m.KontoId == kontoId && m.Dag == idag && m.Antal == 0, ct) is { } tomt)
            db.Remove(tomt);
        audit.Add(Acts.DigestChanged, AuditObjects.Konto, kontoId, null, changes: $"Mejl om frister: {fore.Text()} → {takt.Text()}");
        await db.SaveChangesAsync(ct);
    });

    /// <summary>A new link; the one before, if any, opens nothing any more.</summary>
    /// <returns>The key: kept nowhere, only its hash.</returns>
    public async Task<string> NyLankAsync(CancellationToken ct)
    {
        var nyckel = Hemlighet.Ny();
        await MedOmtagAsync(async () =>
        {
            var kontoId = anvandare.KontoId;
            var lank = await db.Kalenderlankar.AsTracking().SingleOrDefaultAsync(l => l.KontoId == kontoId, ct);
            if (lank is null)
                db.Add(new Kalenderlank(kontoId, Hemlighet.Hash(nyckel), klocka.UtcNu()));
            else
                lank.Fornya(Hemlighet.Hash(nyckel), klocka.UtcNu());
            audit.Add(Acts.CalendarLinkCreated, AuditObjects.Konto, kontoId, null);
            await db.SaveChangesAsync(ct);
        });
        return nyckel;
    }

    /// <returns>False when there was none.</returns>
    public async Task<bool> AterkallaAsync(CancellationToken ct)
    {
        var kontoId = anvandare.KontoId;
        if (await db.Kalenderlankar.AsTracking().SingleOrDefaultAsync(l => l.KontoId == kontoId, ct) is not { } lank)
            return false;

        db.Remove(lank);
        audit.Add(Acts.CalendarLinkRevoked, AuditObjects.Konto, kontoId, null);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Clicked twice.
            return false;
        }
    }

    /// <summary>The first of two at once adds the row, the second finds it.</summary>
    private async Task MedOmtagAsync(Func<Task> gor)
    {
        try
        {
            await gor();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            await gor();
        }
    }
}
