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
    public static Task<Result<T>?> BeslutaAsync<T>(this PortalDbContext db, Func<Task<Result<T>?>> beslut, Refusal samtidigt, CancellationToken ct) =>
        db.BeslutaAsync(beslut, samtidigt, null, ct);

    /// <inheritdoc cref="BeslutaAsync{T}(PortalDbContext, Func{Task{Result{T}?}}, Refusal, CancellationToken)"/>
    /// <param name="isolering">Serializable where what was read, or found not to be there, must hold until the end.</param>
    public static async Task<Result<T>?> BeslutaAsync<T>(this PortalDbContext db, Func<Task<Result<T>?>> beslut, Refusal samtidigt, System.Data.IsolationLevel? isolering, CancellationToken ct)
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
                    isolering,
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

    private sealed class AvbrutetBeslutException(IReadOnlyList<Refusal> hinder) : Exception
    {
        public IReadOnlyList<Refusal> Hinder { get; } = hinder;
    }
}
