using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Audit;

/// <summary>What a school asks of the history of its accounts.</summary>
/// <param name="SkolanvandareId">One user, or null for all.</param>
/// <param name="Fran">First Swedish day, inclusive.</param>
/// <param name="Till">Last Swedish day, inclusive.</param>
public sealed record Kontohistorikfraga(long? SkolanvandareId, DateOnly? Fran, DateOnly? Till);

/// <param name="Tid">UTC.</param>
/// <param name="Vem">Who did it, as a school may see it (<see cref="HistorikQuery.Vem"/>).</param>
/// <param name="Galler">Whose account, or null where it concerns none.</param>
public sealed record Kontohistorikrad(DateTime Tid, string Vem, string Text, string? Galler, string? Varfor, IReadOnlyList<string> Andringar);

/// <summary>
/// What has been done with the active school's accounts and their behörigheter, newest first: by the school, by CSN, and by the persons themselves in
/// the kiosk. Not log-ins, sessions or refusals: when a colleague comes and goes is not for the administrator to follow.
/// </summary>
public sealed class KontohistorikQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    /// <summary>As many rows as a file holds.</summary>
    public const int MaxExport = 10_000;

    /// <summary>Accounts, behörigheter, and what is asked and decided about them.</summary>
    private static readonly string[] Akter =
    [
        .. ActTexts.Alla.Select(a => a.Act).Where(act =>
            act.Split('.')[0] is "account" or "permission" or "order" or "access-request" or "attestation" or "administrator-change" or "letter" or "channel" or "school" or "service-account"),
    ];

    /// <summary>The school's users, also those who have ended, by name.</summary>
    public async Task<IReadOnlyList<(long Id, string Namn)>> PersonerAsync(CancellationToken ct)
    {
        var personer = await (
            from a in db.Skolanvandare.AsNoTracking()
            join k in db.Konton on a.KontoId equals k.Id
            select new { a.Id, k.Namn, k.UserName }).ToListAsync(ct);
        return [.. personer.Select(p => (p.Id, p.UserName is null ? p.Namn : $"{p.Namn} ({p.UserName})")).OrderBy(p => p.Item2, StringComparer.CurrentCulture)];
    }

    public async Task<Listsida<Kontohistorikrad>> SidaAsync(Kontohistorikfraga fraga, int sida, CancellationToken ct)
    {
        var urval = await UrvalAsync(fraga, ct);
        var antal = await urval.CountAsync(ct);
        sida = Math.Min(sida, Listsida<Kontohistorikrad>.SistaSida(antal));
        var rader = await LasAsync(urval, (sida - 1) * Listsida<Kontohistorikrad>.Storlek, Listsida<Kontohistorikrad>.Storlek, ct);
        return new(rader, antal, sida);
    }

    /// <summary>For export; at most <see cref="MaxExport"/>, the newest.</summary>
    public async Task<IReadOnlyList<Kontohistorikrad>> AllaAsync(Kontohistorikfraga fraga, CancellationToken ct) =>
        await LasAsync(await UrvalAsync(fraga, ct), 0, MaxExport, ct);

    /// <summary>The log has no filter of its own: here is what keeps it to the active school.</summary>
    private async Task<IQueryable<AuditEvent>> UrvalAsync(Kontohistorikfraga fraga, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        // Of another school, or of nobody: 0, which no account has.
        var kontoId = fraga.SkolanvandareId is { } id ? await db.Skolanvandare.Where(a => a.Id == id).Select(a => a.KontoId).SingleOrDefaultAsync(ct) : (long?)null;
        var fran = fraga.Fran is { } f ? SvenskTid.TillUtc(f, TimeOnly.MinValue) : DateTime.UnixEpoch;
        var till = fraga.Till is { } t ? SvenskTid.TillUtc(t.AddDays(1), TimeOnly.MinValue) : new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var handelser = db.AuditEvents.AsNoTracking()
            .Where(e => e.Outcome == AuditOutcome.Accepted && e.Tid >= fran && e.Tid < till && Akter.Contains(e.Act));

        // Beside the school's own: what was done at no school, as a change of password, since the person came to this one.
        return handelser
            .Where(e => e.SkolaId == skolaId ||
                (e.SkolaId == null && e.Objekt == AuditObjects.Konto && db.Skolanvandare.Any(a => a.KontoId == e.ObjektId && a.Skapad <= e.Tid)))
            .Where(e => kontoId == null || (e.Objekt == AuditObjects.Konto && e.ObjektId == kontoId));
    }

    private async Task<List<Kontohistorikrad>> LasAsync(IQueryable<AuditEvent> urval, int hoppaOver, int antal, CancellationToken ct)
    {
        var rader = await urval
            .OrderByDescending(e => e.Tid).ThenByDescending(e => e.Id)
            .Skip(hoppaOver).Take(antal)
            .Select(e => new
            {
                Handelse = e,
                Vem = db.Konton.Where(k => k.Id == e.KontoId).Select(k => k.Namn).FirstOrDefault(),
                ArCsn = db.Behorigheter.Any(b => b.KontoId == e.KontoId && b.SkolaId == null),
                Galler = e.Objekt == AuditObjects.Konto ? db.Konton.Where(k => k.Id == e.ObjektId).Select(k => k.Namn + (k.UserName == null ? "" : " (" + k.UserName + ")")).FirstOrDefault()
                    : e.Objekt == AuditObjects.Behorighetsbestallning ? db.Behorighetsbestallningar.Where(b => b.Id == e.ObjektId).Select(b => "Beställning " + b.Kvittensnummer).FirstOrDefault()
                    : null,
            })
            .ToListAsync(ct);
        return rader.ConvertAll(r => new Kontohistorikrad(
            r.Handelse.Tid,
            ActTexts.ArIKiosken(r.Handelse.Act) && r.Handelse.KontoId is null ? "Lösenordskiosken" : HistorikQuery.Vem(r.Vem, r.ArCsn, anvandare),
            ActTexts.Text(r.Handelse.Act),
            r.Galler,
            r.Handelse.Why,
            HistorikQuery.Visade(r.Handelse.Changes)));
    }
}
