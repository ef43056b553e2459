using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Fyraogon;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>Some outcomes take hold only when a second handläggare has agreed (ADR 0053).</summary>
public sealed class FyraogonTests
{
    private static readonly Fyraogoninstallning Alla = new(100, 0);
    private static readonly Utfallsuppgift Krav = new(Utfallsval.EnligtUppskattningen, Horandesvar.Synpunkter, "Frånvaron är styrkt.");

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [InlineData(0, 0, 99_999, 0, false, Kontrollurval.Inget)]
    [InlineData(0, 5_000, 4_999, 0, false, Kontrollurval.Inget)]
    [InlineData(0, 5_000, 5_000, 99, false, Kontrollurval.Belopp)]
    [InlineData(100, 5_000, 5_000, 0, false, Kontrollurval.Belopp)]
    [InlineData(5, 0, 99_999, 4, false, Kontrollurval.Slump)]
    [InlineData(5, 0, 99_999, 5, false, Kontrollurval.Inget)]
    [InlineData(100, 0, 0, 99, false, Kontrollurval.Slump)]
    [InlineData(0, 0, 0, 99, true, Kontrollurval.Omprovning)]
    public void Urval_IsByAmount_ThenByTheLot_AndAlwaysOfWhatWasSentBack(int andel, int belopp, int risk, int lott, bool aterlamnad, Kontrollurval urval) =>
        Fyraogonregel.Urval(new(andel, belopp), risk, lott, aterlamnad).ShouldBe(urval);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(101, 0)]
    [InlineData(0, -1)]
    public void Setting_OutOfRange_IsRefused(int andel, int belopp) =>
        Should.Throw<InvalidOperationException>(() => new Fyraogoninstallning(andel, belopp).Kontrollerad()).Message.ShouldContain("Fyraogon:");

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Drawn_WaitsForAColleague_AndThenTakesHoldAsDecided(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);

        (await BeslutaAsync(varld, arende))!.Value.VantarKontroll.ShouldBeTrue();

        var vantar = await LasAsync(varld, arende);
        (vantar.UtfallBeslutat, vantar.KontrollVantar, vantar.KontrollAvserKontoId, vantar.Beslut.Any(b => b.Slag == Skolkbeslutsslag.Utfall)).ShouldBe((null, varld.Klocka.UtcNu(), varld.Greta.Id, false));
        vantar.Kontroller.ShouldHaveSingleItem().Urval.ShouldBe(Kontrollurval.Slump);
        (await varld.SomAsync(varld.Greta, a => a.Brev.KoAsync(Beslutsbrevflik.Nya, 1, default))).Antal[Beslutsbrevflik.Nya].ShouldBe(0, "no letter goes");
        (await varld.SomAsync(varld.Greta, a => a.Service.AvslutaAsync(arende.Id, vantar.Version, default)))!.Refusals[0].Code.ShouldBe("ARENDE-FYRAOGONVANTAR");
        (await varld.SomAsync(varld.Greta, a => a.Service.InstamAsync(arende.Id, vantar.Version, default)))!.Refusals[0].ShouldBe(new FyraogonEget());
        (await FlikAsync(varld, varld.Greta)).ShouldBeEmpty();
        (await FlikAsync(varld, varld.Gustav)).ShouldHaveSingleItem().VantarKontroll.ShouldBeTrue();

        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, vantar.Version, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, vantar.Version, default)))!.Refusals[0].ShouldBe(new FyraogonInget());

        var klart = await LasAsync(varld, arende);
        (klart.UtfallBeslutat, klart.KontrollVantar, klart.Kontroller[0].KontrolleratAvKontoId).ShouldBe((varld.Klocka.UtcNu(), null, varld.Gustav.Id));
        var beslut = klart.Beslut.Single(b => b.Slag == Skolkbeslutsslag.Utfall);
        (beslut.KontoId, beslut.Motivering, beslut.FelUtbetalt).ShouldBe((varld.Greta.Id, "Frånvaron är styrkt.", klart.Kontroller[0].FelUtbetalt));
        (await varld.SomAsync(varld.Greta, a => a.Service.AvslutaAsync(arende.Id, klart.Version, default)))!.IsAccepted.ShouldBeTrue();
        (await ActsAsync(varld)).ShouldBe([Acts.CaseOutcomeToCheck, Acts.CaseOutcomeAgreed, Acts.CaseClosed]);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task SentBack_IsDecidedAnew_AndCheckedAgain_WhateverTheSetting(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        var version = (await LasAsync(varld, arende)).Version;

        (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.Motivering, "Se 20090412-9830.", default)))!.Refusals[0].ShouldBe(new FyraogonMedPersonnummer());
        (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.Motivering, new string('x', 501), default)))!.Refusals[0].ShouldBe(new FyraogonForLangt());
        (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.Annat, " ", default)))!.Refusals[0].ShouldBe(new FyraogonUtanOrd());
        (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.Motivering, " Skriv enklare. ", default)))!.IsAccepted.ShouldBeTrue();

        var tillbaka = await LasAsync(varld, arende);
        (tillbaka.Status, tillbaka.KontrollVantar, tillbaka.KontrollAterlamnad is null, tillbaka.Lott is null).ShouldBe((Arendestatus.Godkant, null, false, false));
        (tillbaka.Kontroller[0].Returorsak, tillbaka.Kontroller[0].Ord).ShouldBe((Returorsak.Motivering, "Skriv enklare."));
        varld.Fyraogon = new(0, 0);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(5));
        (await BeslutaAsync(varld, arende))!.Value.VantarKontroll.ShouldBeTrue();
        var igen = await LasAsync(varld, arende);
        igen.Kontroller.OrderBy(k => k.Id).Select(k => k.Urval).ShouldBe([Kontrollurval.Slump, Kontrollurval.Omprovning]);
        (igen.Lott, igen.KontrollAterlamnad).ShouldBe((tillbaka.Lott, null));
        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, igen.Version, default)))!.IsAccepted.ShouldBeTrue();

        var manader = await varld.SomAsync(varld.Stig, a => a.Kvalitet.ManaderAsync(default));
        manader.Count.ShouldBe(12);
        var nu = manader[^1];
        (nu.Beslut, nu.Slump, nu.Belopp, nu.Omprovade, nu.Vantar, nu.Instamda, nu.Aterlamnade, nu.AndelAterlamnade).ShouldBe((2, 1, 0, 1, 0, 1, 1, 100));
        nu.Orsaker[Returorsak.Motivering].ShouldBe(1);
        manader.SkipLast(1).ShouldAllBe(m => m.Beslut == 0 && m.AndelAterlamnade == null);
        BeslutskvalitetQuery.Summa(manader).Beslut.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task TwoColleagues_AtOnce_OneHolds(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        var version = (await LasAsync(varld, arende)).Version;

        var svar = await Task.WhenAll(
            Task.Run(() => varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, version, default))),
            Task.Run(() => varld.SomAsync(varld.Stig, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.FelUtfall, null, default))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        var klart = await LasAsync(varld, arende);
        (klart.UtfallBeslutat is not null).ShouldBe(svar[0]!.IsAccepted);
        klart.Kontroller.ShouldHaveSingleItem().KontrolleratAvKontoId.ShouldBe(svar[0]!.IsAccepted ? varld.Gustav.Id : varld.Stig.Id);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task NotDrawn_TakesHoldAtOnce_AndIsCounted(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await HordAsync(varld);

        (await BeslutaAsync(varld, arende))!.Value.VantarKontroll.ShouldBeFalse();

        (await LasAsync(varld, arende)).UtfallBeslutat.ShouldNotBeNull();
        var nu = (await varld.SomAsync(varld.Greta, a => a.Kvalitet.ManaderAsync(default)))[^1];
        (nu.Beslut, nu.Slump, nu.Instamda, nu.Vantar, nu.AndelAterlamnade).ShouldBe((1, 0, 0, 0, null));
    }

    [Fact]
    public async Task MoreUnderlag_WhileItWaits_LetsTheOutcomeFall_AndItIsNotCounted()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = new(0, 1);
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        (await LasAsync(varld, arende)).Kontroller[0].Urval.ShouldBe(Kontrollurval.Belopp);
        (await varld.SomAsync(varld.Greta, a => a.Kvalitet.ManaderAsync(default)))[^1].Vantar.ShouldBe(1);
        await using (var db = varld.Databas.Alla())
        {
            (await db.Nationellt<Arende>().Include(a => a.Beslut).Include(a => a.Kompletteringar).SingleAsync(a => a.Id == arende.Id)).TaEmotUnderlag(varld.Klocka.UtcNu());
            await db.SaveChangesAsync();
        }

        var fallet = await LasAsync(varld, arende);

        (fallet.Status, fallet.KontrollVantar, fallet.VantandeKontroll).ShouldBe((Arendestatus.Granskas, null, null));
        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, fallet.Version, default)))!.Refusals[0].ShouldBe(new FyraogonInget());
        (await varld.SomAsync(varld.Greta, a => a.Kvalitet.ManaderAsync(default)))[^1].Beslut.ShouldBe(0);
    }

    /// <summary>Greta was cleared when she decided.</summary>
    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task ProtectedStudents_IsCheckedByTheClearedAlone_InTheirLane(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        await varld.GranskarAsync(varld.Greta, varld.Gustav, varld.Stig);
        var arende = await varld.ArendeAsync(Arendestatus.Godkant, varld.Greta, Personskydd.Skyddad);
        var version = await AndraAsync(varld, arende, a => a.BeslutaUtfall(varld.Greta.Id, new Avrakning(new Uppskattning([]), []), Krav, Alla, varld.Klocka.UtcNu()));

        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, version, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.FelUtfall, null, default))).ShouldBeNull();
        (await FlikAsync(varld, varld.Gustav)).ShouldBeEmpty();
        (await varld.SomAsync(varld.Gustav, a => a.Ko.SidaAsync(Fraga with { Lane = Personskydd.Skyddad }, default))).Rader.ShouldBeEmpty();
        (await FlikAsync(varld, varld.Stig)).ShouldBeEmpty();
        var lane = await varld.SomAsync(varld.Stig, a => a.Ko.SidaAsync(Fraga with { Lane = Personskydd.Skyddad }, default));
        (lane.Rader.ShouldHaveSingleItem().ArendeId, lane.Flikantal[Koflik.FyraOgon]).ShouldBe((arende.Id, 1));

        var svar = await varld.SomAsync(varld.Stig, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.FelUtfall, null, default));

        svar!.IsAccepted.ShouldBeTrue();
    }

    /// <summary>Who alone may see the case decides alone: otherwise nothing would ever be decided.</summary>
    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task NobodyElseWhoCouldCheck_NothingIsDrawn(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Fyraogon = Alla;
        await varld.GranskarAsync(varld.Greta);
        var arende = await HordAsync(varld, granskar: false);

        (await BeslutaAsync(varld, arende))!.Value.VantarKontroll.ShouldBeFalse();

        (await LasAsync(varld, arende)).Kontroller.ShouldHaveSingleItem().Urval.ShouldBe(Kontrollurval.Inget);
    }

    [Fact]
    public async Task WhoDecided_MayWithdraw_AndNobodyElse_AndTheLotIsKept()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        var vantar = await LasAsync(varld, arende);

        (await varld.SomAsync(varld.Gustav, a => a.Service.AterkallaUtfalletAsync(arende.Id, vantar.Version, default)))!.Refusals[0].ShouldBe(new FyraogonAnnans());
        (await varld.SomAsync(varld.Greta, a => a.Service.AterkallaUtfalletAsync(arende.Id, vantar.Version, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Greta, a => a.Service.AterkallaUtfalletAsync(arende.Id, vantar.Version, default)))!.Refusals[0].ShouldBe(new FyraogonInget());

        var atertaget = await LasAsync(varld, arende);
        (atertaget.Status, atertaget.KontrollVantar, atertaget.UtfallBeslutat, atertaget.Lott).ShouldBe((Arendestatus.Godkant, null, null, vantar.Lott));
        (await varld.SomAsync(varld.Greta, a => a.Kvalitet.ManaderAsync(default)))[^1].Beslut.ShouldBe(0);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(1));
        (await BeslutaAsync(varld, arende))!.Value.VantarKontroll.ShouldBeTrue();
        (await LasAsync(varld, arende)).Kontroller.MaxBy(k => k.Id)!.Urval.ShouldBe(Kontrollurval.Slump);
    }

    [Fact]
    public async Task HandedOver_WhileItWaits_TheNewHandlaggareMayCheck_AndTheOldMayNot()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        var version = (await LasAsync(varld, arende)).Version;
        (await varld.SomAsync(varld.Greta, a => a.Service.LamnaOverAsync(arende.Id, version, varld.Gustav.Id, null, default)))!.IsAccepted.ShouldBeTrue();
        var over = await LasAsync(varld, arende);

        (await varld.SomAsync(varld.Greta, a => a.Service.InstamAsync(arende.Id, over.Version, default)))!.Refusals[0].ShouldBe(new FyraogonEget());
        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, over.Version, default)))!.IsAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task SentBack_ToSomebodyWhoReviewsNoMore_GoesToWhoSentIt_AndIsMailedOtherwise()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = Alla;
        var (kvar, borta) = (await HordAsync(varld), await HordAsync(varld, granskar: false));
        await BeslutaAsync(varld, kvar);
        await BeslutaAsync(varld, borta);
        await AterlamnaAsync(kvar);
        await using (var db = varld.Databas.Alla())
        {
            (await db.UtgaendeMejl.CountAsync(m => m.Amne.Contains("lämnats tillbaka"))).ShouldBe(1);
            await db.SkrivAsync(() => db.Behorigheter.Where(b => b.KontoId == varld.Greta.Id).ExecuteDeleteAsync());
        }

        await AterlamnaAsync(borta);

        (await LasAsync(varld, kvar)).HandlaggareKontoId.ShouldBe(varld.Greta.Id);
        (await LasAsync(varld, borta)).HandlaggareKontoId.ShouldBe(varld.Gustav.Id);

        async Task AterlamnaAsync(Arende arende)
        {
            var version = (await LasAsync(varld, arende)).Version;
            (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.FelUtfall, null, default)))!.IsAccepted.ShouldBeTrue();
        }
    }

    /// <summary>The student's studieperiod is changed, which the case does not notice by itself.</summary>
    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task EstimateChanged_CannotBeAgreedTo_AndWhatIsSentBackForItIsNotCounted(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        await using (var db = varld.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Studieperiod>().ExecuteUpdateAsync(p => p.SetProperty(x => x.ForstaDag, new DateOnly(2025, 8, 18)).SetProperty(x => x.SistaDag, new DateOnly(2026, 6, 5))));
        }

        var version = (await LasAsync(varld, arende)).Version;
        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, version, default)))!.Refusals[0].ShouldBe(new FyraogonAndrat());
        (await varld.SomAsync(varld.Gustav, a => a.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.FelBelopp, null, default)))!.IsAccepted.ShouldBeTrue();

        (await LasAsync(varld, arende)).Kontroller[0].Returorsak.ShouldBe(Returorsak.Inaktuell);
        var nu = (await varld.SomAsync(varld.Greta, a => a.Kvalitet.ManaderAsync(default)))[^1];
        (nu.Beslut, nu.Aterlamnade, nu.AndelAterlamnade).ShouldBe((0, 0, null));
    }

    /// <summary>Its first saving collides, and meanwhile the estimate has changed: the reason is judged by what stands at the second.</summary>
    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task SentBack_WhereTheSavingCollides_IsJudgedAnewByWhatStandsThen(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        var version = (await LasAsync(varld, arende)).Version;
        var forsok = 0;
        await using var db = varld.Databas.Alla();
        db.SavingChanges += (_, _) =>
        {
            if (++forsok > 1)
                return;
            // Beside the case, so that its version stands, and past the gate, which this saving holds.
            using var annan = varld.Databas.Alla();
            annan.Database.ExecuteSql($"UPDATE Studieperioder SET ForstaDag = '2025-08-18', SistaDag = '2026-06-05'").ShouldBeGreaterThan(0);
            throw new DbUpdateConcurrencyException("Another saved in the same moment.");
        };
        var gustav = new Arbete(db, varld.Databas.NyDb, varld.Anvandare(varld.Gustav), varld.Klocka, varld.Fyraogon);

        (await gustav.Service.LamnaTillbakaUtfalletAsync(arende.Id, version, Returorsak.FelBelopp, null, default))!.IsAccepted.ShouldBeTrue();

        forsok.ShouldBe(2);
        (await LasAsync(varld, arende)).Kontroller.ShouldHaveSingleItem().Returorsak.ShouldBe(Returorsak.Inaktuell);
        await using var efter = varld.Databas.Alla();
        (await efter.AuditEvents.SingleAsync(e => e.Act == Acts.CaseOutcomeSentBack)).Changes.ShouldBe("Orsak: Uppskattningen har ändrats");
        (await efter.UtgaendeMejl.CountAsync(m => m.Amne.Contains("lämnats tillbaka"))).ShouldBe(1);
    }

    /// <summary>The school's own context knows nothing of checks.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReportChangedOrWithdrawn_WhileItWaits_LetsTheOutcomeFall(bool andrad)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        await using (var db = varld.Databas.For(varld.Skola.Id))
        {
            var skolans = await db.Arenden.Include(a => a.Skolkrapport).Include(a => a.Beslut).Include(a => a.Kompletteringar).SingleAsync(a => a.Id == arende.Id);
            if (andrad)
                skolans.AndraRapport(varld.Klocka.UtcNu(), baraSistaDag: true);
            else
                skolans.Aterta(varld.Klocka.UtcNu());
            await db.SaveChangesAsync();
        }

        var fallet = await LasAsync(varld, arende);

        (fallet.KontrollVantar, fallet.KontrollAvserKontoId, fallet.Beslut.Any(b => b.Slag == Skolkbeslutsslag.Utfall)).ShouldBe((null, null, false));
        (await FlikAsync(varld, varld.Gustav)).ShouldBeEmpty();
        (await varld.SomAsync(varld.Gustav, a => a.Service.InstamAsync(arende.Id, fallet.Version, default)))!.IsAccepted.ShouldBeFalse();
    }

    [Fact]
    public async Task WhileItWaits_TheCaseIsNeitherClosedAskedAboutNorDecided_ByRuleAndByVerb()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        await BeslutaAsync(varld, arende);
        await using var db = varld.Databas.Alla();
        var vantar = await db.Nationellt<Arende>().Include(a => a.Beslut).Include(a => a.Kontroller).Include(a => a.Kompletteringar).SingleAsync(a => a.Id == arende.Id);
        var (greta, nu, avrakning) = (varld.Greta.Id, varld.Klocka.UtcNu(), new Avrakning(new Uppskattning([]), []));

        foreach (var atgard in new[] { Arendeatgard.Avsluta, Arendeatgard.Kommunicera, Arendeatgard.BeslutaUtfall })
            Arenderegel.Hinder(atgard, vantar, greta, null).ShouldBe(new FyraogonVantar(vantar.KontrollVantar));
        Arenderegel.Hinder(Arendeatgard.LamnaOver, vantar, greta, null).ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => vantar.Avsluta(greta, nu));
        Should.Throw<InvalidOperationException>(() => vantar.Kommunicera(greta, avrakning, [], nu));
        Should.Throw<InvalidOperationException>(() => vantar.BeslutaUtfall(greta, avrakning, Krav, Alla, nu));
        Should.Throw<InvalidOperationException>(() => vantar.InstamIUtfallet(greta, avrakning, nu));
        Should.Throw<InvalidOperationException>(() => vantar.AterkallaUtfallet(varld.Gustav.Id));
    }

    /// <summary>The question was posted today: its mark can be taken back, but not when an outcome stands by it.</summary>
    [Fact]
    public async Task WhileItWaits_TheQuestionsPostingCannotBeUndone_AndTheListDoesNotOfferIt()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        varld.Fyraogon = Alla;
        var arende = await HordAsync(varld);
        var fraga = arende.Beslut.Single(b => b.Slag == Skolkbeslutsslag.Kommunicering);
        (await AngerbaraAsync()).ShouldNotBeEmpty();

        await BeslutaAsync(varld, arende);

        (await AngerbaraAsync()).ShouldBeEmpty();
        (await varld.SomAsync(varld.Greta, a => a.Brev.AngraUtskriftAsync(fraga.Utskriftsnyckel!, default))).ShouldBe(0);

        async Task<IReadOnlyList<Beslutsutskrift>> AngerbaraAsync() => (await varld.SomAsync(varld.Greta, a => a.Brev.KoAsync(Beslutsbrevflik.Skickade, 1, default))).Utskrifter;
    }

    private static Kofraga Fraga => new(Koflik.FyraOgon, Kosortering.Inkommet, Koriktning.Stigande, 1);

    private static async Task<IReadOnlyList<Korad>> FlikAsync(Granskningsvarld varld, Konto konto)
    {
        var sida = await varld.SomAsync(konto, a => a.Ko.SidaAsync(Fraga, default));
        sida.Flikantal[Koflik.FyraOgon].ShouldBe(sida.Antal);
        return sida.Rader;
    }

    /// <summary>Approved by Greta, and the student asked by a letter that is posted.</summary>
    private static async Task<Arende> HordAsync(Granskningsvarld varld, bool granskar = true)
    {
        if (granskar)
            await varld.GranskarAsync(varld.Greta, varld.Gustav, varld.Stig);
        var arende = await varld.ArendeAsync(Arendestatus.Godkant);
        (await varld.SomAsync(varld.Greta, a => a.Service.KommuniceraAsync(arende.Id, arende.Version, [], default)))!.IsAccepted.ShouldBeTrue();
        await varld.SomAsync(varld.Greta, a => a.Brev.SkrivUtNyaAsync(false, default));
        var ids = (await LasAsync(varld, arende)).Beslut.Select(b => b.Id).ToList();
        (await varld.SomAsync(varld.Greta, a => a.Brev.MarkeraSkickadeAsync(ids, default))).ShouldBe(ids.Count);
        return await LasAsync(varld, arende);
    }

    private static async Task<Result<Arendeutfall>?> BeslutaAsync(Granskningsvarld varld, Arende arende)
    {
        var version = (await LasAsync(varld, arende)).Version;
        return await varld.SomAsync(varld.Greta, a => a.Service.BeslutaUtfallAsync(arende.Id, version, Krav, default));
    }

    private static async Task<Arende> LasAsync(Granskningsvarld varld, Arende arende)
    {
        await using var db = varld.Databas.Alla();
        return await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Beslut).Include(a => a.Kontroller).SingleAsync(a => a.Id == arende.Id);
    }

    /// <returns>The version after.</returns>
    private static async Task<int> AndraAsync(Granskningsvarld varld, Arende arende, Action<Arende> gor)
    {
        await using var db = varld.Databas.Alla();
        var lagrat = await db.Nationellt<Arende>().Include(a => a.Skolkrapport).Include(a => a.Beslut).Include(a => a.Kontroller).SingleAsync(a => a.Id == arende.Id);
        gor(lagrat);
        await db.SaveChangesAsync();
        return lagrat.Version;
    }

    private static async Task<List<string>> ActsAsync(Granskningsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.AuditEvents.Where(e => e.Outcome == AuditOutcome.Accepted && (e.Act == Acts.CaseClosed || e.Act.StartsWith("case.outcome"))).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync();
    }
}
