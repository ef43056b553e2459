using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// Whether it is any use to open the form for a student: is there a day until today on which skolk can be reported? The rule itself
/// (<see cref="Skolkregel"/>) judges the days that are typed; this only says beforehand, in words, why none can pass.
/// </summary>
/// <param name="Hinder">Why not, and what to do; null when it is possible.</param>
/// <param name="OppenRapportId">The open report that stands in the way, for a link; null otherwise.</param>
public sealed record Skolkmojlighet(string? Hinder, long? OppenRapportId)
{
    public bool ArMojlig => Hinder is null;

    public static Skolkmojlighet For(Skolklage lage)
    {
        var idag = lage.Rapportdag;
        var stod = lage.Studieperioder.Where(p => p.ForstaDag <= idag).Select(p => (Period: p, Form: Stod(p, lage.Fodelsedag))).ToList();
        return (lage.AndraRapporter.FirstOrDefault(r => r.SistaDag is null), stod) switch
        {
            ({ } oppen, _) => new($"Det finns redan en pågående rapport från {SvenskText.Datum(oppen.ForstaDag)}. Ange sista skolkdag i den, eller ändra den om det gäller samma frånvaro.", oppen.Id),
            (_, []) when lage.Studieperioder.Count == 0 => Nej("Den studerande har ingen studietid hos er. Rapportera studietiden först."),
            (_, []) => Nej($"Studietiden börjar {SvenskText.Datum(lage.Studieperioder.Min(p => p.ForstaDag))}. Ogiltig frånvaro kan inte rapporteras i förväg."),
            _ when stod.Exists(s => s.Period.Larling || s.Form != Stodform.Studiemedel) => new(null, null),
            _ when stod.Exists(s => s.Period.Avdelning != Avdelning.B && s.Period.ForstaDag > Stodregel.SistaDagMedStudiehjalp(lage.Fodelsedag)) => Nej(
                // No day or year: it would tell the age of one whose identity is protected.
                $"Studiehjälpen gäller till och med 30 juni det år man fyller 20, och efter det kan det vara studiemedel. {BaraStudiehjalp}"),
            _ when stod.TrueForAll(s => s.Period.Avdelning == Avdelning.B) => Nej($"Utbildningen ger studiemedel. {BaraStudiehjalp}"),
            _ => Nej($"Den studerande har valt studiemedel. {BaraStudiehjalp}"),
        };
    }

    private const string BaraStudiehjalp =
        "Ogiltig frånvaro (skolk) rapporteras bara för studiehjälp och lärlingsersättning. Rapportera i stället frånvaro eller avbrott, om den studerande är borta från studierna.";

    /// <summary>Studiehjälp only ever ends with time, so the period's first day is the one most likely to have it.</summary>
    private static Stodform? Stod(Studieperiodlage period, DateOnly fodelsedag) =>
        Stodregel.Stodform(period.Avdelning, fodelsedag, period.ForstaDag, period.ValdStodform);

    private static Skolkmojlighet Nej(string hinder) => new(hinder, null);
}
