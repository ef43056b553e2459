using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>How a studietid of a läsår stands to the läsår before.</summary>
public enum Skillnadsslag
{
    /// <summary>Every day on the same weekday, all else alike.</summary>
    Oforandrad,

    /// <summary>As unchanged, but for days that fell on a public holiday.</summary>
    FlyttadForHelgdag,

    Andrad,
    Ny,

    /// <summary>The läsår before had it.</summary>
    Borttagen,
}

/// <param name="Fore">Null for a new one.</param>
/// <param name="Efter">Null for a removed one.</param>
public sealed record Skillnadsrad(Skillnadsslag Slag, long? UtbildningId, Studietid? Fore, Studietid? Efter);

/// <summary>Sets two läsår side by side, row by row. Pure.</summary>
public static class Studietidsskillnad
{
    /// <param name="fore">The earlier läsår's.</param>
    /// <param name="efter">The later one's.</param>
    /// <returns>By education, the whole school first, and then in order of time.</returns>
    public static IReadOnlyList<Skillnadsrad> Jamfor(IReadOnlyList<Studietid> fore, IReadOnlyList<Studietid> efter)
    {
        var dagar = fore.Count == 0 ? 0 : Framskrivning.Dagar(fore.Min(f => f.ForstaDag));
        var senare = efter.ToLookup(e => e.UtbildningId);
        var tidigare = fore.ToLookup(f => f.UtbildningId);
        return
        [
            .. fore.Concat(efter).Select(s => s.UtbildningId).Distinct().OrderBy(id => id ?? 0)
                .SelectMany(id => ForEn(id, [.. tidigare[id]], [.. senare[id]], dagar)),
        ];
    }

    /// <summary>The pairs that fit exactly first, then those that share most days; what is left has no pair.</summary>
    private static IEnumerable<Skillnadsrad> ForEn(long? utbildningId, List<Studietid> fore, List<Studietid> efter, int dagar)
    {
        List<Skillnadsrad> rader = [];
        foreach (var gammal in fore.ToList())
        {
            var (uppgift, arFlyttad) = Framskriven(gammal.Uppgift, dagar);
            if (efter.Find(e => Lika(e.Uppgift, uppgift)) is not { } ny)
                continue;

            rader.Add(new(arFlyttad ? Skillnadsslag.FlyttadForHelgdag : Skillnadsslag.Oforandrad, utbildningId, gammal, ny));
            fore.Remove(gammal);
            efter.Remove(ny);
        }

        while ((from gammal in fore
                let plats = Framskrivning.Flytta(gammal.Uppgift.Period, dagar).Period
                from ny in efter
                where plats.Overlappar(ny.Uppgift.Period)
                select (Gammal: gammal, Ny: ny, Dagar: Gemensamma(plats, ny.Uppgift.Period))).ToList() is { Count: > 0 } par)
        {
            var (gammal, ny, _) = par.MaxBy(p => p.Dagar);
            rader.Add(new(Skillnadsslag.Andrad, utbildningId, gammal, ny));
            fore.Remove(gammal);
            efter.Remove(ny);
        }

        rader.AddRange(fore.Select(f => new Skillnadsrad(Skillnadsslag.Borttagen, utbildningId, f, null)));
        rader.AddRange(efter.Select(e => new Skillnadsrad(Skillnadsslag.Ny, utbildningId, null, e)));
        return rader.OrderBy(r => r.Efter?.ForstaDag ?? r.Fore!.ForstaDag.AddDays(dagar));
    }

    /// <summary>What a roll-over makes of it, and whether any day of it, a break's too, was moved off a public holiday.</summary>
    internal static (Studietidsuppgift Uppgift, bool ArFlyttad) Framskriven(Studietidsuppgift uppgift, int dagar)
    {
        var period = Framskrivning.Flytta(uppgift.Period, dagar);
        var uppehall = uppgift.Uppehall.Select(u => Framskrivning.Flytta(u, dagar)).ToList();
        return (uppgift with { Period = period.Period, Uppehall = [.. uppehall.Select(u => u.Period)] }, period.ArFlyttad || uppehall.Exists(u => u.ArFlyttad));
    }

    /// <summary>Records compare lists by reference.</summary>
    internal static bool Lika(Studietidsuppgift en, Studietidsuppgift annan) =>
        en with { Uppehall = annan.Uppehall } == annan && en.Uppehall.OrderBy(u => u.ForstaDag).SequenceEqual(annan.Uppehall.OrderBy(u => u.ForstaDag));

    private static int Gemensamma(Dagperiod en, Dagperiod annan) =>
        Math.Min(en.SistaDag.DayNumber, annan.SistaDag.DayNumber) - Math.Max(en.ForstaDag.DayNumber, annan.ForstaDag.DayNumber) + 1;
}
