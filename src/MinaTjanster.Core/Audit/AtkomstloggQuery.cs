using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Audit;

/// <summary>Whose access log is asked for, and for which Swedish days, both inclusive.</summary>
public sealed record Atkomstfraga(Personnummer Personnummer, DateOnly Fran, DateOnly Till);

/// <summary>One view. Who is role, unit and a sign that CSN can trace to the account, not a name (ADR 0050).</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Arende">The report's number, or null.</param>
public sealed record Atkomstrad(DateTime Tid, string Roll, string Enhet, string Signatur, string Vad, string? Arende);

/// <summary>What can be handed to the person.</summary>
/// <param name="Rader">In the order in which they happened.</param>
/// <param name="Fler">How many views of the period are not among the rows.</param>
public sealed record Atkomstutdrag(Atkomstfraga Fraga, string Namn, IReadOnlyList<Atkomstrad> Rader, int Antal, int Sida)
{
    public int Fler => Antal - Rader.Count;
}

/// <summary>Who has seen the data of a protected student, and when: the rows of <c>Visningar</c> about her, at whichever schools she is.</summary>
public sealed class AtkomstloggQuery(PortalDbContext db)
{
    /// <summary>More rows than a paper is of use for: the newest are given, and it says so.</summary>
    public const int MaxRader = 5_000;

    /// <summary>The ids of the person's rows; empty when nobody with protected identity has the number.</summary>
    public async Task<IReadOnlyList<(long Id, long SkolaId)>> FinnAsync(Personnummer personnummer, CancellationToken ct) =>
        (await StuderandeAsync(personnummer, ct)).ConvertAll(s => (s.Id, s.SkolaId));

    /// <param name="sida">From 1, or null for all rows, at most <see cref="MaxRader"/>; a page beyond the last gives the last.</param>
    /// <returns>Null when nobody with protected identity has the number.</returns>
    public async Task<Atkomstutdrag?> ForAsync(Atkomstfraga fraga, int? sida, CancellationToken ct)
    {
        var studerande = await StuderandeAsync(fraga.Personnummer, ct);
        if (studerande.Count == 0)
            return null;

        var ids = studerande.ConvertAll(s => s.Id);
        var (fran, till) = (SvenskTid.TillUtc(fraga.Fran, TimeOnly.MinValue), SvenskTid.TillUtc(fraga.Till.AddDays(1), TimeOnly.MinValue));
        var alla = db.Visningar.AsNoTracking()
            .Where(v => v.Objekt == AuditObjects.Studerande && ids.Contains(v.ObjektId) && v.Slag == Visningsslag.SkyddadIdentitet && v.Tid >= fran && v.Tid < till);
        var antal = await alla.CountAsync(ct);
        var vald = Math.Clamp(sida ?? 1, 1, Listsida<Atkomstrad>.SistaSida(antal));
        var ordnade = alla.OrderBy(v => v.Tid).ThenBy(v => v.Id);
        var visningar = sida is null
            ? await ordnade.Skip(Math.Max(0, antal - MaxRader)).ToListAsync(ct)
            : await ordnade.Skip((vald - 1) * Listsida<Atkomstrad>.Storlek).Take(Listsida<Atkomstrad>.Storlek).ToListAsync(ct);
        return new(fraga, $"{studerande[^1].Fornamn} {studerande[^1].Efternamn}", await RaderAsync(visningar, ct), antal, vald);
    }

    private Task<List<Studerande>> StuderandeAsync(Personnummer personnummer, CancellationToken ct) =>
        db.StuderandeILane(Personskydd.Skyddad).AsNoTracking().Where(s => s.Personnummer == personnummer).OrderBy(s => s.Id).ToListAsync(ct);

    private async Task<List<Atkomstrad>> RaderAsync(List<Visning> visningar, CancellationToken ct)
    {
        var kontoIds = visningar.Select(v => v.KontoId).Distinct().ToList();
        var konton = await db.Konton.AsNoTracking().Where(k => kontoIds.Contains(k.Id)).Select(k => new { k.Id, k.Namn }).ToDictionaryAsync(k => k.Id, k => k.Namn, ct);
        var vidCsn = await db.Behorigheter.Where(b => kontoIds.Contains(b.KontoId) && b.Slag == Behorighetsslag.CsnSkyddadeIdentiteter).Select(b => b.KontoId).Distinct().ToListAsync(ct);
        var skolaIds = visningar.Select(v => v.SkolaId).Distinct().ToList();
        var skolor = await db.Skolor.Where(s => skolaIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Namn, ct);
        var rapportIds = visningar.Select(v => v.SkolkrapportId).OfType<long>().Distinct().ToList();
        var rapporter = await db.Nationellt<Skolkrapport>().Where(r => rapportIds.Contains(r.Id)).Select(r => new { r.Id, r.Kvittensnummer }).ToDictionaryAsync(r => r.Id, r => r.Kvittensnummer, ct);
        return visningar.ConvertAll(v =>
        {
            var csn = v.Roll is { } roll ? roll == Visningsroll.Csn : vidCsn.Contains(v.KontoId);
            return new Atkomstrad(
                v.Tid,
                csn ? "Handläggare" : v.Roll is null ? "Okänd roll" : "Rapportör",
                csn ? "CSN" : skolor.GetValueOrDefault(v.SkolaId, "Skolan"),
                Signatur(konton.GetValueOrDefault(v.KontoId, ""), v.KontoId),
                Visningstexter.For(v.Sida),
                v.SkolkrapportId is { } id ? rapporter.GetValueOrDefault(id) : null);
        });
    }

    /// <summary>SS-112: initials, and a number that only CSN can look up. Never a username, which is half of a log-in.</summary>
    internal static string Signatur(string namn, long kontoId) =>
        $"{string.Concat(namn.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => char.ToUpperInvariant(d[0])))}-{kontoId}";
}
