using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>The active school's educations: added, changed, archived and taken back. Never deleted: students and studietider hang on them.</summary>
public sealed class UtbildningService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private long SkolaId => anvandare.AktivSkola!.Id;

    public async Task<Result<Utbildning>> LaggTillAsync(Utbildningsuppgift uppgift, CancellationToken ct) =>
        (await GorAsync(
            Acts.EducationAdded,
            null,
            async () =>
            {
                var bedomning = await BedomAsync(uppgift, null, ct);
                if (!bedomning.ArGodtagen)
                    return Result<Utbildning>.Refused(bedomning.Refusals);

                var utbildning = new Utbildning(SkolaId, bedomning.Uppgift!);
                db.Add(utbildning);
                audit.AddForNew(Acts.EducationAdded, AuditObjects.Utbildning, () => utbildning.Id, SkolaId, changes: Falt(null, utbildning.Uppgift));
                return utbildning;
            },
            ct))!;

    /// <param name="version">The version that the form was drawn from.</param>
    /// <param name="bekraftad">The school has seen how many students are reported in it, and changes its name, code, pace or points all the same.</param>
    /// <returns>Null when the active school has no such education.</returns>
    public Task<Result<Utbildning>?> AndraAsync(long id, Utbildningsuppgift uppgift, int version, bool bekraftad, CancellationToken ct) =>
        GorAsync(
            Acts.EducationChanged,
            id,
            async () =>
            {
                if (await HamtaAsync(id, ct) is not { } utbildning)
                    return null;
                if (utbildning.Status == Utbildningsstatus.Arkiverad)
                    return new UtbildningenArArkiverad();
                if (utbildning.Version != version)
                    return new UtbildningenAndradAvAnnan();

                var bedomning = await BedomAsync(uppgift, id, ct);
                if (!bedomning.ArGodtagen)
                    return Result<Utbildning>.Refused(bedomning.Refusals);
                if (bedomning.Uppgift == utbildning.Uppgift)
                    return utbildning;
                if (!bekraftad && Kannetecken(bedomning.Uppgift!) != Kannetecken(utbildning.Uppgift)
                    && await new Studieurval(SkolaId, utbildning, null).AntalAsync(db, ct) is > 0 and var berorda)
                    return new UtbildningenBerorStuderande(berorda);

                audit.Add(Acts.EducationChanged, AuditObjects.Utbildning, id, SkolaId, changes: Falt(utbildning.Uppgift, bedomning.Uppgift!));
                utbildning.Andra(bedomning.Uppgift!);
                return utbildning;
            },
            ct);

    /// <summary>Out of the lists. What holds or waits at CSN must have ended first.</summary>
    /// <returns>Null when the active school has no such education.</returns>
    public Task<Result<Utbildning>?> ArkiveraAsync(long id, CancellationToken ct) =>
        GorAsync(
            Acts.EducationArchived,
            id,
            async () =>
            {
                if (await HamtaAsync(id, ct) is not { } utbildning)
                    return null;
                if (utbildning.Status == Utbildningsstatus.Arkiverad)
                    return new UtbildningenArRedan(utbildning.Status);

                if (await ArkivhinderAsync(id, ct) is { } hinder)
                    return hinder;

                utbildning.Arkivera();
                audit.Add(Acts.EducationArchived, AuditObjects.Utbildning, id, SkolaId);
                return utbildning;
            },
            ct);

    /// <returns>Null when the active school has no such education.</returns>
    public Task<Result<Utbildning>?> AtertaAsync(long id, CancellationToken ct) =>
        GorAsync(
            Acts.EducationRestored,
            id,
            async () =>
            {
                if (await HamtaAsync(id, ct) is not { } utbildning)
                    return null;
                if (utbildning.Status == Utbildningsstatus.Aktuell)
                    return new UtbildningenArRedan(utbildning.Status);
                if (await FinnsAsync(utbildning.Uppgift, id, ct))
                    return new UtbildningenFinnsRedan(utbildning.Uppgift.Namn);

                utbildning.Aterta();
                audit.Add(Acts.EducationRestored, AuditObjects.Utbildning, id, SkolaId);
                return utbildning;
            },
            ct);

    /// <summary>The rule, and whether the school has it already.</summary>
    public async Task<Utbildningsbedomning> BedomAsync(Utbildningsuppgift uppgift, long? id, CancellationToken ct)
    {
        var skolform = await db.Skolor.Where(s => s.Id == SkolaId).Select(s => s.Skolform).SingleAsync(ct);
        var bedomning = Utbildningsregel.Bedom(uppgift, skolform);
        return bedomning.Uppgift is { } lagras && await FinnsAsync(lagras, id, ct)
            ? new(null, [new UtbildningenFinnsRedan(lagras.Namn)], [])
            : bedomning;
    }

    /// <summary>Studietider that hold or wait, and have not ended; null when nothing hinders.</summary>
    public async Task<UtbildningenHarStudietider?> ArkivhinderAsync(long id, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var antal = await db.Studietider.CountAsync(s => s.UtbildningId == id && s.Status != Studietidsstatus.Ersatt && s.SistaDag >= idag, ct);
        return antal > 0 ? new(antal) : null;
    }

    /// <summary>What students and what is reported about them know it by: it is public at once (ADR 0038).</summary>
    private static (string, string?, int, int?) Kannetecken(Utbildningsuppgift uppgift) => (uppgift.Namn, uppgift.Kod, uppgift.Omfattning, uppgift.PoangTiondelar);

    private Task<Utbildning?> HamtaAsync(long id, CancellationToken ct) => db.Utbildningar.SingleOrDefaultAsync(u => u.Id == id, ct);

    /// <summary>The same to a student who chooses: name, code, pace and teaching. Serialised by the save gate or the transaction [V]: two at once may both be told.</summary>
    private Task<bool> FinnsAsync(Utbildningsuppgift uppgift, long? id, CancellationToken ct)
    {
        var nyckel = SvenskText.SorteringsNyckel(uppgift.Namn);
        return db.Utbildningar.AnyAsync(
            u => u.Id != id && u.Status == Utbildningsstatus.Aktuell && u.Sorteringsnyckel == nyckel && u.Uppgift.Kod == uppgift.Kod
                && u.Uppgift.Omfattning == uppgift.Omfattning && u.Uppgift.Undervisning == uppgift.Undervisning,
            ct);
    }

    private Task<Result<Utbildning>?> GorAsync(string act, long? id, Func<Task<Result<Utbildning>?>> gor, CancellationToken ct) =>
        db.GorAsync(
            async () =>
            {
                var gjort = await gor();
                if (gjort is { IsAccepted: true })
                    await Utbudspublicering.PubliceraAsync(db, SkolaId, () => [gjort.Value.Id], klocka, ct);
                return gjort;
            },
            new UtbildningenAndradAvAnnan(),
            nej => audit.AddRefusalAsync(act, id is null ? AuditObjects.Skola : AuditObjects.Utbildning, id ?? SkolaId, SkolaId, nej),
            ct);

    private static string Falt(Utbildningsuppgift? fore, Utbildningsuppgift efter) => string.Join('\n', fore is null
        ? efter.Rader().Where(r => r.Varde is not null).Select(r => $"{r.Namn}: {r.Varde}")
        : fore.Rader().Zip(efter.Rader()).Where(par => par.First != par.Second).Select(par => $"{par.First.Namn}: {par.First.Varde ?? "–"} → {par.Second.Varde ?? "–"}"));
}
