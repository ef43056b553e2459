using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>Changing the password (domain.md section 3), and how its hash is kept strong.</summary>
public sealed class LosenordServiceTests
{
    private const string Anna = "annlin01";
    private const string Ratt = "Demo-losen-2026";
    private const string Nytt = "Tre gula kajor på ett räcke";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Byt_WithOnePermissionTwiceAtOnce_ChangesOnce(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var biljett = LosenordService.Biljett((await miljo.ForsokAsync(Anna, Ratt)).Value);

        var svar = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => miljo.BytAsync(biljett, $"{Nytt} {i}"))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        svar.Where(s => !s.IsAccepted).ShouldAllBe(s => s.Refusals[0] is BytetForGammalt);
        await using (var db = databas.Alla())
            (await db.AuditEvents.CountAsync(e => e.Act == Acts.PasswordChanged && e.Outcome == AuditOutcome.Refused && e.Why == "LOSEN-TID")).ShouldBe(7);
        var vinnare = svar.Index().Single(s => s.Item.IsAccepted).Index;
        (await miljo.ForsokAsync(Anna, $"{Nytt} {vinnare}")).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Login_WhosePasswordIsChangedMeanwhile_IsRefused(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var biljett = LosenordService.Biljett((await miljo.ForsokAsync(Anna, Ratt)).Value);

        var inloggad = await miljo.LoggaInAsync(Anna, Ratt, async () => (await miljo.BytAsync(biljett, Nytt)).IsAccepted.ShouldBeTrue());

        inloggad.Refusals[0].ShouldBe(new FelInloggningsuppgifter());
    }

    [Fact]
    public async Task Byt_WithARefusedPassword_IsAudited()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var miljo = new Inloggningsmiljo(databas);
        var konto = (await miljo.ForsokAsync(Anna, Ratt)).Value;

        (await miljo.BytAsync(LosenordService.Biljett(konto), Ratt)).IsAccepted.ShouldBeFalse();

        await using var db = databas.Alla();
        var handelse = await db.AuditEvents.SingleAsync(e => e.Act == Acts.PasswordChanged, TestContext.Current.CancellationToken);
        handelse.Outcome.ShouldBe(AuditOutcome.Refused);
        handelse.ObjektId.ShouldBe(konto.Id);
        handelse.Why.ShouldBe("LOSEN-SVAGT");
    }

    [Fact]
    public async Task Login_WithAHashOfFewerRounds_HashesAnewWithTheRoundsOfToday()
    {
        await using var databas = await Testdatabas.SkapaAsync();
        var fore = await HashAsync(databas);
        var starkare = new Inloggningsmiljo(databas, Testdatabaser.Iterationer * 2);

        (await starkare.LoggaInAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();

        var efter = await HashAsync(databas);
        efter.ShouldNotBe(fore);
        (await starkare.LoggaInAsync(Anna, Ratt)).IsAccepted.ShouldBeTrue();
        (await HashAsync(databas)).ShouldBe(efter, "strong enough already");
    }

    private static async Task<string> HashAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        return (await db.Konton.SingleAsync(k => k.UserName == Anna)).PasswordHash!;
    }
}
