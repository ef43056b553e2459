using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// What a school may do with a report it has sent: set the last day, correct the facts, delete it (domain.md section 5). Each act carries
/// the version that its page showed; when somebody came first, <see cref="RapportenAndrad"/>. Null answers: no such report at the active school.
/// </summary>
public sealed class SkolkandringService(PortalDbContext db, AuditService audit, MejlService mejl, TimeProvider klocka)
{
    /// <summary>Sets, or moves, the last day. Possible whatever CSN has decided: its payments resume by it.</summary>
    public Task<Result<Skolkrapport>?> AvslutaAsync(long id, DateOnly sistaDag, int version, CancellationToken ct) =>
        UtforAsync(id, version, Acts.SkolkrapportEnded, (rapport, _, lage) => Skolkakter.Avsluta(rapport, sistaDag, lage), null, ct);

    /// <summary>Corrects the facts. Another first day is judged by the 15- and 30-day gates on the day of the change.</summary>
    public Task<Result<Skolkrapport>?> AndraAsync(long id, Skolkuppgift uppgift, int version, CancellationToken ct) =>
        UtforAsync(id, version, Acts.SkolkrapportChanged, (rapport, arende, lage) => Skolkakter.Andra(rapport, arende, uppgift, lage), null, ct);

    /// <summary>
    /// Takes the report back after a new assessment, in any state and without asking CSN: its case becomes återtagen, whoever has the case
    /// is told by mail, and underlag and history stay (domain.md section 5, Deleting).
    /// </summary>
    public Task<Result<Skolkrapport>?> TaBortAsync(long id, string? skal, int version, CancellationToken ct) =>
        UtforAsync(
            id,
            version,
            Acts.SkolkrapportDeleted,
            (rapport, arende, _) =>
            {
                var brister = Skolkakter.TaBort(rapport, arende, skal, klocka.UtcNu());
                if (brister.Count == 0)
                    audit.Add(Acts.CaseWithdrawn, AuditObjects.Skolkrapport, rapport.Id, rapport.SkolaId);
                return brister;
            },
            (rapport, arende, token) => new Atertagandemejl(db, mejl).AddAsync(rapport, arende, token),
            ct);

    private Task<Result<Skolkrapport>?> UtforAsync(
        long id,
        int version,
        string act,
        Func<Skolkrapport, Arende, Skolklage, IReadOnlyList<Refusal>> akt,
        Func<Skolkrapport, Arende, CancellationToken, Task>? darefter,
        CancellationToken ct) =>
        Studerandeserie.MedOmtagAsync<Result<Skolkrapport>?>(db, async () =>
        {
            if (await db.Skolkrapporter.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } rapport ||
                await Skolkladdning.LaddaAsync(db, rapport.StuderandeId, id, klocka.SvenskDag(), ct) is not var (studerande, lage))
            {
                return null;
            }

            var arende = await db.Arenden.Include(a => a.Kompletteringar).Include(a => a.Beslut).SingleAsync(a => a.SkolkrapportId == id, ct);
            var fore = rapport.Uppgift;
            IReadOnlyList<Refusal> refusals = rapport.ArBorttagen ? [new RapportenBorttagen()]
                : rapport.Version != version ? [new RapportenAndrad()]
                : akt(rapport, arende, lage);
            if (refusals.Count > 0)
            {
                await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, id, rapport.SkolaId, refusals);
                return Result<Skolkrapport>.Refused(refusals);
            }

            Skolkakter.Meddela(studerande, rapport, arende, fore, klocka.UtcNu());
            audit.Add(act, AuditObjects.Skolkrapport, id, rapport.SkolaId, rapport.Borttagningsskal, Skolkandringar.Rader(fore, rapport.Uppgift));
            if (darefter is not null)
                await darefter(rapport, arende, ct);

            await Studerandeserie.SparaAsync(db, studerande, ct);
            return rapport;
        });
}
