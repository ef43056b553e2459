using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>A läsår of the active school.</summary>
/// <param name="Rapport">The latest round, open or not; null before the first.</param>
/// <param name="Galler">Approved, in order of time.</param>
/// <param name="Forslag">What the report that is not approved holds.</param>
/// <param name="Utbildningar">The names by id.</param>
public sealed record Lasarssida(
    Lasar Lasar, Studietidsrapport? Rapport, IReadOnlyList<Studietid> Galler, IReadOnlyList<Studietid> Forslag, IReadOnlyDictionary<long, string> Utbildningar)
{
    /// <summary>Why nothing of the läsår can be changed today; null when it can.</summary>
    public Refusal? Hinder(DateOnly idag) =>
        Rapport is { ArOppen: false, Status: not Rapportstatus.Godkand } ? new RapportenArHosCsn() : Rapportserie.Hinder(Lasar, idag);

    /// <summary>Has been reported, or can be that day: any other läsår has no pages.</summary>
    public bool Finns(DateOnly idag) => Rapport is not null || Galler.Count > 0 || Rapportserie.Hinder(Lasar, idag) is null;

    /// <summary>The report that the school may change; null where there is none.</summary>
    public Studietidsrapport? Oppen => Rapport is { ArOppen: true } ? Rapport : null;
}

/// <summary>A läsår and how its latest report stands.</summary>
/// <param name="Status">Null before the first report.</param>
public sealed record Lasarsval(Lasar Lasar, Rapportstatus? Status);

/// <summary>One studietid with what is around it.</summary>
/// <param name="Forslag">The proposal that replaces it, where it is approved and there is one.</param>
/// <param name="Ersatter">The approved one that it replaces, where it is a proposal.</param>
/// <param name="Utbildning">Null for the whole school.</param>
public sealed record Studietidssida(Studietid Studietid, Studietid? Forslag, Studietid? Ersatter, Utbildning? Utbildning, Lasarssida Lasar);

/// <summary>A report that has been sent.</summary>
/// <param name="Ersatts">The approved rows that it changed or removed, by id.</param>
/// <param name="Utbildningar">The names by id.</param>
public sealed record Rapportkvitto(Studietidsrapport Rapport, string? InskickadAv, IReadOnlyDictionary<long, Studietid> Ersatts, IReadOnlyDictionary<long, string> Utbildningar);

