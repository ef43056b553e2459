using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

/// <summary>States for the rule. Today is 22 November 2026.</summary>
internal static class Handelselagen
{
    public static readonly Franvarodagar Dagar = new();

    /// <summary>A student of 30 with no studies, about whom there is a decision.</summary>
    public static Rapporteringslage Tomt(Skolform skolform) =>
        new(skolform, new(1996, 4, 12), [], [], [], [], Testklocka.Standarddag) { Dokument = new HashSet<long> { Handelseexempel.Dokument } };

    /// <summary>One who studies 17 August–18 December 2026.</summary>
    public static Rapporteringslage Studerar(Skolform skolform, Avdelning avdelning = Avdelning.B) => Tomt(skolform) with
    {
        Grund = [new(null, 1, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", null, 50, avdelning)],
    };

    /// <summary>A state in which the example of an event is right.</summary>
    public static Rapporteringslage For(Handelseslag slag, Skolform skolform)
    {
        var lage = Handelseexempel.KraverStudietid(slag) ? Studerar(skolform) : Tomt(skolform);
        return slag == Handelseslag.AterIStudier ? lage.Med(new(7, Handelseexempel.Uppgift(Handelseslag.Franvaro, skolform))) : lage;
    }
}
