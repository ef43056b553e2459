using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Bestallningar;

public sealed class KanalandringTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Databaser))]
    public async Task FromToday_HoldsAtOnce_MovesTheAdministrationAndTellsBothSides(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);

        var andring = await varld.BytAsync(Demoskolor.Viken, Rapporteringssatt.Fil, Testklocka.Standarddag);

        andring.Status.ShouldBe(Kanalandringsstatus.Genomford);
        var skola = await varld.SkolaAsync(Demoskolor.Viken);
        skola.Rapporteringssatt.ShouldBe(Rapporteringssatt.Fil);
        Behorighetsadministration.For(Behorighetsslag.Studeranderapportering, skola).ShouldBe(Administrator.Skolan);
        (await varld.HarAsync("fredah01", Demoskolor.Viken, Behorighetsslag.Studeranderapportering)).ShouldBeTrue("existing behörigheter stay");
        var mejl = await varld.MejlAsync();
        mejl.Select(m => m.Till).ShouldBe(["oskar.wikstrom@viken.example", "berit.hagstrom@csn.example", "kristina.ohlin@csn.example"], ignoreOrder: true);
        mejl.ShouldAllBe(m => m.Text.Contains("skolans behörighetsadministratör behörigheterna till Studeranderapportering"));
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task FromALaterDay_IsCarriedOutThatDay_OnceByAnyNumberOfWorkers(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var dag = Testklocka.Standarddag.AddDays(10);
        await varld.BytAsync(Demoskolor.Viken, Rapporteringssatt.Fil, dag);
        var vidBeslut = (await varld.MejlAsync()).Count;

        (await varld.SomAsync(null, t => t.Kanaler.GenomforForfallnaAsync(default))).ShouldBe(0);
        (await varld.SkolaAsync(Demoskolor.Viken)).Rapporteringssatt.ShouldBe(Rapporteringssatt.Manuellt);
        varld.Klocka.Flytta(TimeSpan.FromDays(10));
        var antal = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync(null, t => t.Kanaler.GenomforForfallnaAsync(default)))));

        antal.Sum().ShouldBe(1);
        (await varld.SkolaAsync(Demoskolor.Viken)).Rapporteringssatt.ShouldBe(Rapporteringssatt.Fil);
        (await varld.MejlAsync()).Count.ShouldBe(2 * vidBeslut);
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.ChannelChanged)).ShouldBe(1);
    }

    [Fact]
    public async Task Asked_DecidedAsAsked_OrRefusedWithWords()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var skola = await varld.SkolaAsync(Demoskolor.SodraBerget);
        var begard = (await varld.SomAsync("annlin01", t => t.Kanaler.BegarAsync(Rapporteringssatt.Fil, Testklocka.Standarddag, "Vi har fått SchoolSoft.", default))).Value;

        var igen = await varld.SomAsync("bjosve01", t => t.Kanaler.BegarAsync(Rapporteringssatt.Fil, Testklocka.Standarddag, "Vi också.", default));
        var gammal = await varld.SomAsync("csnkon01", t => t.Kanaler.BeslutaAsync(skola.Id, Rapporteringssatt.Fil, Testklocka.Standarddag, null, default));
        var utan = await varld.SomAsync("csnkon01", t => t.Kanaler.AvslaAsync(skola.Id, begard.Version, "", default));
        var nej = await varld.SomAsync("csnkon01", t => t.Kanaler.AvslaAsync(skola.Id, begard.Version, "Systemet skickar inte filer än.", default));

        igen.Refusals[0].ShouldBe(new AndringPagar());
        gammal!.Refusals[0].ShouldBe(new KanalandringenAndrad());
        utan!.Refusals[0].ShouldBe(new KanalskalSaknas());
        nej!.Value.Status.ShouldBe(Kanalandringsstatus.Avslagen);
        (await varld.SkolaAsync(Demoskolor.SodraBerget)).Rapporteringssatt.ShouldBe(Rapporteringssatt.Manuellt);
        (await varld.SomAsync("annlin01", t => t.Kanaler.BegarAsync(Rapporteringssatt.Fil, Testklocka.Standarddag, "Nu gör det det.", default))).IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Demoskolor.SodraBerget, Rapporteringssatt.Ladok, 0, "KANAL-LADOK")]
    [InlineData(Demoskolor.SodraBerget, Rapporteringssatt.Manuellt, 0, "KANAL-SATT")]
    [InlineData(Demoskolor.SodraBerget, Rapporteringssatt.Fil, -1, "KANAL-DAG")]
    [InlineData(Demoskolor.SodraBerget, Rapporteringssatt.Fil, 800, "KANAL-DAG")]
    [InlineData(Demoskolor.Tonklang, Rapporteringssatt.Ladok, 0, null)]
    [InlineData(Demoskolor.Lindsala, Rapporteringssatt.Manuellt, 1, null)]
    public async Task Besluta_Rules(string skolkod, Rapporteringssatt satt, int dagar, string? kod)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var skola = await varld.SkolaAsync(skolkod);

        var svar = await varld.SomAsync("csnkon01", t => t.Kanaler.BeslutaAsync(skola.Id, satt, Testklocka.Standarddag.AddDays(dagar), null, default));

        svar!.Refusals.Select(r => r.Code).SingleOrDefault().ShouldBe(kod);
    }

    [Fact]
    public async Task DecisionWithdrawnBeforeItsDay_NeverHolds()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var beslut = await varld.BytAsync(Demoskolor.Viken, Rapporteringssatt.Fil, Testklocka.Standarddag.AddDays(1));

        var annat = await varld.SomAsync("csnkon01", t => t.Kanaler.BeslutaAsync(beslut.SkolaId, Rapporteringssatt.Fil, Testklocka.Standarddag, beslut.Version, default));
        await varld.SomAsync("csnkon01", t => t.Kanaler.AterkallaAsync(beslut.SkolaId, beslut.Version, default));
        varld.Klocka.Flytta(TimeSpan.FromDays(2));

        annat!.Refusals[0].ShouldBe(new AndringBeslutad(Testklocka.Standarddag.AddDays(1)));
        (await varld.SomAsync(null, t => t.Kanaler.GenomforForfallnaAsync(default))).ShouldBe(0);
        (await varld.SkolaAsync(Demoskolor.Viken)).Rapporteringssatt.ShouldBe(Rapporteringssatt.Manuellt);
    }

    [Fact]
    public async Task AnotherContactPersonsSchool_IsNotThere_ButOneThatNobodyHasIs()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        await using (var db = varld.Databas.Alla())
        {
            var annan = new Konto("csnkon02", "Karl Annan", "karl.annan@csn.example", null);
            db.Add(annan);
            await db.SaveChangesAsync();
            db.Add(new Behorighet(annan.Id, null, Behorighetsslag.CsnKontaktperson));
            await db.SaveChangesAsync();
        }

        var sodra = await varld.SkolaAsync(Demoskolor.SodraBerget);
        var viken = await varld.SkolaAsync(Demoskolor.Viken);

        (await varld.SomAsync("csnkon02", t => t.Kanaler.BeslutaAsync(sodra.Id, Rapporteringssatt.Fil, Testklocka.Standarddag, null, default))).ShouldBeNull();
        (await varld.SomAsync("csnkon02", t => t.Kanaler.BeslutaAsync(viken.Id, Rapporteringssatt.Fil, Testklocka.Standarddag, null, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync("csnkon02", t => t.Kontakter.MinaAsync(null, 1, default))).Rader.ShouldNotContain(s => s.Skolkod == Demoskolor.SodraBerget);
        (await varld.SomAsync("csnkon01", t => t.Kontakter.MinaAsync("SÖDRA berg", 1, default))).Rader.ShouldHaveSingleItem().Skolkod.ShouldBe(Demoskolor.SodraBerget);
    }
}
