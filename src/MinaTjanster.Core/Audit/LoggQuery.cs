using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Audit;

/// <summary>What CSN asks of the log. Empty fields ask for everything.</summary>
/// <param name="Person">Username, or part of a name: who acted, or whose account it concerns.</param>
/// <param name="Skola">Skolkod, or part of a name.</param>
/// <param name="Handelse">A stored name from <see cref="Acts"/>, or one of <see cref="LoggQuery.VisningAvSkyddad"/> and <see cref="LoggQuery.VisningAvCsn"/>.</param>
/// <param name="Utfall">Accepted, refused, or null for both; views are always accepted.</param>
/// <param name="Fran">First Swedish day, inclusive.</param>
/// <param name="Till">Last Swedish day, inclusive.</param>
public sealed record Loggfraga(string? Person, string? Skola, string? Handelse, AuditOutcome? Utfall, DateOnly? Fran, DateOnly? Till);

/// <summary>One line of the log: an act, or a view.</summary>
/// <param name="Tid">UTC.</param>
/// <param name="Galler">What it concerns, without any student's name or personnummer.</param>
public sealed record Loggrad(DateTime Tid, string Vem, string Text, AuditOutcome Utfall, string? Skola, string? Galler, string? Varfor, IReadOnlyList<string> Andringar, Loggplats Plats);

/// <summary>A place in the log, to go on from: newest first, acts before views of the same instant.</summary>
public sealed record Loggplats(DateTime Tid, bool ArVisning, long Id)
{
    public override string ToString() => $"{Tid.Ticks}{(ArVisning ? 'v' : 'h')}{Id}";

    /// <summary>What <see cref="ToString"/> wrote; null for anything else.</summary>
    public static Loggplats? Tolka(string? text) =>
        text?.IndexOfAny(['h', 'v']) is > 0 and var mitt &&
        long.TryParse(text.AsSpan(0, mitt), out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks &&
        long.TryParse(text.AsSpan(mitt + 1), out var id)
            ? new(new DateTime(ticks, DateTimeKind.Utc), text[mitt] == 'v', id)
            : null;
}

/// <summary>The lines found, and where to go on; null at the end.</summary>
/// <param name="ForManga">The person or school asked for is too many: nothing was searched.</param>
public sealed record Loggsida(IReadOnlyList<Loggrad> Rader, Loggplats? Nasta, bool ForManga = false);

/// <summary>
/// CSN's search in the whole log, acts and views together. It goes on from a place instead of counting pages, so that it costs the same anywhere in a
/// log of many years. Reports and cases are named by their number, students by none: free text about them is left to those who may see the case.
/// Views of protected students are for the cleared: beside the view of a case they would tell whose case it is.
/// </summary>
public sealed class LoggQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    public const string VisningAvSkyddad = "visning.skyddad";
    public const string VisningAvCsn = "visning.csn";

    public const int Sidstorlek = 50;

    /// <summary>More persons or schools than this: the search must be narrower.</summary>
    public const int MaxTraffar = 50;

