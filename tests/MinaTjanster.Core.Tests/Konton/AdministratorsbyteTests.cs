using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Konton.Behorighetsslag;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>A new behörighetsadministratör: asked for by the school, signed by the rektor, approved by CSN.</summary>
public sealed partial class AdministratorsbyteTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Kontouppgifter Vera = new("Vera Vikarie", "vera@sodraberget.example", null, null);

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task WholeWay_MakesTheNewOneAdministrator_AndTheOldOneNot(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var bjorn = await varld.AnvandarenAsync(Personer.BjornSvensson);
        var (begart, nyckel) = await BegarAsync(varld, bjorn.KontoId);
        begart.LankHash.ShouldNotContain(nyckel, Case.Insensitive, "only its hash is stored");

        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Byten.GodkannAsync(begart.Id, begart.Version, Ct)))!.Refusals[0].ShouldBeOfType<BytetAvgjort>("nobody has signed");
        (await SigneraAsync(varld, nyckel))!.Value.SigneratNamn.ShouldBe("Rut Rektor");
        (await SigneraAsync(varld, nyckel))!.Refusals[0].ShouldBeOfType<LankenForbrukad>("the link works once");
        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync(Personer.BeritHagstrom, a => a.Byten.GodkannAsync(begart.Id, 1, Ct)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        var innehav = await varld.InnehavAsync("12345678");
        innehav.ShouldContain(("vervik01", Behorighetsadministrator));
        innehav.ShouldNotContain(("bjosve01", Behorighetsadministrator));
        innehav.ShouldContain(("bjosve01", StudietiderUtbildningar), "the rest stays");
        (await varld.LasAsync(db => db.Nationellt<Kontobrev>().CountAsync(b => db.Konton.Any(k => k.Id == b.KontoId && k.UserName == "vervik01")))).ShouldBe(1);
        var mejl = await varld.MejlAsync();
        mejl.Single(m => m.Till == "vera@sodraberget.example" && m.Amne.StartsWith("Du är behörighetsadministratör", StringComparison.Ordinal)).Text.ShouldContain("Ditt användarnamn kommer i ett brev till skolan");
        var bjorns = mejl.Single(m => m.Till == "bjorn.svensson@sodraberget.example" && m.Amne.StartsWith("Du är inte längre", StringComparison.Ordinal));
        bjorns.Text.ShouldContain("Vera Vikarie är behörighetsadministratör");
        bjorns.Text.ShouldNotContain("https://", Case.Sensitive, "Identity Manager is closed to him now");
    }

    [Fact]
    public async Task Refusal_TellsTheAdministratorsOfToday_AndNotTheProposed()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var (begart, nyckel) = await BegarAsync(varld, null);
        await SigneraAsync(varld, nyckel);

        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Byten.AvslaAsync(begart.Id, "Fel rektor.", 1, Ct)))!.IsAccepted.ShouldBeTrue();

        var mejl = (await varld.MejlAsync()).Where(m => m.Amne == "CSN har svarat om behörighetsadministratör").ShouldHaveSingleItem();
        mejl.Till.ShouldBe("bjorn.svensson@sodraberget.example");
        mejl.Text.ShouldContain("https://portalen.example.org/identity-manager/administratorer");
        mejl.Text.ShouldNotContain("Fel rektor");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ParallelSignatures_OneCounts(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var (_, nyckel) = await BegarAsync(varld, null);

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SigneraAsync(varld, nyckel))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
    }

    [Fact]
    public async Task TheSameKeyTwice_IsOneRequestAndOneMail()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var nyckel = Hemlighet.NyKort();

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync(Personer.BjornSvensson, a =>
            a.Byten.BegarAsync(nyckel, new(Vera, null, "Rut Rektor", "rut@sodraberget.example"), Ct)))));

        svar.Select(s => s.Value.Id).Distinct().Count().ShouldBe(1);
        (await varld.MejlAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("bjorn.svensson@sodraberget.example", "rut@sodraberget.example", typeof(InteSigSjalv))]
    [InlineData("vera@sodraberget.example", "Bjorn.Svensson@sodraberget.example", typeof(RektorArNagonAnnan))]
    [InlineData("vera@sodraberget.example", "VERA@sodraberget.example", typeof(RektorArNagonAnnan))]
    public async Task OneselfAndTheNewOne_AreNotWhoIsMadeOrWhoSigns(string ny, string rektor, Type refusal)
    {
        await using var varld = await Kontovarld.SkapaAsync();

        (await varld.SomAsync(Personer.BjornSvensson, a => a.Byten.BegarAsync(Hemlighet.NyKort(), new(Vera with { Epost = ny }, null, "Rut Rektor", rektor), Ct)))
            .Refusals[0].ShouldBeOfType(refusal);
        (await varld.MejlAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Link_EndsAfterFourteenDaysAndWhenWithdrawn()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var (begart, nyckel) = await BegarAsync(varld, null);
        varld.Klocka.Flytta(Administratorsbyte.Lanktid);
        (await SigneraAsync(varld, nyckel))!.Refusals[0].ShouldBeOfType<LankenForbrukad>();

        (await varld.SomAsync(Personer.CeciliaNordin, a => a.Byten.AterkallaAsync(begart.Id, begart.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await SigneraAsync(varld, nyckel))!.Refusals[0].ShouldBeOfType<LankenForbrukad>();
        (await SigneraAsync(varld, Hemlighet.Ny())).ShouldBeNull();
    }

    [Fact]
    public async Task AnApprovalThatCannotBeCarriedOut_LeavesNothing()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var (begart, nyckel) = await BegarAsync(varld, null);
        await SigneraAsync(varld, nyckel);
        // Meanwhile the address has become somebody else's.
        await varld.AndraAsync(db =>
        {
            db.Add(new Konto("annan01", "Någon Annan", Vera.Epost, null));
            return Task.CompletedTask;
        });

        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Byten.GodkannAsync(begart.Id, 1, Ct)))!.Refusals[0].ShouldBeOfType<AnnatKontoFinns>();

        (await varld.LasAsync(db => db.Nationellt<Administratorsbyte>().SingleAsync())).Status.ShouldBe(Bytesstatus.VantarPaCsn);
    }

    private static async Task<(Administratorsbyte Begart, string Nyckel)> BegarAsync(Kontovarld varld, long? avgar)
    {
        var svar = await varld.SomAsync(Personer.BjornSvensson, a => a.Byten.BegarAsync(Hemlighet.NyKort(), new(Vera, avgar, "Rut Rektor", "rut@sodraberget.example"), Ct));
        var mejl = (await varld.MejlAsync()).Last(m => m.Till == "rut@sodraberget.example");
        return (svar.Value, Lank().Match(Testskydd.Mejl.Text(mejl)!).Groups["nyckel"].Value);
    }

    private static async Task<Result<Administratorsbyte>?> SigneraAsync(Kontovarld varld, string nyckel)
    {
        await using var db = varld.Databas.NyDb.Ny();
        return await new Kontoarbete(db, varld.Databas.NyDb, new AktuellAnvandare(), varld.Klocka).Byten.SigneraAsync(nyckel, " Rut  Rektor ", true, Ct);
    }

    [GeneratedRegex("/forsakran/(?<nyckel>[0-9a-f]{64})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lank();
}
