using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Studietider.Rapporter.Studietidsvarld;

namespace MinaTjanster.Core.Tests.Studietider.Rapporter;

/// <summary>Kristina Ohlin is Södra Berget's contact person; Vikens komvux has none.</summary>
public sealed class StudietidsgranskningTests
{
    private static readonly Studietidsuppgift Host = Dagar("2026-08-17", "2026-12-18");

    private static readonly Studietidsuppgift Var = Dagar("2027-01-11", "2027-06-11");

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Queue_HoldsOnesOwnSchoolsFirst_TheOldestFirst_AndNobodyElses(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await VikenSkickarAsync(varld);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(1));
        await varld.LaggTillAsync(Lasaret.Nasta, null, Dagar("2027-08-23", "2027-12-17"));
        await varld.SkickaAsync(Lasaret.Nasta);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(1));
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Var);
        var oppnas = await varld.SkickaAsync(Lasaret);
        await varld.OppenAsync(new(2028));   // a draft: not CSN's yet
        await varld.CsnAsync(t => t.Granskning.OppnaAsync(oppnas.RapportId, default));

        var ko = await varld.CsnAsync(t => t.Ko.KoAsync(1, default));

        (ko.Inskickade, ko.Granskas, ko.Sida.Antal).ShouldBe((2, 1, 3));
        ko.Sida.Rader.Select(r => (r.Skola, r.Lasar.Startar, r.Status, r.Granskare, r.Nya, r.ArEgen)).ShouldBe(
            [
                ("Södra Bergets gymnasium", 2027, Rapportstatus.Inskickad, null, 1, true),
                ("Södra Bergets gymnasium", 2026, Rapportstatus.Granskas, "Kristina Ohlin", 2, true),
                ("Vikens komvux", 2026, Rapportstatus.Inskickad, null, 1, false),
            ]);

        await varld.AnsvararAsync(varld.VikenId, Personer.GretaGranberg);
        (await varld.CsnAsync(t => t.Ko.KoAsync(99, default))).Sida.Rader.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AnotherContactPersons_AndADraft_DoNotExist(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var vikens = await VikenSkickarAsync(varld);
        await varld.AnsvararAsync(varld.VikenId, Personer.GretaGranberg);
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var utkast = (await varld.OppenAsync(Lasaret)).Id;

        foreach (var id in new[] { vikens, utkast, 0 })
        {
            (await varld.CsnAsync(t => t.Ko.ForAsync(id, default))).ShouldBeNull();
            (await varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default))).ShouldBeNull();
            (await varld.CsnAsync(t => t.Granskning.GodkannAsync(id, 1, default))).ShouldBeNull();
            (await varld.CsnAsync(t => t.Granskning.SandAterAsync(id, 1, "Skäl", default))).ShouldBeNull();
        }

        (await varld.RapportAsync(vikens)).Status.ShouldBe(Rapportstatus.Inskickad);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Opening_NotesTheFirst_AndChangesNothingAfterThat(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var id = await VikenSkickarAsync(varld);

        var svar = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() =>
            varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default), i == 0 ? Personer.GretaGranberg : Personer.KristinaOhlin))));

        svar.ShouldAllBe(s => s!.IsAccepted && s.Value.Status == Rapportstatus.Granskas);
        svar.Select(s => s!.Value.GranskareKontoId).Distinct().ShouldHaveSingleItem();
        (await varld.AuditAsync(Acts.StudyTimesOpened)).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Approval_LetsRowsHold_ReplacesAndRemoves_AtOnce(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var andras = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        var tasBort = await varld.LaggTillAsync(Lasaret, null, Var);
        var star = await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Var);
        await varld.GodkannAsync(Lasaret);
        var nytt = (await varld.SkolanAsync(t => t.Studietider.AndraAsync(andras.Id, Dagar("2026-08-18", "2026-12-18"), 1, true, default)))!.Value;
        var bort = (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(tasBort.Id, 1, true, default)))!.Value;
        var kvittens = await varld.SkickaAsync(Lasaret);
        var rapport = await varld.RapportAsync(kvittens.RapportId);

        (await varld.CsnAsync(t => t.Granskning.GodkannAsync(rapport.Id, rapport.Version, default)))!.Value.Status.ShouldBe(Rapportstatus.Godkand);

        (await StatusarAsync(varld)).ShouldBe(new Dictionary<long, Studietidsstatus>
        {
            [andras.Id] = Studietidsstatus.Ersatt,
            [nytt.Id] = Studietidsstatus.Galler,
            [tasBort.Id] = Studietidsstatus.Ersatt,
            [bort.Id] = Studietidsstatus.Ersatt,
            [star.Id] = Studietidsstatus.Galler,
        }, ignoreOrder: true);
        (await varld.SkolanAsync(t => t.Studietider.AndraAsync(andras.Id, Host, 2, true, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-ERSATT");
        (await varld.SkolanAsync(t => t.Fraga.LasarAsync(Lasaret, default))).Galler.Select(s => s.Id).ShouldBe([nytt.Id, star.Id]);
    }

    [Fact]
    public async Task Approval_IsMailedToWhoSentIt_AndNamesNobody()
    {
        await using var varld = await SkapaAsync();
        var id = await SkickadAsync(varld);
        var rapport = await varld.RapportAsync(id);

        await varld.CsnAsync(t => t.Granskning.GodkannAsync(id, rapport.Version, default));

        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldStartWith("anna.lind@");
        mejl.Amne.ShouldBe("Studietiderna för 2026/27 är godkända");
        mejl.Text!.ShouldContain($"CSN har godkänt rapporten {rapport.Kvittensnummer} med studietider för Södra Bergets gymnasium (skolkod 12345678).");
        mejl.Text!.ShouldContain("https://portal.example/studietider/2026-27");
        Personnummermask.Finns(mejl.Text).ShouldBeFalse();
    }

    [Fact]
    public async Task Approval_OfRemovalsAlone_SaysThatTheyDoNotHold()
    {
        await using var varld = await SkapaAsync();
        var galler = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await varld.SkolanAsync(t => t.Studietider.TaBortAsync(galler.Id, galler.Version, true, default));

        await varld.GodkannAsync(Lasaret);

        var mejl = (await varld.MejlAsync()).OrderBy(m => m.Id).Last();
        mejl.Amne.ShouldBe("Borttagningen av studietider för 2026/27 är godkänd");
        mejl.Text!.ShouldContain("De borttagna studietiderna gäller inte längre");
        mejl.Text!.ShouldNotContain("gäller nu");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task LettingGo_PutsItBackInTheQueue_OnceForTwoPosts(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var id = await VikenSkickarAsync(varld);
        await varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default));
        var version = (await varld.RapportAsync(id)).Version;

        (await varld.CsnAsync(t => t.Granskning.SlappAsync(id, version, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.CsnAsync(t => t.Granskning.SlappAsync(id, version, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-GRANSKNINGSVERSION");

        var rapport = await varld.RapportAsync(id);
        (rapport.Status, rapport.GranskareKontoId).ShouldBe((Rapportstatus.Inskickad, null));
        (await varld.CsnAsync(t => t.Granskning.SlappAsync(id, rapport.Version, default)))!.Value.Version.ShouldBe(rapport.Version, "nobody has it: nothing to let go");
        (await varld.AuditAsync(Acts.StudyTimesReleased)).Select(e => (e.Outcome, e.Why)).ShouldBe([(AuditOutcome.Accepted, null), (AuditOutcome.Refused, "ST-GRANSKNINGSVERSION")]);
        (await varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default), Personer.GretaGranberg))!.Value.Status.ShouldBe(Rapportstatus.Granskas);
        await varld.AnsvararAsync(varld.VikenId, Personer.GretaGranberg);
        (await varld.CsnAsync(t => t.Granskning.SlappAsync(id, version, default))).ShouldBeNull("another contact person's");
    }

    [Fact]
    public async Task WithdrawnReport_IsNotCsnsToSeeOrDecide()
    {
        await using var varld = await SkapaAsync();
        var id = await SkickadAsync(varld);
        var rapport = await varld.RapportAsync(id);
        await varld.SkolanAsync(t => t.Sandning.TaTillbakaAsync(rapport.Nyckel, rapport.Version, default));

        (await varld.CsnAsync(t => t.Ko.ForAsync(id, default))).ShouldBeNull();
        (await varld.CsnAsync(t => t.Ko.KoAsync(1, default))).Sida.Antal.ShouldBe(0);
        (await varld.CsnAsync(t => t.Granskning.GodkannAsync(id, rapport.Version, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-AVGJORD");
        (await varld.RapportAsync(id)).Status.ShouldBe(Rapportstatus.Utkast);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task ManyDecisionsAtOnce_AreOne_AndTheRestAreTold(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var id = await SkickadAsync(varld);
        var version = (await varld.RapportAsync(id)).Version;

        var svar = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => varld.CsnAsync(t =>
            i == 0 ? t.Granskning.SandAterAsync(id, version, "Sportlovet saknas.", default) : t.Granskning.GodkannAsync(id, version, default)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0].Code == "ST-AVGJORD");
        var handelser = (await varld.AuditAsync(Acts.StudyTimesApproved)).Concat(await varld.AuditAsync(Acts.StudyTimesSentBack)).ToList();
        (handelser.Count(e => e.Outcome == AuditOutcome.Accepted), handelser.Count(e => e.Outcome == AuditOutcome.Refused)).ShouldBe((1, 4));
        (await varld.MejlAsync()).ShouldHaveSingleItem().Amne.ShouldEndWith((await varld.RapportAsync(id)).Status == Rapportstatus.Ater ? "behöver kompletteras" : "är godkända");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task DeathBeforeTheEnd_DecidesNothing(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var id = await SkickadAsync(varld);
        var version = (await varld.RapportAsync(id)).Version;

        foreach (var ater in new[] { true, false })
        {
            await Should.ThrowAsync<InvalidOperationException>(() => varld.CsnAsync(t =>
            {
                t.Granskning.ForeBekraftelse = () => throw new InvalidOperationException("död");
                return ater ? t.Granskning.SandAterAsync(id, version, "Sportlovet saknas.", default) : t.Granskning.GodkannAsync(id, version, default);
            }));
        }

        (await varld.RapportAsync(id)).Status.ShouldBe(Rapportstatus.Inskickad);
        (await StatusarAsync(varld)).Values.ShouldAllBe(s => s == Studietidsstatus.Forslag);
        (await varld.MejlAsync()).ShouldBeEmpty();
        (await varld.AuditAsync(Acts.StudyTimesApproved)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task SentBack_TellsWhoSentIt_AndIsAmendedAndSentAgainUnderItsNumber(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var id = await SkickadAsync(varld);
        var forst = await varld.RapportAsync(id);

        (await varld.CsnAsync(t => t.Granskning.SandAterAsync(id, forst.Version, "  Sportlovet saknas.  ", default)))!.IsAccepted.ShouldBeTrue();

        var ater = await varld.RapportAsync(id);
        (ater.Status, ater.Skal).ShouldBe((Rapportstatus.Ater, "Sportlovet saknas."));
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldStartWith("anna.lind@");
        mejl.Text!.ShouldContain(ater.Kvittensnummer!);
        mejl.Text!.ShouldNotContain("Sportlovet");
        (await varld.AuditAsync(Acts.StudyTimesSentBack)).ShouldHaveSingleItem().Why.ShouldBe("Sportlovet saknas.");
        (await varld.CsnAsync(t => t.Ko.ForAsync(id, default))).ShouldBeNull("the school has it");

        // The page that was drawn before the first sending sends nothing now.
        (await varld.SkolanAsync(t => t.Sandning.SkickaAsync(ater.Nyckel, forst.Version - 1, null, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-RAPPORTVERSION");
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Var);
        var igen = await varld.SkickaAsync(Lasaret);
        (igen.RapportId, igen.Kvittensnummer, igen.Nyss).ShouldBe((id, forst.Kvittensnummer!, true));
        (await varld.CsnAsync(t => t.Granskning.GodkannAsync(id, forst.Version, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-GRANSKNINGSVERSION");
    }

    [Theory]
    [InlineData(null, "ST-SKAL")]
    [InlineData("   ", "ST-SKAL")]
    [InlineData("Gäller 20080214-2389.", "ST-SKALPNR")]
    public async Task Reason_IsRequired_AndNamesNobody(string? skal, string kod)
    {
        await using var varld = await SkapaAsync();
        var id = await SkickadAsync(varld);
        var version = (await varld.RapportAsync(id)).Version;

        (await varld.CsnAsync(t => t.Granskning.SandAterAsync(id, version, skal, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe(kod);
        (await varld.CsnAsync(t => t.Granskning.SandAterAsync(id, version, new string('x', 1_001), default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("ST-SKAL");

        (await varld.RapportAsync(id)).Status.ShouldBe(Rapportstatus.Inskickad);
        (await varld.AuditAsync(Acts.StudyTimesSentBack)).Select(e => (e.Outcome, e.Why)).ShouldBe([(AuditOutcome.Refused, kod), (AuditOutcome.Refused, "ST-SKAL")]);
        (await varld.MejlAsync()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Report_IsSeenBesideLastYears_AndBesideWhatItReplaces(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        await varld.GodkandAsync(Lasaret.Foregaende, varld.Ekonomi, Dagar("2025-08-18", "2025-12-19"));
        var galler = await varld.GodkandAsync(Lasaret, varld.Ekonomi, Host);
        await varld.SkolanAsync(t => t.Studietider.AndraAsync(galler.Id, Dagar("2026-08-18", "2026-12-18"), galler.Version, true, default));
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Var);
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;
        await varld.CsnAsync(t => t.Granskning.OppnaAsync(id, default));

        var bild = (await varld.CsnAsync(t => t.Ko.ForAsync(id, default)))!;

        (bild.Skola.Namn, bild.InskickadAv, bild.Granskare).ShouldBe(("Södra Bergets gymnasium", "Anna Lind", "Kristina Ohlin"));
        bild.Rapport.Studietider.Select(s => s.Atgard).ShouldBe([Studietidsatgard.Andring, Studietidsatgard.Ny], ignoreOrder: true);
        bild.Ersatts.Keys.ShouldBe([galler.Id]);
        var berorda = (await varld.SkolanAsync(t => t.Fraga.BerordaAsync(galler.Id, default)))!.Value;
        berorda.ShouldBeGreaterThan(0);
        bild.Berorda.ShouldBe(new Dictionary<long, int> { [bild.Rapport.Studietider.Single(s => s.Atgard == Studietidsatgard.Andring).Id] = berorda }, "as the school was told, and nothing of what is new");
        (await varld.SkolanAsync(t => t.Fraga.HarGodkandaAsync(Lasaret, default)), await varld.SkolanAsync(t => t.Fraga.HarGodkandaAsync(Lasaret.Nasta, default))).ShouldBe((true, false));
        bild.MotForraLasaret.Select(r => (r.Slag, r.Efter!.ForstaDag)).ShouldBe([(Skillnadsslag.Andrad, new(2026, 8, 18)), (Skillnadsslag.Ny, Var.Period.ForstaDag)]);
    }

    /// <summary>The whole school's, one by its code, and one that nobody studies: each as the school is told.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task StudentsWhoAreTouched_AreCountedRowByRow_AsTheSchoolIsTold(Databasprovider provider)
    {
        await using var varld = await SkapaAsync(provider);
        var ingens = await varld.UtbildningAsync("Sjöfartsprogrammet", "SXSJO0000");
        var kod = await varld.UtbildningAsync("Ekonomi med annat namn", "EKEKO0000");
        List<Studietid> galler = [];
        foreach (var (utbildning, dagar) in new (long?, Studietidsuppgift)[] { (null, Host), (varld.Ekonomi, Var), (kod, Host), (ingens, Host) })
            galler.Add(await varld.LaggTillAsync(Lasaret, utbildning, dagar));
        await varld.GodkannAsync(Lasaret);
        foreach (var rad in galler)
            (await varld.SkolanAsync(t => t.Studietider.TaBortAsync(rad.Id, 1, true, default)))!.IsAccepted.ShouldBeTrue();
        var id = (await varld.SkickaAsync(Lasaret)).RapportId;

        var bild = (await varld.CsnAsync(t => t.Ko.ForAsync(id, default)))!;

        foreach (var rad in bild.Rapport.Studietider)
            bild.Berorda[rad.Id].ShouldBe((await varld.SkolanAsync(t => t.Fraga.BerordaAsync(rad.ErsatterId!.Value, default)))!.Value);
        bild.Rapport.Studietider.Single(s => s.UtbildningId == ingens).ShouldSatisfyAllConditions(s => bild.Berorda[s.Id].ShouldBe(0));
        bild.Berorda.Values.Count(antal => antal > 0).ShouldBe(3);
    }

    private static async Task<long> SkickadAsync(Studietidsvarld varld)
    {
        await varld.LaggTillAsync(Lasaret, varld.Ekonomi, Host);
        return (await varld.SkickaAsync(Lasaret)).RapportId;
    }

    private static async Task<long> VikenSkickarAsync(Studietidsvarld varld)
    {
        (await varld.VikenAsync(t => t.Studietider.LaggTillAsync(Lasaret, null, Host, default)))!.IsAccepted.ShouldBeTrue();
        var rapport = (await varld.VikenAsync(t => t.Studietider.BorjaAsync(Lasaret, default))).Value;
        return (await varld.VikenAsync(t => t.Sandning.SkickaAsync(rapport.Nyckel, rapport.Version, null, default)))!.Value.RapportId;
    }

    private static async Task<Dictionary<long, Studietidsstatus>> StatusarAsync(Studietidsvarld varld) => (await varld.StudietiderAsync()).ToDictionary(s => s.Id, s => s.Status);
}
