using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>
/// The active school's report of a läsår: begun and filled. What is approved never changes (ADR 0037): a change or removal of it is a row of the report, and a row
/// that replaces it already is found again.
/// </summary>
public sealed class StudietidService(PortalDbContext db, StudietidQuery fraga, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    private long SkolaId => anvandare.AktivSkola!.Id;

    /// <summary>The läsår's open report: the one there is, or a new round.</summary>
    public async Task<Result<Studietidsrapport>> BorjaAsync(Lasar lasar, CancellationToken ct) =>
        (await GorAsync<Studietidsrapport>(Acts.StudyTimesBegun, async () => await OppenAsync(lasar, ct), ct))!;

    /// <summary>What the rule says of one, by itself: not what it asks of the report as a whole. Null when the active school has no such education or studietid.</summary>
    /// <param name="studietidId">The one that is changed; null for a new one.</param>
    public async Task<Studietidsbedomning?> BedomAsync(Lasar lasar, long? utbildningId, Studietidsuppgift uppgift, long? studietidId, CancellationToken ct)
    {
        if (studietidId is { } id && !await db.Studietider.AnyAsync(s => s.Id == id && s.UtbildningId == utbildningId, ct))
            return null;

        var (finns, utbildning) = await UtbildningAsync(utbildningId, ct);
        if (!finns)
            return null;

        var bedomning = await BedomAsync(lasar, utbildning, uppgift, studietidId, ct);
        return bedomning with { Varningar = [.. bedomning.Varningar.Where(v => v.Kod != Studietidsvarningar.UtanVar)] };
    }

    /// <param name="utbildningId">Null for the whole school.</param>
    /// <returns>The proposal; null when the active school has no such education.</returns>
    public Task<Result<Studietid>?> LaggTillAsync(Lasar lasar, long? utbildningId, Studietidsuppgift uppgift, CancellationToken ct) =>
        GorAsync<Studietid>(
            Acts.StudyTimeAdded,
            async () =>
            {
                var oppen = await OppenAsync(lasar, ct);
                var (finns, utbildning) = await UtbildningAsync(utbildningId, ct);
                if (!finns)
                    return null;
                if (!oppen.IsAccepted)
                    return Result<Studietid>.Refused(oppen.Refusals);

                var bedomning = await BedomAsync(lasar, utbildning, uppgift, null, ct);
                return bedomning.ArGodtagen
                    ? Lagg(oppen.Value, new(SkolaId, utbildningId, uppgift), Acts.StudyTimeAdded, $"{Studietidstext.Vad(utbildning)}: {Studietidstext.Dagar(uppgift)}")
                    : Result<Studietid>.Refused(bedomning.Refusals);
            },
            ct);

    /// <summary>Changes a proposal, or proposes a change of an approved one.</summary>
    /// <param name="version">The studietid's version that the form was drawn from.</param>
    /// <param name="bekraftad">The school has seen how many students the change may touch (<see cref="StudietidQuery.BerordaAsync"/>), and goes on.</param>
    /// <returns>The proposal; null when the active school has no such studietid.</returns>
    public Task<Result<Studietid>?> AndraAsync(long id, Studietidsuppgift uppgift, int version, bool bekraftad, CancellationToken ct) =>
        MedStudietidAsync(
            Acts.StudyTimeChanged,
            id,
            version,
            async (rapport, studietid, lasar, forslag) =>
            {
                if (forslag is not null)
                    return forslag.Atgard == Studietidsatgard.Andring && Studietidsskillnad.Lika(forslag.Uppgift, uppgift) ? forslag : Andrad(forslag);
                if (studietid is { Status: Studietidsstatus.Forslag, Atgard: Studietidsatgard.Borttagning })
                    return new StudietidenTasBort();

                var (_, utbildning) = await UtbildningAsync(studietid.UtbildningId, ct);
                var bedomning = await BedomAsync(lasar, utbildning, uppgift, id, ct);
                if (!bedomning.ArGodtagen)
                    return Result<Studietid>.Refused(bedomning.Refusals);
                if (await OkandaBerordaAsync(id, bekraftad, ct) is { } berorda)
                    return berorda;

                var text = $"{Studietidstext.Vad(utbildning)}: {Studietidstext.Dagar(studietid.Uppgift)} → {Studietidstext.Dagar(uppgift)}";
                if (studietid.Status == Studietidsstatus.Galler)
                    return Lagg(rapport, new(SkolaId, studietid.UtbildningId, uppgift, Studietidsatgard.Andring, id), Acts.StudyTimeChanged, text);

                studietid.Andra(uppgift);
                // Breaks are rows of their own: without this, a change of them alone would pass unseen.
                db.Entry(studietid).Property(s => s.Version).IsModified = true;
                Notera(rapport, Acts.StudyTimeChanged, text);
                return studietid;
            },
            ct);

    /// <summary>Takes a proposal out of the report, or proposes that an approved one is removed.</summary>
    /// <returns>The proposal that was taken out, or the removal; null when the active school has no such studietid.</returns>
    /// <inheritdoc cref="AndraAsync"/>
    public Task<Result<Studietid>?> TaBortAsync(long id, int version, bool bekraftad, CancellationToken ct) =>
        MedStudietidAsync(
            Acts.StudyTimeRemoved,
            id,
            version,
            async (rapport, studietid, _, forslag) =>
            {
                if (forslag is not null)
                    return forslag.Atgard == Studietidsatgard.Borttagning ? forslag : Andrad(forslag);

                var (_, utbildning) = await UtbildningAsync(studietid.UtbildningId, ct);
                var text = $"{Studietidstext.Vad(utbildning)}: {Studietidstext.Dagar(studietid.Uppgift)}";
                if (studietid.Status == Studietidsstatus.Forslag)
                {
                    rapport.TaBort(studietid);
                    Notera(rapport, Acts.StudyTimeRemoved, $"Ur rapporten: {text}");
                    return studietid;
                }

                return await OkandaBerordaAsync(id, bekraftad, ct) is { } berorda
                    ? berorda
                    : Lagg(rapport, new(SkolaId, studietid.UtbildningId, studietid.Uppgift, Studietidsatgard.Borttagning, id), Acts.StudyTimeRemoved, text);
            },
            ct);

    /// <summary>The studietid, its läsår's open report, and the row that replaces it in the report, if any.</summary>
    private Task<Result<Studietid>?> MedStudietidAsync(
        string act, long id, int version, Func<Studietidsrapport, Studietid, Lasar, Studietid?, Task<Result<Studietid>>> gor, CancellationToken ct) =>
        GorAsync<Studietid>(
            act,
            async () =>
            {
                if (await db.Studietider.Where(s => s.Id == id).Select(s => (DateOnly?)s.ForstaDag).SingleOrDefaultAsync(ct) is not { } dag)
                    return null;

                var lasar = Lasar.For(dag);
                var oppen = await OppenAsync(lasar, ct);
                if (!oppen.IsAccepted)
                    return Result<Studietid>.Refused(oppen.Refusals);
                if (await db.Studietider.Include(s => s.Uppehall).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } studietid)
                    return null;
                if (studietid.Status == Studietidsstatus.Ersatt)
                    return new StudietidenGallerInte();
                if (studietid.Version != version)
                    return Andrad(studietid);

                var forslag = await db.Studietider.Include(s => s.Uppehall).SingleOrDefaultAsync(s => s.ErsatterId == id && s.Status == Studietidsstatus.Forslag, ct);
                return await gor(oppen.Value, studietid, lasar, forslag);
            },
            ct);

    private static StudietidenAndradAvAnnan Andrad(Studietid nu) => new(nu.Id, nu.Uppgift, nu.Version);

    private Studietid Lagg(Studietidsrapport rapport, Studietid studietid, string act, string text)
    {
        rapport.LaggTill(studietid);
        Notera(rapport, act, text);
        return studietid;
    }

    private void Notera(Studietidsrapport rapport, string act, string text)
    {
        Rapportserie.Ror(db, rapport);
        audit.AddForNew(act, AuditObjects.Studietidsrapport, () => rapport.Id, SkolaId, changes: text);
    }

    private Task<Result<Studietidsrapport>> OppenAsync(Lasar lasar, CancellationToken ct) => Rapportserie.OppenAsync(db, audit, SkolaId, lasar, klocka, ct);

    private async Task<StudietidenBerorStuderande?> OkandaBerordaAsync(long id, bool bekraftad, CancellationToken ct) =>
        !bekraftad && await fraga.BerordaAsync(id, ct) is > 0 and var antal ? new StudietidenBerorStuderande(antal) : null;

    private async Task<(bool Finns, Utbildning? Utbildning)> UtbildningAsync(long? id, CancellationToken ct)
    {
        var utbildning = id is null ? null : await db.Utbildningar.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct);
        return (id is null || utbildning is not null, utbildning);
    }

    private async Task<Studietidsbedomning> BedomAsync(Lasar lasar, Utbildning? utbildning, Studietidsuppgift uppgift, long? utom, CancellationToken ct)
    {
        var id = utbildning?.Id;
        var lage = await Lasarslage.LaddaAsync(db, SkolaId, lasar, s => s.UtbildningId == id || s.UtbildningId == null, ct);
        return Studietidsprovning.For(await Studietidsprovning.SkolformAsync(db, SkolaId, ct), lasar, lage).Bedom(utbildning, uppgift, utom);
    }

    private async Task<Result<T>?> GorAsync<T>(string act, Func<Task<Result<T>?>> gor, CancellationToken ct)
    {
        var svar = await Rapportserie.GorAsync(db, gor, null, ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Skola, SkolaId, SkolaId, svar.Refusals);
        return svar;
    }
}
