using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>A column as the format describes it.</summary>
/// <param name="Skrivs">How a value is written.</param>
/// <param name="Betyder">What it is for.</param>
public sealed record Kolumnbeskrivning(string Namn, string Skrivs, string Betyder);

/// <summary>The format in words, for docs/filformat.md and the portal's page: the columns of <see cref="Filformat"/> and the events of <see cref="Handelsetyper"/>.</summary>
public static class Formatbeskrivning
{
    public static IReadOnlyList<Kolumnbeskrivning> Kolumner { get; } = [.. Filformat.Kolumner.Kolumner.Select(k => Beskriv(k.Namn))];

    /// <summary>The events that a file may hold, by school form.</summary>
    public static IEnumerable<Handelsetyp> Handelser(Skolform skolform) => Handelsetyper.For(skolform).Where(IFil);

    public static bool IFil(Handelsetyp typ) => typ is { ArEgenSida: false, ArIntyg: false } or { Slag: Handelseslag.Skolk };

    /// <summary>forsta_dag, sista_dag, poang eller omfattning, (kurskod).</summary>
    public static string Falt(Skolformsregel regel)
    {
        var delar = regel.Falt.Where(f => f.Krav == Faltkravslag.Obligatoriskt).Select(f => f.Kolumn).ToList();
        if (regel.Falt.Where(f => f.Krav == Faltkravslag.NagotAv).Select(f => f.Kolumn).ToList() is { Count: > 0 } nagotAv)
            delar.Add(string.Join(" eller ", nagotAv));
        delar.AddRange(regel.Falt.Where(f => f.Krav == Faltkravslag.Frivilligt).Select(f => $"({f.Kolumn})"));
        return string.Join(", ", delar);
    }

    private static Kolumnbeskrivning Beskriv(string namn) => namn switch
    {
        Filformat.Skolkod => new(namn, "Åtta siffror", "Skolan som raden gäller. Tom, eller ingen kolumn: skolan som är vald när filen skickas."),
        Filformat.Personnummer => new(namn, "ÅÅÅÅMMDDNNNN, bindestreck får finnas", "Måste finnas. Personnummer, samordningsnummer eller tillfälligt personnummer."),
        Filformat.Fornamn => new(namn, "Högst 80 tecken", "Behövs när den studerande inte finns hos skolan än."),
        Filformat.Efternamn => new(namn, "Högst 80 tecken", "Behövs när den studerande inte finns hos skolan än."),
        Filformat.Klass => new(namn, "Högst 20 tecken", "Klass eller grupp för en ny studerande."),
        Filformat.Skydd => new(namn, "ja eller nej", "ja för den som har skyddade personuppgifter, även om den studerande redan finns. nej eller tomt tar inte bort ett skydd."),
        Filformat.Handelse => new(namn, "Två siffror", "Måste finnas. Händelsens kod."),
        Filformat.Atgard => new(namn, "tom, andra eller ta_tillbaka", "Tom för en ny händelse."),
        Filformat.TidigareForstaDag => new(namn, "2026-11-22 eller 20261122", "Vid andra: händelsens första dag som den är rapporterad, om den ändras."),
        Filformat.Forklaring => new(namn, "Högst 300 tecken", "Svar på en varning. För skolk som tas tillbaka: skälet."),
        Filformat.Fel => new(namn, "–", "Finns i filen med felrader. Läses inte."),
        _ => Beskriv(Falten.Alla.Single(f => f.Kolumn == namn)),
    };

    private static Kolumnbeskrivning Beskriv(Faltbeskrivning falt) => new(
        falt.Kolumn,
        falt.Form switch
        {
            Faltform.Datum => "2026-11-22 eller 20261122",
            Faltform.Heltal => "Siffror",
            Faltform.Tiondelar => "Tal med högst en decimal, 7,5",
            Faltform.Timmar => "11,5 eller 11:30",
            Faltform.JaNej => "ja eller nej",
            Faltform.Val => string.Join(", ", Val(falt.Falt)),
            _ => $"Högst {falt.MaxLangd} tecken",
        },
        falt.Falt switch
        {
            Handelsefalt.ForstaDag => "Händelsens dag, eller periodens första dag.",
            Handelsefalt.SistaDag => "Periodens sista dag, som räknas med.",
            Handelsefalt.Utbildning => "Kursen eller utbildningen, med skolans eget namn.",
            Handelsefalt.Kurskod => "Kurskod, eller en folkhögskolas inriktning.",
            Handelsefalt.Studievagskod => "Gymnasieskolans studievägskod.",
            Handelsefalt.Arskurs => "1–4.",
            Handelsefalt.Omfattning => "Procent av heltid.",
            Handelsefalt.Poang => "Poäng i perioden.",
            Handelsefalt.Avdelning => "Slag av utbildning, för konst- och kulturutbildning.",
            Handelsefalt.Stodform => "Det stöd som den studerande har valt.",
            Handelsefalt.Resultat => "Betyg, eller godkänd eller inte.",
            Handelsefalt.Timmar => "Timmar ogiltig frånvaro.",
            Handelsefalt.Tillfallen => "Antal tillfällen med ogiltig frånvaro.",
            Handelsefalt.Bekraftelse => "ja, om den ogiltiga frånvaron är minst 4 timmar vid flera tillfällen.",
            _ => throw new ArgumentOutOfRangeException(nameof(falt), falt.Falt, null),
        });

    private static IEnumerable<string> Val(Handelsefalt falt) => Handelsetyper.Alla
        .SelectMany(t => t.Skolformer.Values).SelectMany(r => r.Falt).Where(f => f.Falt == falt)
        .SelectMany(f => f.Alternativ ?? []).Select(a => a.Varde).Distinct().Order(StringComparer.Ordinal);
}
