using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>Whom a letter is to, and so who answers it. Everything said of letters follows it.</summary>
public enum Brevmottagare
{
    Eleven,

    /// <summary>Whoever has custody, until the day the student turns 18 [V].</summary>
    Vardnadshavaren,
}

public static class Brevmottagartext
{
    private const int Myndighetsalder = 18;

    /// <summary>Whom a letter of a day is to.</summary>
    public static Brevmottagare For(Personnummer student, DateOnly dag) =>
        dag < student.Fodelsedag.AddYears(Myndighetsalder) ? Brevmottagare.Vardnadshavaren : Brevmottagare.Eleven;

    /// <summary>Whom the decision's letter is to: by the day it was printed first, or by today while it waits.</summary>
    public static Brevmottagare For(Personnummer student, Skolkbeslut? beslut, DateOnly idag) => For(student, beslut?.Utskriven?.SvenskDag() ?? idag);

    /// <summary>eleven, vårdnadshavaren: within a sentence.</summary>
    public static string Text(this Brevmottagare mottagare) => mottagare == Brevmottagare.Eleven ? "eleven" : "vårdnadshavaren";

    /// <summary>As <see cref="Text"/>, first in a sentence.</summary>
    public static string Forst(this Brevmottagare mottagare) => mottagare == Brevmottagare.Eleven ? "Eleven" : "Vårdnadshavaren";
}

/// <summary>How a letter finds its reader (ADR 0057): the portal has no home addresses.</summary>
public static class Brevvag
{
    public const string Folkbokforing = "Adressen sätts vid utskriften ur folkbokföringen.";

    public const string Formedling = "Brevet går genom Skatteverkets förmedling. Ingen adress hämtas.";

    public static string Text(bool arSkyddad) => arSkyddad ? Formedling : Folkbokforing;
}
