using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Handelser;

public sealed class HandelseServiceTests
{
    private static readonly Handelseuppgift Start = Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux);

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Start_MakesEventPeriodReceiptAndAudit_AndRemovesTheDraft(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();

        var (svar, nyckel) = await varld.SkickaAsync(id, Start);

        svar.Value.Kvar.ShouldBe(0);
        var handelse = (await varld.HandelserAsync(id)).ShouldHaveSingleItem();
        (handelse.Uppgift, handelse.Status, handelse.Sandning.Sandningsnyckel, handelse.Sandning.Rapportdag).ShouldBe((Start, Handelsestatus.Galler, nyckel, Testklocka.Standarddag));
        handelse.Sandning.Kvittensnummer.ShouldStartWith("SR-");
        var period = (await varld.PerioderAsync(id)).ShouldHaveSingleItem();
        (period.HandelseId, period.ForstaDag, period.SistaDag, period.Utbildning, period.Kurskod).ShouldBe((handelse.Id, Start.ForstaDag, Start.SistaDag!.Value, "Provkurs", null));
        (await varld.AuditAsync(Acts.HandelseSent)).ShouldHaveSingleItem().ObjektId.ShouldBe(handelse.SandningId);
        (await varld.GorAsync(t => t.Utkast.EgetAsync(nyckel, default))).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task SameKey_SentManyTimesAtOnce_GivesOneSending(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        var nyckel = (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Start), null, null, default)))!.Value;

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => varld.GorAsync(t => t.Handelser.SkickaAsync(nyckel, 0, null, default))));

        svar.Select(s => s!.Value.SandningId).Distinct().ShouldHaveSingleItem();
        (await varld.HandelserAsync(id)).Count.ShouldBe(1);
        (await varld.PerioderAsync(id)).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task TwoDraftsOfTheSameStart_SentAtOnce_OneIsRefused(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        var nycklar = new[]
        {
            (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Start), null, null, default)))!.Value,
            (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Start with { SistaDag = new(2026, 12, 11) }), null, null, default)))!.Value,
        };

        var svar = await Task.WhenAll(nycklar.Select(n => varld.GorAsync(t => t.Handelser.SkickaAsync(n, 0, null, default))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Single(s => !s!.IsAccepted)!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("HANDELSE-OVERLAPP");
        (await varld.PerioderAsync(id)).Count.ShouldBe(1);
        (await varld.AuditAsync(Acts.HandelseSent)).Count(e => e.Outcome == AuditOutcome.Refused).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Change_TakesItsPlace_AndMovesTheStudyPeriod(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await varld.SkickaAsync(id, Start);
        var forsta = (await varld.HandelserAsync(id))[0];

        await varld.SkickaAsync(id, Start with { SistaDag = new(2026, 12, 4) }, andrar: forsta.Id);

        var handelser = await varld.HandelserAsync(id);
        handelser.Select(h => (h.Status, h.ErsatterId)).ShouldBe([(Handelsestatus.Ersatt, null), (Handelsestatus.Galler, forsta.Id)]);
        var period = (await varld.PerioderAsync(id)).ShouldHaveSingleItem();
        (period.HandelseId, period.SistaDag).ShouldBe((handelser[1].Id, new DateOnly(2026, 12, 4)));
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Break_ShortensAPeriodFromBeforeThePortal_AndTakenBackGivesItBack(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync(period: new(varld.SkolaId, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", Avdelning.A2));
        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.Avbrott, Skolform.Komvux));
        (await varld.PerioderAsync(id))[0].SistaDag.ShouldBe(new(2026, 11, 13));
        var avbrott = (await varld.HandelserAsync(id))[0];

        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(avbrott.Id, default)))!.IsAccepted.ShouldBeTrue();

        var period = (await varld.PerioderAsync(id)).ShouldHaveSingleItem();
        (period.SistaDag, period.PlaneradSistaDag).ShouldBe((Handelseexempel.Slut, Handelseexempel.Slut));
        (await varld.HandelserAsync(id))[0].Status.ShouldBe(Handelsestatus.Tillbakatagen);
        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(avbrott.Id, default)))!.Refusals[0].Code.ShouldBe("HANDELSE-TILLBAKA");
        (await varld.AuditAsync(Acts.HandelseTakenBack)).Select(e => e.Outcome).ShouldBe([AuditOutcome.Accepted, AuditOutcome.Refused]);
    }

    /// <summary>The changed start stands where the first did: what was reported upon it, and the order of it all, still hold.</summary>
    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task StartChangedAfterABreak_KeepsTheBreak_TwiceToo(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await varld.SkickaAsync(id, Start);
        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.Avbrott, Skolform.Komvux));
        foreach (var dag in new[] { 24, 25 })
        {
            var start = (await varld.HandelserAsync(id)).Single(h => h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.BorjatStudera);
            (await varld.SkickaAsync(id, Start with { ForstaDag = new(2026, 8, dag) }, andrar: start.Id)).Svar.IsAccepted.ShouldBeTrue();
        }

        var period = (await varld.PerioderAsync(id)).ShouldHaveSingleItem();
        (period.ForstaDag, period.SistaDag).ShouldBe((new DateOnly(2026, 8, 25), new DateOnly(2026, 11, 13)));
    }

    [Theory]
    [InlineData(Handelseslag.Avbrott)]
    [InlineData(Handelseslag.BytAvSkola)]
    [InlineData(Handelseslag.Forlangning)]
    public async Task StartUnderABreakOrAnExtension_IsNotTakenBackNorMovedPastIt(Handelseslag slag)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(Databasprovider.Sqlite, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await varld.SkickaAsync(id, Start);
        (await varld.SkickaAsync(id, Handelseexempel.Uppgift(slag, Skolform.Komvux))).Svar.IsAccepted.ShouldBeTrue();
        var start = (await varld.HandelserAsync(id))[0];

        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(start.Id, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("HANDELSE-FOLJDER");
        if (slag != Handelseslag.Forlangning)
            (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Start with { ForstaDag = new(2026, 11, 16) }), null, start.Id, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("HANDELSE-FOLJDER");
        (await varld.PerioderAsync(id)).ShouldHaveSingleItem().ForstaDag.ShouldBe(Start.ForstaDag);
    }

    [Theory]
    [InlineData("2026-11-09", true)] // inside
    [InlineData("2026-11-01", true)] // runs into it
    [InlineData("2026-11-16", false)] // the day back
    public async Task AbsenceInsideOneThatHasEnded_IsRefused(string dag, bool nekas)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(Databasprovider.Sqlite, Skolform.Folkhogskola);
        var id = await varld.StuderandeAsync(period: new(varld.SkolaId, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", Avdelning.B));
        Handelseuppgift Pa(Handelseslag slag, DateOnly d) => new() { Slag = slag, ForstaDag = d };
        await varld.SkickaAsync(id, Pa(Handelseslag.Franvaro, new(2026, 11, 2)));
        (await varld.SkickaAsync(id, Pa(Handelseslag.AterIStudier, new(2026, 11, 16)))).Svar.IsAccepted.ShouldBeTrue();

        var svar = (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Pa(Handelseslag.Franvaro, DateOnly.Parse(dag))), null, null, default)))!;

        svar.Refusals.Any(f => f.Code == "HANDELSE-KROCK").ShouldBe(nekas, string.Join(' ', svar.Refusals.Select(f => f.Code)));
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Start_WithWhatStandsOnIt_IsNotTakenBackFirst(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await varld.SkickaAsync(id, Start);
        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.Franvaro, Skolform.Komvux));
        var start = (await varld.HandelserAsync(id))[0];

        var nej = await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(start.Id, default));

        nej!.Refusals.ShouldHaveSingleItem().Sentence.ShouldContain("Frånvaro 2026-11-02");
        (await varld.PerioderAsync(id)).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Many_SendsWhatIsAccepted_AndKeepsTheRestAsADraft(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var bra = await varld.StuderandeAsync();
        var redan = await varld.StuderandeAsync(nummer: "19960412A002");
        await varld.SkickaAsync(redan, Start);
        var nyckel = (await varld.GorAsync(t => t.Utkast.SparaFleraAsync([new(bra, Start), new(redan, Start)], null, default)))!;

        var svar = await varld.GorAsync(t => t.Handelser.SkickaAsync(nyckel, 0, null, default));

        svar!.Value.Kvar.ShouldBe(1);
        (await varld.HandelserAsync(bra)).Count.ShouldBe(1);
        (await varld.HandelserAsync(redan)).Count.ShouldBe(1);
        await using var db = varld.Databas.Alla();
        var kvar = await db.Nationellt<Handelseutkast>().Include(u => u.Rader).SingleAsync();
        kvar.Rader.ShouldHaveSingleItem().StuderandeId.ShouldBe(redan);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task AnswerToAWarning_IsKept_AndOnlyThere(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Folkhogskola);
        var (ovanlig, vanlig) = (await varld.StuderandeAsync(), await varld.StuderandeAsync(nummer: "19960412A002"));
        var start = Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Folkhogskola);

        await varld.SkickaAsync(ovanlig, start with { ForstaDag = new(2026, 8, 16) }, forklaring: " Söndagsstart med läger. ");
        await varld.SkickaAsync(vanlig, start, forklaring: "Ingen varning.");

        (await varld.HandelserAsync(ovanlig))[0].Forklaring.ShouldBe("Söndagsstart med läger.");
        (await varld.HandelserAsync(vanlig))[0].Forklaring.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task SameStudentAtTwoSchools_IsWarnedOf(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await using (var db = varld.Databas.Alla())
        {
            var annan = await db.Skolor.SingleAsync(s => s.Skolkod == "56789012");
            var samma = new Studerande(annan.Id, Personnummer.FranVarde("19960412A001"), "Prov", "Provsson");
            samma.LaggTill(new(annan.Id, Handelseexempel.Start, Handelseexempel.Slut, "Hemlig kurs", Avdelning.A2, 100));
            db.Add(samma);
            await db.SaveChangesAsync();
        }

        var nyckel = (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Start), null, null, default)))!.Value;
        var rad = (await varld.GorAsync(async t => await t.Utkast.ProvaAsync((await t.Utkast.EgetAsync(nyckel, default))!, default)))[0];

        var varning = rad.Bedomning.Varningar.Single(v => v.Kod == "STUDIE-V-ANNANSKOLA");
        varning.Mening.ShouldContain("100 procent");
        varning.Mening.ShouldNotContain("Fjällberget");
        varning.Mening.ShouldNotContain("Hemlig");
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task FileSchool_ReportsOnlyTheProtectedByHand(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var (vanlig, skyddad) = (await varld.StuderandeAsync(), await varld.StuderandeAsync(Personskydd.Skyddad, "19960412A002"));
        await using (var db = varld.Databas.Alla())
        {
            (await db.Skolor.SingleAsync(s => s.Id == varld.SkolaId)).BytRapporteringssatt(Rapporteringssatt.Fil);
            await db.SaveChangesAsync();
        }

        (await varld.GorAsync(t => t.Utkast.SparaAsync(new(vanlig, Start), null, null, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("HANDELSE-KANAL");
        (await varld.SkickaAsync(skyddad, Start)).Svar.IsAccepted.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task AnotherSchoolsStudentOrEvent_IsAsIfItWereNot(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        await using var db = varld.Databas.Alla();
        var annans = await db.Nationellt<Studerande>().Where(s => s.SkolaId != varld.SkolaId).Select(s => s.Id).FirstAsync();

        (await varld.GorAsync(t => t.Utkast.SparaAsync(new(annans, Start), null, null, default))).ShouldBeNull();
        (await varld.GorAsync(t => t.Utkast.SparaFleraAsync([new(annans, Start)], null, default))).ShouldBeNull();
        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(999_999, default))).ShouldBeNull();
    }
}
