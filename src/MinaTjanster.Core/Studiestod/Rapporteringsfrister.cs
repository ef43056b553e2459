using MinaTjanster.Core.Frister;

namespace MinaTjanster.Core.Studiestod;

/// <summary>The days by which schools must have reported, as dates in every year (domain.md sections 5 and 6).</summary>
public static class Rapporteringsfrister
{
    /// <summary>The last day, inclusive, on which a gymnasium start of the autumn is in time for the year's first payment.</summary>
    public static DateOnly StartTillForstaUtbetalning(int ar) => Fristregler.For(Fristslag.ForstaUtbetalning, new(ar, 7, 1)).Tid.I(ar, 7);

    /// <summary>The first deadline on or after a day: the 22nd of every month with a payment, and 20 September.</summary>
    public static DateOnly Nasta(DateOnly dag)
    {
        var stopp = Utbetalningskalender.FoljandeStopp(dag).SistaStoppdag;
        var forsta = StartTillForstaUtbetalning(dag.Year);
        return forsta >= dag && forsta < stopp ? forsta : stopp;
    }
}
