using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Startsida;

/// <summary>A contact person as the start page names them.</summary>
public sealed record Kontaktrad(Skolkontaktroll Roll, string Namn);

/// <summary>Studietider that the school is asked for and has not sent.</summary>
/// <param name="SistaDag">Of the round that asks; null when no round does, and CSN has sent a report back.</param>
/// <param name="ArAter">CSN has sent them back.</param>
public sealed record Studietidsplikt(Lasar Lasar, DateOnly? SistaDag, bool ArAter);

/// <summary>What those who report studietider keep for the active school: its contact persons, and what rounds ask for.</summary>
/// <param name="Bekraftad">UTC: when the school last said that its facts are true; null for never.</param>
public sealed record Skolplikter(DateTime? Bekraftad, IReadOnlyList<Kontaktrad> Kontakter, IReadOnlyList<Studietidsplikt> Studietider)
{
    /// <summary>Läsår whose report is filled in and not sent, in order.</summary>
    public IReadOnlyList<Lasar> Utkast { get; init; } = [];

    public bool SkaBekraftas(DateOnly idag) => Skolinformation.SkaBekraftas(Bekraftad, idag);
}

/// <summary>The active school's <see cref="Skolplikter"/>.</summary>
public sealed class SkolpliktQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    public async Task<Skolplikter> ForAsync(CancellationToken ct) => new(
        Skolinformation.Bekraftelse(await db.Skolinformationer.Select(i => (DateTime?)i.Bekraftad).SingleOrDefaultAsync(ct)),
        await db.Skolkontaktpersoner.OrderBy(k => k.Id).Select(k => new Kontaktrad(k.Roll, k.Namn)).ToListAsync(ct),
        await StudietiderAsync(ct))
    {
        Utkast = await UtkastAsync(ct),
    };

    /// <summary>What <see cref="StudietiderAsync"/> says, where nobody at the school may report studietider: then those who can give somebody the behörighet are reminded.</summary>
    public async Task<IReadOnlyList<Studietidsplikt>> UtanRapportorAsync(CancellationToken ct) =>
        await UtanRapportorAsync(anvandare.AktivSkola!, ct);

    /// <inheritdoc cref="UtanRapportorAsync(CancellationToken)"/>
    /// <param name="skola">The context's.</param>
    public async Task<IReadOnlyList<Studietidsplikt>> UtanRapportorAsync(Skolval skola, CancellationToken ct) =>
        await StudietiderAsync(skola, ct) is { Count: > 0 } plikter
        && (await db.InnehavareAsync(Behorighetsslag.StudietiderUtbildningar, skola.Id, klocka.SvenskDag(), ct)).Count == 0
            ? plikter
            : [];

    /// <summary>
    /// The rounds that are open to the school and unanswered, by last day, and the reports that CSN has sent back without a round: of läsår that can be reported, until the one after them is over.
    /// </summary>
    public Task<IReadOnlyList<Studietidsplikt>> StudietiderAsync(CancellationToken ct) => StudietiderAsync(anvandare.AktivSkola!, ct);

    /// <inheritdoc cref="StudietiderAsync(CancellationToken)"/>
    /// <param name="skola">The context's.</param>
    public async Task<IReadOnlyList<Studietidsplikt>> StudietiderAsync(Skolval skola, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var monster = Rapporteringsomgang.Monster(skola.Skolform!.Value);
        var (fran, till) = Rapportserie.Rapporteras(idag);
        var skickade = db.Studietidsrapporter.Where(Omgangslagen.Inskickad);
        var rader = await db.Rapporteringsomgangar
            .Where(o => o.Status == Omgangsstatus.Galler && o.Oppnar <= idag && o.Lasar >= fran && o.Lasar <= till && o.Skolformstext.Contains(monster)
                && !skickade.Any(r => r.Lasar == o.Lasar))
            .OrderBy(o => o.SistaDag)
            .Select(o => new { o.Lasar, o.SistaDag, ArAter = db.Studietidsrapporter.Any(r => r.Lasar == o.Lasar && r.Status == Rapportstatus.Ater) })
            .ToListAsync(ct);
        var ater = await db.Studietidsrapporter.Where(r => r.Status == Rapportstatus.Ater && r.Lasar >= fran && r.Lasar <= till).OrderBy(r => r.Lasar).Select(r => r.Lasar).ToListAsync(ct);
        return
        [
            .. ater.Where(l => !rader.Exists(r => r.Lasar == l)).Select(l => new Studietidsplikt(new(l), null, true)),
            .. rader.Select(r => new Studietidsplikt(new(r.Lasar), r.SistaDag, r.ArAter)),
        ];
    }

    private async Task<IReadOnlyList<Lasar>> UtkastAsync(CancellationToken ct)
    {
        var (fran, till) = Rapportserie.Rapporteras(klocka.SvenskDag());
        return await db.Studietidsrapporter
            .Where(r => r.Status == Rapportstatus.Utkast && r.Lasar >= fran && r.Lasar <= till && db.Studietider.Any(s => s.StudietidsrapportId == r.Id))
            .OrderBy(r => r.Lasar).Select(r => new Lasar(r.Lasar)).ToListAsync(ct);
    }
}
