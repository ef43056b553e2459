using FsCheck;
using FsCheck.Fluent;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Skolkrapportering;
using Xunit;
using static MinaTjanster.Core.Tests.Franvarocoach.Provlistor;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

/// <summary>What holds for every list.</summary>
public sealed class CoachegenskapTests
{
    private static readonly Franvaroslag[] Slag = Enum.GetValues<Franvaroslag>();

    /// <summary>A list with lessons that may overlap, of a student with or without reports, looked at on some day.</summary>
    private sealed record Fall(int Fro, List<Listrad> Rader, Skolklage Lage, Coachregler Regler)
    {
        public Listelev Elev => Provlistor.Elev(Rader);

        public Elevanalys Analys => Franvaroanalys.For(Elev, Lage, Regler);
    }

    private static readonly Gen<Fall> Fallen = Gen.Choose(0, int.MaxValue - 1).Select(Skapa);

    private static Fall Skapa(int fro)
    {
        var slump = new Random(fro);
        var forsta = D("2026-08-10").AddDays(slump.Next(250));
        var andel = slump.NextDouble() * 0.5;
        List<Listrad> rader = [];
        for (var (dag, till) = (forsta, forsta.AddDays(slump.Next(1, 120))); dag <= till; dag = dag.AddDays(1))
        {
            if (dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && slump.Next(10) > 0)
                continue;

            // Some weeks are good ones.
            var idag = dag.DayNumber / 7 % 3 == 0 ? 0 : andel;
            for (var n = slump.Next(1, 6); n > 0; n--)
            {
                var langd = slump.Next(20, 120);
                var franvaro = slump.NextDouble() >= idag ? 0 : slump.Next(2) == 0 ? langd : slump.Next(1, langd + 1);
                rader.Add(Lektion(dag, slump.Next(480, 960), langd, franvaro, Slag[slump.Next(1, Slag.Length)]));
            }

            if (slump.Next(40) == 0)
                rader.Add(new Listrad(dag, -1, 300, (short)slump.Next(0, 300), Franvaroslag.Ogiltig, null));
        }

        AnnanSkolkrapport[] rapporter = slump.Next(4) switch
        {
            0 => [new(1, forsta.AddDays(slump.Next(-20, 40)), null)],
            1 => [new(2, forsta.AddDays(-10), forsta.AddDays(slump.Next(-10, 30)))],
            _ => [],
        };
        var lage = Gymnasist("2026-11-20", rapporter) with { Rapportdag = forsta.AddDays(slump.Next(0, 160)) };
        return new(fro, rader, lage, new(new(slump.Next(3) > 0, slump.Next(3) > 0, slump.Next(3) > 0, slump.Next(3) > 0)));
    }

    [Fact]
    public void TheOrderOfTheRows_DecidesNothing() => Egenskap.ForAlla(Fallen, f =>
    {
        Listrad[] om = [.. f.Rader];
        new Random(f.Fro).Shuffle(om);
        return Bild(f.Analys) == Bild((f with { Rader = [.. om] }).Analys);
    });

    [Fact]
    public void RowsTwice_CountOnce() => Egenskap.ForAlla(Fallen, f =>
    {
        var slump = new Random(f.Fro);
        return Bild(f.Analys) == Bild((f with { Rader = [.. f.Rader, .. f.Rader.Where(_ => slump.Next(3) == 0)] }).Analys);
    });

    [Fact]
    public void AListInParts_IsTheSameList() => Egenskap.ForAlla(Fallen, f =>
    {
        var slump = new Random(f.Fro);
        var delar = f.Rader.GroupBy(_ => slump.Next(3)).Select(g => new Inlastlista([Elev([.. g])], g.Count(), 0, 0, [], [], null)).ToList();
        var ihop = Inlastlista.Ihop(delar).Elever.Single();
        return Bild(f.Analys) == Bild(Franvaroanalys.For(ihop, f.Lage, f.Regler)) && ihop.Rader.SequenceEqual(f.Elev.Rader);
    });

    [Fact]
    public void ALessonInTwoAdjacentRows_IsTheSameLesson() => Egenskap.ForAlla(Fallen, f =>
    {
        var slump = new Random(f.Fro);
        return Bild(f.Analys) == Bild((f with { Rader = [.. f.Rader.SelectMany(r => r.HarStart && slump.Next(2) == 0 ? Delad(r, slump.Next(1, r.Schemalagt)) : [r])] }).Analys);
    });

    private static Listrad[] Delad(Listrad rad, int snitt)
    {
        var sist = rad.Slag is Franvaroslag.GickTidigare or Franvaroslag.Giltig;
        var andra = sist ? Math.Min(rad.Franvaro, rad.Schemalagt - snitt) : Math.Max(0, rad.Franvaro - snitt);
        return [Lektion(rad.Dag, rad.Start, snitt, rad.Franvaro - andra, rad.Slag), Lektion(rad.Dag, rad.Start + snitt, rad.Schemalagt - snitt, andra, rad.Slag)];
    }

