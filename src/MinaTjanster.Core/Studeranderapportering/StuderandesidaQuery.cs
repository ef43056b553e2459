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
    /// <summary>UTC: when CSN sees the case; null once it does.</summary>
    public DateTime? NarCsn { get; init; }

    public bool ArBorttagen => Arende == Arendestatus.Atertaget;

    public Skolkstatus Status(DateOnly idag) => Skolkstatus.For(Arende, Underlagsfrist.For(ForstaDag, Rapportdag), SvarSenast, idag, NarCsn);
}

/// <summary>Loads a student's page.</summary>
public sealed class StuderandesidaQuery(PortalDbContext db, SkolklageQuery lagen, HistorikQuery historik, AvsandareQuery avsandare, TimeProvider klocka)
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
                a.Kompletteringar.Where(k => k.Besvarad == null && k.Aterkallad == null).Select(k => (DateOnly?)k.SvarSenast).FirstOrDefault())
            {
                NarCsn = a.SynligFran,
            }).ToListAsync(ct);
        var nu = klocka.UtcNu();
        var sanda = await db.Handelser.AsNoTracking().Include(h => h.Sandning).Where(h => h.StuderandeId == id).OrderBy(h => h.Id).ToListAsync(ct);
        var vem = await avsandare.ForAsync(studerande.Personnummer, sanda, ct);
        return new(
            studerande,
            [.. studerande.Studieperioder.Where(p => p.ForstaDag <= idag && idag <= p.SistaDag)
                .Select(p => Stodforklaring.For(p.Avdelning, p.Larling == Larlingskap.Ja, lage.Lage.Fodelsedag, idag, p.ValdStodform)).Distinct()],
            [.. sanda.Where(h => h.Status != Handelsestatus.Ersatt)],
            rapporter.ConvertAll(r => r with { NarCsn = Fonsterord.NarCsn(r.NarCsn, nu) }),
            Skolkmojlighet.For(lage.Lage),
            [
                .. (await historik.ForAsync(AuditObjects.Handelse, [.. sanda.Select(h => h.Id)], ct))
                    .Concat(sanda.OrderByDescending(h => h.Id).Select(h => Rapporterad(h, vem[h.Id])))
                    .Concat(await historik.ForAsync(AuditObjects.Skolkrapport, [.. rapporter.Select(r => r.Id)], ct))
                    .Concat(await historik.ForAsync(AuditObjects.Studerande, id, ct))
                    .OrderByDescending(h => h.Tid),
            ],
            await db.Skolor.Where(k => k.Id == studerande.SkolaId).Select(k => k.Skolform).SingleAsync(ct),
            idag);
    }

    /// <summary>Events are their own history (design decision 8): the log has one line for a sending of many, or for a whole file.</summary>
    private static Historikrad Rapporterad(Handelse handelse, Avsandare vem)
    {
        var uppgift = handelse.Uppgift;
        var vad = handelse.ErsatterId is null ? "Händelse rapporterad" : "Händelse ändrad";
        return new(
            vem.Tid,
            vem.Namn,
            (handelse.Sandning.Kanal, vem.PaSkarmen) switch
            {
                (_, true) => $"{vad}, rad i fil rättad",
                (Sandningskanal.Fil, _) => $"{vad} med fil",
                (Sandningskanal.Ladok, _) => $"{vad} i Ladok",
                _ => vad,
            },
            null,
            [$"{uppgift.Slag.Typ().Rubrik}: {uppgift.ForstaDag:yyyy-MM-dd}{(uppgift.SistaDag is { } sista ? $" – {sista:yyyy-MM-dd}" : "")}"],
            handelse.Id);
    }
}
