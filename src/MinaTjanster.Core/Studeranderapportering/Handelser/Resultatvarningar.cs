using MinaTjanster.Core.Studeranderapportering.Omfattning;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>What deserves a second look in a reported result: odd, and yet it may be right.</summary>
internal static class Resultatvarningar
{
    public static IEnumerable<Varning> For(Handelseuppgift uppgift, Rapporteringslage lage)
    {
        if (uppgift.SistaDag > lage.Rapportdag)
            yield return new("HANDELSE-V-PERIODPAGAR", "Perioden har inte slutat än. Kontrollera den sista dagen.", Handelsefalt.SistaDag.Kolumn());

        if (uppgift.Utbildning is not null && !lage.Perioder.Any(p => uppgift.SammaUtbildning(p.Utbildning, p.Kurskod)))
            yield return new("HANDELSE-V-OKANDKURS", "Ingen studietid är rapporterad för kursen. Kontrollera att den är skriven som i studietiden.", Handelsefalt.Utbildning.Kolumn());

        if (uppgift.PoangTiondelar is not null && uppgift.SistaDag is not null && Handelseomfattning.Del(uppgift, lage.Skolform).MinstaOmfattning is { ArOverHeltid: true })
            yield return new("HANDELSE-V-RESULTATPOANG", "Poängen är fler än vad som ryms på heltid under perioden. Kontrollera poängen och dagarna.", Handelsefalt.Poang.Kolumn());
    }
}
