using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// What a school does with a report it has sent: sets its last day, corrects it, takes it back (domain.md section 5). Each answers null when
/// the active school has no such report.
/// </summary>
public sealed class SkolkandringService(PortalDbContext db, SkolklageQuery lage, MejlService mejl, AuditService audit, TimeProvider klocka)
{
    /// <param name="version">The version the form was drawn for.</param>
    public Task<Result<Skolkrapport>?> AvslutaAsync(long id, DateOnly sistaDag, int version, CancellationToken ct) =>
        AndraAsync(
            Acts.SkolkrapportEnded,
            id,
            version,
            (rapport, l) => Skolkregel.BedomAvslut(rapport.ForstaDag, sistaDag, l),
            rapport => rapport.Avsluta(sistaDag),
            ct);

    public Task<Result<Skolkrapport>?> AndraAsync(long id, Skolkuppgift uppgift, int version, CancellationToken ct) =>
        AndraAsync(
            Acts.SkolkrapportChanged,
            id,
            version,
            (rapport, l) => Skolkregel.BedomAndring(uppgift, rapport.ForstaDag, l),
            rapport => rapport.Andra(uppgift),
            ct);

    /// <summary>Takes the report back in any state; its case falls and the case's handläggare is told. Underlag and history stay.</summary>
    public async Task<Result<Skolkrapport>?> TaBortAsync(long id, string? skal, int version, CancellationToken ct)
    {
        var arende = await LaddaAsync(id, ct);
        if (arende is null)
        {
            return null;
        }

        var rapport = arende.Skolkrapport;
        Refusal? hinder = rapport switch
        {
            { ArBorttagen: true } => new RapportenBorttagen(),
            _ when rapport.Version != version => new RapportenAndrad(),
            _ when string.IsNullOrWhiteSpace(skal) => new SkalSaknas(),
            _ when Personnummermask.Finns(skal) => new SkalMedPersonnummer(),
            _ => null,
        };
        if (hinder is not null)
        {
            return await NekaAsync(Acts.SkolkrapportDeleted, rapport, [hinder], ct);
        }

        rapport.TaBort(skal!.Trim());
        arende.Aterta(klocka.UtcNu());
        audit.Add(Acts.SkolkrapportDeleted, AuditObjects.Skolkrapport, id, rapport.SkolaId, skal.Trim());
        audit.Add(Acts.CaseWithdrawn, AuditObjects.Skolkrapport, id, rapport.SkolaId);
        await MeddelaHandlaggarenAsync(arende, ct);
        return await SparaAsync(Acts.SkolkrapportDeleted, rapport, ct);
    }

    private async Task<Result<Skolkrapport>?> AndraAsync(
        string act,
        long id,
        int version,
        Func<Skolkrapport, Skolklage, Skolkbedomning> bedom,
        Action<Skolkrapport> andra,
        CancellationToken ct)
    {
        var arende = await LaddaAsync(id, ct);
        if (arende is null)
        {
            return null;
        }

        var rapport = arende.Skolkrapport;
        if (rapport.ArBorttagen)
        {
            return await NekaAsync(act, rapport, [new RapportenBorttagen()], ct);
        }

        if (rapport.Version != version)
        {
            return await NekaAsync(act, rapport, [new RapportenAndrad()], ct);
        }

        // The student's version is raised in the same save: two reports of one student cannot pass the overlap rule side by side.
        var studerande = await db.Studerande.SingleAsync(s => s.Id == rapport.StuderandeId, ct);
        db.Entry(studerande).Property(s => s.Version).IsModified = true;
        var studerandelage = await lage.ForAsync(rapport.StuderandeId, ct, utomRapportId: id);
        var bedomning = bedom(rapport, studerandelage!.Lage);
        if (!bedomning.ArGodtagen)
        {
            return await NekaAsync(act, rapport, bedomning.Refusals, ct);
        }

        var fore = rapport.Uppgift;
        andra(rapport);
        audit.Add(act, AuditObjects.Skolkrapport, id, rapport.SkolaId, changes: Andringar(fore, rapport.Uppgift));
        return await SparaAsync(act, rapport, ct);
    }

    private Task<Arende?> LaddaAsync(long id, CancellationToken ct) =>
        db.Arenden.Include(a => a.Skolkrapport).Include(a => a.Kompletteringar).SingleOrDefaultAsync(a => a.SkolkrapportId == id, ct);

    private async Task<Result<Skolkrapport>> SparaAsync(string act, Skolkrapport rapport, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return rapport;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await NekaAsync(act, rapport, [new RapportenAndrad()], ct);
        }
    }

    private async Task<Result<Skolkrapport>> NekaAsync(string act, Skolkrapport rapport, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, rapport.Id, rapport.SkolaId, refusals, ct);
        db.ChangeTracker.Clear();
        return Result<Skolkrapport>.Refused(refusals);
    }

    private async Task MeddelaHandlaggarenAsync(Arende arende, CancellationToken ct)
    {
        if (arende.HandlaggareKontoId is not { } kontoId)
        {
            return;
        }

        var epost = await db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleAsync(ct);
        var nummer = arende.Skolkrapport.Kvittensnummer;
        if (epost is not null)
        {
            mejl.Add(
                epost,
                $"Skolan har tagit bort rapporten i ärende {nummer}",
                $"Skolan har gjort en ny bedömning och tagit bort sin rapport om ogiltig frånvaro. Ärende {nummer} är därför återtaget och behöver inte granskas mer.\n\nSkälet och historiken finns i Mina tjänster, under Ärenden.");
        }
    }

    /// <summary>The changed fields as the history shows them: dates and numbers only.</summary>
    private static string? Andringar(Skolkuppgift fore, Skolkuppgift efter)
    {
        string[] rader =
        [
            .. Rad("Första skolkdag", Dag(fore.ForstaDag), Dag(efter.ForstaDag)),
            .. Rad("Sista skolkdag", Dag(fore.SistaDag), Dag(efter.SistaDag)),
            .. Rad("Ogiltig frånvaro (timmar)", Tal(fore.OgiltigMinuter), Tal(efter.OgiltigMinuter)),
            .. Rad("Tillfällen", fore.Tillfallen?.ToString() ?? "–", efter.Tillfallen?.ToString() ?? "–"),
        ];
        return rader.Length == 0 ? null : string.Join('\n', rader);

        static string[] Rad(string falt, string fore, string efter) => fore == efter ? [] : [$"{falt}: {fore} → {efter}"];
        static string Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd") ?? "–";
        static string Tal(int? minuter) => minuter is { } m ? SvenskText.Timmar(m) : "–";
    }
}
