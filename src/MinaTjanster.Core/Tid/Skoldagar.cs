namespace MinaTjanster.Core.Tid;

/// <summary>Days on which a Swedish school may teach: Monday to Friday, but no public holiday and no eve on which nobody teaches. A school's own lov are not known to the portal.</summary>
public static class Skoldagar
{
    /// <summary>More than any number of days from one school day to the next: 23 to 29 December 2025 is six.</summary>
    internal const int Langst = 8;

    public static bool Ar(DateOnly dag) => !Helgdagar.ArVeckoslutEllerHelgdag(dag) && Helgdagar.Afton(dag) is null;

    /// <summary>The school days after one day and before another, neither of them included.</summary>
    public static IReadOnlyList<DateOnly> Mellan(DateOnly efter, DateOnly fore)
    {
        List<DateOnly> dagar = [];
        for (var nummer = efter.DayNumber + 1; nummer < fore.DayNumber; nummer++)
        {
            var dag = DateOnly.FromDayNumber(nummer);
            if (Ar(dag))
                dagar.Add(dag);
        }

        return dagar;
    }

    /// <summary>
    /// For the database, which knows no holidays: every two days of these years, more than a day apart, that have no school day between them. Each as the later
    /// day's number times <see cref="Langst"/>, plus the days between them.
    /// </summary>
    internal static List<int> UtanMellan(int franAr, int tillAr)
    {
        List<int> par = [];
        for (var (fore, sista) = (new DateOnly(franAr, 1, 1), new DateOnly(tillAr, 12, 31)); fore <= sista; fore = fore.AddDays(1))
        {
            for (var antal = 2; antal < Langst && !Ar(fore.AddDays(1 - antal)); antal++)
                par.Add((fore.DayNumber * Langst) + antal);
        }

        return par;
    }
}