    /// <summary>What may be chosen: by what it is about, and alphabetically within that.</summary>
    public static IReadOnlyList<(string Varde, string Text, string Grupp)> Handelser { get; } =
    [
        (VisningAvSkyddad, "Visning: skyddade personuppgifter", "Visningar"),
        (VisningAvCsn, "Visning: CSN öppnade ett ärende", "Visningar"),
        .. ActTexts.Alla.Select(a => (a.Act, a.Text, ActTexts.Grupp(a.Act))).OrderBy(a => a.Item3, StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true)),
    ];

    /// <param name="efter">The last line of what was shown before, or null to begin with the newest.</param>
    public async Task<Loggsida> SokAsync(Loggfraga fraga, Loggplats? efter, int antal, CancellationToken ct)
    {
        var konton = await KontonAsync(fraga.Person, ct);
        var skolor = await SkolorAsync(fraga.Skola, ct);
        if (konton?.Count > MaxTraffar || skolor?.Count > MaxTraffar)
        {
            return new([], null, ForManga: true);
        }

        var fran = fraga.Fran is { } f ? SvenskTid.TillUtc(f, TimeOnly.MinValue) : DateTime.UnixEpoch;
        var till = fraga.Till is { } t ? SvenskTid.TillUtc(t.AddDays(1), TimeOnly.MinValue) : new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        List<Traff> traffar = [];
        if (fraga.Handelse is not (VisningAvSkyddad or VisningAvCsn))
        {
            var handelser = db.AuditEvents.AsNoTracking().Where(e => e.Tid >= fran && e.Tid < till);
            if (fraga.Handelse is { } act)
                handelser = handelser.Where(e => e.Act == act);
            if (fraga.Utfall is { } utfall)
                handelser = handelser.Where(e => e.Outcome == utfall);
            if (skolor is not null)
                handelser = handelser.Where(e => skolor.Contains(e.SkolaId!.Value));
            if (efter is { } plats)
                handelser = handelser.Where(e => e.Tid < plats.Tid || (e.Tid == plats.Tid && !plats.ArVisning && e.Id < plats.Id));

            // Who acted and whose account it concerns are two questions, each with an index of its own.
            foreach (var del in konton is null
                ? [handelser]
                : new[]
                {
                    handelser.Where(e => konton.Contains(e.KontoId!.Value)),
                    handelser.Where(e => e.Objekt == AuditObjects.Konto && konton.Contains(e.ObjektId!.Value) && (e.KontoId == null || !konton.Contains(e.KontoId.Value))),
                })
            {
                traffar.AddRange(await del.OrderByDescending(e => e.Tid).ThenByDescending(e => e.Id).Take(antal + 1).Select(e => new Traff(e, null)).ToListAsync(ct));
            }
        }

        if (fraga.Handelse is null or VisningAvSkyddad or VisningAvCsn && fraga.Utfall is not AuditOutcome.Refused)
        {
            var visningar = db.Visningar.AsNoTracking().Where(v => v.Tid >= fran && v.Tid < till);
            if (!anvandare.Har(Rattighet.SeSkyddadeIdentiteter))
                visningar = visningar.Where(v => v.Slag != Visningsslag.SkyddadIdentitet);
            if (fraga.Handelse is { } slag)
                visningar = visningar.Where(v => v.Slag == (slag == VisningAvSkyddad ? Visningsslag.SkyddadIdentitet : Visningsslag.Csn));
            if (skolor is not null)
                visningar = visningar.Where(v => skolor.Contains(v.SkolaId));
            if (konton is not null)
                visningar = visningar.Where(v => konton.Contains(v.KontoId));
            if (efter is { } plats)
                visningar = visningar.Where(v => v.Tid < plats.Tid || (v.Tid == plats.Tid && (!plats.ArVisning || v.Id < plats.Id)));

            traffar.AddRange(await visningar.OrderByDescending(v => v.Tid).ThenByDescending(v => v.Id).Take(antal + 1).Select(v => new Traff(null, v)).ToListAsync(ct));
        }

        var sida = traffar.OrderByDescending(r => r.Tid).ThenBy(r => r.Visning is not null).ThenByDescending(r => r.Id).Take(antal).ToList();
        var rader = await LasAsync(sida, ct);
        return new(rader, traffar.Count > sida.Count ? rader[^1].Plats : null);
    }

    /// <summary>Null when no person is asked for. Some thousand accounts: folded and compared here, since a database would sort Å with A or not at all.</summary>
    private async Task<List<long>?> KontonAsync(string? person, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(person))
        {
            return null;
        }

        var normaliserat = Konto.Soknamn(person);
        var exakt = await db.Konton.Where(k => k.NormalizedUserName == normaliserat).Select(k => k.Id).ToListAsync(ct);
        if (exakt.Count > 0)
        {
            return exakt;
        }

        var foldat = SvenskText.Folda(person.Trim());
        var alla = await db.Konton.Select(k => new { k.Id, k.Namn }).ToListAsync(ct);
        return [.. alla.Where(k => SvenskText.Folda(k.Namn).Contains(foldat, StringComparison.Ordinal)).Select(k => k.Id).Take(MaxTraffar + 1)];
    }

    private async Task<List<long>?> SkolorAsync(string? skola, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(skola))
        {
            return null;
        }

        var kod = skola.Trim();
        var foldat = SvenskText.Folda(kod);
        var alla = await db.Skolor.Select(s => new { s.Id, s.Skolkod, s.Namn }).ToListAsync(ct);
        return [.. alla.Where(s => s.Skolkod == kod || SvenskText.Folda(s.Namn).Contains(foldat, StringComparison.Ordinal)).Select(s => s.Id).Take(MaxTraffar + 1)];
    }

    /// <summary>The names of a page's persons, schools, reports and orders, a question for each kind.</summary>
    private async Task<List<Loggrad>> LasAsync(List<Traff> traffar, CancellationToken ct)
    {
        var kontoIds = traffar.SelectMany(t => new[] { t.KontoId, t.Objekt == AuditObjects.Konto ? t.ObjektId : null }).OfType<long>().Distinct().ToList();
        var skolaIds = traffar.SelectMany(t => new[] { t.SkolaId, t.Objekt == AuditObjects.Skola ? t.ObjektId : null }).OfType<long>().Distinct().ToList();
        var rapportIds = traffar.Where(t => t.Objekt == AuditObjects.Skolkrapport).Select(t => t.ObjektId).OfType<long>().Distinct().ToList();
        var konton = await db.Konton.Where(k => kontoIds.Contains(k.Id)).Select(k => new { k.Id, Text = k.Namn + (k.UserName == null ? "" : " (" + k.UserName + ")") }).ToDictionaryAsync(k => k.Id, k => k.Text, ct);
        var skolor = await db.Skolor.Where(s => skolaIds.Contains(s.Id)).Select(s => new { s.Id, Text = s.Namn + " (" + s.Skolkod + ")" }).ToDictionaryAsync(s => s.Id, s => s.Text, ct);
        var rapporter = await db.Nationellt<Skolkrapport>().Where(r => rapportIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Kvittensnummer, ct);

        var bestallningsIds = traffar.Where(t => t.Objekt == AuditObjects.Behorighetsbestallning).Select(t => t.ObjektId).OfType<long>().Distinct().ToList();
        var bestallningar = await db.Nationellt<Behorighetsbestallning>().Where(b => bestallningsIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Kvittensnummer, ct);

        var materialIds = traffar.Where(t => t.Objekt == AuditObjects.Materialbestallning).Select(t => t.ObjektId).OfType<long>().Distinct().ToList();
        var material = await db.Nationellt<Materialbestallning>().Where(b => materialIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Kvittensnummer, ct);
        var artikelIds = traffar.Where(t => t.Objekt == AuditObjects.Materialartikel).Select(t => t.ObjektId).OfType<long>().Distinct().ToList();
        var artiklar = await db.Materialartiklar.Where(a => artikelIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Nummer + " " + a.Namn, ct);

        string? Galler(Traff t) => (t.Objekt, t.ObjektId) switch
        {
            (_, null) => null,
            (AuditObjects.Konto, var id) => konton.GetValueOrDefault(id.Value),
            (AuditObjects.Skola, var id) => skolor.GetValueOrDefault(id.Value),
            (AuditObjects.Skolkrapport, var id) => $"Rapport {rapporter.GetValueOrDefault(id.Value) ?? $"{id}"}",
            (AuditObjects.Behorighetsbestallning, var id) => $"Beställning {bestallningar.GetValueOrDefault(id.Value) ?? $"{id}"}",
            (AuditObjects.Materialbestallning, var id) => $"Beställning av material {material.GetValueOrDefault(id.Value) ?? $"{id}"}",
            (AuditObjects.Materialartikel, var id) => $"Artikel {artiklar.GetValueOrDefault(id.Value) ?? $"{id}"}",
            (AuditObjects.Studerande, var id) => $"Studerande nr {id}",
            (var objekt, var id) => $"{objekt} {id}",
        };

        return traffar.ConvertAll(t =>
        {
            var visaOrd = t.Handelse is { } h && (h.Outcome == AuditOutcome.Refused || h.Objekt is not (AuditObjects.Skolkrapport or AuditObjects.Studerande));
            return new Loggrad(
                t.Tid,
                // A log-in is made by the one it concerns, although there is no session before it.
                (t.KontoId ?? (t.Handelse is { Act: Acts.LoggedIn, Outcome: AuditOutcome.Accepted } inloggning ? inloggning.ObjektId : null)) is { } vem ? konton.GetValueOrDefault(vem) ?? $"Konto {vem}"
                    : t.Handelse is { } utan && (ActTexts.ArIKiosken(utan.Act) || utan.Act == Acts.LoggedIn) ? "Inte inloggad" : "Portalen",
                t.Handelse is { } handelse ? handelse.Outcome == AuditOutcome.Refused ? ActTexts.Nekad(handelse.Act) : ActTexts.Text(handelse.Act)
                    : t.Visning!.Slag == Visningsslag.SkyddadIdentitet ? "Visade en person med skyddade personuppgifter" : "Öppnade ett ärende",
                t.Handelse?.Outcome ?? AuditOutcome.Accepted,
                t.SkolaId is { } skolaId ? skolor.GetValueOrDefault(skolaId) : null,
                Galler(t),
                visaOrd && t.Handelse!.Why is { } why ? Personnummermask.Maskera(t.Handelse.Outcome == AuditOutcome.Refused ? Nekandetexter.Text(why, t.ObjektId is not null) : why) : null,
                visaOrd ? [.. HistorikQuery.Visade(t.Handelse!.Changes).Select(Personnummermask.Maskera)] : [],
                new Loggplats(t.Tid, t.Visning is not null, t.Id));
        });
    }

    /// <summary>An act or a view.</summary>
    private sealed record Traff(AuditEvent? Handelse, Visning? Visning)
    {
        public DateTime Tid => Handelse?.Tid ?? Visning!.Tid;

        public long Id => Handelse?.Id ?? Visning!.Id;

        public long? KontoId => Handelse is null ? Visning!.KontoId : Handelse.KontoId;

        public long? SkolaId => Handelse is null ? Visning!.SkolaId : Handelse.SkolaId;

        public string? Objekt => Handelse is null ? Visning!.Objekt : Handelse.Objekt;

        public long? ObjektId => Handelse is null ? Visning!.ObjektId : Handelse.ObjektId;
    }
}