    [Fact]
    public void AProposedReport_PassesTheReportsOwnRules_WheneverItCanBeSent() => Egenskap.ForAlla(Fallen, f =>
    {
        var (analys, tidigast) = (f.Analys, f.Lage.AndraRapporter.Max(r => r.SistaDag));
        return analys.Forslag.All(r =>
            r.KanSkickas == Skolkregel.Bedom(r.Bekraftad, f.Lage).ArGodtagen
            && (r.KanSkickas || f.Lage.Rapportdag < r.Grind.TidigastDag)
            && analys.Dagar.Single(d => d.Dag == r.Uppgift.ForstaDag).OgiltigMinuter > 0
            && (tidigast is null || r.Uppgift.ForstaDag > tidigast)
            && new Franvarofonster(r.Uppgift.ForstaDag, r.Uppgift.OgiltigMinuter!.Value, r.Uppgift.Tillfallen!.Value).NarGransen
            && r.GransNadd >= r.Uppgift.ForstaDag && r.GransNadd < r.Grind.NormalDag);
    });

    [Fact]
    public void AReportThatMustWait_PassesOnTheDayItSays() => Egenskap.ForAlla(Fallen, f => f.Analys.Forslag
        .Where(r => !r.KanSkickas)
        .All(r => Skolkregel.Bedom(r.Uppgift with { Bekraftad = true }, f.Lage with { Rapportdag = r.Grind.TidigastDag }).ArGodtagen));

    [Fact]
    public void ProposedReports_DoNotOverlap_AndNoneIsProposedBesideAnOpenOne() => Egenskap.ForAlla(Fallen, f =>
    {
        var forslag = f.Analys.Forslag;
        return forslag.Zip(forslag.Skip(1)).All(p => p.First.Uppgift.SistaDag < p.Second.Uppgift.ForstaDag)
            && (forslag.Count == 0 || f.Lage.AndraRapporter.All(r => r.SistaDag is not null));
    });

    [Fact]
    public void AProposedLastDay_PassesTheReportsOwnRules() => Egenskap.ForAlla(Fallen, f =>
        f.Analys.Avslut is not { } avslut
        || (Skolkregel.BedomAvslut(avslut.ForstaDag, avslut.SistaDag, f.Lage with { AndraRapporter = [] }).ArGodtagen
            && f.Analys.Dagar.All(d => d.Dag <= avslut.SistaDag || d.OgiltigMinuter == 0 || d.Dag < avslut.ForstaDag)));

    [Fact]
    public void WaitingNeverCostsLessThanNothing_AndTheEstimateNeverFalls() => Egenskap.ForAlla(Fallen, f =>
    {
        var analys = f.Analys;
        return analys.Forslag.All(r =>
        {
            var belopp = Enumerable.Range(0, 12).Select(v => Franvaroanalys.Med(analys, r.Uppgift.ForstaDag, r.Uppgift.SistaDag, f.Lage with { Rapportdag = f.Lage.Rapportdag.AddDays(v * 9) })!)
                .Select(s => (Nu: s.Foljd.Uppskattning.Belopp, Vanta: s.Vantkostnad.Belopp)).ToList();
            return r.Vantkostnad.Belopp >= 0 && belopp.TrueForAll(b => b.Nu >= 0 && b.Vanta >= 0) && belopp.Zip(belopp.Skip(1)).All(p => p.First.Nu <= p.Second.Nu);
        });
    });

    [Fact]
    public void TheUnderlag_AddsUpToTheReport() => Egenskap.ForAlla(Fallen, f => f.Analys.Forslag.All(r =>
    {
        var underlag = Listunderlag.For(f.Elev, f.Regler.Raknas, r.Uppgift.ForstaDag, r.Uppgift.SistaDag ?? f.Lage.Rapportdag, "Anna Lind", "Skolan", "12345678");
        return underlag.Rader.Sum(u => u.Minuter) == r.Uppgift.OgiltigMinuter
            && (underlag.Uppgift.OgiltigMinuter, underlag.Uppgift.Tillfallen) == (r.Uppgift.OgiltigMinuter!.Value, r.Uppgift.Tillfallen!.Value)
            && underlag.Uppgift.ForstaDagen == ForstaDagensFranvaro.Ja
            && Underlagsregel.Prova(underlag.Uppgift, f.Lage.Rapportdag).Count == 0;
    }));

    [Fact]
    public void TheCases_AreOfEveryKind()
    {
        var fall = Enumerable.Range(0, 400).Select(i => Skapa(i * 7919)).Select(f => (f, f.Analys)).ToList();
        Assert.Contains(fall, f => f.Analys.Forslag.Any(r => r.KanSkickas && r.KraverBekraftelse));
        Assert.Contains(fall, f => f.Analys.Forslag.Any(r => r.KanSkickas && !r.KraverBekraftelse));
        Assert.Contains(fall, f => f.Analys.Forslag.Any(r => !r.KanSkickas));
        Assert.Contains(fall, f => f.Analys.Forslag.Count > 1);
        Assert.Contains(fall, f => f.Analys.Forslag.Any(r => r.Uppgift.SistaDag is not null));
        Assert.Contains(fall, f => f.Analys.Avslut is not null);
        Assert.Contains(fall, f => f.Analys.Hinder is not null);
    }
}
