using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Rapporter;

public sealed class StudietidServiceTests
{
    private static readonly Studietidsuppgift Host = Dagar("2026-08-17", "2026-12-18", ("2026-10-26", "2026-10-30"));

    private static readonly Studietidsuppgift Var = Dagar("2027-01-11", "2027-06-11");

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ManyWhoBeginAtOnce_FindTheSameReport(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => varld.SkolanAsync(t => t.Studietider.BorjaAsync(Lasaret, default)))));

        svar.Select(s => s.Value.Id).Distinct().ShouldHaveSingleItem();
        (await varld.RapporterAsync()).ShouldHaveSingleItem().Status.ShouldBe(Rapportstatus.Utkast);
        (await varld.AuditAsync(Acts.StudyTimesBegun)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Accepted);
    }

    [Theory]
    [InlineData(2024)]
    [InlineData(2029)]
    public async Task Lasar_TooFarAway_IsRefused_AndLogged(int startar)
    {
        await using var varld = await SkapaAsync();

        var svar = await varld.SkolanAsync(t => t.Studietider.BorjaAsync(new(startar), default));

        svar.Refusals.ShouldHaveSingleItem().ShouldBe(new LasaretRapporterasInte(new(startar)));
        (await varld.AuditAsync(Acts.StudyTimesBegun)).ShouldHaveSingleItem().Why.ShouldBe("ST-LASARSLUT");
        (await varld.RapporterAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task New_IsProposed_AndNotedWithoutAName(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);

        var ny = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        await varld.LaggTillAsync(Lasaret, null, Host);   // the whole school is another series

        var lagrad = await varld.StudietidAsync(ny.Id);
        (lagrad.Status, lagrad.Atgard, lagrad.UtbildningId, lagrad.ErsatterId).ShouldBe((Studietidsstatus.Forslag, Studietidsatgard.Ny, varld.Ekonomi, null));
        Studietidsskillnad.Lika(lagrad.Uppgift, Host).ShouldBeTrue();
        (await varld.RapporterAsync()).ShouldHaveSingleItem().Id.ShouldBe(lagrad.StudietidsrapportId);
        var handelse = (await varld.AuditAsync(Acts.StudyTimeAdded))[0];
        (handelse.ObjektId, handelse.SkolaId, handelse.Changes).ShouldBe((lagrad.StudietidsrapportId, varld.SkolaId, "Ekonomiprogrammet: 2026-08-17 – 2026-12-18"));
    }

    [Theory]
    [InlineData("2026-08-01", "2026-08-17", "ST-KROCK")]
    [InlineData("2026-08-01", "2027-07-02", "ST-LASAR")]
    public async Task WhatTheRuleRefuses_IsNotSaved_AndLogged(string forsta, string sista, string kod)
    {
        await using var varld = await SkapaAsync();
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);

        var svar = await varld.SkolanAsync(t => t.Studietider.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar(forsta, sista), default));

        svar!.Refusals.ShouldHaveSingleItem().Code.ShouldBe(kod);
        (await varld.StudietiderAsync()).Count.ShouldBe(1);
        (await varld.AuditAsync(Acts.StudyTimeAdded))[^1].ShouldSatisfyAllConditions(e => e.Outcome.ShouldBe(AuditOutcome.Refused), e => e.Why.ShouldBe(kod));
    }

    [Fact]
    public async Task Education_ThatIsNotOffered_IsRefused()
    {
        await using var varld = await SkapaAsync();
        var slutar = await varld.UtbildningAsync("Teknikprogrammet", "TETEK0000", till: 2025);
        var arkiverad = await varld.UtbildningAsync("Barn- och fritidsprogrammet", "BFPED0000");
        await varld.ArkiveraAsync(arkiverad);

        (await varld.SkolanAsync(t => t.Studietider.LaggTillAsync(Lasaret, slutar, Host, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-UTBILDNINGSLASAR");
        (await varld.SkolanAsync(t => t.Studietider.LaggTillAsync(Lasaret, arkiverad, Host, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-ARKIVERAD");
        (await varld.RapporterAsync()).ShouldBeEmpty("what is refused begins no report");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnotherSchools_DoesNotExist(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var ny = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);

        (await varld.VikenAsync(t => t.Studietider.LaggTillAsync(Lasaret, varld.Ekonomi, Var, default))).ShouldBeNull();
        (await varld.VikenAsync(t => t.Studietider.AndraAsync(ny.Id, Var, 0, true, default))).ShouldBeNull();
        (await varld.VikenAsync(t => t.Studietider.TaBortAsync(ny.Id, 0, true, default))).ShouldBeNull();
        (await varld.VikenAsync(t => t.Studietider.BedomAsync(Lasaret, varld.Ekonomi, Var, null, default))).ShouldBeNull();
        (await varld.VikenAsync(t => t.Fraga.BerordaAsync(ny.Id, default))).ShouldBeNull();
        (await varld.VikenAsync(t => t.Fraga.LasarAsync(Lasaret, default))).ShouldSatisfyAllConditions(s => s.Rapport.ShouldBeNull(), s => s.Forslag.ShouldBeEmpty(), s => s.Utbildningar.ShouldBeEmpty());
        (await varld.RapporterAsync()).Count.ShouldBe(1);
        (await varld.StudietidAsync(ny.Id)).Uppgift.Period.ShouldBe(Host.Period);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Proposal_IsChangedInPlace_AndAStalePageIsToldWhatHoldsNow(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var ny = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var utanUppehall = Host with { Uppehall = [] };

        (await varld.SkolanAsync(t => t.Studietider.AndraAsync(ny.Id, utanUppehall, 0, false, default)))!.Value.Id.ShouldBe(ny.Id);
        var nej = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(ny.Id, Var, 0, false, default)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<StudietidenAndradAvAnnan>();

        (nej.StudietidId, nej.Version, nej.Nu!.Uppehall.Count).ShouldBe((ny.Id, 1, 0));
        (await varld.StudietidAsync(ny.Id)).Uppgift.Period.ShouldBe(Host.Period);
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(ny.Id, 0, false, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-VERSION");
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(ny.Id, 1, false, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.StudietiderAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Approved_IsNeverEdited_AndTheProposalIsFoundAgain(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var galler = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        var senare = Dagar("2026-08-18", "2026-12-18");

        var forslag = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, senare, galler.Version, true, default)))!.Value;
        var igen = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, senare, galler.Version, true, default)))!.Value;
        var annan = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, Dagar("2026-08-19", "2026-12-18"), galler.Version, true, default)))!;
        var bort = (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(galler.Id, galler.Version, true, default)))!;

        (forslag.ErsatterId, forslag.Atgard, forslag.Status).ShouldBe((galler.Id, Studietidsatgard.Andring, Studietidsstatus.Forslag));
        igen.Id.ShouldBe(forslag.Id);
        annan.Refusals.ShouldHaveSingleItem().ShouldBeOfType<StudietidenAndradAvAnnan>().StudietidId.ShouldBe(forslag.Id);
        bort.Refusals.ShouldHaveSingleItem().ShouldBeOfType<StudietidenAndradAvAnnan>().Nu!.Period.ShouldBe(senare.Period);
        (await varld.StudietidAsync(galler.Id)).ShouldSatisfyAllConditions(
            s => Studietidsskillnad.Lika(s.Uppgift, Host).ShouldBeTrue(), s => s.Status.ShouldBe(Studietidsstatus.Galler), s => s.Version.ShouldBe(galler.Version));
        (await varld.RapporterAsync()).Select(r => (r.Omgang, r.Status)).ShouldBe([(1, Rapportstatus.Godkand), (2, Rapportstatus.Utkast)]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Removal_OfAnApproved_IsProposed_FoundAgain_AndUndone(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var galler = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);

        var bort = (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(galler.Id, galler.Version, true, default)))!.Value;
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(galler.Id, galler.Version, true, default)))!.Value.Id.ShouldBe(bort.Id);
        (await varld.SkolanAsync(t => t.Studietider.AndraAsync(bort.Id, Var, bort.Version, true, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-BORTTAGNING");
        // Where it stood there is room now.
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(bort.Id, bort.Version, false, default)))!.IsAccepted.ShouldBeTrue();

        (await varld.StudietiderAsync()).Select(s => (s.Status, s.Atgard)).ShouldBe([(Studietidsstatus.Galler, Studietidsatgard.Ny), (Studietidsstatus.Forslag, Studietidsatgard.Ny)]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Approved_ThatStudentsDependOn_AsksAgain_WithHowMany(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var galler = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        var hela = await varld.GodkandAsync(Lasaret, null, Host);
        var nastaLasar = await varld.GodkandAsync(Lasaret.Nasta, varld.Ekonomi, Dagar("2027-08-23", "2027-12-17"));

        var antal = (await varld.SkolanAsync(t => t.Fraga.BerordaAsync(galler.Id, default)))!.Value;
        antal.ShouldBeGreaterThan(0);
        (await varld.SkolanAsync(t => t.Fraga.BerordaAsync(hela.Id, default)))!.Value.ShouldBeGreaterThan(antal);
        (await varld.SkolanAsync(t => t.Fraga.BerordaAsync(nastaLasar.Id, default))).ShouldBe(0);

        var fraga = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, Dagar("2026-08-18", "2026-12-18"), galler.Version, false, default)))!;
        fraga.Refusals.ShouldHaveSingleItem().ShouldBe(new StudietidenBerorStuderande(antal));
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(galler.Id, galler.Version, false, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-BERORDA");
        (await varld.StudietiderAsync()).ShouldAllBe(s => s.Status == Studietidsstatus.Galler);

        var forslag = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, Dagar("2026-08-18", "2026-12-18"), galler.Version, true, default)))!.Value;
        (await varld.SkolanAsync(t => t.Fraga.BerordaAsync(forslag.Id, default))).ShouldBe(antal, "a proposal touches those of what it replaces");
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(nastaLasar.Id, nastaLasar.Version, false, default)))!.IsAccepted.ShouldBeTrue("nobody studies then yet");
    }

    [Fact]
    public async Task ReportAtCsn_IsClosedToTheSchool()
    {
        await using var varld = await SkapaAsync();
        var ny = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        await varld.SkickaAsync(Lasaret);

        (await varld.SkolanAsync(t => t.Studietider.LaggTillAsync(Lasaret, varld.Ekonomi, Var, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-HOSCSN");
        (await varld.SkolanAsync(t => t.Studietider.AndraAsync(ny.Id, Var, ny.Version, true, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-HOSCSN");
        (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(ny.Id, ny.Version, true, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-HOSCSN");
        (await varld.SkolanAsync(t => t.Studietider.BorjaAsync(Lasaret.Nasta, default))).IsAccepted.ShouldBeTrue("another läsår is another report");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Parallel_OfTheSameTime_OneIsAccepted(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);

        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() =>
            varld.SkolanAsync(t => t.Studietider.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar($"2026-08-{17 + i}", "2026-12-18"), default)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0].Code == "ST-KROCK");
        (await varld.StudietiderAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ParallelChanges_OfTheSameApproved_MakeOneProposal(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var galler = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);

        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() =>
            varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, Dagar($"2026-08-{18 + i}", "2026-12-18"), galler.Version, true, default)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0].Code == "ST-VERSION");
        (await varld.StudietiderAsync()).Count(s => s.ErsatterId == galler.Id).ShouldBe(1);
    }
}
