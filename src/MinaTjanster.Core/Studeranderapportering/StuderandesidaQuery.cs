using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>What one student's page shows.</summary>
/// <param name="Stod">The support of each study period that holds today; empty outside every period.</param>
/// <param name="Handelser">Events that hold or have been taken back, without those that another has replaced.</param>
/// <param name="Rapporter">All reports of ogiltig frånvaro, newest first, deleted ones included.</param>
/// <param name="Mojlighet">Whether ogiltig frånvaro can be reported, and why not.</param>
public sealed record Studerandesida(
    Studerande Studerande,
    IReadOnlyList<Stodforklaring> Stod,
    IReadOnlyList<Handelse> Handelser,
    IReadOnlyList<Skolkhandelse> Rapporter,
    Skolkmojlighet Mojlighet,
    IReadOnlyList<Historikrad> Historik,
    Skolform Skolform,
    DateOnly Idag);

/// <summary>Händelse 51 on the student's page.</summary>
public sealed record Skolkhandelse(long Id, DateOnly ForstaDag, DateOnly? SistaDag, DateOnly Rapportdag, string Kvittensnummer, Arendestatus Arende, DateOnly? SvarSenast)
{
    public bool ArBorttagen => Arende == Arendestatus.Atertaget;

    public Skolkstatus Status(DateOnly idag) => Skolkstatus.For(Arende, Underlagsfrist.For(ForstaDag, Rapportdag), SvarSenast, idag);
}

/// <summary>Loads a student's page.</summary>
public sealed class StuderandesidaQuery(PortalDbContext db, SkolklageQuery lagen, HistorikQuery historik, TimeProvider klocka)
{
    /// <returns>Null when the active school has no such student.</returns>
    public async Task<Studerandesida?> ForAsync(long id, CancellationToken ct)
    {
        var studerande = await db.Studerande.AsNoTracking().Include(s => s.Studieperioder).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (studerande is null || await lagen.ForAsync(id, ct) is not { } lage)
            return null;

        var idag = klocka.SvenskDag();
        var rapporter = await (
            from r in db.Skolkrapporter.AsNoTracking()
            where r.StuderandeId == id
            join a in db.Arenden on r.Id equals a.SkolkrapportId
            orderby r.ForstaDag descending, r.Id descending
            select new Skolkhandelse(
                r.Id,
                r.ForstaDag,
                r.SistaDag,
                r.Rapportdag,
                r.Kvittensnummer,
                a.Status,
                a.Kompletteringar.Where(k => k.Besvarad == null && k.Aterkallad == null).Select(k => (DateOnly?)k.SvarSenast).FirstOrDefault())).ToListAsync(ct);
        var sanda = await (
            from h in db.Handelser.AsNoTracking()
            where h.StuderandeId == id
            join sa in db.Sandningar on h.SandningId equals sa.Id
            join k in db.Konton on sa.SkickadAvKontoId equals k.Id
            orderby h.Id
            select new Sand(h, sa.Skickad, sa.Kanal, k.Namn)).ToListAsync(ct);
        return new(
            studerande,
            [.. studerande.Studieperioder.Where(p => p.ForstaDag <= idag && idag <= p.SistaDag)
                .Select(p => Stodforklaring.For(p.Avdelning, p.Larling == Larlingskap.Ja, lage.Lage.Fodelsedag, idag, p.ValdStodform)).Distinct()],
            [.. sanda.Select(s => s.Handelse).Where(h => h.Status != Handelsestatus.Ersatt)],
            rapporter,
            Skolkmojlighet.For(lage.Lage),
            [
                .. (await historik.ForAsync(AuditObjects.Handelse, [.. sanda.Select(s => s.Handelse.Id)], ct))
                    .Concat(sanda.OrderByDescending(s => s.Handelse.Id).Select(Rapporterad))
                    .Concat(await historik.ForAsync(AuditObjects.Skolkrapport, [.. rapporter.Select(r => r.Id)], ct))
                    .Concat(await historik.ForAsync(AuditObjects.Studerande, id, ct))
                    .OrderByDescending(h => h.Tid),
            ],
            await db.Skolor.Where(k => k.Id == studerande.SkolaId).Select(k => k.Skolform).SingleAsync(ct),
            idag);
    }

    /// <summary>Events are their own history (design decision 8): the log has one line for a sending of many, or for a whole file.</summary>
    private static Historikrad Rapporterad(Sand sand)
    {
        var uppgift = sand.Handelse.Uppgift;
        var vad = sand.Handelse.ErsatterId is null ? "Händelse rapporterad" : "Händelse ändrad";
        return new(
            sand.Skickad,
            sand.Namn,
            sand.Kanal switch { Sandningskanal.Fil => $"{vad} med fil", Sandningskanal.Ladok => $"{vad} i Ladok", _ => vad },
            null,
            [$"{uppgift.Slag.Typ().Rubrik}: {uppgift.ForstaDag:yyyy-MM-dd}{(uppgift.SistaDag is { } sista ? $" – {sista:yyyy-MM-dd}" : "")}"],
            sand.Handelse.Id);
    }

    private sealed record Sand(Handelse Handelse, DateTime Skickad, Sandningskanal Kanal, string Namn);
}
