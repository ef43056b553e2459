using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studiestod;

/// <summary>Which support a student can have on a day, and why, in words (domain.md section 4).</summary>
/// <param name="Stod">Studiehjälp, Studiemedel …</param>
/// <param name="Varfor">One or two sentences.</param>
public sealed record Stodforklaring(string Stod, string Varfor)
{
    /// <param name="larling">Gymnasial lärling.</param>
    /// <param name="valet">The student's choice in avdelning A3, if known.</param>
    public static Stodforklaring For(Avdelning avdelning, bool larling, DateOnly fodelsedag, DateOnly dag, Stodform? valet)
    {
        var grans = Stodregel.SistaDagMedStudiehjalp(fodelsedag);
        var form = Stodregel.Stodform(avdelning, fodelsedag, dag, valet);
        var forklaring = (form, avdelning) switch
        {
            (null, _) => new Stodforklaring(
                "Studiehjälp eller studiemedel",
                $"I den här utbildningen (avdelning A3) väljer den studerande själv till och med {SvenskText.Datum(grans)}. Valet är inte angivet än; du anger det när du rapporterar."),
            (_, Avdelning.B) => new("Studiemedel", "Utbildningen är eftergymnasial (avdelning B) och ger studiemedel vid alla åldrar."),
            (Stodform.Studiemedel, _) when dag > grans => new(
                "Studiemedel", $"Den studerande fyllde 20 år {grans.Year}. Studiehjälpen gällde till och med {SvenskText.Datum(grans)}, därefter gäller studiemedel."),
            (Stodform.Studiemedel, _) => new("Studiemedel", "Den studerande har valt studiemedel (avdelning A3)."),
            (_, Avdelning.A3) => new("Studiehjälp", $"Den studerande har valt studiehjälp (avdelning A3), som gäller till och med {SvenskText.Datum(grans)}."),
            _ => new("Studiehjälp", $"Utbildningen (avdelning {avdelning}) ger studiehjälp till och med {SvenskText.Datum(grans)}, det år den studerande fyller 20."),
        };
        if (form == Stodform.Studiehjalp && dag < Stodregel.StudiebidragFran(fodelsedag))
        {
            forklaring = forklaring with { Varfor = $"{forklaring.Varfor} Studiebidraget börjar {SvenskText.Datum(Stodregel.StudiebidragFran(fodelsedag))}." };
        }

        return larling
            ? new($"{forklaring.Stod} och lärlingsersättning", $"{forklaring.Varfor} Den studerande är gymnasial lärling och kan ha lärlingsersättning.")
            : forklaring;
    }
}
