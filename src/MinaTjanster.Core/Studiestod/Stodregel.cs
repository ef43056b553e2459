using MinaTjanster.Core.Personidentiteter;

namespace MinaTjanster.Core.Studiestod;

/// <summary>Which kind of support a student has on a day: first by education, then by age (domain.md section 4).</summary>
public static class Stodregel
{
    private const int AldersgransAr = 20;
    private const int StudiebidragsalderAr = 16;

    /// <summary>
    /// The kind of support on a day concerned (never the report day), or null when avdelning A3 lets the student choose and
    /// <paramref name="valet"/> is not known: then the reporter is asked.
    /// </summary>
    public static Stodform? Stodform(Avdelning avdelning, DateOnly fodelsedag, DateOnly dag, Stodform? valet = null) => avdelning switch
    {
        Avdelning.B => Studiestod.Stodform.Studiemedel,
        _ when dag > SistaDagMedStudiehjalp(fodelsedag) => Studiestod.Stodform.Studiemedel,
        Avdelning.A3 => valet,
        _ => Studiestod.Stodform.Studiehjalp,
    };

    /// <inheritdoc cref="Stodform(Avdelning, DateOnly, DateOnly, Studiestod.Stodform?)"/>
    public static Stodform? Stodform(Avdelning avdelning, Personnummer personnummer, DateOnly dag, Stodform? valet = null) =>
        Stodform(avdelning, personnummer.Fodelsedag, dag, valet);

    /// <summary>30 June of the year the student turns 20, inclusive; studiemedel from the day after.</summary>
    public static DateOnly SistaDagMedStudiehjalp(DateOnly fodelsedag) => new(fodelsedag.Year + AldersgransAr, 6, 30);

    /// <summary>The first day of the quarter after the 16th birthday (born 31 March: 1 April; born 1 April: 1 July). The tillägg may start earlier.</summary>
    public static DateOnly StudiebidragFran(DateOnly fodelsedag)
    {
        var kvartaletsForstaManad = ((fodelsedag.Month - 1) / 3 * 3) + 1;
        return new DateOnly(fodelsedag.Year + StudiebidragsalderAr, kvartaletsForstaManad, 1).AddMonths(3);
    }
}
