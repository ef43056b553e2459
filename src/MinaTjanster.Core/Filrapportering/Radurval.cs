namespace MinaTjanster.Core.Filrapportering;

/// <summary>Which of a file's rows are a job's.</summary>
internal sealed class Radurval
{
    private readonly string _skolkod;
    private readonly bool _ovriga;
    private readonly HashSet<string> _andras;

    public Radurval(Filjobb jobb, Filuppladdning fil, string skolkod)
    {
        _skolkod = skolkod;
        // The school that was chosen takes what belongs to no job: blank, unreadable, and other schools' rows, which are refused.
        _ovriga = jobb.SkolaId == fil.SkolaId;
        _andras = [.. fil.Skolkoder.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(k => k != skolkod)];
    }

    public (bool Vald, Refusal? Fel) Valj(Lasning.Filrad rad)
    {
        var kod = Radtolk.Skolkod(rad.Varden);
        if (kod == _skolkod)
            return (true, rad.Fel);
        if (!_ovriga || _andras.Contains(kod))
            return (false, null);

        return (true, rad.Fel ?? (Refusal?)(kod.Length == 0 ? null : new RadSkolkod()));
    }
}
