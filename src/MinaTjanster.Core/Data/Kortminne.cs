namespace MinaTjanster.Core.Data;

/// <summary>
/// One answer of the database that many ask for: kept for a while, and asked for again at once when this copy of the app has changed what it was drawn from.
/// Those who ask meanwhile wait for the one question that is under way. What another copy changes may go unseen here for as long as it is kept.
/// </summary>
/// <param name="langst">How long an answer is kept, by the machine's clock. Zero keeps none, and lets only one question be asked at a time.</param>
/// <param name="fraga">Asks the database. It is asked for all who wait, so that none of them can break it off.</param>
public sealed class Kortminne<T>(TimeSpan langst, Func<CancellationToken, Task<T>> fraga)
{
    private readonly long _langst = (long)langst.TotalMilliseconds;

    private readonly Lock _las = new();

    private volatile Svar? _senaste;

    /// <summary>The latest question that has no answer yet.</summary>
    private Fraga? _pagar;

    private long _andringar;

    private long _fragor;

    private sealed record Svar(T Varde, long Fraga, long Andringar, long Da);

    /// <param name="Andringar">What had been saved when it was asked: of what is saved later its answer may know nothing.</param>
    private sealed record Fraga(long Nummer, long Andringar, TaskCompletionSource<T> Svar);

    /// <summary>Something has been saved: what was kept is asked for again.</summary>
    public void Glom() => Interlocked.Increment(ref _andringar);

    /// <param name="ct">Breaks off the waiting, not the question.</param>
    public ValueTask<T> HamtaAsync(CancellationToken ct)
    {
        var (andringar, nu) = (Interlocked.Read(ref _andringar), Environment.TickCount64);
        if (_senaste is { } senaste && senaste.Andringar == andringar && nu - senaste.Da < _langst)
            return ValueTask.FromResult(senaste.Varde);

        Fraga min;
        lock (_las)
        {
            if (_pagar is { } pagar && pagar.Andringar == andringar)
                return new(pagar.Svar.Task.WaitAsync(ct));
            // Answered between the look above and the lock.
            if (_senaste is { } nyss && nyss.Andringar == andringar && nu - nyss.Da < _langst)
                return ValueTask.FromResult(nyss.Varde);
            _pagar = min = new(++_fragor, andringar, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        _ = FragaAsync(min, nu);
        return new(min.Svar.Task.WaitAsync(ct));
    }

    private async Task FragaAsync(Fraga min, long nu)
    {
        try
        {
            var varde = await fraga(CancellationToken.None);
            lock (_las)
            {
                // Somebody asked after us and was answered before: theirs is the newer.
                if (_senaste is { } nyare && nyare.Fraga > min.Nummer)
                    varde = nyare.Varde;
                else
                    _senaste = new(varde, min.Nummer, min.Andringar, nu);
                Klar(min);
            }

            min.Svar.SetResult(varde);
        }
        catch (Exception fel)
        {
            lock (_las)
                Klar(min);
            min.Svar.SetException(fel);
        }
    }

    private void Klar(Fraga min)
    {
        if (_pagar == min)
            _pagar = null;
    }
}
