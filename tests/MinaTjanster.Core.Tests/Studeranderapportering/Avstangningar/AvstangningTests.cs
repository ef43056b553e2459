using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Gallring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Avstangningar;

/// <summary>A school suspends, CSN receives. Now is Sunday 22 November 2026 at 10: the window closes at 15, the next on Monday at 15.</summary>
public sealed class AvstangningTests
{
    private static readonly Handelseuppgift Avstangd = Handelseexempel.Uppgift(Handelseslag.Avstangning, Skolform.Hogskola) with { ForstaDag = new(2026, 11, 23) };

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Sent_KeepsTheDecisionByteForByte_AndTheAuditTells(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var id = await StuderandeAsync(varld);
        var dokument = await LaddaUppAsync(varld, id, Testfiler.Pdf(storlek: 150_000));

        var (svar, _) = await varld.SkickaAsync(id, Avstangd with { DokumentId = dokument });

        svar.IsAccepted.ShouldBeTrue();
        (await varld.HandelserAsync(id)).ShouldHaveSingleItem().Uppgift.DokumentId.ShouldBe(dokument);
        await using var db = varld.Databas.Alla();
        var delar = await db.Nationellt<Core.Dokumentlagring.Dokumentdel>().Where(d => d.DokumentId == dokument).OrderBy(d => d.Nummer).Select(d => d.Innehall).ToListAsync();
        delar.SelectMany(d => d).ToArray().ShouldBe(Testfiler.Pdf(storlek: 150_000).Innehall);
        (await varld.AuditAsync(Acts.HandelseDocumentAdded)).ShouldHaveSingleItem().ObjektId.ShouldBe(id);
        (await varld.AuditAsync(Acts.HandelseSent)).ShouldHaveSingleItem().Changes.ShouldBe("Avstängning: 1");
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Decision_MissingOfAnotherStudentOrOfAnotherSchool_IsRefused(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (id, annan) = (await StuderandeAsync(varld), await StuderandeAsync(varld, nummer: "19960412A002"));
        var annans = await LaddaUppAsync(varld, annan);
        long annanSkolas;
        await using (var db = varld.Databas.Alla())
        {
            var frammande = await db.Nationellt<Studerande>().FirstAsync(s => s.SkolaId != varld.SkolaId);
            var konto = await db.Konton.Select(k => k.Id).FirstAsync();
            var dokument = Core.Dokumentlagring.Dokument.Beslut(frammande.SkolaId, frammande.Id, "beslut.pdf", konto, varld.Klocka.UtcNu());
            dokument.Slutfor(Core.Dokumentlagring.Dokumenttyp.Pdf, 1, "x", 1);
            db.Add(dokument);
            await db.SaveChangesAsync();
            annanSkolas = dokument.Id;
        }

        foreach (var (beslut, kod) in new[] { ((long?)null, "HANDELSE-SAKNAS"), (annans, "HANDELSE-DOKUMENT"), (annanSkolas, "HANDELSE-DOKUMENT"), (999_999, "HANDELSE-DOKUMENT") })
        {
            (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Avstangd with { DokumentId = beslut }), null, null, default)))!.Refusals.ShouldHaveSingleItem().Code.ShouldBe(kod);
        }

        (await varld.GorAsync(t => t.Dokument.ForSkolaAsync(annanSkolas, default))).ShouldBeNull();
        (await varld.GorAsync(t => t.Dokument.FindAsync(id, annans, default))).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Decision_PurgedBeforeSending_IsNeverSentWithout(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var id = await StuderandeAsync(varld);
        var dokument = await LaddaUppAsync(varld, id);
        var nyckel = (await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Avstangd with { DokumentId = dokument }), null, null, default)))!.Value;
        await using (var db = varld.Databas.Alla())
            await db.SkrivAsync(() => db.Nationellt<Core.Dokumentlagring.Dokument>().Where(d => d.Id == dokument).ExecuteDeleteAsync());

        var svar = await varld.GorAsync(t => t.Handelser.SkickaAsync(nyckel, 0, null, default));

        svar!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("HANDELSE-DOKUMENT");
        (await varld.HandelserAsync(id)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Csn_HasItWhenTheWindowCloses_NotAMinuteBefore(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (_, dokument) = await SkickadAsync(varld);

        varld.Klocka.Satt(Testklocka.Standarddag, new(14, 59));
        (await KoAsync(varld)).ShouldBeEmpty();
        (await AntalAsync(varld)).ShouldBe(0);
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Dokument.ForCsnAsync(dokument, default))).ShouldBeNull();

        varld.Klocka.Satt(Testklocka.Standarddag, new(15, 0));
        var rad = (await KoAsync(varld)).ShouldHaveSingleItem();
        (rad.Status, rad.ForstaDag, rad.SistaDag, rad.Student).ShouldBe((Avstangningsstatus.AttHantera, Avstangd.ForstaDag, Avstangd.SistaDag, "Prov Provsson"));
        (await AntalAsync(varld)).ShouldBe(1);
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Dokument.ForCsnAsync(dokument, default))).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task TakenBackInItsWindow_IsNeverSeen_AndTheDecisionStaysAtTheSchool(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (handelse, dokument) = await SkickadAsync(varld);
        varld.Klocka.Satt(Testklocka.Standarddag, new(14, 59));

        await TaTillbakaAsync(varld, handelse);

        varld.Klocka.Satt(Testklocka.Standarddag, new(15, 0));
        (await KoAsync(varld)).ShouldBeEmpty();
        (await KoAsync(varld, vantar: false)).ShouldBeEmpty();
        (await varld.GorAsync(t => t.Dokument.ForSkolaAsync(dokument, default))).ShouldNotBeNull();
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Dokument.ForCsnAsync(dokument, default))).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task TakenBackLater_IsShownAsSuch_WhenThatWindowCloses_AndWaitsAgain(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (handelse, _) = await SkickadAsync(varld);
        varld.Klocka.Satt(new(2026, 11, 23), new(9, 0));
        var id = (await KoAsync(varld))[0].Id;
        await TaTillbakaAsync(varld, handelse);
        (await KoAsync(varld))[0].Status.ShouldBe(Avstangningsstatus.AttHantera);
        var version = await VersionAsync(varld, id);
        // Handled after the school took it back, but before CSN could know.
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangning.HanteraAsync(id, version, default)))!.IsAccepted.ShouldBeTrue();
        (await KoAsync(varld)).ShouldBeEmpty();

        varld.Klocka.Satt(new(2026, 11, 23), new(15, 0));

        (await KoAsync(varld)).ShouldHaveSingleItem().Status.ShouldBe(Avstangningsstatus.Tillbakatagen);
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangning.HanteraAsync(id, version + 1, default)))!.IsAccepted.ShouldBeTrue();
        (await KoAsync(varld)).ShouldBeEmpty();
        (await KoAsync(varld, vantar: false)).ShouldHaveSingleItem().Status.ShouldBe(Avstangningsstatus.Tillbakatagen);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task ChangedLater_TheNewTakesThePlace_AndEachKeepsItsDecision(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (handelse, dokument) = await SkickadAsync(varld);
        varld.Klocka.Satt(new(2026, 11, 23), new(9, 0));
        var nyttDokument = await LaddaUppAsync(varld, handelse.StuderandeId);
        await varld.SkickaAsync(handelse.StuderandeId, Avstangd with { SistaDag = new(2026, 12, 4), DokumentId = nyttDokument }, handelse.Id);
        (await KoAsync(varld)).ShouldHaveSingleItem().SistaDag.ShouldBe(Avstangd.SistaDag);

        varld.Klocka.Satt(new(2026, 11, 23), new(15, 0));

        var ny = (await KoAsync(varld)).ShouldHaveSingleItem();
        (ny.Status, ny.SistaDag).ShouldBe((Avstangningsstatus.AttHantera, new DateOnly(2026, 12, 4)));
        var gammal = (await KoAsync(varld, vantar: false)).ShouldHaveSingleItem();
        gammal.Status.ShouldBe(Avstangningsstatus.Ersatt);
        var (nyasida, gammalsida) = (await DetaljerAsync(varld, ny.Id), await DetaljerAsync(varld, gammal.Id));
        (nyasida!.ErsatterId, nyasida.Dokument.Id, gammalsida!.ErsattAvId, gammalsida.Dokument.Id).ShouldBe((gammal.Id, nyttDokument, ny.Id, dokument));
        var version = await VersionAsync(varld, gammal.Id);
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangning.HanteraAsync(gammal.Id, version, default)))!.Refusals[0].Code.ShouldBe("AVSTANGNING-ERSATT");
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task ChangedAndTakenBackInOneWindow_IsTheFirstThatIsTakenBackForCsn(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (handelse, dokument) = await SkickadAsync(varld);
        varld.Klocka.Satt(new(2026, 11, 23), new(9, 0));
        await varld.SkickaAsync(handelse.StuderandeId, Avstangd with { SistaDag = new(2026, 12, 4), DokumentId = dokument }, handelse.Id);
        await TaTillbakaAsync(varld, (await varld.HandelserAsync(handelse.StuderandeId))[^1]);

        varld.Klocka.Satt(new(2026, 11, 23), new(15, 0));

        var rad = (await KoAsync(varld)).ShouldHaveSingleItem();
        (rad.Status, rad.SistaDag).ShouldBe((Avstangningsstatus.Tillbakatagen, Avstangd.SistaDag));
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Protected_AreInALaneOfTheirOwn_ForTheClearedAlone(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (_, _) = await SkickadAsync(varld);
        var (_, hemligt) = await SkickadAsync(varld, Personskydd.Skyddad, "19960412A002");
        varld.Klocka.Satt(Testklocka.Standarddag, new(15, 0));

        var skyddad = (await varld.SomCsnAsync(Personer.StigSkyman, t => t.Avstangningar.SidaAsync(Personskydd.Skyddad, true, 1, default))).Rader.Rader.ShouldHaveSingleItem();
        skyddad.Student.ShouldBe(Studerande.SkyddadText);
        (await varld.SomCsnAsync(Personer.StigSkyman, t => t.Avstangningar.AntalAsync())).ShouldBe((1, 1));
        (await varld.SomCsnAsync(Personer.StigSkyman, t => t.Avstangningar.SidaAsync(Personskydd.Inget, true, 1, default))).Rader.Antal.ShouldBe(1);
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangningar.AntalAsync())).ShouldBe((1, 0));
        (await varld.SomCsnAsync(Personer.KristinaOhlin, t => t.Avstangningar.AntalAsync())).ShouldBe((0, 0));
        (await KoAsync(varld)).ShouldHaveSingleItem().Student.ShouldBe("Prov Provsson");
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangningar.ForAsync(skyddad.Id, default))).ShouldBeNull();
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangning.HanteraAsync(skyddad.Id, 0, default))).ShouldBeNull();
        (await varld.SomCsnAsync(Personer.StigSkyman, t => t.Avstangningar.ForAsync(skyddad.Id, default)))!.Dokument.Id.ShouldBe(hemligt);
        await Should.ThrowAsync<InvalidOperationException>(() => varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangningar.SidaAsync(Personskydd.Skyddad, true, 1, default)));
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Handled_ByTwoAtOnce_OneIsToldWhoWasFirst(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (handelse, _) = await SkickadAsync(varld);
        varld.Klocka.Satt(Testklocka.Standarddag, new(15, 0));
        var id = (await KoAsync(varld))[0].Id;
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangning.HanteraAsync(id, 7, default)))!.Refusals[0].Code.ShouldBe("AVSTANGNING-ANDRAD");

        var svar = await Task.WhenAll(new[] { Personer.GretaGranberg, Personer.StigSkyman }.Select(p => varld.SomCsnAsync(p, t => t.Avstangning.HanteraAsync(id, 0, default))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Single(s => !s!.IsAccepted)!.Refusals.ShouldHaveSingleItem().Code.ShouldBe("AVSTANGNING-HANTERAD");
        var handelser = await varld.AuditAsync(Acts.SuspensionHandled);
        handelser.Where(e => e.Outcome == AuditOutcome.Accepted).ShouldHaveSingleItem().ObjektId.ShouldBe(handelse.Id);
        handelser.Count(e => e.Outcome == AuditOutcome.Refused).ShouldBe(2);
        (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangning.HanteraAsync(999_999, 0, default))).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Purge_TakesDecisionsThatNobodySent_AndNoOthers(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Hogskola);
        var (handelse, skickat) = await SkickadAsync(varld);
        var (utanUtkast, iUtkast) = (await LaddaUppAsync(varld, handelse.StuderandeId), await LaddaUppAsync(varld, handelse.StuderandeId));
        await TaTillbakaAsync(varld, handelse);
        await varld.GorAsync(t => t.Utkast.SparaAsync(new(handelse.StuderandeId, Avstangd with { DokumentId = iUtkast }), null, null, default));
        var gallring = new GallringService(varld.Databas.NyDb, new InloggningssparrService(varld.Databas.NyDb, varld.Klocka, new()), new(), new(), new(), varld.Klocka);

        varld.Klocka.Flytta(GallringService.OskickatBeslut);
        (await gallring.GallraAsync(default)).Dokument.ShouldBe(0);
        varld.Klocka.Flytta(TimeSpan.FromSeconds(1));
        (await gallring.GallraAsync(default)).Dokument.ShouldBe(1);
        varld.Klocka.Flytta(GallringService.Utkast);
        await gallring.GallraAsync(default);
        await gallring.GallraAsync(default);

        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Core.Dokumentlagring.Dokument>().Where(d => d.StuderandeId != null).Select(d => d.Id).ToListAsync()).ShouldBe([skickat]);
        new[] { utanUtkast, iUtkast }.ShouldNotContain(skickat);
    }

    private static async Task<long> StuderandeAsync(Rapporteringsvarld varld, Personskydd skydd = Personskydd.Inget, string nummer = "19960412A001") =>
        await varld.StuderandeAsync(skydd, nummer, new(varld.SkolaId, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", Avdelning.B));

    private static async Task<long> LaddaUppAsync(Rapporteringsvarld varld, long studerandeId, Testfil? fil = null) =>
        (await varld.GorAsync(t => t.Dokument.LaggTillAsync(studerandeId, "beslut.pdf", new MemoryStream((fil ?? Testfiler.Pdf()).Innehall), default)))!.Value;

    private static async Task<(Handelse Handelse, long Dokument)> SkickadAsync(Rapporteringsvarld varld, Personskydd skydd = Personskydd.Inget, string nummer = "19960412A001")
    {
        var id = await StuderandeAsync(varld, skydd, nummer);
        var dokument = await LaddaUppAsync(varld, id);
        (await varld.SkickaAsync(id, Avstangd with { DokumentId = dokument })).Svar.IsAccepted.ShouldBeTrue();
        return ((await varld.HandelserAsync(id))[0], dokument);
    }

    private static async Task TaTillbakaAsync(Rapporteringsvarld varld, Handelse handelse) =>
        (await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(handelse.Id, default)))!.IsAccepted.ShouldBeTrue();

    private static async Task<IReadOnlyList<Avstangningsrad>> KoAsync(Rapporteringsvarld varld, bool vantar = true)
    {
        var sida = await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangningar.SidaAsync(Personskydd.Inget, vantar, 1, default));
        // What the database counts is what the case itself says.
        await using var db = varld.Databas.Alla();
        var nu = varld.Klocka.UtcNu();
        var egna = await db.Nationellt<Avstangning>().Where(Avstangning.HosCsn(nu)).ToListAsync();
        egna.ShouldAllBe(a => a.Vantar(nu) == Avstangning.VantarPaCsn(nu).Compile()(a));
        var ids = sida.Rader.Rader.Select(r => r.Id).ToList();
        egna.Where(a => ids.Contains(a.Id)).ShouldAllBe(a => a.Vantar(nu) == vantar);
        return sida.Rader.Rader;
    }

    private static async Task<int> AntalAsync(Rapporteringsvarld varld) => (await varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangningar.AntalAsync())).Vanliga;

    private static Task<Avstangningsdetaljer?> DetaljerAsync(Rapporteringsvarld varld, long id) => varld.SomCsnAsync(Personer.GretaGranberg, t => t.Avstangningar.ForAsync(id, default));

    private static async Task<int> VersionAsync(Rapporteringsvarld varld, long id) => (await DetaljerAsync(varld, id))!.Avstangning.Version;
}
