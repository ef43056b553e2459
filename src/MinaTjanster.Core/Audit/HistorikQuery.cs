using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Audit;

/// <summary>One line of the history a user sees.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Vem">A name; "CSN" when a school reads what CSN staff did; "Portalen" for the portal itself.</param>
/// <param name="Andringar">Lines "Fält: före → efter", or "Fält: efter" where nothing was before; or empty.</param>
public sealed record Historikrad(DateTime Tid, string Vem, string Text, string? Varfor, IReadOnlyList<string> Andringar, long? ObjektId);

/// <summary>The histories that pages show, read from the audit log (design decision 8). Refusals are left to those who read the log itself.</summary>
public sealed class HistorikQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    /// <summary>The history of one object, newest first. The caller has checked that the reader may see the object.</summary>
    public Task<List<Historikrad>> ForAsync(string objekt, long objektId, CancellationToken ct) =>
        LasAsync(db.AuditEvents.Where(e => e.Objekt == objekt && e.ObjektId == objektId), 200, ct);

    /// <summary>The history of several objects of a kind together, newest first. The caller has checked that the reader may see them.</summary>
    public Task<List<Historikrad>> ForAsync(string objekt, IReadOnlyCollection<long> objektIds, CancellationToken ct) =>
        objektIds.Count == 0
            ? Task.FromResult(new List<Historikrad>())
            : LasAsync(db.AuditEvents.Where(e => e.Objekt == objekt && objektIds.Contains(e.ObjektId!.Value)), 200, ct);

    /// <summary>What administrators have done with an account and its behörigheter, newest first; at one school, or at all.</summary>
    public Task<List<Historikrad>> ForKontoAsync(long kontoId, long? skolaId, CancellationToken ct) =>
        LasAsync(
            db.AuditEvents.Where(e =>
                e.Objekt == AuditObjects.Konto && e.ObjektId == kontoId && (skolaId == null || e.SkolaId == skolaId)
                && (e.Act.StartsWith("account.") || e.Act.StartsWith("permission."))),
            100,
            ct);

    /// <summary>A name; a school is told "CSN", not which handläggare; "Portalen" for what the portal did itself.</summary>
    internal static string Vem(string? namn, bool arCsn, AktuellAnvandare lasare) => arCsn && !lasare.ArCsn ? "CSN" : namn ?? "Portalen";

    /// <summary>A reader has no use for the number of a document, nor for an arrow from nothing.</summary>
    internal static IReadOnlyList<string> Visade(string? andringar) =>
    [
        .. (andringar ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(rad => !rad.StartsWith("Dokument: ", StringComparison.Ordinal))
            .Select(rad => rad.Replace(": – → ", ": ", StringComparison.Ordinal)),
    ];

    /// <summary>What CSN has within itself or with the student: no school reads it, in a history or on its start page.</summary>
    public static readonly IReadOnlyList<string> BaraCsn =
        (string[])[Acts.CasePageMarked, Acts.CasePageUnmarked, Acts.CaseHandedOver, Acts.CaseNotesSaved, Acts.CaseHearingSent, Acts.CaseOutcomeDecided, Acts.CaseOutcomeToCheck, Acts.CaseOutcomeAgreed, Acts.CaseOutcomeSentBack, Acts.CaseOutcomeWithdrawn, Acts.CaseLetterPrinted, Acts.CaseLetterReprinted, Acts.CaseLetterSent, Acts.CaseLetterSentUndone];

    private async Task<List<Historikrad>> LasAsync(IQueryable<AuditEvent> handelser, int antal, CancellationToken ct)
    {
        if (!anvandare.ArCsn)
        {
            handelser = handelser.Where(e => !BaraCsn.Contains(e.Act));
        }

        var rader = await (
            from e in handelser.AsNoTracking()
            where e.Outcome == AuditOutcome.Accepted
            orderby e.Tid descending, e.Id descending
            select new
            {
                Handelse = e,
                Namn = db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault(),
                ArCsn = db.Behorigheter.Any(b => b.KontoId == e.KontoId && b.SkolaId == null),
            }).Take(antal).ToListAsync(ct);
        return rader.ConvertAll(r => new Historikrad(
            r.Handelse.Tid,
            Vem(r.Namn, r.ArCsn, anvandare),
            ActTexts.Text(r.Handelse.Act),
            r.Handelse.Why,
            Visade(r.Handelse.Changes),
            r.Handelse.ObjektId));
    }
}
