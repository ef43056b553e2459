using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton;

/// <summary>Carries out a decision wholly or not at all.</summary>
internal static class Beslut
{
    /// <summary>
    /// Runs the decision in one transaction. A refusal undoes all that was done on the way: an account that was made is not there either. A collision
    /// with somebody else's save is tried once more, and what they did is then seen; a second one is answered as <paramref name="samtidigt"/>. After a
    /// refusal the context tracks nothing, so that nothing begun is saved by what comes after it; the caller writes the refusal to the log, outside.
    /// </summary>
    /// <param name="beslut">Reads all it decides by: what the context tracked before is forgotten. Null: there is no such thing.</param>
    public static async Task<Result<T>?> BeslutaAsync<T>(this PortalDbContext db, Func<Task<Result<T>?>> beslut, Refusal samtidigt, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            try
            {
                return await db.ITransaktionAsync(
                    async () =>
                    {
                        db.ChangeTracker.Clear();
                        var svar = await beslut();
                        return svar is { IsAccepted: false } ? throw new AvbrutetBeslutException(svar.Refusals) : svar;
                    },
                    ct);
            }
            catch (AvbrutetBeslutException avbrutet)
            {
                db.ChangeTracker.Clear();
                return Result<T>.Refused(avbrutet.Hinder);
            }
            catch (DbUpdateException) when (forsok == 1)
            {
                // Who was first is seen the next time.
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                return samtidigt;
            }
        }
    }

    /// <summary>As <see cref="BeslutaAsync"/>, with what nearly every decision ends in: what was decided is saved, and a refusal is written to the log.</summary>
    /// <param name="nekat">Writes the refusal, when the transaction is over.</param>
    public static async Task<Result<T>?> GorAsync<T>(
        this PortalDbContext db, Func<Task<Result<T>?>> beslut, Refusal samtidigt, Func<IReadOnlyList<Refusal>, Task> nekat, CancellationToken ct)
    {
        var svar = await db.BeslutaAsync(
            async () =>
            {
                var gjort = await beslut();
                if (gjort is { IsAccepted: true })
                    await db.SaveChangesAsync(ct);
                return gjort;
            },
            samtidigt,
            ct);
        if (svar is { IsAccepted: false })
            await nekat(svar.Refusals);
        return svar;
    }

    private sealed class AvbrutetBeslutException(IReadOnlyList<Refusal> hinder) : Exception
    {
        public IReadOnlyList<Refusal> Hinder { get; } = hinder;
    }
}
