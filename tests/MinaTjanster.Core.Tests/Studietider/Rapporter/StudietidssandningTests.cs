using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Rapporter;

public sealed class StudietidssandningTests
{
    private static readonly Studietidsuppgift Host = Dagar("2026-08-17", "2026-12-18");

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ManyPostsOfTheSamePage_SendOnce_AndGetTheSameReceipt(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var rapport = await varld.OppenAsync(Lasaret);

        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => varld.SkolanAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default)))));
        var sen = (await varld.SkolanAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default)))!.Value;

        svar.Count(s => s!.Value.Nyss).ShouldBe(1);
        svar.Select(s => s!.Value.Kvittensnummer).Append(sen.Kvittensnummer).Distinct().ShouldHaveSingleItem().ShouldStartWith("ST-");
        (await varld.RapportAsync(rapport.Id)).ShouldSatisfyAllConditions(
            r => r.Status.ShouldBe(Rapportstatus.Inskickad), r => r.Kvittensnummer.ShouldBe(sen.Kvittensnummer), r => r.Inskickad.ShouldBe(varld.Klocka.GetUtcNow().UtcDateTime));
        (await varld.AuditAsync(Acts.StudyTimesSent)).ShouldHaveSingleItem().Changes.ShouldBe("Nya studietider: 1");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DeathBeforeTheEnd_SendsNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var rapport = await varld.OppenAsync(Lasaret);

        await Should.ThrowAsync<InvalidOperationException>(() => varld.SkolanAsync(t =>
        {
            t.Sandning.ForeBekraftelse = () => throw new InvalidOperationException("död");
            return t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default);
        }));

        (await varld.RapportAsync(rapport.Id)).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(Rapportstatus.Utkast), r => r.Kvittensnummer.ShouldBeNull());
        (await varld.AuditAsync(Acts.StudyTimesSent)).ShouldBeEmpty();
        (await varld.SkickaAsync(Lasaret)).Nyss.ShouldBeTrue();
    }

    [Fact]
    public async Task WhatCannotBeSent_IsRefused_AndLogged()
    {
        await using var varld = await SkapaAsync();
        var tom = await varld.OppenAsync(Lasaret);
        (await SkickaAsync(varld, tom)).ShouldBe(["ST-TOM"]);

        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var rapport = await varld.OppenAsync(Lasaret);
        (await SkickaAsync(varld, tom)).ShouldBe(["ST-RAPPORTVERSION"]);
        (await SkickaAsync(varld, rapport, new string('x', Studietidsrapport.MaxSkal + 1))).ShouldBe(["ST-FORKLARING"]);
        (await SkickaAsync(varld, rapport, "Se 20080214-2389.")).ShouldBe(["ST-FORKLARINGPNR"]);
        (await varld.VikenAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default))).ShouldBeNull();
        (await varld.SkolanAsync(t => t.Sandning.SkickaAsync(new string('0', 64), 0, null, default))).ShouldBeNull();

        (await varld.RapportAsync(rapport.Id)).Status.ShouldBe(Rapportstatus.Utkast);
        (await varld.AuditAsync(Acts.StudyTimesSent)).Select(e => (e.Outcome, e.Why)).ShouldBe(
            [(AuditOutcome.Refused, "ST-TOM"), (AuditOutcome.Refused, "ST-RAPPORTVERSION"), (AuditOutcome.Refused, "ST-FORKLARING"), (AuditOutcome.Refused, "ST-FORKLARINGPNR")]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task EveryRow_IsJudgedAgain_AndNamed(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, null, Host);
        var teknik = await varld.UtbildningAsync("Teknikprogrammet", "TETEK0000");
        var rad = await varld.LaggTillAsync(Lasaret, teknik, Host);
        await using (var db = varld.Databas.For(varld.SkolaId))
        {
            var utbildning = await db.Utbildningar.SingleAsync(u => u.Id == teknik);
            utbildning.Andra(utbildning.Uppgift with { TillLasar = 2025 });
            await db.SaveChangesAsync();
        }

        var rapport = await varld.OppenAsync(Lasaret);
        var nej = (await varld.SkolanAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default)))!.Refusals.ShouldHaveSingleItem().ShouldBeOfType<StudietidIRapportenNekad>();

        nej.StudietidId.ShouldBe(rad.Id);
        nej.Sentence.ShouldBe("Teknikprogrammet, 17 augusti 2026–18 december 2026: Teknikprogrammet ges inte läsåret 2026/27. Ändra utbildningens läsår först, eller välj en annan utbildning.");
        (await varld.SkolanAsync(t => t.Sandning.GranskaAsync(rapport.Nyckel, default)))!.Select(r => r.Bedomning.ArGodtagen).ShouldBe([true, false]);
        (await varld.VikenAsync(t => t.Sandning.GranskaAsync(rapport.Nyckel, default))).ShouldBeNull();
    }

    [Fact]
    public async Task Warnings_StopNothing_AndTheirAnswerIsKept()
    {
        await using var varld = await SkapaAsync();
        await varld.LaggTillAsync(Lasaret, null, Dagar("2026-08-16", "2026-12-18"));
        var rapport = await varld.OppenAsync(Lasaret);

        (await varld.SkolanAsync(t => t.Sandning.GranskaAsync(rapport.Nyckel, default)))!.ShouldHaveSingleItem().Bedomning.Varningar.ShouldHaveSingleItem().Kod.ShouldBe("STUDIE-V-LEDIGSTART");
        (await varld.SkolanAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, " Upprop på söndagen. ", default)))!.IsAccepted.ShouldBeTrue();

        (await varld.RapportAsync(rapport.Id)).Forklaring.ShouldBe("Upprop på söndagen.");
    }

    [Fact]
    public async Task Removal_ThatLeavesAGap_OrNoSpring_IsAskedAbout_ByTheSchoolAndAtCsn()
    {
        await using var varld = await SkapaAsync();
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2026-08-17", "2026-09-25"));
        var mitten = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2026-09-28", "2026-11-20"));
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2026-11-23", "2026-12-18"));
        var varen = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Dagar("2027-01-11", "2027-06-11"));
        await varld.GodkannAsync(Lasaret);
        foreach (var bort in new[] { mitten, varen })
            (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(bort.Id, 1, true, default)))!.IsAccepted.ShouldBeTrue();
        var rapport = await varld.OppenAsync(Lasaret);

        var rader = (await varld.SkolanAsync(t => t.Sandning.GranskaAsync(rapport.Nyckel, default)))!;

        rader.Select(r => (r.Rad.ErsatterId, string.Join(',', r.Bedomning.Varningar.Select(v => v.Kod)))).ShouldBe([(mitten.Id, "ST-V-GLAPP"), (varen.Id, "ST-V-UTANVAR")]);
        rader[0].Bedomning.Varningar[0].Mening.ShouldContain("mellan 25 september 2026 och 23 november 2026");
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;
        var bild = (await varld.CsnAsync(t => t.Ko.ForAsync(id, default)))!;
        bild.Varningar.SelectMany(v => v).Select(v => v.Kod).ShouldBe(["ST-V-GLAPP", "ST-V-UTANVAR"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TakingBack_MakesItADraftAgain_Once_AndItIsSentUnderItsNumber(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var kvittens = await varld.SkickaAsync(Lasaret);
        var (nyckel, version) = (await varld.RapportAsync(kvittens.RapportId)) is var sand ? (sand.Nyckel, sand.Version) : default;

        (await varld.VikenAsync(t => t.Sandning.TaTillbakaAsync(nyckel, version, default))).ShouldBeNull();
        var svar = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(nyckel, version, default)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0].Code == "ST-UTKAST");
        (await varld.RapportAsync(kvittens.RapportId)).Status.ShouldBe(Rapportstatus.Utkast);
        (await varld.AuditAsync(Acts.StudyTimesWithdrawn)).Count(e => e.Outcome == AuditOutcome.Accepted).ShouldBe(1);
        var igen = await varld.SkickaAsync(Lasaret);
        (igen.Kvittensnummer, igen.Nyss).ShouldBe((kvittens.Kvittensnummer, true));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TakingBack_IsRefused_WhenCsnHasBegunOrDecided(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;
        var (nyckel, sandVersion) = (await varld.RapportAsync(id)) is var sand ? (sand.Nyckel, sand.Version) : default;
        async Task<string> KodAsync() => (await varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(nyckel, sandVersion, default)))!.Refusals.ShouldHaveSingleItem().Code;

        await varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default));
        (await KodAsync()).ShouldBe("ST-TAGEN");
        (await varld.RapportAsync(id)).Status.ShouldBe(Rapportstatus.Granskas);
        var version = (await varld.RapportAsync(id)).Version;
        await varld.CsnAsync(t => t.Granskning.GodkannAsync(id, version, default));
        (await KodAsync()).ShouldBe("ST-TAGEN");
        (await varld.RapportAsync(id)).Status.ShouldBe(Rapportstatus.Godkand);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TakingBack_AndOpening_AtOnce_OneOfThemHolds(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;
        var (nyckel, version) = (await varld.RapportAsync(id)) is var sand ? (sand.Nyckel, sand.Version) : default;

        var svar = await Task.WhenAll(
            Task.Run(() => varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(nyckel, version, default))), Task.Run(() => varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        (await varld.RapportAsync(id)).Status.ShouldBe(svar[0]!.IsAccepted ? Rapportstatus.Utkast : Rapportstatus.Granskas);
    }

    /// <summary>The page shows the report as it was before CSN opened it and let it go.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TakingBack_FromAPageThatIsOld_IsRefused_AndChangesNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;
        var ritad = await varld.RapportAsync(id);
        await varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default));
        var granskas = (await varld.RapportAsync(id)).Version;
        await varld.CsnAsync(t => t.Granskning.SlappAsync(id, granskas, default));

        (await varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(ritad.Nyckel, ritad.Version, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-TILLBAKAVERSION");

        (await varld.RapportAsync(id)).Status.ShouldBe(Rapportstatus.Inskickad);
        (await varld.AuditAsync(Acts.StudyTimesWithdrawn)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Outcome.ShouldBe(AuditOutcome.Refused), e => e.Why.ShouldBe("ST-TILLBAKAVERSION"));
        var nu = (await varld.RapportAsync(id)).Version;
        (await varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(ritad.Nyckel, nu, default)))!.Value.Status.ShouldBe(Rapportstatus.Utkast);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task TakingBack_WhatCsnHadSentBack_KeepsWhy_UntilItIsApproved(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;
        var version = (await varld.RapportAsync(id)).Version;
        await varld.CsnAsync(t => t.Granskning.SandAterAsync(id, version, "Sportlovet saknas.", default));
        await varld.SkickaAsync(Lasaret);
        var skickad = await varld.RapportAsync(id);
        skickad.Skal.ShouldBe("Sportlovet saknas.", "CSN sees what it asked for");

        (await varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(skickad.Nyckel, skickad.Version, default)))!.IsAccepted.ShouldBeTrue();

        (await varld.RapportAsync(id)).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(Rapportstatus.Ater, "it is still to be amended"), r => r.Skal.ShouldBe("Sportlovet saknas."));
        await varld.GodkannAsync(Lasaret);
        (await varld.RapportAsync(id)).ShouldSatisfyAllConditions(r => r.Status.ShouldBe(Rapportstatus.Godkand), r => r.Skal.ShouldBeNull());
    }

    private static async Task<IEnumerable<string>> SkickaAsync(Studietidsvarld varld, Studietidsrapport rapport, string? forklaring = null) =>
        (await varld.SkolanAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, forklaring, default)))!.Refusals.Select(r => r.Code);
}
