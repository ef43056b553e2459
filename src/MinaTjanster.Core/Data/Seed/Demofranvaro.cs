using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>One unbroken absence as a school's system lists it; minutes.</summary>
internal sealed record Demolektion(DateOnly Dag, string Amne, int Undervisning, int Ogiltig);

/// <summary>What a demo underlag shows: lessons that add up to the report's minutes and occasions, the first on the first skolk day.</summary>
internal sealed record Demofranvaro(Studerande Studerande, Underlagsuppgift Uppgift, IReadOnlyList<Demolektion> Lektioner)
{
    /// <summary>Scattered within this many days, so that the threshold's 30 days hold them.</summary>
    private const int Spridning = 27;

    private const int UndervisningPerDag = 300;

    private static readonly string[] Amnen =
        ["Matematik 2b", "Engelska 6", "Historia 1b", "Svenska 2", "Idrott och hälsa 1", "Företagsekonomi 1", "Samhällskunskap 1b", "Naturkunskap 1b"];

    public static Demofranvaro For(Studerande studerande, Demorapport fall, Demoforlopp dagar, Demolasar lasar)
    {
        var slut = dagar.Sista ?? dagar.Rapport;
        var dagarna = Spridda(dagar.Forsta, slut < dagar.Forsta.AddDays(Spridning) ? slut : dagar.Forsta.AddDays(Spridning), fall.Tillfallen, lasar);
        var lektioner = dagarna.Select((dag, nummer) => Lektion(dag, nummer, fall)).ToList();
        // One school has cut its list short: CSN asks for the rest (too short underlag).
        var till = fall.Lage == Demolage.KompletteringBegard ? dagar.Rapport : dagar.Underlag;
        return new(
            studerande,
            new Underlagsuppgift(
                dagar.Forsta, till, fall.Minuter, fall.Tillfallen, lasar.AntalSkoldagar(dagar.Forsta, till) * UndervisningPerDag, ForstaDagensFranvaro.Ja),
            lektioner);
    }

    private static Demolektion Lektion(DateOnly dag, int nummer, Demorapport fall)
    {
        // Whole five minutes each; the last takes what is left over.
        var vanlig = fall.Minuter / fall.Tillfallen / 5 * 5;
        var ogiltig = nummer == fall.Tillfallen - 1 ? fall.Minuter - (vanlig * nummer) : vanlig;
        return new(dag, Amnen[(nummer + fall.Elev) % Amnen.Length], Math.Max(ogiltig, 60 + (nummer % 3 * 15)), ogiltig);
    }

    /// <summary>As many school days as occasions, evenly spread; with more occasions than days some days have two.</summary>
    private static IEnumerable<DateOnly> Spridda(DateOnly forsta, DateOnly sista, int antal, Demolasar lasar)
    {
        var skoldagar = Enumerable.Range(0, sista.DayNumber - forsta.DayNumber + 1).Select(forsta.AddDays).Where(lasar.ArSkoldag).ToList();
        return Enumerable.Range(0, antal).Select(i => skoldagar[i * skoldagar.Count / antal]);
    }
}
