using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>The school year of the demo schools: when they teach, in the läsår that holds the day the data is made for.</summary>
internal sealed class Demolasar
{
    public Demolasar(DateOnly idag)
    {
        // Outside mid-term the data is that of the läsår before, as the Development clock's (demo.md).
        Idag = Demoklocka.Start(idag) ?? idag;
        Lasar = Lasar.For(Idag);
        Start = Forsta(DayOfWeek.Monday, new DateOnly(Lasar.Startar, 8, 15));
        Hostslut = Forsta(DayOfWeek.Friday, new DateOnly(Lasar.Startar, 12, 15));
        Varstart = Forsta(DayOfWeek.Monday, new DateOnly(Lasar.Startar + 1, 1, 7));
        Slut = Forsta(DayOfWeek.Friday, new DateOnly(Lasar.Startar + 1, 6, 8));
    }

    /// <summary>The day the data is made for.</summary>
    public DateOnly Idag { get; }

    public Lasar Lasar { get; }

    public DateOnly Start { get; }

    public DateOnly Hostslut { get; }

    public DateOnly Varstart { get; }

    public DateOnly Slut { get; }

    public bool ArSkoldag(DateOnly dag) =>
        dag >= Start && dag <= Slut && (dag <= Hostslut || dag >= Varstart) && !Helgdagar.ArVeckoslutEllerHelgdag(dag) && !ArLov(dag);

    /// <summary>The day itself or the nearest school day before it; the first of the läsår if there is none.</summary>
    public DateOnly SkoldagSenast(DateOnly dag)
    {
        while (dag > Start && !ArSkoldag(dag))
        {
            dag = dag.AddDays(-1);
        }

        return dag < Start ? Start : dag;
    }

    /// <summary>A weekday as many days before <see cref="Idag"/>, but never before <paramref name="tidigast"/>.</summary>
    public DateOnly Vardag(int dagarSedan, DateOnly tidigast)
    {
        var dag = Idag.AddDays(-dagarSedan);
        while (dag > tidigast && Helgdagar.ArVeckoslutEllerHelgdag(dag))
        {
            dag = dag.AddDays(-1);
        }

        return dag < tidigast ? tidigast : dag;
    }

    public int AntalSkoldagar(DateOnly fran, DateOnly till) =>
        Enumerable.Range(0, till.DayNumber - fran.DayNumber + 1).Count(i => ArSkoldag(fran.AddDays(i)));

    /// <summary>Autumn break in week 44, sports break in week 9, Easter week.</summary>
    private bool ArLov(DateOnly dag)
    {
        var vecka = System.Globalization.ISOWeek.GetWeekOfYear(dag.ToDateTime(TimeOnly.MinValue));
        var paskdagen = Helgdagar.Paskdagen(Lasar.Startar + 1);
        return vecka is 44 or 9 || (dag > paskdagen.AddDays(-7) && dag < paskdagen);
    }

    private static DateOnly Forsta(DayOfWeek veckodag, DateOnly tidigast) =>
        tidigast.AddDays((veckodag - tidigast.DayOfWeek + 7) % 7);
}
