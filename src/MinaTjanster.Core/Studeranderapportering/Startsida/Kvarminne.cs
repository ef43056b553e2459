using System.Collections.Concurrent;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Startsida;

/// <summary>
/// How many are left to report at each school, as counted last: counting asks about each of the school's students. What changes the answer (an event,
/// a file, an admissions list) is in the log too, so the number holds for as long as the school's newest line there is the same, and the day, and no longer than a few minutes:
/// a file's rows come before its line, and of two acts at once the later may be written first.
/// </summary>
public sealed class Kvarminne(TimeProvider klocka)
{
    private static readonly TimeSpan Langst = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, Minne> _skolor = new();

    /// <param name="senaste">The school's newest line in the log, read before <paramref name="rakna"/> counts.</param>
    public async Task<Kvarantal> ForAsync(long skolaId, long? senaste, Func<Task<Kvarantal>> rakna)
    {
        var nu = klocka.UtcNu();
        if (_skolor.TryGetValue(skolaId, out var minne) && minne.Senaste == senaste && minne.Raknat.SvenskDag() == nu.SvenskDag() && minne.Raknat + Langst > nu)
            return minne.Antal;

        var antal = await rakna();
        _skolor[skolaId] = new(nu, senaste, antal);
        return antal;
    }

    private sealed record Minne(DateTime Raknat, long? Senaste, Kvarantal Antal);
}
