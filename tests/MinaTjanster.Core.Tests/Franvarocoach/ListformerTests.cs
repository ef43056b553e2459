using System.Text;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Tests.Personidentiteter;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Skolkrapportering.Lagen;

namespace MinaTjanster.Core.Tests.Franvarocoach;

/// <summary>Days, times and lengths as Swedish lists write them, and what is not guessed (docs/franvarolistor.md).</summary>
public sealed class ListformerTests
{
    private static readonly string Anna = Testnummer.Skapa(Fodd, 981);

    [Theory]
    [InlineData("17/11 2026;08:20", "1117@500")]
    [InlineData("7/9 2026;", "0907@-1")]
    [InlineData("07/09 2026;", "0907@-1")]
    [InlineData("17/11  2026 08:20;", "1117@500")]
    [InlineData("17/11 2026 08:20–09:40;", "1117@500")]
    [InlineData("2026-11-17 08:20-09:40;", "1117@500")]
    [InlineData("2026-11-17;08:20-09:40", "1117@500")]
    [InlineData("2026-11-17;8.20 - 9.40", "1117@500")]
    [InlineData("2026-11-17T08:20:00;", "1117@500")]
    [InlineData("29/2 2028;", "0229@-1")]
    public async Task ADay_IsReadWithItsTimes(string dagOchStart, string vantat)
    {
        var lista = (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{Anna};{dagOchStart};80;Skolk\n", Mappning())).Value;
        lista.Fel.ShouldBeEmpty();
        lista.Elever.Single().Rader.Select(r => $"{r.Dag:MMdd}@{r.Start}").ShouldBe([vantat]);
    }

    [Theory]
    [InlineData("1,5 tim", 90)]
    [InlineData("1,5 tim.", 90)]
    [InlineData("1.5 h", 90)]
    [InlineData("1,5h", 90)]
    [InlineData("1 timme", 60)]
    [InlineData("2 timmar", 120)]
    [InlineData("1 tim 20 min", 80)]
    [InlineData("1h 5min", 65)]
    [InlineData("45 min", 45)]
    [InlineData("45 minuter", 45)]
    [InlineData("0:45", 45)]
    public async Task ALengthThatSaysItsUnit_IsReadByIt_WhateverIsChosen(string text, int minuter)
    {
        foreach (var enhet in Enum.GetValues<Tidsenhet>())
        {
            var lista = (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{Anna};2026-11-17;;{text};Skolk\n", Mappning() with { Enhet = enhet })).Value;
            lista.Elever.Single().Rader.Single().Franvaro.ShouldBe((short)minuter, $"{enhet}");
        }
    }

    [Theory]
    [InlineData("Frånvaro (min)", "Lektionslängd (tim)", 80, 120)]
    [InlineData("Frånvaro min", "Lektion h", 80, 120)]
    [InlineData("Frånvarominuter", "Lektionstimmar", 80, 120)]
    [InlineData("Minuter", "Timmar", 80, 120)]
    public async Task AHeadingThatSaysTheUnit_GoesBeforeTheChoice_ForItsColumn(string franvaro, string langd, int minuter, int schemalagt)
    {
        foreach (var enhet in Enum.GetValues<Tidsenhet>())
        {
            var mappning = Mappning() with { Enhet = enhet, Kolumner = new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Personnr", [Listfalt.Datum] = "Dag", [Listfalt.Franvarotid] = franvaro, [Listfalt.SchemalagdTid] = langd, [Listfalt.Slag] = "Typ" } };
            var rad = (await LasAsync($"Personnr;Dag;{langd};{franvaro};Typ\n{Anna};2026-11-17;2;80;Skolk\n", mappning)).Value.Elever.Single().Rader.Single();
            (rad.Franvaro, rad.Schemalagt).ShouldBe(((short)minuter, (short)schemalagt));
        }
    }

    [Theory]
    [InlineData("Frånvaro", null)]
    [InlineData("Frånvaro (tim:min)", null)]
    [InlineData("Timmerhus", null)]
    [InlineData("Frånvaro (tim)", Tidsenhet.Timmar)]
    [InlineData("Närvaro i timmar", Tidsenhet.Timmar)]
    [InlineData("FRÅNVARO_MIN", Tidsenhet.Minuter)]
    public void AHeading_SaysAUnitOnlyInWords(string rubrik, Tidsenhet? enhet) => Tidsrubrik.Enhet(rubrik).ShouldBe(enhet);

    [Fact]
    public async Task BothEndsInOneColumn_AreLengthEnough()
    {
        var mappning = Mappning() with { Kolumner = new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Personnr", [Listfalt.Datum] = "Dag", [Listfalt.Start] = "Tid", [Listfalt.Slag] = "Typ" } };
        mappning.Prova().ShouldBeEmpty();

        var lista = (await LasAsync($"Personnr;Dag;Tid;Typ\n{Anna};17/8 2026;08:20-09:40;Skolk\n{Anna};18/8 2026;08:20;Skolk\n", mappning)).Value;
        lista.Elever.Single().Rader.Single().ShouldSatisfyAllConditions(r => r.Franvaro.ShouldBe((short)80), r => r.Schemalagt.ShouldBe((short)80));
        lista.Fel.ShouldHaveSingleItem().Fel.Code.ShouldBe("LISTA-LANGD-SAKNAS");

        (await LasAsync($"Personnr;Dag;Tid;Typ\n{Anna};17/8 2026;08:20;Skolk\n{Anna};18/8 2026;08:20;\n", mappning)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("LISTA-UTAN-TID");
    }

    /// <summary>The dates may hold them too; then no other column of time is needed. Whether they do is seen when the list is read.</summary>
    [Fact]
    public async Task BothEndsInTheDates_AreLengthEnough()
    {
        var mappning = Mappning() with { Kolumner = new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Personnr", [Listfalt.Datum] = "Dag", [Listfalt.Slag] = "Typ" } };
        mappning.Prova().ShouldBeEmpty();

        var lista = (await LasAsync($"Personnr;Dag;Typ\n{Anna};2026-08-17 08:20–09:40;Skolk\n", mappning)).Value;
        lista.Elever.Single().Rader.Single().ShouldSatisfyAllConditions(r => r.Franvaro.ShouldBe((short)80), r => r.Schemalagt.ShouldBe((short)80));
        (await LasAsync($"Personnr;Dag;Typ\n{Anna};2026-08-17;Skolk\n{Anna};2026-08-18;\n", mappning)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("LISTA-UTAN-TID");
    }

    [Fact]
    public async Task AListWhereTheMonthMustComeFirst_IsNotGuessedAt_InAnyOrderOfItsRows()
    {
        string[] rader = [$"{Anna};5/8 2026;;80;Skolk", $"{Anna};8/17 2026;;80;Skolk", $"{Anna};9/8 2026;;80;Skolk"];
        // What else is wrong with the row does not hide its date.
        string[] felrad = [rader[0], "12;8/17 2026;;80;Skolk", rader[2]];
        foreach (var ordning in new[] { rader, [.. rader.Reverse()], felrad })
        {
            var fel = (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{string.Join('\n', ordning)}\n", Mappning())).Refusals.ShouldHaveSingleItem();
            (fel.Code, fel.Field).ShouldBe(("LISTA-DATUM-ORDNING", nameof(Listfalt.Datum)));
            fel.Sentence.ShouldContain("rad 3");
        }

        // A slip among dates that are written in another way makes nothing else doubtful.
        var lista = (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{Anna};2026-08-05;;80;Skolk\n{Anna};8/17 2026;;80;Skolk\n", Mappning())).Value;
        (lista.AntalFel, lista.Elever.Single().Rader.Single().Dag).ShouldBe((1, D("2026-08-05")));
    }

    [Theory]
    [InlineData("17/8-26;;80;Skolk", "Datum", "Datumet går inte att läsa. Skriv det som 2026-11-17, 20261117 eller 17/11 2026.")]
    [InlineData("2026-08-17;;1,5;Skolk", "Franvarotid", "Är tiderna i timmar väljer du timmar")]
    public async Task AListOfWhichNoRowCanBeRead_SaysWhy(string rad, string falt, string text)
    {
        var olaslig = (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{Anna};{rad}\n{Anna};{rad}\n", Mappning())).Value.Olaslig.ShouldNotBeNull();
        (olaslig.Code, olaslig.Field).ShouldBe(("LISTA-INGEN-RAD", falt));
        olaslig.Sentence.ShouldContain(text);

        (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{Anna};{rad}\n{Anna};2026-08-17;;80;Skolk\n", Mappning())).Value.Olaslig.ShouldBeNull("a row can be");
        (await LasAsync($"Personnr;Dag;Tid;Frånvaro;Typ\n{Anna};2026-08-17;;80;borta\n", Mappning())).Value.Olaslig.ShouldBeNull("a word is asked for");
    }

    [Theory]
    [InlineData("Lektionslängd (min)", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Lektionslängd (tim)", "1,33", Listfalt.SchemalagdTid, Tidsenhet.Timmar)]
    [InlineData("Lektionstid (min)", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Lektionstid", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Lektionstid", "08:20–09:40", Listfalt.Start, Tidsenhet.Minuter)]
    [InlineData("Längd", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Längd i minuter", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Längd (h)", "1", Listfalt.SchemalagdTid, Tidsenhet.Timmar)]
    [InlineData("Lektionens längd", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Schemalagda minuter", "80", Listfalt.SchemalagdTid, Tidsenhet.Minuter)]
    [InlineData("Frånvaro timmar", "1", Listfalt.Franvarotid, Tidsenhet.Timmar)]
    [InlineData("Frånvaro", "1,5", Listfalt.Franvarotid, Tidsenhet.Timmar)]
    [InlineData("Frånvaro", "45,0", Listfalt.Franvarotid, Tidsenhet.Minuter)]
    [InlineData("Ogiltig frånvaro (tim)", "1", Listfalt.OgiltigTid, Tidsenhet.Timmar)]
    [InlineData("Tid", "08:20-09:40", Listfalt.Start, Tidsenhet.Minuter)]
    [InlineData("Tid", "80", null, Tidsenhet.Minuter)] // of what, nobody says
    public void AHeading_IsGuessed_WithOrWithoutItsUnit(string rubrik, string varde, Listfalt? falt, Tidsenhet enhet)
    {
        var gissad = Kandalayouter.Gissa(["Personnr", rubrik], [[Anna, varde], [Anna, ""]]);
        (gissad.Kolumner.Where(k => k.Value == rubrik).Select(k => (Listfalt?)k.Key).SingleOrDefault(), gissad.Enhet).ShouldBe((falt, enhet));
    }

    private static Kolumnmappning Mappning() => new(
        "Egen",
        new Dictionary<Listfalt, string> { [Listfalt.Personnummer] = "Personnr", [Listfalt.Datum] = "Dag", [Listfalt.Start] = "Tid", [Listfalt.Franvarotid] = "Frånvaro", [Listfalt.Slag] = "Typ" },
        new Dictionary<string, Franvaroslag> { ["Skolk"] = Franvaroslag.MissadLektion },
        new Dictionary<string, bool>());

    private static Task<Result<Inlastlista>> LasAsync(string text, Kolumnmappning mappning) => Listlasning.LasAsync(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), mappning, D("2028-11-20"));
}
