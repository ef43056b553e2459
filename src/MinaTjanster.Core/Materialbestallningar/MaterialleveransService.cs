using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
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

    /// <summary>A back-ordered line that will not come is taken off the order; who ordered it is told by mail, with the reason.</summary>
    /// <param name="skal">Required; the school reads it.</param>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Materialbestallning>?> StrykAsync(long id, long radId, string? skal, int version, CancellationToken ct)
    {
        var text = SvenskText.Enkelrad(skal) ?? "";
        return MedAsync(
            Acts.MaterialStruck,
            id,
            version,
            b => b.Vantande(radId) is null ? new IngenRestAttStryka()
                : text.Length is 0 or > ArtikelService.MaxSkal || Personnummermask.Finns(text) ? new StrykskalSaknas()
                : null,
            async b =>
            {
                var rad = b.Vantande(radId)!;
                var antal = b.Stryk(rad, klocka.UtcNu());
                await mejl.StrukenAsync(b, rad, antal, text, ct);
                return (text, $"{rad.Benamning}: {antal} st");
            },
            ct);
    }

    private Task<Result<Materialbestallning>?> GorAsync(
        string act, long id, int version, Func<Materialbestallning, Refusal?> prova, Func<Materialbestallning, Task> verb, CancellationToken ct) =>
        MedAsync(
            act,
            id,
            version,
            prova,
            async b =>
            {
                var fore = b.Rader.ToDictionary(r => r.Id, r => (r.Packat, r.Skickat));
                await verb(b);
                return (null, string.Join('\n', b.Rader.Where(r => (r.Packat, r.Skickat) != fore[r.Id]).Select(r => $"{r.Benamning}: {Math.Max(r.Packat - fore[r.Id].Packat, r.Skickat - fore[r.Id].Skickat)} st")));
            },
            ct);

    /// <param name="verb">Gives why, if anybody has said so, and what, for the log.</param>
    private async Task<Result<Materialbestallning>?> MedAsync(
        string act, long id, int version, Func<Materialbestallning, Refusal?> prova, Func<Materialbestallning, Task<(string? Why, string Changes)>> verb, CancellationToken ct)
    {
        long skolaId = 0;
        return await db.GorAsync<Materialbestallning>(
            async () =>
            {
                if (await db.Nationellt<Materialbestallning>().Include(b => b.Rader.OrderBy(r => r.Id)).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } bestallning)
                    return null;

                skolaId = bestallning.SkolaId;
                if (prova(bestallning) is { } nej)
                    return nej;
                if (bestallning.Version != version)
                    return new MaterialbestallningenAndrad();

                var (why, changes) = await verb(bestallning);
                audit.Add(act, AuditObjects.Materialbestallning, id, skolaId, why, changes);
                db.Entry(bestallning).Property(b => b.Version).IsModified = true;
                return bestallning;
            },
            new MaterialbestallningenAndrad(),
            nej => audit.AddRefusalAsync(act, AuditObjects.Materialbestallning, id, skolaId, nej),
            ct);
    }
}