/// <summary>The active school's studietider.</summary>
public sealed class StudietidQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    public async Task<Lasarssida> LasarAsync(Lasar lasar, CancellationToken ct)
    {
        var rapport = await db.Studietidsrapporter.AsNoTracking().Where(r => r.Lasar == lasar.Startar).OrderByDescending(r => r.Omgang).FirstOrDefaultAsync(ct);
        var lage = await Lasarslage.LaddaAsync(db, anvandare.AktivSkola!.Id, lasar, null, ct);
        return new(lasar, rapport, lage.Galler, lage.Forslag, await NamnAsync(ct));
    }

    /// <summary>As <see cref="Lasarssida.Finns"/>, where nothing else of the läsår is asked for.</summary>
    public async Task<bool> FinnsAsync(Lasar lasar, DateOnly idag, CancellationToken ct) =>
        Rapportserie.Hinder(lasar, idag) is null || await db.Studietidsrapporter.AnyAsync(r => r.Lasar == lasar.Startar, ct) || await HarGodkandaAsync(lasar, ct);

    /// <summary>Whether anything holds in the läsår.</summary>
    public Task<bool> HarGodkandaAsync(Lasar lasar, CancellationToken ct)
    {
        var (fran, till) = (lasar.ForstaDag, lasar.SistaDag);
        return db.Studietider.AnyAsync(s => s.Status == Studietidsstatus.Galler && s.ForstaDag >= fran && s.ForstaDag <= till, ct);
    }

    /// <summary>The läsår before, this, the next and every other that has a report, in order.</summary>
    public async Task<IReadOnlyList<Lasarsval>> LasarenAsync(Lasar nu, CancellationToken ct)
    {
        var rapporter = await db.Studietidsrapporter.AsNoTracking().Select(r => new { r.Lasar, r.Omgang, r.Status }).ToListAsync(ct);
        var senaste = rapporter.GroupBy(r => r.Lasar).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Omgang)!.Status);
        return
        [
            .. senaste.Keys.Concat([nu.Startar - 1, nu.Startar, nu.Startar + 1]).Distinct().Order()
                .Select(ar => new Lasarsval(new(ar), senaste.TryGetValue(ar, out var status) ? status : null)),
        ];
    }

    /// <returns>Null when the active school has no such studietid.</returns>
    public async Task<Studietidssida?> ForAsync(long id, CancellationToken ct)
    {
        if (await HamtaAsync(s => s.Id == id, ct) is not { } studietid)
            return null;

        return new(
            studietid,
            await HamtaAsync(s => s.ErsatterId == id && s.Status == Studietidsstatus.Forslag, ct),
            studietid.ErsatterId is { } ersatter ? await HamtaAsync(s => s.Id == ersatter, ct) : null,
            studietid.UtbildningId is { } utbildningId ? await db.Utbildningar.AsNoTracking().SingleAsync(u => u.Id == utbildningId, ct) : null,
            await LasarAsync(Lasar.For(studietid.ForstaDag), ct));
    }

    /// <summary>A sent report by its receipt number; null when the active school has no such report.</summary>
    public async Task<Rapportkvitto?> KvittoAsync(string kvittensnummer, CancellationToken ct)
    {
        if (await db.Studietidsrapporter.AsNoTracking().Include(r => r.Studietider).ThenInclude(s => s.Uppehall).AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Kvittensnummer == kvittensnummer, ct) is not { } rapport)
            return null;

        var id = rapport.Id;
        return new(
            rapport,
            await db.Konton.Where(k => k.Id == rapport.InskickadAvKontoId).Select(k => (string?)k.Namn).SingleOrDefaultAsync(ct),
            await db.Studietider.AsNoTracking().Include(s => s.Uppehall).Where(s => db.Studietider.Any(f => f.StudietidsrapportId == id && f.ErsatterId == s.Id)).ToDictionaryAsync(s => s.Id, ct),
            await NamnAsync(ct));
    }

    /// <summary>The educations that may have studietider in the läsår, by name.</summary>
    public async Task<IReadOnlyList<Utbildning>> ValbaraAsync(Lasar lasar, CancellationToken ct) =>
        await db.Utbildningar.AsNoTracking()
            .Where(u => u.Status == Utbildningsstatus.Aktuell && u.Uppgift.FranLasar <= lasar.Startar && (u.Uppgift.TillLasar == null || u.Uppgift.TillLasar >= lasar.Startar))
            .OrderBy(u => u.Sorteringsnyckel).ThenBy(u => u.Id).ToListAsync(ct);

    /// <summary>Reports that CSN has sent back, and wait for the school: the läsår that can still be reported, the earliest first.</summary>
    public async Task<IReadOnlyList<Lasar>> AterAsync(DateOnly idag, CancellationToken ct)
    {
        var (fran, till) = Rapportserie.Rapporteras(idag);
        return await db.Studietidsrapporter.Where(r => r.Status == Rapportstatus.Ater && r.Lasar >= fran && r.Lasar <= till).OrderBy(r => r.Lasar).Select(r => new Lasar(r.Lasar)).ToListAsync(ct);
    }

    public Task<Skolform> SkolformAsync(CancellationToken ct) => Studietidsprovning.SkolformAsync(db, anvandare.AktivSkola!.Id, ct);

    /// <summary>This läsår as it holds, beside the next one as it holds or is proposed, row by row.</summary>
    public async Task<IReadOnlyList<Skillnadsrad>> SkillnadAsync(Lasar lasar, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        var fore = await Lasarslage.LaddaAsync(db, skolaId, lasar, null, ct);
        var efter = await Lasarslage.LaddaAsync(db, skolaId, lasar.Nasta, null, ct);
        return Studietidsskillnad.Jamfor(fore.Galler, efter.Blir());
    }

    /// <summary>
    /// How many of the school's students are reported as studying at some time within the approved studietid, in its education; in any, for the whole school's. For a
    /// proposal: within the one that it replaces. 0 where nothing is replaced.
    /// </summary>
    /// <returns>Null when the active school has no such studietid.</returns>
    public async Task<int?> BerordaAsync(long studietidId, CancellationToken ct)
    {
        var id = await db.Studietider.Where(s => s.Id == studietidId).Select(s => (long?)(s.ErsatterId ?? s.Id)).SingleOrDefaultAsync(ct);
        if (id is null)
            return null;

        var galler = await db.Studietider.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Status == Studietidsstatus.Galler, ct);
        return galler is null ? 0 : await (await StudieurvalAsync(galler, ct)).AntalAsync(db, ct);
    }

    /// <summary>Whose periods a studietid concerns.</summary>
    internal async Task<Studieurval> StudieurvalAsync(Studietid studietid, CancellationToken ct) =>
        new(
            studietid.SkolaId,
            studietid.UtbildningId is { } id ? await db.Utbildningar.AsNoTracking().SingleAsync(u => u.Id == id, ct) : null,
            studietid.Uppgift.Period);

    private Task<Studietid?> HamtaAsync(System.Linq.Expressions.Expression<Func<Studietid, bool>> vilken, CancellationToken ct) =>
        db.Studietider.AsNoTracking().Include(s => s.Uppehall).SingleOrDefaultAsync(vilken, ct);

    private Task<Dictionary<long, string>> NamnAsync(CancellationToken ct) => db.Utbildningar.ToDictionaryAsync(u => u.Id, u => u.Uppgift.Namn, ct);
}
