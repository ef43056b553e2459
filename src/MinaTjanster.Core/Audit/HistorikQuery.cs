using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Core.Audit;

/// <summary>One line of the history a user sees.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Vem">A name; "CSN" when a school reads what CSN staff did; "Portalen" for the portal itself.</param>
/// <param name="Andringar">Lines "Fält: före → efter", or empty.</param>
public sealed record Historikrad(DateTime Tid, string Vem, string Text, string? Varfor, IReadOnlyList<string> Andringar, long? ObjektId);

/// <summary>The histories that pages show, read from the audit log (design decision 8). Refusals are left to those who read the log itself.</summary>
public sealed class HistorikQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private static readonly Expression<Func<PortalDbContext, IQueryable<AuditEvent>, int, IQueryable<Rad>>> Uttryck =
        (db, handelser, antal) =>
            (from e in handelser
             where e.Outcome == AuditOutcome.Accepted
             orderby e.Tid descending, e.Id descending
             select new Rad(
                 e.Tid,
                 e.Act,
                 e.Why,
                 e.Changes,
                 e.ObjektId,
                 db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault(),
                 db.Behorigheter.Any(b => b.KontoId == e.KontoId && b.SkolaId == null))).Take(antal);

    private static readonly Func<PortalDbContext, IQueryable<AuditEvent>, int, IQueryable<Rad>> Rader = Uttryck.Compile();

    /// <summary>The start page asks this at every visit: compiled once.</summary>
    private static readonly Func<PortalDbContext, long, int, IAsyncEnumerable<Rad>> PaSkolan = EF.CompileAsyncQuery(OverSkolan());

    /// <summary>The history of one object, newest first. The caller has checked that the reader may see the object.</summary>
    public Task<List<Historikrad>> ForAsync(string objekt, long objektId, CancellationToken ct) =>
        LasAsync(db.AuditEvents.Where(e => e.Objekt == objekt && e.ObjektId == objektId), 200, ct);

    /// <summary>The history of several objects of a kind together, newest first. The caller has checked that the reader may see them.</summary>
    public Task<List<Historikrad>> ForAsync(string objekt, IReadOnlyCollection<long> objektIds, CancellationToken ct) =>
        objektIds.Count == 0
            ? Task.FromResult(new List<Historikrad>())
            : LasAsync(db.AuditEvents.Where(e => e.Objekt == objekt && objektIds.Contains(e.ObjektId!.Value)), 200, ct);

    /// <summary>What has happened lately at the active school with its reports.</summary>
    /// <exception cref="SkolaSaknasException">No school is chosen.</exception>
    public async Task<List<Historikrad>> SenasteAsync(int antal, CancellationToken ct)
    {
        List<Historikrad> rader = [];
        await foreach (var rad in PaSkolan(db, db.Omfang.SkolaId, antal).WithCancellation(ct))
        {
            rader.Add(Visad(rad));
        }

        return rader;
    }

    private async Task<List<Historikrad>> LasAsync(IQueryable<AuditEvent> handelser, int antal, CancellationToken ct) =>
        (await Rader(db, handelser, antal).ToListAsync(ct)).ConvertAll(Visad);

    private Historikrad Visad(Rad rad) => new(
        rad.Tid,
        rad.ArCsn && !anvandare.ArCsn ? "CSN" : rad.Namn ?? "Portalen",
        ActTexts.Text(rad.Act),
        rad.Why,
        rad.Changes?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [],
        rad.ObjektId);

    private static Expression<Func<PortalDbContext, long, int, IQueryable<Rad>>> OverSkolan()
    {
        Expression<Func<PortalDbContext, long, IQueryable<AuditEvent>>> skolans =
            (db, skolaId) => db.AuditEvents.Where(e => e.SkolaId == skolaId && e.Objekt == AuditObjects.Skolkrapport);
        var (db, handelser, antal) = (Uttryck.Parameters[0], Uttryck.Parameters[1], Uttryck.Parameters[2]);
        var kalla = ReplacingExpressionVisitor.Replace(skolans.Parameters[0], db, skolans.Body);
        return Expression.Lambda<Func<PortalDbContext, long, int, IQueryable<Rad>>>(
            ReplacingExpressionVisitor.Replace(handelser, kalla, Uttryck.Body), db, skolans.Parameters[1], antal);
    }

    private sealed record Rad(DateTime Tid, string Act, string? Why, string? Changes, long? ObjektId, string? Namn, bool ArCsn);
}

/// <summary>The sentence a user reads for an act.</summary>
public static class ActTexts
{
    private static readonly Dictionary<string, string> Texter = new()
    {
        [Acts.LoggedIn] = "Loggade in",
        [Acts.LoggedOut] = "Loggade ut",
        [Acts.SchoolChosen] = "Bytte skola",
        [Acts.FormKept] = "Formulär sparat efter utloggning",
        [Acts.PasswordChanged] = "Bytte lösenord",
        [Acts.AccountCreated] = "Konto skapat",
        [Acts.AccessRefused] = "Nekad åtkomst",
        [Acts.SkolkrapportSent] = "Ogiltig frånvaro rapporterad",
        [Acts.SkolkrapportChanged] = "Rapporten ändrad",
        [Acts.SkolkrapportEnded] = "Sista dag angiven",
        [Acts.SkolkrapportDeleted] = "Rapporten borttagen",
        [Acts.UnderlagFileAdded] = "Fil uppladdad till underlaget",
        [Acts.UnderlagFileRemoved] = "Fil borttagen från utkastet",
        [Acts.UnderlagSent] = "Frånvarounderlag inskickat",
        [Acts.UnderlagPaperRegistered] = "Underlag på papper registrerat",
        [Acts.CaseTaken] = "Ärendet taget för granskning",
        [Acts.CaseReturned] = "Ärendet lagt tillbaka i kön",
        [Acts.CaseApproved] = "Underlaget godkänt",
        [Acts.CaseComplementRequested] = "Komplettering begärd",
        [Acts.CaseClosed] = "Ärendet avslutat",
        [Acts.CaseWithdrawn] = "Ärendet återtaget",
        [Acts.CaseWithdrawalSeen] = "Återtagandet kvitterat",
        [Acts.CaseListExported] = "Ärendelistan exporterad",
        [Acts.SchoolsImported] = "Skolor inlästa",
    };

    public static string Text(string act) => Texter.TryGetValue(act, out var text) ? text : act;
}
