using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Ends a person's account at a school and gives it back within 30 days. The account itself stays while other schools use it. Ending takes away
/// also what CSN administers: somebody who leaves must be out at once; giving back restores exactly what this ending took.
/// </summary>
public sealed class KontoavslutService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, SessionService sessioner, TimeProvider klocka)
{
    /// <summary>How many drafts somebody must take over.</summary>
    public Task<int> AntalUtkastAsync(long skolaId, long kontoId, CancellationToken ct) =>
        db.Synliga<Skolkrapportering.Skolkutkast>().CountAsync(u => u.SkolaId == skolaId && u.KontoId == kontoId, ct);

    /// <summary>Colleagues who may take over drafts: those who report for the school today.</summary>
    public IQueryable<Konto> Overtagare(long skolaId, long utomKontoId)
    {
        var idag = klocka.SvenskDag();
        return
            from b in db.Behorigheter.Gallande(idag)
            where b.SkolaId == skolaId && b.Slag == Behorighetsslag.Studeranderapportering && b.KontoId != utomKontoId
            join k in db.Konton on b.KontoId equals k.Id
            orderby k.Namn
            select k;
    }

    /// <param name="overtagareKontoId">Who takes over drafts; needed when there are any.</param>
    /// <param name="version">The user's version that the page showed.</param>
    public async Task<Result<Skolanvandare>?> AvslutaAsync(long skolanvandareId, long? overtagareKontoId, int version, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not { } person)
            return null;

        var utkast = await AntalUtkastAsync(person.SkolaId, person.KontoId, ct);
        Refusal? nej = person.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : !person.ArAktiv ? new KontotAvslutat()
            : person.Version != version ? new AnvandarenAndrad()
            : await UppdragAsync(person, ct) is { } uppdrag ? new HarUppdrag(uppdrag)
            : utkast > 0 && overtagareKontoId is null ? new OvertagareSaknas(utkast)
            : overtagareKontoId is { } till && !await Overtagare(person.SkolaId, person.KontoId).AnyAsync(k => k.Id == till, ct) ? new OvertagareOgiltig()
            : null;
        if (nej is not null)
            return await NekaAsync(Acts.AccountEnded, person, nej);

        var nu = klocka.UtcNu();
        person.Avsluta(nu, anvandare.KontoId, overtagareKontoId);
        foreach (var behorighet in await db.Behorigheter.Where(b => b.KontoId == person.KontoId && b.SkolaId == person.SkolaId && b.Avslutad == null).ToListAsync(ct))
            behorighet.Avsluta(nu);
        // What the person has asked for and nobody has answered falls with the account; given back, the person asks again.
        foreach (var begaran in await db.Synliga<Behorighetsbegaran>()
            .Where(b => b.SkolaId == person.SkolaId && b.KontoId == person.KontoId && b.Status == Begaranstatus.Vantar).ToListAsync(ct))
        {
            begaran.Aterta(anvandare.KontoId, nu);
            audit.Add(Acts.AccessWithdrawn, AuditObjects.Konto, person.KontoId, person.SkolaId, changes: $"Behörighet: {begaran.Slag.Text()}");
        }

        audit.Add(Acts.AccountEnded, AuditObjects.Konto, person.KontoId, person.SkolaId, changes: utkast > 0 ? $"Utkast som tagits över: {utkast}" : null);
        return await SparaAsync(Acts.AccountEnded, person, async () =>
        {
            if (overtagareKontoId is { } kollega)
            {
                await db.Synliga<Skolkrapportering.Skolkutkast>().Where(u => u.SkolaId == person.SkolaId && u.KontoId == person.KontoId)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(u => u.KontoId, kollega).SetProperty(u => u.Version, u => u.Version + 1), ct);
            }

            await sessioner.AvslutaOmTomtAsync(person.KontoId, ct);
        }, ct);
    }

    public async Task<Result<Skolanvandare>?> AterstallAsync(long skolanvandareId, int version, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not { } person)
            return null;

        Refusal? nej = person.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : person.Version != version ? new AnvandarenAndrad()
            : person.ArAktiv ? new KontotInteAvslutat()
            : !person.KanAterstallas(klocka.UtcNu()) ? new AngertidenSlut()
            : null;
        if (nej is not null)
            return await NekaAsync(Acts.AccountRestored, person, nej);

        var da = person.Avslutad;
        foreach (var behorighet in await db.Behorigheter.Where(b => b.KontoId == person.KontoId && b.SkolaId == person.SkolaId && b.Avslutad == da).ToListAsync(ct))
            behorighet.Aterstall();
        person.Aterstall(klocka.UtcNu());
        audit.Add(Acts.AccountRestored, AuditObjects.Konto, person.KontoId, person.SkolaId);
        return await SparaAsync(Acts.AccountRestored, person, () => Task.CompletedTask, ct);
    }

    private Task<Skolanvandare?> HittaAsync(long id, CancellationToken ct) => db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>The administrating role that keeps the person, or null.</summary>
    private async Task<Behorighetsslag?> UppdragAsync(Skolanvandare person, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var slag = await db.Behorigheter.Gallande(idag)
            .Where(b => b.KontoId == person.KontoId && b.SkolaId == person.SkolaId)
            .Select(b => b.Slag)
            .ToListAsync(ct);
        return slag.Where(s => !s.ArTjanst()).Cast<Behorighetsslag?>().FirstOrDefault();
    }

    private async Task<Result<Skolanvandare>> SparaAsync(string act, Skolanvandare person, Func<Task> darefter, CancellationToken ct)
    {
        try
        {
            return await db.ITransaktionAsync<Result<Skolanvandare>>(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    await darefter();
                    return person;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await NekaAsync(act, person, new AnvandarenAndrad());
        }
    }

    private async Task<Result<Skolanvandare>> NekaAsync(string act, Skolanvandare person, Refusal nej)
    {
        db.ChangeTracker.Clear();
        await audit.AddRefusalAsync(act, AuditObjects.Konto, person.KontoId, person.SkolaId, nej.Code);
        return nej;
    }
}
