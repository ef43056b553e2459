using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Fristkalender;
using MinaTjanster.Web.Start;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Fristkalender;

/// <summary>
/// One truth: every duty on the start page is in the calendar, and every one with a day in the feed; and the other way round, of the days that each shows. Three hundred
/// made-up schools on days over three years, the same on every run.
/// </summary>
public sealed class PliktkanalerTests
{
    private static readonly Fristinstallning Installning = new();

    public static IEnumerable<object[]> Skolor => Enumerable.Range(0, 300).Select(i => new object[] { i });

    [Theory, MemberData(nameof(Skolor))]
    public void EveryDuty_IsOnStartInCalendarAndFeed_AndTheOtherWayRound(int nummer)
    {
        var (u, idag) = Slumpad(new Random(nummer));

        // The start page: cards, and the days to know of.
        var plikter = Fristmotor.Plikter(u, Fristmotor.Startperiod(idag), idag, Installning);
        var kommande = plikter.Where(p => p.Lage == Pliktlage.Kommande);
        var start = Startkort.Grupper(plikter, u.Skola, idag).SelectMany(g => g.Plikter).Concat(kommande).Select(p => p.Nyckel).ToList();
        start.ShouldBe(plikter.Select(p => p.Nyckel), ignoreOrder: true, "every duty stands on one card, or among the days to come");

        // The calendar, leafed through from two years back to two years ahead.
        HashSet<string> kalender = [];
        for (var manad = new DateOnly(idag.Year, idag.Month, 1).AddMonths(-24); manad <= idag.AddMonths(24); manad = manad.AddMonths(1))
        {
            var modell = new FristkalenderModell(u.Skola, manad, idag, Fristmotor.Plikter(u, new(manad, manad.AddMonths(1).AddDays(-1)), idag, Installning));
            modell.Veckor.SelectMany(v => v).OfType<Kalenderdag>().ShouldBe(modell.Dagar);
            foreach (var plikt in modell.Dagar.SelectMany(d => d.Plikter).Select(p => p.Plikt).Concat(modell.Forsenade).Concat(modell.UtanDag))
                kalender.Add(plikt.Nyckel);
        }

        start.ShouldBeSubsetOf(kalender);

        // The feed: what has a day, from a month back to a year ahead.
        var flodet = Fristmotor.Plikter(u with { Lage = null, Starter = u.Lage!.Kvar.Starter, Studietidsutkast = [] }, Fristflode.Period(idag), idag, Installning);
        var handelser = Flode().Handelser(flodet, u.Skola).Select(h => h.Uid.Split("-7@")[0]).ToHashSet();
        var daterade = plikter.Where(p => p.Senast is not null).Select(p => p.Nyckel);
        daterade.ShouldBeSubsetOf(handelser);
        flodet.Where(p => p.ArForsenad && p.Senast is not null).Select(p => p.Nyckel).ShouldBe(plikter.Where(p => p.ArForsenad && p.Senast is not null).Select(p => p.Nyckel), ignoreOrder: true, "late is late everywhere");
        handelser.Select(h => h.Replace("-helst", "", StringComparison.Ordinal)).ShouldBeSubsetOf(kalender);

        // And back: what the calendar shows of what waits, and of the days until the next stop day, is on the start page.
        var period = Fristmotor.Startperiod(idag);
        var nara = Fristmotor.Plikter(u, new(idag.AddMonths(-24), idag.AddMonths(24)), idag, Installning).Where(p => p.Lage != Pliktlage.Kommande || (p.Senast is { } d && period.Innehaller(d)));
        nara.Select(p => p.Nyckel).ShouldBeSubsetOf(start);
        flodet.Where(p => p.Lage != Pliktlage.Kommande || (p.Senast is { } d && period.Innehaller(d))).Select(p => p.Nyckel).ShouldBeSubsetOf(start);
    }

    [Fact]
    public void Feed_NamesNoStudent()
    {
        var rad = Rad(new Random(1), 1, new(2026, 11, 22));
        var handelser = Flode().Handelser(Fristmotor.Plikter(new(Skola(Skolform.Gymnasieskola)) { ArRapportor = true, Vantande = [rad] }, new(new(2026, 11, 1), new(2026, 11, 30)), new(2026, 11, 22), Installning), Skola(Skolform.Gymnasieskola)).ToList();

        handelser.Count.ShouldBeGreaterThan(1);
        foreach (var h in handelser)
        {
            $"{h.Rubrik} {h.Text} {h.Plats} {h.Uid}".ShouldNotContain("Provsson");
            Personnummermask.Finns($"{h.Rubrik} {h.Text}").ShouldBeFalse();
        }
    }

    private static Fristflode Flode() => new(null!, null!, new Portaladress(new("https://portalen.example.org")), new Testklocka());

    private static Core.Konton.Skolval Skola(Skolform skolform) => new(7, "12345678", "Skolan", Rapporteringssatt.Fil, skolform);

    private static (Fristunderlag Underlag, DateOnly Idag) Slumpad(Random slump)
    {
        var idag = new DateOnly(2026, 1, 1).AddDays(slump.Next(1_000));
        var skola = Skola(Enum.GetValues<Skolform>()[slump.Next(7)]);
        var filer = Enumerable.Range(1, slump.Next(4)).Select(i => new Startfil(i, $"{i}.csv", default, Enum.GetValues<Filjobbstatus>()[slump.Next(Enum.GetValues<Filjobbstatus>().Length)], slump.Next(1, 5))).ToList();
        Studietidsplikt[] studietider = [.. Enumerable.Range(0, slump.Next(3)).Select(i => new Studietidsplikt(new(2026 + i), slump.Next(3) == 0 ? null : idag.AddDays(slump.Next(-100, 100)), slump.Next(2) == 0))];
        var attestering = slump.Next(2) == 0 ? new Attestering(7, Attestering.SenasteStart(idag), idag.AddDays(-slump.Next(60))) : null;
        return (new(skola)
        {
            ArRapportor = true,
            HarStudiehjalp = slump.Next(2) == 0,
            Vantande = skola.HarSkolk ? [.. Enumerable.Range(1, slump.Next(12)).Select(i => Rad(slump, i, idag))] : [],
            Lage = new(slump.Next(2), slump.Next(2), filer, new Kvarantal(slump.Next(3), slump.Next(3))),
            Studietider = studietider,
            Studietidsutkast = slump.Next(2) == 0 ? [new(2026)] : [],
            UtanRapportor = studietider.Length == 0 && slump.Next(2) == 0 ? [new(new(2027), idag.AddDays(30), false)] : [],
            Attestering = attestering,
        }, idag);
    }

    private static AttGoraRad Rad(Random slump, int id, DateOnly idag)
    {
        var rapportdag = idag.AddDays(-slump.Next(150));
        var komplettering = slump.Next(3) == 0;
        return new(
            id, "Prov", "Provsson", Personskydd.Inget, Personnummer.FranVarde("20090412A001"), rapportdag.AddDays(-slump.Next(15, 90)), rapportdag,
            komplettering ? Arendestatus.KompletteringBegard : Arendestatus.VantarPaUnderlag, komplettering ? idag.AddDays(slump.Next(-30, 14)) : null)
        {
            Kvittensnummer = $"SK-{id}",
            Meddelande = slump.Next(4) == 0 ? new DateTime(2026, 1, 1, 9, 0, 0, DateTimeKind.Utc) : null,
        };
    }
}
