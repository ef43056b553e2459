using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Flergodkannande;

/// <summary>A case of a choice, and why it is left out; null when it may be approved.</summary>
/// <param name="Namn">Empty where the case is not within reach.</param>
public sealed record Flerrad(long ArendeId, string Kvittensnummer, string Namn, string Skola, int Kontroller, int Belopp, Refusal? Hinder);

/// <summary>What became of a choice.</summary>
/// <param name="Godkanda">Approved now, or by an earlier post of the same page.</param>
/// <param name="Kvar">Left as they were, each with the reason.</param>
public sealed record Flerutfall(int Godkanda, IReadOnlyList<Flerrad> Kvar);

/// <summary>Keeps who has looked at which case, and approves several that are complete, undisputed and looked at; each is judged anew when it is sent, and saved by itself.</summary>
public sealed class FlergodkannandeService(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, ArendedetaljQuery query, AuditService audit, TimeProvider klocka)
{
    private const string Skal = "Godkänt tillsammans med andra ärenden, efter att ha öppnats.";

    /// <summary>Notes that the signed-in person has looked at the case as it stands.</summary>
    public async Task SettAsync(Arende arende, CancellationToken ct)
    {
        await using var egen = nyDb.NyForAlla("granskning");
        try
        {
            if (await egen.Nationellt<Arendetitt>().AsTracking().SingleOrDefaultAsync(t => t.ArendeId == arende.Id && t.KontoId == anvandare.KontoId, ct) is not { } titt)
            {
                egen.Add(new Arendetitt(arende, anvandare.KontoId, klocka.UtcNu()));
            }
            else if (titt.Arendeversion < arende.Version)
            {
                titt.Igen(arende, klocka.UtcNu());
            }

            await egen.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Opened twice in the same moment: one look is enough.
        }
    }

    /// <summary>What the signed-in person has looked at and may approve together, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Flerrad>> ValbaraAsync(CancellationToken ct)
    {
        var mig = anvandare.KontoId;
        var stammande = new ArendeQuery(db, anvandare, klocka).Stammande();
        var ids = await (
            from a in db.SynligaArenden(anvandare, klocka.UtcNu()).AsNoTracking()
            join t in db.Nationellt<Arendetitt>() on a.Id equals t.ArendeId
            where stammande.Contains(a.Id) && t.KontoId == mig && t.Arendeversion == a.Version && a.SkolanSkaSvara == null && a.SkolanHarSvarat == null
                && ((a.Status == Arendestatus.AttGranska && a.HandlaggareKontoId == null) || (a.Status == Arendestatus.Granskas && a.HandlaggareKontoId == mig))
            orderby a.UnderlagInkom, a.Id
            select a.Id).Take(4 * Flerregel.Flest).ToListAsync(ct);
        List<Flerrad> rader = [];
        foreach (var id in ids)
        {
            if (Rad(id, await BedomAsync(id, ct)) is { Hinder: null } rad)
                rader.Add(rad);
            if (rader.Count == Flerregel.Flest)
                break;
        }

        return rader;
    }

    /// <summary>Each of a choice as it stands now, in the order chosen.</summary>
    public async Task<IReadOnlyList<Flerrad>> BedomAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        List<Flerrad> rader = [];
        foreach (var id in ids.Distinct())
            rader.Add(Rad(id, await BedomAsync(id, ct)));
        return rader;
    }

    /// <summary>Approves those that hold. A second post finds them approved.</summary>
    public async Task<Result<Flerutfall>> GodkannAsync(IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new FlerInget();
        if (ids.Distinct().Count() > Flerregel.Flest)
            return new FlerForManga();

        var godkanda = 0;
        List<Flerrad> kvar = [];
        foreach (var id in ids.Distinct())
        {
            db.ChangeTracker.Clear();
            if (await GodkannAsync(id, ct) is { Hinder: not null } rad)
                kvar.Add(rad);
            else
                godkanda++;
        }

        return new Flerutfall(godkanda, kvar);
    }

    private async Task<Flerrad?> GodkannAsync(long id, CancellationToken ct)
    {
        var (detaljer, hinder) = await BedomAsync(id, ct);
        if (detaljer?.Arende is { Status: Arendestatus.Godkant, HandlaggareKontoId: var har, GodkantAvKontoId: var av } && har == anvandare.KontoId && av == har)
            return null;

        if (detaljer is null || hinder is not null)
        {
            if (detaljer is not null)
                await audit.AddRefusalAsync(Acts.CaseApproved, AuditObjects.Skolkrapport, detaljer.Rapport.Id, detaljer.Arende.SkolaId, [hinder!]);
            return Rad(id, (detaljer, hinder));
        }

        var (mig, nu) = (anvandare.KontoId, klocka.UtcNu());
        var arende = await db.SynligaArenden(anvandare, nu).AsTracking().Include(a => a.Kompletteringar).SingleAsync(a => a.Id == id, ct);
        if (arende.Version != detaljer.Arende.Version)
            return Rad(id, (detaljer, new FlerAndratSedan()));

        var fore = arende.Status;
        if (fore == Arendestatus.AttGranska)
        {
            arende.Ta(mig, nu);
            audit.Add(Acts.CaseTaken, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, changes: $"Status: {fore.Text()} → {arende.Status.Text()}");
        }

        arende.Godkann(mig, nu);
        audit.Add(Acts.CaseApproved, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId, Skal, $"Status: {Arendestatus.Granskas.Text()} → {arende.Status.Text()}");
        try
        {
            await db.ITransaktionAsync(
                async () =>
                {
                    await Arendeutkast.RensaAsync(db, id, komplettering: false, ct);
                    return await db.SaveChangesAsync(ct);
                },
                ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Rad(id, (detaljer, new FlerAndratSedan()));
        }
    }

    private async Task<(Arendedetaljer? Detaljer, Refusal? Hinder)> BedomAsync(long id, CancellationToken ct)
    {
        if (await query.HamtaAsync(id, ct) is not { } detaljer)
            return (null, new FlerFinnsInte());

        var mig = anvandare.KontoId;
        var sett = await db.Nationellt<Arendetitt>().AsNoTracking().Where(t => t.ArendeId == id && t.KontoId == mig).Select(t => (int?)t.Arendeversion).SingleOrDefaultAsync(ct);
        var harUtkast = await db.Nationellt<Arendeanteckning>().AnyAsync(a => a.ArendeId == id && a.Komplettering != null, ct);
        return (detaljer, Flerregel.Hinder(detaljer, sett, mig, harUtkast));
    }

    /// <summary>Masked as in the queue.</summary>
    private static Flerrad Rad(long id, (Arendedetaljer? Detaljer, Refusal? Hinder) om) => om.Detaljer is { } d
        ? new(id, d.Rapport.Kvittensnummer, d.Studerande.NamnFor(farSeSkyddade: false), d.Skola.Namn, d.Kontroller.Count, d.Uppskattning.Belopp, om.Hinder)
        : new(id, $"{id}", "", "", 0, 0, om.Hinder);
}
