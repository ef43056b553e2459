using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>One-time codes for a forgotten password (domain.md section 3), on every configured database.</summary>
public sealed class EngangskodTests
{
    private const string Anna = "annlin01";
    private const string Okand = "finns-inte";
    private const string Nytt = "Tre gula kajor på ett räcke";

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    public static IEnumerable<object[]> ProvidersOchNamn =>
        from provider in Testdatabaser.Providers()
        from namn in new[] { Anna, Okand, new string('x', 100_000) }
        select new[] { provider[0], namn };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers))]
    public async Task RightCode_LeadsToANewPassword_OnceOnly_AndThePersonIsTold(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var nyckel = (await miljo.BegarKodAsync(" AnnLin01 ")).ShouldNotBeNull();
        var kod = await miljo.SenasteKodAsync();

        var biljett = (await miljo.AngeKodAsync(nyckel, kod.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))).Value;
        (await miljo.AngeKodAsync(nyckel, kod)).Refusals[0].ShouldBe(new EngangskodenGallerInte(10, 3));
        (await miljo.BytAsync(biljett, Nytt)).IsAccepted.ShouldBeTrue();

        (await miljo.ForsokAsync(Anna, Nytt)).IsAccepted.ShouldBeTrue();
        (await miljo.BytAsync(biljett, Nytt + " 2")).Refusals[0].ShouldBe(new BytetForGammalt());
        await using var db = databas.Alla();
        var mejl = await db.UtgaendeMejl.OrderBy(m => m.Id).ToListAsync(Ct);
        mejl.Select(m => m.Amne).ShouldBe([EngangskodService.Mejlamne, "Ditt lösenord till Mina tjänster är bytt"]);
        mejl.ShouldAllBe(m => m.Till.StartsWith("anna.lind@", StringComparison.Ordinal));
        var anna = await db.Konton.SingleAsync(k => k.UserName == Anna, Ct);
        mejl.ShouldAllBe(m => m.KontoId == anna.Id);
        mejl[0].Text.ShouldBe("");
        (await db.Engangskoder.SingleAsync(Ct)).Kodhash.ShouldNotContain(kod);
        (await db.AuditEvents.Where(e => e.Act.StartsWith("account.") && e.Outcome == AuditOutcome.Accepted).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync(Ct))
            .ShouldBe([Acts.CodeRequested, Acts.CodeEntered, Acts.PasswordChanged]);
    }

    [Theory, MemberData(nameof(ProvidersOchNamn))]
    public async Task StormOfGuesses_VerifiesAtMostThree_KnownNameOrNot(Databasprovider provider, string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var nyckel = (await miljo.BegarKodAsync(namn)).ShouldNotBeNull();

        var svar = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(() => miljo.AngeKodAsync(nyckel, $"fel{i:00000}"))));

        miljo.Hasher.Verifieringar.ShouldBe(3);
        svar.Count(s => s.Refusals[0] is FelEngangskod).ShouldBeLessThanOrEqualTo(2);
        svar.Count(s => s.Refusals[0] is EngangskodenGallerInte).ShouldBeGreaterThanOrEqualTo(298);
        if (namn == Anna)
        {
            (await miljo.AngeKodAsync(nyckel, await miljo.SenasteKodAsync())).IsAccepted.ShouldBeFalse("three wrong entries void it");
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task StormWithTheRightCode_GivesOnePermission(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var nyckel = (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();
        var kod = await miljo.SenasteKodAsync();

        var svar = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => miljo.AngeKodAsync(nyckel, kod))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        miljo.Hasher.Verifieringar.ShouldBeLessThanOrEqualTo(3);
    }

    [Theory, MemberData(nameof(ProvidersOchNamn))]
    public async Task StormOfRequests_GivesThreeCodesAnHourAndEightADay_KnownNameOrNot(Databasprovider provider, string namn)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);

        var given = new List<int>();
        for (var timme = 0; timme < 4; timme++)
        {
            var svar = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => miljo.BegarKodAsync(namn))));
            given.Add(svar.Count(s => s is not null));
            miljo.Klocka.Flytta(TimeSpan.FromHours(1));
        }

        given.ShouldBe([3, 3, 2, 0]);
        await using (var db = databas.Alla())
        {
            (await db.UtgaendeMejl.CountAsync(Ct)).ShouldBe(8);
            (await db.Engangskoder.CountAsync(k => k.Status == Kodstatus.Utgiven, Ct)).ShouldBe(1, "only the newest is alive");
        }

        miljo.Klocka.Flytta(TimeSpan.FromHours(20));
        (await miljo.BegarKodAsync(namn)).ShouldNotBeNull("a day after the first three");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NewCode_VoidsTheEarlierOne(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var forsta = (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();
        var forstaKod = await miljo.SenasteKodAsync();
        var andra = (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();

        (await miljo.AngeKodAsync(forsta, forstaKod)).Refusals[0].ShouldBe(new EngangskodenGallerInte(10, 3));
        (await miljo.AngeKodAsync(andra, await miljo.SenasteKodAsync())).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Code_HoldsForTenMinutes(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var ena = (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();
        var annas = await miljo.SenasteKodAsync();
        var andra = (await miljo.BegarKodAsync("bjosve01")).ShouldNotBeNull();
        var bjorns = await miljo.SenasteKodAsync();

        miljo.Klocka.Flytta(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await miljo.AngeKodAsync(ena, annas)).IsAccepted.ShouldBeTrue();
        miljo.Klocka.Flytta(TimeSpan.FromSeconds(1));
        (await miljo.AngeKodAsync(andra, bjorns)).Refusals[0].ShouldBe(new EngangskodenGallerInte(10, 3));
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task AnotherBrowser_CannotUseTheCode(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var bjorns = (await miljo.BegarKodAsync("bjosve01")).ShouldNotBeNull();
        (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();
        var annas = await miljo.SenasteKodAsync();

        (await miljo.AngeKodAsync(bjorns, annas)).Refusals[0].ShouldBe(new FelEngangskod());
        (await miljo.AngeKodAsync(Hemlighet.Ny(), annas)).Refusals[0].ShouldBe(new EngangskodenGallerInte(10, 3));
    }

    /// <summary>Rows of each kind, so that what is written differs in nothing but where the mail leads.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task NameThatGetsNoCode_WritesTheSameRows_AndNoMailGoes(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await using (var db = databas.Alla())
        {
            db.Add(new Konto("utanlos01", "Utan Lösenord", "utan@skolan.example", null));
            db.Add(new Konto("utanbeh01", "Utan Behörighet", "utan2@skolan.example", null));
            db.Add(new Konto("avsluta01", "Avslutad Person", "utan3@skolan.example", null));
            await db.SaveChangesAsync(Ct);
            var skola = await db.Skolor.FirstAsync(Ct);
            var utanLosenord = await db.Konton.SingleAsync(k => k.UserName == "utanlos01", Ct);
            var utanBehorighet = await db.Konton.SingleAsync(k => k.UserName == "utanbeh01", Ct);
            utanBehorighet.BytLosenord("hash");
            db.Add(new Behorighet(utanLosenord.Id, skola.Id, Behorighetsslag.Studeranderapportering));
            db.Add(new Behorighet(utanBehorighet.Id, skola.Id, Behorighetsslag.Studeranderapportering, new DateOnly(2026, 11, 21)));
            var avslutad = await db.Konton.SingleAsync(k => k.UserName == "avsluta01", Ct);
            avslutad.BytLosenord("hash");
            var avslutads = new Behorighet(avslutad.Id, skola.Id, Behorighetsslag.Studeranderapportering);
            db.Add(avslutads);
            db.Entry(avslutads).Property(b => b.Avslutad).CurrentValue = miljo.Klocka.GetUtcNow().UtcDateTime;
            await db.SaveChangesAsync(Ct);
        }

        var vantat = await RaknaAsync(databas, () => miljo.BegarKodAsync(Anna));
        foreach (var namn in new[] { Okand, "utanlos01", "utanbeh01", "avsluta01", "ａｎｎｌｉｎ01" })
        {
            (await RaknaAsync(databas, () => miljo.BegarKodAsync(namn))).ShouldBe(vantat, namn);
        }

        await using var efter = databas.Alla();
        var mejl = await efter.UtgaendeMejl.OrderBy(m => m.Id).ToListAsync(Ct);
        mejl.Select(m => m.Status).ShouldBe([Mejlstatus.Vantar, Mejlstatus.Attrapp, Mejlstatus.Attrapp, Mejlstatus.Attrapp, Mejlstatus.Attrapp, Mejlstatus.Attrapp]);
        mejl.Select(m => m.SkyddadText!.Length).Distinct().Count().ShouldBe(1);
        (await efter.Engangskoder.CountAsync(k => k.KontoId == null, Ct)).ShouldBe(5);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task ExpiredOneTimePassword_MayUseTheForgottenWay(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        miljo.Klocka.Flytta(TimeSpan.FromDays(15));
        var nyckel = (await miljo.BegarKodAsync("nyanst01")).ShouldNotBeNull();

        var biljett = (await miljo.AngeKodAsync(nyckel, await miljo.SenasteKodAsync())).Value;
        (await miljo.BytAsync(biljett, Nytt)).IsAccepted.ShouldBeTrue();

        (await miljo.ForsokAsync("nyanst01", Nytt)).Value.Losenordsstatus.ShouldBe(Losenordsstatus.Eget);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task NewPassword_DoesNotLiftALock(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        await miljo.MisslyckasAsync(Anna, 3);
        var nyckel = (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();
        (await miljo.BytAsync((await miljo.AngeKodAsync(nyckel, await miljo.SenasteKodAsync())).Value, Nytt)).IsAccepted.ShouldBeTrue();

        (await miljo.ForsokAsync(Anna, Nytt)).Refusals[0].ShouldBe(new KontotLast(30));
        miljo.Klocka.Flytta(TimeSpan.FromMinutes(30));
        (await miljo.ForsokAsync(Anna, Nytt)).IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PasswordChangedMeanwhile_VoidsTheCode(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var miljo = new Inloggningsmiljo(databas);
        var nyckel = (await miljo.BegarKodAsync(Anna)).ShouldNotBeNull();
        var kod = await miljo.SenasteKodAsync();
        var konto = (await miljo.ForsokAsync(Anna, "Demo-losen-2026")).Value;
        (await miljo.BytAsync(LosenordService.Biljett(konto), Nytt)).IsAccepted.ShouldBeTrue();

        (await miljo.AngeKodAsync(nyckel, kod)).Refusals[0].ShouldBe(new EngangskodenGallerInte(10, 3));
    }

    private static async Task<(int Koder, int Sparrar, int Mejl, int Handelser)> RaknaAsync(Testdatabas databas, Func<Task> gor)
    {
        var fore = await AntalAsync(databas);
        await gor();
        var efter = await AntalAsync(databas);
        return (efter.Koder - fore.Koder, efter.Sparrar - fore.Sparrar, efter.Mejl - fore.Mejl, efter.Handelser - fore.Handelser);
    }

    private static async Task<(int Koder, int Sparrar, int Mejl, int Handelser)> AntalAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        return (await db.Engangskoder.CountAsync(Ct), await db.Kodsparrar.CountAsync(Ct), await db.UtgaendeMejl.CountAsync(Ct), await db.AuditEvents.CountAsync(Ct));
    }
}
