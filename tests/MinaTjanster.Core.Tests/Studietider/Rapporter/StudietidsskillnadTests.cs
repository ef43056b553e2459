using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using Xunit;

namespace MinaTjanster.Core.Tests.Studietider.Rapporter;

public sealed class StudietidsskillnadTests
{
    /// <summary>Up to six times one after the other, from some day in autumn, in one of two educations or the whole school.</summary>
    private static readonly Gen<IReadOnlyList<Studietid>> Lasar =
        from ar in Gen.Choose(1996, 2050)
        from start in Gen.Choose(0, 60)
        from delar in Gen.Choose(0, 6).SelectMany(antal => (from langd in Gen.Choose(1, 60) from glapp in Gen.Choose(1, 20) from utbildning in Gen.Choose(0, 2) select (langd, glapp, utbildning)).ListOf(antal))
        select (IReadOnlyList<Studietid>)Lagg(new DateOnly(ar, 7, 20).AddDays(start), delar);

    [Fact]
    public void RolledOver_IsUnchanged_OrMovedForAHoliday_RowByRow() => Egenskap.ForAlla(Lasar, fore =>
    {
        if (fore.Count == 0)
            return true;

        var dagar = Framskrivning.Dagar(fore.Min(f => f.ForstaDag));
        var efter = fore.Select(f => new Studietid(1, f.UtbildningId, Studietidsskillnad.Framskriven(f.Uppgift, dagar).Uppgift)).Reverse().ToList();
        return Studietidsskillnad.Jamfor(fore, efter).All(r => r.Slag switch
        {
            Skillnadsslag.Oforandrad => r.Efter!.ForstaDag.DayOfWeek == r.Fore!.ForstaDag.DayOfWeek && r.Efter.SistaDag.DayOfWeek == r.Fore.SistaDag.DayOfWeek,
            Skillnadsslag.FlyttadForHelgdag => r.Efter!.ForstaDag != r.Fore!.ForstaDag.AddDays(dagar) || r.Efter.SistaDag != r.Fore.SistaDag.AddDays(dagar),
            _ => false,
        });
    });

    [Fact]
    public void EveryStudietid_IsSetOnce_WhateverTheTwoAre() => Egenskap.ForAlla(from fore in Lasar from efter in Lasar select (fore, efter), f =>
    {
        var rader = Studietidsskillnad.Jamfor(f.fore, f.efter);
        return EnGang(rader.Select(r => r.Fore), f.fore) && EnGang(rader.Select(r => r.Efter), f.efter)
            && rader.All(r => (r.Slag == Skillnadsslag.Ny) == (r.Fore is null) && (r.Slag == Skillnadsslag.Borttagen) == (r.Efter is null));
    });

    private static bool EnGang(IEnumerable<Studietid?> satta, IReadOnlyList<Studietid> alla) =>
        satta.Where(s => s is not null).ToList() is var lista && lista.Count == alla.Count && lista.ToHashSet().SetEquals(alla);

    private static List<Studietid> Lagg(DateOnly dag, IEnumerable<(int Langd, int Glapp, int Utbildning)> delar)
    {
        List<Studietid> tider = [];
        foreach (var (langd, glapp, utbildning) in delar)
        {
            var slut = dag.AddDays(langd - 1);
            tider.Add(new(1, utbildning == 0 ? null : utbildning, new(new Dagperiod(dag, slut), [], Omfattning: 100)));
            dag = slut.AddDays(glapp);
        }

        return tider;
    }
}
