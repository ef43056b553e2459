namespace MinaTjanster.Core.Data;

/// <summary>
/// One answer of the database that many ask for: kept for a while, and asked for again at once when this copy of the app has changed what it was drawn from.
/// What another copy changes may go unseen here for as long as it is kept.
/// </summary>
/// <param name="langst">How long an answer is kept, by the machine's clock.</param>
/// <param name="fraga">Asks the database.</param>
public sealed class Kortminne<T>(TimeSpan langst, Func<CancellationToken, Task<T>> fraga)
{
    private readonly long _langst = (long)langst.TotalMilliseconds;

    private readonly Lock _las = new();

    private volatile Svar? _senaste;

    private long _andringar;

    private long _fragor;

    private sealed record Svar(T Varde, long Fraga, long Andringar, long Da);

    /// <summary>Something has been saved: what was kept is asked for again.</summary>
    public void Glom() => Interlocked.Increment(ref _andringar);

    public ValueTask<T> HamtaAsync(CancellationToken ct)
    {
        var (andringar, nu) = (Interlocked.Read(ref _andringar), Environment.TickCount64);
        return _senaste is { } senaste && senaste.Andringar == andringar && nu - senaste.Da < _langst ? ValueTask.FromResult(senaste.Varde) : new(FragaAsync(andringar, nu, ct));
    }

    private async Task<T> FragaAsync(long andringar, long nu, CancellationToken ct)
    {
        var nummer = Interlocked.Increment(ref _fragor);
        var varde = await fraga(ct);
        lock (_las)
        {
            // Somebody asked after us and was answered before: theirs is the newer.
            if (_senaste is { } nyare && nyare.Fraga > nummer)
                return nyare.Varde;
            _senaste = new(varde, nummer, andringar, nu);
            return varde;
        }
    }
}
