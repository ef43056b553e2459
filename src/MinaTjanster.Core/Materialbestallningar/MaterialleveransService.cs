using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Materialbestallningar;

/// <summary>Blankettservice packs and sends. Null answers: no such order. Whoever comes second is told so.</summary>
public sealed class MaterialleveransService(PortalDbContext db, AuditService audit, Materialmejl mejl, TimeProvider klocka)
{
    /// <summary>What there is of it lies in a parcel.</summary>
    /// <param name="version">The version that the page showed: what is packed is what was listed there.</param>
    public Task<Result<Materialbestallning>?> PackaAsync(long id, int version, CancellationToken ct) =>
        GorAsync(
            Acts.MaterialPacked,
            id,
            version,
            b => b.KanPackas ? null : new IngetAttPacka(b.Status),
            b =>
            {
                b.Packa(klocka.UtcNu());
                return Task.CompletedTask;
            },
            ct);

    /// <summary>The parcel has left; who ordered it is told by mail.</summary>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialbestallning>?> SkickaAsync(long id, int version, CancellationToken ct) =>
        GorAsync(
            Acts.MaterialSent,
            id,
            version,
            b => b.KanSkickas ? null : new KanInteSkickas(b.Status),
            async b =>
            {
                b.Skicka(klocka.UtcNu());
                await mejl.SkickadAsync(b, ct);
            },
            ct);

    /// <summary>What was back-ordered, and has come in, is packed and has left; who ordered it is told by mail.</summary>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialbestallning>?> SkickaRestAsync(long id, int version, CancellationToken ct) =>
        GorAsync(
            Acts.MaterialBackorderSent,
            id,
            version,
            b => b.KanSkickaRest ? null : new IngenRestAttSkicka(),
            async b =>
            {
                var fore = b.Rader.ToDictionary(r => r.Id, r => r.Skickat);
                b.SkickaRest(klocka.UtcNu());
                await mejl.RestSkickadAsync(b, fore, ct);
            },
            ct);

    private async Task<Result<Materialbestallning>?> GorAsync(
        string act, long id, int version, Func<Materialbestallning, Refusal?> prova, Func<Materialbestallning, Task> verb, CancellationToken ct)
    {
        long skolaId = 0;
        var svar = await db.BeslutaAsync<Materialbestallning>(
            async () =>
            {
                if (await db.Nationellt<Materialbestallning>().Include(b => b.Rader.OrderBy(r => r.Id)).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } bestallning)
                    return null;

                skolaId = bestallning.SkolaId;
                if (prova(bestallning) is { } nej)
                    return nej;
                if (bestallning.Version != version)
                    return new MaterialbestallningenAndrad();

                var fore = bestallning.Rader.ToDictionary(r => r.Id, r => (r.Packat, r.Skickat));
                await verb(bestallning);
                audit.Add(
                    act,
                    AuditObjects.Materialbestallning,
                    id,
                    skolaId,
                    changes: string.Join('\n', bestallning.Rader.Where(r => (r.Packat, r.Skickat) != fore[r.Id]).Select(r => $"{r.Benamning}: {Math.Max(r.Packat - fore[r.Id].Packat, r.Skickat - fore[r.Id].Skickat)} st")));
                db.Entry(bestallning).Property(b => b.Version).IsModified = true;
                await db.SaveChangesAsync(ct);
                return bestallning;
            },
            new MaterialbestallningenAndrad(),
            ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Materialbestallning, id, skolaId, svar.Refusals);
        return svar;
    }
}
