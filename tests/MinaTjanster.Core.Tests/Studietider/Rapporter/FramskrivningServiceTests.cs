using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Rapporter;

/// <summary>2026 has 53 weeks, so that 2026/27 is moved 371 days.</summary>
public sealed class FramskrivningServiceTests
{
    private static readonly Studietidsuppgift Host = Dagar("2026-08-17", "2026-12-18", ("2026-10-26", "2026-10-30"));

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task NextLasar_IsProposed_WithBreaks_OnTheSameWeekdays_AndWhatMetAHolidayIsMarked(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        await varld.GodkandAsync(Lasaret, null, Dagar("2026-08-17", "2026-12-31"));   // moved: Trettondagen 2028
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2027-01-11", "2027-06-11"));   // not approved: stays

        var utfall = (await SkrivFramAsync(varld)).Value;

        (utfall.Antal, utfall.Flyttade, utfall.Utelamnade.Count).ShouldBe((2, 1, 0));
        var nya = (await varld.StudietiderAsync()).Where(s => s.StudietidsrapportId == utfall.RapportId).ToList();
        nya.Select(s => (s.UtbildningId, s.ForstaDag, s.SistaDag, s.Flyttad, s.Status)).ShouldBe(
            [
                (varld.Ekonomi, new(2027, 8, 23), new(2027, 12, 24), Flyttmarke.Ingen, Studietidsstatus.Forslag),
                (null, new(2027, 8, 23), new(2028, 1, 7), Flyttmarke.SistaDag, Studietidsstatus.Forslag),
            ],
            ignoreOrder: true);
        nya.SelectMany(s => s.Uppgift.Uppehall).ShouldHaveSingleItem().ShouldBe(P("2027-11-01", "2027-11-05"));
        (await varld.AuditAsync(Acts.StudyTimesRolledOver)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.ObjektId.ShouldBe(utfall.RapportId), e => e.Changes.ShouldBe("Från läsåret: 2026/27\nStudietider: 2\nUtelämnade: 0"));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DoneAgain_DoublesNothing_NotInTheReportAndNotWhenApproved(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await SkrivFramAsync(varld);
        var forslag = (await varld.StudietiderAsync())[^1];
        // Amended by a person: it stays as they left it.
        await varld.SkolanAsync(t => t.Studietider.AndraAsync(forslag.Id, Dagar("2027-08-24", "2027-12-17"), forslag.Version, false, default));

        var igen = (await SkrivFramAsync(varld)).Value;
        await varld.GodkannAsync(Lasaret.Nasta);
        var godkand = (await SkrivFramAsync(varld)).Value;

        (igen.Antal, igen.RapportId, igen.Utelamnade.ShouldHaveSingleItem().Skal).ShouldBe((0, forslag.StudietidsrapportId, Utelamnadsskal.RedanMed));
        (godkand.Antal, godkand.RapportId, godkand.Utelamnade.ShouldHaveSingleItem().Skal).ShouldBe((0, null, Utelamnadsskal.RedanMed));
        (await varld.StudietiderAsync()).Count.ShouldBe(2);
        (await varld.RapporterAsync()).Count.ShouldBe(2, "nothing came along: no report is begun");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ManyAtOnce_DoubleNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SkrivFramAsync(varld))));

        svar.Sum(s => s.Value.Antal).ShouldBe(1);
        (await varld.StudietiderAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DeathBeforeTheEnd_LeavesNothingHalf(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);

        await Should.ThrowAsync<InvalidOperationException>(() => varld.SkolanAsync(t =>
        {
            t.Framskrivning.ForeBekraftelse = () => throw new InvalidOperationException("död");
            return t.Framskrivning.SkrivFramAsync(Lasaret, default);
        }));
        (await varld.RapporterAsync()).Count.ShouldBe(1);

        (await SkrivFramAsync(varld)).Value.Antal.ShouldBe(1);
    }

    [Fact]
    public async Task WhatIsLeftOut_IsToldWithItsReason()
    {
        await using var varld = await SkapaAsync();
        var arkiveras = await varld.UtbildningAsync("Barn- och fritidsprogrammet", "BFPED0000");
        var slutar = await varld.UtbildningAsync("Vård- och omsorgsprogrammet", "VO0000000", till: 2026);
        await varld.LaggTillAsync(Lasaret, arkiveras, Host);
        await varld.LaggTillAsync(Lasaret, slutar, Host);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2027-01-11", "2027-06-30"));   // moved: 5 July
        await varld.LaggTillAsync(Lasaret, null, Dagar("2026-08-17", "2026-12-31"));
        await varld.GodkandAsync(Lasaret, null, Dagar("2027-01-01", "2027-06-11"));   // moved: begins on the day that the other has been moved to
        await varld.ArkiveraAsync(arkiveras);

        var utfall = (await SkrivFramAsync(varld)).Value;

        utfall.Antal.ShouldBe(1);
        utfall.Utelamnade.Select(u => (u.Studietid.UtbildningId, u.Skal)).ShouldBe(
            [
                (arkiveras, Utelamnadsskal.UtbildningenArkiverad), (slutar, Utelamnadsskal.UtbildningenUtanforLasaret),
                (varld.Ekonomi, Utelamnadsskal.UtanforLasaret), (null, Utelamnadsskal.Nekad),
            ],
            ignoreOrder: true);
        utfall.Utelamnade.Single(u => u.Skal == Utelamnadsskal.Nekad).ShouldSatisfyAllConditions(
            u => u.Vad.ShouldBe("Hela skolan, 1 januari 2027–11 juni 2027"), u => u.Mening!.ShouldContain("2027-08-23 – 2028-01-07 finns redan"));
    }

    [Fact]
    public async Task NothingToCopy_OrAReportAtCsn_IsRefused_AndLogged()
    {
        await using var varld = await SkapaAsync();
        (await SkrivFramAsync(varld)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-FRAMSKRIVNING");
        (await varld.RapporterAsync()).ShouldBeEmpty();

        await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await SkrivFramAsync(varld);
        await varld.SkickaAsync(Lasaret.Nasta);
        (await SkrivFramAsync(varld)).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-HOSCSN");

        (await varld.AuditAsync(Acts.StudyTimesRolledOver)).Where(e => e.Outcome == AuditOutcome.Refused).Select(e => e.Why).ShouldBe(["ST-FRAMSKRIVNING", "ST-HOSCSN"]);
        (await varld.VikenAsync(t => t.Framskrivning.SkrivFramAsync(Lasaret, default))).Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-FRAMSKRIVNING", "another school's are not seen");
    }

    [Fact]
    public async Task TwoLasar_StandSideBySide_RowByRow()
    {
        await using var varld = await SkapaAsync();
        var teknik = await varld.UtbildningAsync("Teknikprogrammet", "TETEK0000");
        var natur = await varld.UtbildningAsync("Naturvetenskapsprogrammet", "NANAT0000");
        await varld.LaggTillAsync(Lasaret, null, Dagar("2026-08-17", "2026-12-31"));
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        await varld.GodkandAsync(Lasaret, teknik, Host);
        await SkrivFramAsync(varld);
        var andras = (await varld.StudietiderAsync()).Last(s => s.UtbildningId == teknik);
        await varld.SkolanAsync(t => t.Studietider.AndraAsync(andras.Id, Dagar("2027-08-23", "2027-12-17"), andras.Version, false, default));
        await varld.LaggTillAsync(Lasaret.Nasta, natur, Dagar("2027-08-23", "2027-12-17"));
        await varld.LaggTillAsync(Lasaret.Nasta, teknik, Dagar("2028-01-10", "2028-06-09"));

        var fore = await varld.SkolanAsync(t => t.Fraga.SkillnadAsync(Lasaret, default));
        var ekonomi = (await varld.StudietiderAsync()).Last(s => s.UtbildningId == varld.Ekonomi);
        await varld.SkolanAsync(t => t.Studietider.TaBortAsync(ekonomi.Id, ekonomi.Version, false, default));
        var efter = await varld.SkolanAsync(t => t.Fraga.SkillnadAsync(Lasaret, default));

        fore.Select(r => (r.UtbildningId, r.Slag)).ShouldBe(
            [
                (null, Skillnadsslag.FlyttadForHelgdag), (varld.Ekonomi, Skillnadsslag.Oforandrad), (teknik, Skillnadsslag.Andrad), (teknik, Skillnadsslag.Ny), (natur, Skillnadsslag.Ny),
            ]);
        efter.Single(r => r.UtbildningId == varld.Ekonomi).Slag.ShouldBe(Skillnadsslag.Borttagen);
        (await varld.VikenAsync(t => t.Fraga.SkillnadAsync(Lasaret, default))).ShouldBeEmpty();
    }

    private static Task<Result<Framskrivningsutfall>> SkrivFramAsync(Studietidsvarld varld) => varld.SkolanAsync(t => t.Framskrivning.SkrivFramAsync(Lasaret, default));
}
