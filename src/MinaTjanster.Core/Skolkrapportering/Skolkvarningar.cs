using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>What deserves a second look, since the school judges (domain.md section 5, "A report holds").</summary>
internal static class Skolkvarningar
{
    private const int MinuterPerSkoldag = 10 * 60;

    public static IEnumerable<Varning> For(Skolkuppgift uppgift, Skolklage lage, bool grindenProvas)
    {
        if (uppgift.ForstaDag > lage.Rapportdag)
            return [];

        return
        [
            .. Omfattning(uppgift, lage.Rapportdag, grindenProvas),
            .. ForstaDag(uppgift.ForstaDag, lage),
            .. uppgift.SistaDag is { } sista ? SistaDag(sista, lage.Rapportdag) : [],
            .. MangaTimmar(uppgift, lage.Rapportdag),
        ];
    }

    /// <summary>A last day is for a student who is back (domain.md section 5, Last day): today is early to know.</summary>
    public static IEnumerable<Varning> SistaDag(DateOnly sistaDag, DateOnly idag)
    {
        if (sistaDag == idag)
            yield return new("SKOLK-V-SISTAIDAG", "Sista skolkdagen är i dag. Ange den bara om den studerande är tillbaka i stabila heltidsstudier.");
    }

    private static IEnumerable<Varning> Omfattning(Skolkuppgift uppgift, DateOnly rapportdag, bool grindenProvas)
    {
        if (grindenProvas && new Skolkgrind(uppgift.ForstaDag).Lage(rapportdag) != Grindlage.Normal)
            yield break; // refused there instead

        if (uppgift.OgiltigMinuter is > 0 and < Skolkgrind.MinstMinuter)
            yield return new("SKOLK-V-FYRATIMMAR", "Den ogiltiga frånvaron är under 4 timmar. Gränsen brukar vara minst 4 timmar inom 30 dagar. Rapportera bara om ni bedömer att den studerande inte läser på heltid.");

        if (uppgift.Tillfallen == 1)
            yield return new("SKOLK-V-TVATILLFALLEN", "Frånvaron gäller bara ett tillfälle. Skolk är spridd frånvaro. Är den sammanhängande rapporterar du händelsen frånvaro i stället.");
    }

    private static IEnumerable<Varning> ForstaDag(DateOnly dag, Skolklage lage)
    {
        if (Helgdagar.ArVeckoslutEllerHelgdag(dag))
            yield return new("SKOLK-V-LEDIGDAG", $"{SvenskText.DagMedVeckodag(dag)} är normalt ingen skoldag. Kontrollera att det finns ogiltig frånvaro den dagen.");

        var studiebidragFran = Stodregel.StudiebidragFran(lage.Fodelsedag);
        if (dag < studiebidragFran)
            yield return new("SKOLK-V-FORESTUDIEBIDRAG", $"Den studerande kan få studiebidrag först från {SvenskText.Datum(studiebidragFran)}. Rapportera bara om den studerande har inackorderingstillägg eller extra tillägg från CSN.");
    }

    private static IEnumerable<Varning> MangaTimmar(Skolkuppgift uppgift, DateOnly rapportdag)
    {
        // Stops as soon as the hours fit: a mistyped year costs nothing.
        var ryms = 0;
        for (var dag = uppgift.ForstaDag; ryms < uppgift.OgiltigMinuter && dag <= Skolktalregel.Slut(uppgift, rapportdag); dag = dag.AddDays(1))
        {
            if (!Helgdagar.ArVeckoslutEllerHelgdag(dag))
                ryms += MinuterPerSkoldag;
        }

        if (uppgift.OgiltigMinuter > ryms)
            yield return new("SKOLK-V-MANGATIMMAR", "Det är ovanligt många timmar för så få skoldagar. Kontrollera timmarna.");
    }
}
