using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Bestallningar;

public sealed class BegaranTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Databaser))]
    public async Task SchoolAdministeredService_IsGivenByTheAdministrator(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var begaran = await BegarAsync(varld, "cecnor01", Behorighetsslag.StudietiderUtbildningar);

        var annan = await varld.SomAsync("cecnor01", t => t.Begaranden.BeviljaAsync(Administrator.Skolan, begaran.Id, begaran.Version, default));
        var svar = await varld.SomAsync("bjosve01", t => t.Begaranden.BeviljaAsync(Administrator.Skolan, begaran.Id, begaran.Version, default));

        annan!.Refusals[0].ShouldBe(new InteSigSjalv());
        svar!.Value.Status.ShouldBe(Begaranstatus.Beviljad);
        (await varld.HarAsync("cecnor01", Demoskolor.SodraBerget, Behorighetsslag.StudietiderUtbildningar)).ShouldBeTrue();
        (await varld.MejlAsync()).Select(m => m.Till).ShouldBe(["bjorn.svensson@sodraberget.example", "cecilia.nordin@sodraberget.example"]);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task CsnAdministeredService_BecomesAnOrder_AtMostOnce(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var begaran = await BegarAsync(varld, "bjosve01", Behorighetsslag.Studeranderapportering);

        var skolan = await varld.SomAsync("bjosve01", t => t.Begaranden.BeviljaAsync(Administrator.Skolan, begaran.Id, begaran.Version, default));
        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            varld.SomAsync("cecnor01", t => t.Begaranden.BeviljaAsync(Administrator.Csn, begaran.Id, begaran.Version, default)))));

        skolan!.IsAccepted.ShouldBeFalse();
        var ja = svar.Single(s => s!.IsAccepted)!.Value;
        var bestallning = await varld.LasAsync(ja.BestallningId!.Value);
        bestallning.Status.ShouldBe(Bestallningsstatus.HosCsn);
        bestallning.Rader.ShouldHaveSingleItem().KontoId.ShouldBe(begaran.KontoId);
        (await varld.HarAsync("bjosve01", Demoskolor.SodraBerget, Behorighetsslag.Studeranderapportering)).ShouldBeFalse("CSN has not decided");
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Behorighetsbestallning>().CountAsync(b => b.SkolaId == bestallning.SkolaId)).ShouldBe(1);

        await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));
        (await varld.HarAsync("bjosve01", Demoskolor.SodraBerget, Behorighetsslag.Studeranderapportering)).ShouldBeTrue();
    }

    [Fact]
    public async Task WhenTheChannelChanges_TheDeciderDoesToo()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        // Gun holds SR; Pia, who is both administrator and behörighetsansvarig, asks herself: nobody else there may say yes.
        var begaran = await BegarAsync(varld, "pialar01", Behorighetsslag.Studeranderapportering);
        (await varld.SomAsync("pialar01", t => t.Begaranden.VantandeAsync(Administrator.Csn, 1, default))).Rader.ShouldHaveSingleItem().ArEgen.ShouldBeTrue();

        await varld.BytAsync(Demoskolor.Fjallberget, Rapporteringssatt.Fil, Testklocka.Standarddag);

        (await varld.SomAsync("pialar01", t => t.Begaranden.VantandeAsync(Administrator.Csn, 1, default))).Antal.ShouldBe(0);
        (await varld.SomAsync("pialar01", t => t.Begaranden.VantandeAsync(Administrator.Skolan, 1, default))).Antal.ShouldBe(1);
        (await varld.SomAsync("pialar01", t => t.Begaranden.BeviljaAsync(Administrator.Skolan, begaran.Id, begaran.Version, default)))!.Refusals[0].ShouldBe(new InteSigSjalv());
    }

    [Fact]
    public async Task CsnOrder_IsGivenByBlankettservice_AtAnySchool()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var begaran = await BegarAsync(varld, "annlin01", Behorighetsslag.CsnOrder);

        (await varld.SomAsync("csnord01", t => t.Begaranden.AntalAsync(Administrator.Blankettservice))).ShouldBe(1);
        var svar = await varld.SomAsync("csnord01", t => t.Begaranden.BeviljaAsync(Administrator.Blankettservice, begaran.Id, begaran.Version, default));

        svar!.IsAccepted.ShouldBeTrue();
        (await varld.HarAsync("annlin01", Demoskolor.SodraBerget, Behorighetsslag.CsnOrder)).ShouldBeTrue();
    }

    [Fact]
    public async Task AskedTwice_IsOneRequest_AndARefusalMayBeAskedAgain()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            varld.SomAsync("annlin01", t => t.Begaranden.BegarAsync(Behorighetsslag.CsnOrder, "Jag beställer material.", default)))));
        var begaran = svar.Single(s => s.IsAccepted).Value;
        var tomt = await varld.SomAsync("csnord01", t => t.Begaranden.AvslaAsync(Administrator.Blankettservice, begaran.Id, begaran.Version, " ", default));
        var nej = await varld.SomAsync("csnord01", t => t.Begaranden.AvslaAsync(Administrator.Blankettservice, begaran.Id, begaran.Version, "En kollega har den.", default));
        var igen = await varld.SomAsync("annlin01", t => t.Begaranden.BegarAsync(Behorighetsslag.CsnOrder, "Kollegan har slutat.", default));

        svar.Where(s => !s.IsAccepted).ShouldAllBe(s => s.Refusals[0] is BegaranFinns);
        tomt!.Refusals[0].ShouldBe(new BegaranNekskalSaknas());
        nej!.Value.Avslagsskal.ShouldBe("En kollega har den.");
        igen.IsAccepted.ShouldBeTrue();
    }

    private static async Task<Behorighetsbegaran> BegarAsync(Behorighetsvarld varld, string vem, Behorighetsslag slag) =>
        (await varld.SomAsync(vem, t => t.Begaranden.BegarAsync(slag, "Jag tar över efter en kollega.", default))).Value;
}
