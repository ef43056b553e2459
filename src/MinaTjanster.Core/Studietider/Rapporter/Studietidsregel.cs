using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>What the rule needs to know beside what is stated.</summary>
/// <param name="Andra">The other studietider of the same education (or of the whole school) in the same läsår, without the one that is changed.</param>
public sealed record Studietidslage(Skolform Skolform, Lasar Lasar, IReadOnlyList<Dagperiod> Andra)
{
    /// <summary>What is known of the education; null for the whole school.</summary>
    public Utbildningslage? Utbildning { get; init; }
}

/// <param name="Slag">The education's kind.</param>
/// <param name="Takt">Its pace, percent of full time.</param>
/// <param name="Skolans">The whole school's studietider in the läsår.</param>
public sealed record Utbildningslage(Utbildningsslag Slag, int Takt, IReadOnlyList<Dagperiod> Skolans);

/// <summary>The rule's answer: it may be saved when nothing refuses it; warnings are shown, and answered when the report is sent.</summary>
public sealed record Studietidsbedomning(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Varning> Varningar)
{
    public bool ArGodtagen => Refusals.Count == 0;
}

/// <summary>The one pure rule of a studietid (domain.md section 7), for form, roll-over and file.</summary>
public static class Studietidsregel
{
    public static Studietidsbedomning Bedom(Studietidsuppgift uppgift, Studietidslage lage)
    {
        var form = Utbildningsformer.For(lage.Skolform);
        List<Refusal> fel = [.. Inom(uppgift.Period, lage.Lasar), .. Uppehall(uppgift), .. Omfattning(uppgift, form)];
        if (form.DelasVidJul && GarOverJul(uppgift))
            fel.Add(new StudietidOverJul());
        if (fel.Count == 0 && lage.Andra.FirstOrDefault(uppgift.Period.Overlappar) is { } krock)
            fel.Add(new StudietidKrockar(krock));

        return new(fel, fel.Count > 0 ? [] : [.. Studietidsvarningar.For(uppgift, lage)]);
    }

    private static IEnumerable<Refusal> Inom(Dagperiod period, Lasar lasar)
    {
        if (!lasar.Innehaller(period.ForstaDag))
            yield return new StudietidUtanforLasaret(lasar, Studietidsfalt.ForstaDag);
        if (!lasar.Innehaller(period.SistaDag))
            yield return new StudietidUtanforLasaret(lasar, Studietidsfalt.SistaDag);
    }

    private static IEnumerable<Refusal> Uppehall(Studietidsuppgift uppgift)
    {
        for (var rad = 0; rad < uppgift.Uppehall.Count; rad++)
        {
            var paus = uppgift.Uppehall[rad];
            if (!uppgift.Period.Innehaller(paus.ForstaDag) || !uppgift.Period.Innehaller(paus.SistaDag))
                yield return new UppehallUtanfor(rad);
            else if (Enumerable.Range(0, rad).FirstOrDefault(i => uppgift.Uppehall[i].Overlappar(paus), -1) is >= 0 and var med)
                yield return new UppehallKrockar(rad, med);
        }
    }

    /// <summary>A gymnasium is always full time; points or percent as the school form states scope.</summary>
    private static IEnumerable<Refusal> Omfattning(Studietidsuppgift uppgift, Utbildningsform form)
    {
        if (uppgift.PoangTiondelar <= 0)
            yield return new StudietidUtanPoang();
        else if (form.DelasVidJul && uppgift.PoangTiondelar is null)
            yield return new StudietidUtanPoang();
        if (uppgift.Omfattning is < 1 or > 100 || (uppgift.Omfattning is null && uppgift.PoangTiondelar is null))
            yield return new StudietidUtanOmfattning();
    }

    internal static bool GarOverJul(Studietidsuppgift uppgift)
    {
        var jul = new DateOnly(uppgift.Period.ForstaDag.Year, 12, 25);
        return uppgift.Period.Innehaller(jul) && uppgift.Period.SistaDag.Year > jul.Year;
    }
}
