using System.Runtime.InteropServices;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>
/// One school day of one student: its rows laid out over the minutes of the day, so that neither overlapping rows nor a lesson that is written in two parts changes what it comes to. Reused from
/// day to day; not for several threads.
/// </summary>
/// <remarks>
/// [V] Nobody's list says when in a lesson the minutes were. Who left early or has leave was gone at the end, all others at the start. Where rows contradict each other giltig goes before ogiltig, and
/// ogiltig before presence. A row without a time is a piece of its own, and left out on days that have lessons with one. What breaks an occasion is other scheduled time that the list shows: lunch and free
/// hours do not, so a list of absence alone gives one occasion a day, rather too few than too many.
/// </remarks>
internal sealed class Daganalys(Raknas raknas)
{
    private readonly List<Intervall> _schema = [];
    private readonly List<Intervall> _giltigt = [];
    private readonly List<Intervall> _ogiltigt = [];
    private readonly List<Intervall> _rest = [];

    /// <param name="rader">The rows of one day, in order; those without a time first.</param>
    public Skoldag For(ReadOnlySpan<Listrad> rader)
    {
        var tidlosa = Tidlosa(rader);
        if (tidlosa == rader.Length)
            return UtanTider(rader);

        LaggUt(rader[tidlosa..]);
        var schemalagt = Minuter(_schema);
        return new(rader[0].Dag, Minuter(_ogiltigt), Strackor(), Minuter(_giltigt), schemalagt);
    }

    /// <summary>Each row that counts, with the minutes that none before it has: they add up to the day's.</summary>
    public IEnumerable<(Listrad Rad, int Minuter)> Rader(Listrad[] rader)
    {
        var tidlosa = Tidlosa(rader);
        if (tidlosa == rader.Length)
            return [.. rader.Where(Raknar).Select(r => (r, (int)r.Franvaro))];

        LaggUt(rader.AsSpan(tidlosa));
        List<Intervall> kvar = [.. _ogiltigt];
        List<(Listrad Rad, int Minuter)> svar = [];
        foreach (var rad in rader.Skip(tidlosa).Where(Raknar))
        {
            var fore = Minuter(kvar);
            kvar = Utan(kvar, Franvaron(rad));
            if (fore > Minuter(kvar))
                svar.Add((rad, fore - Minuter(kvar)));
        }

        return svar;
    }

    /// <summary>How many of the day's rows have no time.</summary>
    public static int Tidlosa(ReadOnlySpan<Listrad> rader)
    {
        var antal = 0;
        while (antal < rader.Length && !rader[antal].HarStart)
            antal++;

        return antal;
    }

    private bool Raknar(Listrad rad) => rad.Franvaro > 0 && raknas.Raknar(rad.Slag);

    private Skoldag UtanTider(ReadOnlySpan<Listrad> rader)
    {
        var (schemalagt, ogiltigt, giltigt) = (0, 0, 0);
        foreach (var rad in rader)
        {
            schemalagt += rad.Schemalagt;
            ogiltigt += Raknar(rad) ? rad.Franvaro : 0;
            giltigt += rad.Slag == Franvaroslag.Giltig ? rad.Franvaro : 0;
        }

        return new(rader[0].Dag, ogiltigt, ogiltigt > 0 ? 1 : 0, giltigt, schemalagt);
    }

    private void LaggUt(ReadOnlySpan<Listrad> rader)
    {
        _schema.Clear();
        _giltigt.Clear();
        _ogiltigt.Clear();
        foreach (var rad in rader)
        {
            _schema.Add(new(rad.Start, rad.Start + rad.Schemalagt));
            if (rad.Franvaro > 0 && rad.Slag == Franvaroslag.Giltig)
                _giltigt.Add(Franvaron(rad));
            else if (Raknar(rad))
                _ogiltigt.Add(Franvaron(rad));
        }

        Ena(_schema);
        Ena(_giltigt);
        Ena(_ogiltigt);
        DraIfran(_ogiltigt, _giltigt);
    }

    private static Intervall Franvaron(Listrad rad) => rad.Slag is Franvaroslag.GickTidigare or Franvaroslag.Giltig
        ? new(rad.Start + rad.Schemalagt - rad.Franvaro, rad.Start + rad.Schemalagt)
        : new(rad.Start, rad.Start + rad.Franvaro);

    /// <summary>Unbroken stretches of ogiltig frånvaro: broken by anything else that was scheduled.</summary>
    private int Strackor()
    {
        var antal = 0;
        for (var i = 0; i < _ogiltigt.Count; i++)
        {
            if (i == 0 || Nagot(_schema, _ogiltigt[i - 1].Till, _ogiltigt[i].Fran))
                antal++;
        }

        return antal;
    }

    private static bool Nagot(List<Intervall> intervall, int fran, int till)
    {
        foreach (var i in intervall)
        {
            if (Math.Max(i.Fran, fran) < Math.Min(i.Till, till))
                return true;
        }

        return false;
    }

    /// <summary>In order, with those that touch made one and empty ones dropped.</summary>
    private static void Ena(List<Intervall> intervall)
    {
        if (intervall.Count > 1)
            intervall.Sort(static (a, b) => a.Fran.CompareTo(b.Fran));

        var antal = 0;
        foreach (var i in CollectionsMarshal.AsSpan(intervall))
        {
            if (i.Till <= i.Fran)
                continue;
            if (antal > 0 && intervall[antal - 1].Till >= i.Fran)
                intervall[antal - 1] = new(intervall[antal - 1].Fran, Math.Max(intervall[antal - 1].Till, i.Till));
            else
                intervall[antal++] = i;
        }

        intervall.RemoveRange(antal, intervall.Count - antal);
    }

    private void DraIfran(List<Intervall> fran, List<Intervall> bort)
    {
        foreach (var b in bort)
        {
            _rest.Clear();
            _rest.AddRange(Utan(fran, b));
            fran.Clear();
            fran.AddRange(_rest);
        }
    }

    private static List<Intervall> Utan(List<Intervall> intervall, Intervall bort)
    {
        List<Intervall> kvar = new(intervall.Count + 1);
        foreach (var i in intervall)
        {
            if (i.Fran < Math.Min(i.Till, bort.Fran))
                kvar.Add(new(i.Fran, Math.Min(i.Till, bort.Fran)));
            if (Math.Max(i.Fran, bort.Till) < i.Till)
                kvar.Add(new(Math.Max(i.Fran, bort.Till), i.Till));
        }

        return kvar;
    }

    private static int Minuter(List<Intervall> intervall)
    {
        var summa = 0;
        foreach (var i in intervall)
            summa += i.Till - i.Fran;

        return summa;
    }

    /// <summary>Minutes after midnight: from the first, up to but not including the second.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Intervall(int Fran, int Till);
}
