using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
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
        UtforAsync(id, version, Acts.SkolkrapportEnded, (rapport, _, lage) =>
        {
            if (rapport.SistaDag == sistaDag)
                return [new RapportenOforandrad()];

            var bedomning = Skolkregel.BedomAvslut(rapport.ForstaDag, sistaDag, lage);
            if (bedomning.ArGodtagen)
                rapport.Avsluta(sistaDag);
            return bedomning.Refusals;
        }, null, ct);

    /// <summary>Corrects the facts. Another first day is judged by the 15- and 30-day gates on the day of the change.</summary>
    public Task<Result<Skolkrapport>?> AndraAsync(long id, Skolkuppgift uppgift, int version, CancellationToken ct) =>
        UtforAsync(id, version, Acts.SkolkrapportChanged, (rapport, arende, lage) =>
        {
            if (!arende.ArOppet)
                return [new RapportenFardiggranskad()];
            if (rapport.Uppgift == uppgift)
                return [new RapportenOforandrad()];

            var bedomning = Skolkregel.BedomAndring(uppgift, rapport.ForstaDag, lage);
            if (bedomning.ArGodtagen)
                rapport.Andra(uppgift);
            return bedomning.Refusals;
        }, null, ct);

    /// <summary>
    /// Takes the report back after a new assessment, in any state and without asking CSN: its case becomes återtagen, whoever has the case
    /// is told by mail, and underlag and history stay (domain.md section 5, Deleting).
    /// </summary>
    public async Task<Result<Skolkrapport>?> TaBortAsync(long id, string? skal, int version, CancellationToken ct)
    {
        Refusal? brist = skal switch
        {
            _ when string.IsNullOrWhiteSpace(skal) => new SkalSaknas(),
            { Length: > Skolkrapport.MaxSkal } => new SkalForLangt(),
            _ when Personnummermask.Finns(skal) => new SkalMedPersonnummer(),
            _ => null,
        };
        return await UtforAsync(
            id,
            version,
            Acts.SkolkrapportDeleted,
            (rapport, arende, _) =>
            {
                if (brist is not null)
                    return [brist];

                rapport.TaBort(skal!.Trim());
                arende.Aterta(klocka.UtcNu());
                audit.Add(Acts.CaseWithdrawn, AuditObjects.Skolkrapport, rapport.Id, rapport.SkolaId);
                return [];
            },
            BerattaForHandlaggarenAsync,
            ct);
    }

    private Task<Result<Skolkrapport>?> UtforAsync(
        long id,
        int version,
        string act,
        Func<Skolkrapport, Arende, Skolklage, IReadOnlyList<Refusal>> akt,
        Func<Skolkrapport, Arende, CancellationToken, Task>? darefter,
        CancellationToken ct) =>
        Skolkserie.MedOmtagAsync<Result<Skolkrapport>?>(db, async () =>
        {
            if (await db.Skolkrapporter.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } rapport ||
                await Skolkserie.LaddaAsync(db, rapport.StuderandeId, id, klocka.SvenskDag(), ct) is not var (studerande, lage))
            {
                return null;
            }

            var arende = await db.Arenden.Include(a => a.Kompletteringar).SingleAsync(a => a.SkolkrapportId == id, ct);
            var fore = rapport.Uppgift;
            IReadOnlyList<Refusal> refusals = rapport.ArBorttagen ? [new RapportenBorttagen()]
                : rapport.Version != version ? [new RapportenAndrad()]
                : akt(rapport, arende, lage);
            if (refusals.Count > 0)
            {
                await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, id, rapport.SkolaId, refusals);
                return Result<Skolkrapport>.Refused(refusals);
            }

            // Told on the case, and so that a decision made on the earlier facts is refused.
            if (arende.ArOppet)
                arende.AndraRapport(klocka.UtcNu(), baraSistaDag: fore with { SistaDag = rapport.SistaDag } == rapport.Uppgift);
            audit.Add(act, AuditObjects.Skolkrapport, id, rapport.SkolaId, rapport.Borttagningsskal, Skolkandringar.Rader(fore, rapport.Uppgift));
            if (darefter is not null)
                await darefter(rapport, arende, ct);

            await Skolkserie.SparaAsync(db, studerande, ct);
            return rapport;
        });

    private async Task BerattaForHandlaggarenAsync(Skolkrapport rapport, Arende arende, CancellationToken ct)
    {
        if (arende.HandlaggareKontoId is not { } kontoId ||
            await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleOrDefaultAsync(ct) is not { Length: > 0 } adress)
        {
            return;
        }

        var skola = await db.Skolor.Where(s => s.Id == rapport.SkolaId).Select(s => new { s.Namn, s.Skolkod }).SingleAsync(ct);
        mejl.Add(
            adress,
            $"Ärende {rapport.Kvittensnummer} är återtaget",
            $"""
            Hej!

            {skola.Namn} ({skola.Skolkod}) har tagit bort rapporten {rapport.Kvittensnummer} efter en ny bedömning. Ärendet som du har är därför återtaget, och du behöver inte granska det mer.

            Skolans skäl, underlaget och historiken finns kvar i ärendet i Mina tjänster.

            Mina tjänster, CSN
            """);
    }
}
