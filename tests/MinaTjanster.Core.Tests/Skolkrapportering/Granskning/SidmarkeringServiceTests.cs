using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class SidmarkeringServiceTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Markera_StoresThePage_AndTheRequestTakesItAlong(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);

        var trea = await MarkeraAsync(varld, arende, fil, 3, " Dagarna efter 12 oktober saknas. ");
        var fyra = await MarkeraAsync(varld, arende, fil, 4, null);
        var svar = await varld.SomAsync(varld.Greta, a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.ForKortPeriod, "Skicka resten.", default, [trea.Value.Id]));

        svar!.IsAccepted.ShouldBeTrue();
        var detaljer = await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default));
        detaljer!.Markeringar.ShouldHaveSingleItem().Id.ShouldBe(fyra.Value.Id);
        var hanvisning = Sidhanvisning.For(detaljer.Kompletteringar[0].Fraga.Markeringar, detaljer.Underlag.Select(u => u.Underlag), detaljer.Studerande.Skydd).ShouldHaveSingleItem();
        (hanvisning.Text, hanvisning.Brist, hanvisning.DokumentId, hanvisning.Fragment)
            .ShouldBe(("Underlag från 2 november 2026, sida 3", "Dagarna efter 12 oktober saknas.", fil, "#page=3"));
        var handelser = await HandelserAsync(varld, arende);
        handelser.Select(h => (h.Act, h.Why, h.Changes)).ShouldBe(
        [
            (Acts.CasePageMarked, "Dagarna efter 12 oktober saknas.", $"Dokument: {fil}\nSida: 3"),
            (Acts.CasePageMarked, null, $"Dokument: {fil}\nSida: 4"),
            (Acts.CaseComplementRequested, Kompletteringsorsak.ForKortPeriod.Text(), "Status: Granskas → Komplettering begärd\nMärkta sidor: 1"),
        ]);
    }

    [Theory]
    [InlineData(Personskydd.Inget, "franvaro.pdf")]
    [InlineData(Personskydd.Skyddad, null)]
    public async Task AMark_NamesItsFileAmongMore_ButNotAProtectedStudents(Personskydd skydd, string? filnamn)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 2, skydd);
        await using var db = varld.Databas.Alla();
        var underlagId = await db.Nationellt<Franvarounderlag>().Where(u => u.SkolkrapportId == arende.SkolkrapportId).Select(u => u.Id).SingleAsync();
        db.Add(new Dokument(varld.Skola.Id, underlagId, "mer.pdf", varld.Anna.Id, Granskningsvarld.Inkom(1)));
        await db.SaveChangesAsync();
        var underlag = await db.Nationellt<Franvarounderlag>().AsNoTracking().Include(u => u.Dokument).SingleAsync(u => u.Id == underlagId);

        var hanvisning = Sidhanvisning.For([new Sidmarkering(arende, fil, 2, null, 0, varld.Greta.Id, Granskningsvarld.Inkom(2))], [underlag], skydd).ShouldHaveSingleItem();

        hanvisning.Text.ShouldBe($"Underlag från 2 november 2026, {filnamn ?? $"dokument-{fil}.pdf"}, sida 2");
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Markera_Again_KeepsOneMark_WithTheNewWords_AlsoInTheSameMoment(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MarkeraAsync(varld, arende, fil, 2, "Otydligt."))));
        (await LasAsync(varld)).ShouldHaveSingleItem().Brist.ShouldBe("Otydligt.");
        await MarkeraAsync(varld, arende, fil, 2, "Oläsligt.");

        (await LasAsync(varld)).ShouldHaveSingleItem().Brist.ShouldBe("Oläsligt.");
        (await HandelserAsync(varld, arende)).Count(h => h.Outcome == AuditOutcome.Accepted).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Markera_WhatCannotBe_IsRefusedAndChangesNothing(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);

        foreach (var (sida, brist, kod) in new (int, string?, string)[]
        {
            (0, null, "ARENDE-MARKERINGSIDA"),
            (5, null, "ARENDE-MARKERINGSIDA"),
            (3, "Gäller 20090412-2383.", "ARENDE-MARKERINGPNR"),
        })
        {
            (await MarkeraAsync(varld, arende, fil, sida, brist)).Refusals[0].Code.ShouldBe(kod);
        }

        (await MarkeraAsync(varld, arende, fil, 5, null)).Refusals[0].Sentence.ShouldBe("Filen har 4 sidor. Skriv en sida från 1 till 4.");
        (await MarkeraAsync(varld, arende, fil, 3, null, varld.Gustav)).Refusals[0].Code.ShouldBe("ARENDE-ANNANS");
        (await LasAsync(varld)).ShouldBeEmpty();
        (await HandelserAsync(varld, arende)).ShouldAllBe(h => h.Outcome == AuditOutcome.Refused);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Markera_AnotherCasesFile_OrAHiddenCase_IsNotThere(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);
        var (annat, annanFil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4, minut: 5);
        var (dolt, doldFil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4, Personskydd.Skyddad, minut: 10);
        var markering = await MarkeraAsync(varld, annat, annanFil, 1, null);

        (await varld.SomAsync(varld.Greta, a => a.Markeringar.MarkeraAsync(arende.Id, annanFil, 1, null, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.MarkeraAsync(arende.Id, 987654321, 1, null, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.MarkeraAsync(987654321, fil, 1, null, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.MarkeraAsync(dolt.Id, doldFil, 1, null, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(arende.Id, markering.Value.Id, default)))!.Value.ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(dolt.Id, markering.Value.Id, default))).ShouldBeNull();
        var begart = await varld.SomAsync(varld.Greta, a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "Skicka.", default, [markering.Value.Id]));

        begart!.Refusals[0].Code.ShouldBe("ARENDE-MARKERINGSAKNAS");
        (await LasAsync(varld)).ShouldHaveSingleItem().KompletteringId.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task TaBort_BeforeItIsSent_RemovesIt_AfterIsRefused(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);
        var (ett, tva) = ((await MarkeraAsync(varld, arende, fil, 1, null)).Value, (await MarkeraAsync(varld, arende, fil, 2, null)).Value);

        (await varld.SomAsync(varld.Gustav, a => a.Markeringar.TaBortAsync(arende.Id, ett.Id, default)))!.Refusals[0].Code.ShouldBe("ARENDE-ANNANS");
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(arende.Id, ett.Id, default)))!.Value!.Sida.ShouldBe(1);
        (await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(arende.Id, ett.Id, default)))!.Value.ShouldBeNull("it is gone already");
        (await HandelserAsync(varld, arende)).Count(h => h.Act == Acts.CasePageUnmarked && h.Outcome == AuditOutcome.Accepted).ShouldBe(1);
        (await varld.SomAsync(varld.Greta, a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "Skicka.", default, [tva.Id])))!.IsAccepted.ShouldBeTrue();

        (await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(arende.Id, tva.Id, default)))!.Refusals[0].Code.ShouldBe("ARENDE-MARKERINGSKICKAD");
        (await LasAsync(varld)).ShouldHaveSingleItem().Id.ShouldBe(tva.Id);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task BegarKomplettering_WhenTheMarkIsRemovedInTheSameMoment_IsRefusedAndAsksNothing(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);
        var markering = (await MarkeraAsync(varld, arende, fil, 1, null)).Value;
        await using var db = varld.Databas.Alla();
        var arbete = new Arbete(db, varld.Databas.NyDb, varld.Anvandare(varld.Greta), varld.Klocka, varld.Fyraogon);

        // The context has read the mark; in another tab it is taken away and made anew, so that only its version tells.
        await db.Nationellt<Sidmarkering>().SingleAsync(m => m.Id == markering.Id);
        await varld.Databas.Alla().Nationellt<Sidmarkering>().Where(m => m.Id == markering.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Version, x => x.Version + 1));
        await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(arende.Id, markering.Id, default));
        var svar = await arbete.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "Skicka.", default, [markering.Id]);

        svar!.Refusals[0].Code.ShouldBe("ARENDE-MARKERINGSAKNAS");
        await using var efter = varld.Databas.Alla();
        (await efter.Nationellt<Arende>().SingleAsync(a => a.Id == arende.Id)).Status.ShouldBe(Arendestatus.Granskas);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task BegarKomplettering_WhenTheWordsOfAMarkChangeInTheSameMoment_SendsTheNewOnes(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);
        var markering = (await MarkeraAsync(varld, arende, fil, 1, "Otydligt.")).Value;
        await using var db = varld.Databas.Alla();
        var arbete = new Arbete(db, varld.Databas.NyDb, varld.Anvandare(varld.Greta), varld.Klocka, varld.Fyraogon);

        // The context has read the mark before its words are changed in another tab.
        await db.Nationellt<Sidmarkering>().SingleAsync(m => m.Id == markering.Id);
        await MarkeraAsync(varld, arende, fil, 1, "Oläsligt.");
        var svar = await arbete.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "Skicka.", default, [markering.Id]);

        svar!.IsAccepted.ShouldBeTrue();
        var skickad = (await LasAsync(varld)).ShouldHaveSingleItem();
        (skickad.ArSkickad, skickad.Brist).ShouldBe((true, "Oläsligt."));
        (await HandelserAsync(varld, arende)).Count(h => h.Act == Acts.CaseComplementRequested).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task AMark_IsNeverSaidToBeWhatChangedTheCase(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.AttGranska, sidor: 4);
        (await varld.SomAsync(varld.Gustav, a => a.Service.TaAsync(arende.Id, arende.Version, default)))!.IsAccepted.ShouldBeTrue();
        varld.Klocka.Flytta(TimeSpan.FromMinutes(5));
        var markering = await MarkeraAsync(varld, arende, fil, 1, null, varld.Gustav);
        await varld.SomAsync(varld.Gustav, a => a.Markeringar.TaBortAsync(arende.Id, markering.Value.Id, default));

        // By the page that he had open before he took it.
        var nej = (await varld.SomAsync(varld.Gustav, a => a.Service.LaggTillbakaAsync(arende.Id, arende.Version, default)))!.Refusals[0];

        nej.ShouldBeOfType<ArendeAndratUnderTiden>().ShouldBe(new ArendeAndratUnderTiden("Gustav Gren", ActTexts.Text(Acts.CaseTaken), varld.Klocka.GetUtcNow().UtcDateTime.AddMinutes(-5)));
    }

    [Fact]
    public async Task TheFilesOfAProtectedStudent_AreToldToTheSchoolByAnotherName()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 4);
        await using var db = varld.Databas.Alla();
        var underlag = await db.Nationellt<Franvarounderlag>().Include(u => u.Dokument).SingleAsync(u => u.SkolkrapportId == arende.SkolkrapportId);
        db.Add(new Dokument(varld.Skola.Id, underlag.Id, "annan.pdf", varld.Anna.Id, Granskningsvarld.Inkom(0)));
        await db.SaveChangesAsync();
        Sidmarkering[] markeringar = [new(arende, fil, 2, null, 0, varld.Greta.Id, Granskningsvarld.Inkom(1))];

        Sidhanvisning.For(markeringar, [underlag], Personskydd.Inget).Single().Text.ShouldBe("Underlag från 2 november 2026, franvaro.pdf, sida 2");
        Sidhanvisning.For(markeringar, [underlag], Personskydd.Skyddad).Single().Text.ShouldBe($"Underlag från 2 november 2026, dokument-{fil}.pdf, sida 2");
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Markera_MoreThanALot_IsRefused(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (arende, fil) = await MedFilAsync(varld, Arendestatus.Granskas, sidor: 100);
        await using (var db = varld.Databas.Alla())
        {
            db.AddRange(Enumerable.Range(1, Sidmarkering.FlestOskickade).Select(sida => new Sidmarkering(arende, fil, sida, null, 0, varld.Greta.Id, varld.Klocka.GetUtcNow().UtcDateTime)));
            await db.SaveChangesAsync();
        }

        (await MarkeraAsync(varld, arende, fil, 100, null)).Refusals[0].Code.ShouldBe("ARENDE-MARKERINGAR");
        (await MarkeraAsync(varld, arende, fil, 1, "Nya ord.")).IsAccepted.ShouldBeTrue("a mark that is there can be changed");
    }

    /// <summary>A case with a PDF of so many pages.</summary>
    internal static async Task<(Arende Arende, long Fil)> MedFilAsync(Granskningsvarld varld, Arendestatus status, int sidor, Personskydd skydd = Personskydd.Inget, int minut = 0)
    {
        var arende = await varld.ArendeAsync(status, skydd: skydd, minut: minut, handlaggare: varld.Greta);
        await using var db = varld.Databas.Alla();
        var underlag = await db.Nationellt<Franvarounderlag>().SingleAsync(u => u.SkolkrapportId == arende.SkolkrapportId);
        var fil = new Dokument(varld.Skola.Id, underlag.Id, "franvaro.pdf", varld.Anna.Id, Granskningsvarld.Inkom(minut));
        fil.Slutfor(Dokumenttyp.Pdf, 3, new string('a', 64), sidor);
        db.Add(fil);
        await db.SaveChangesAsync();
        return (arende, fil.Id);
    }

    private static async Task<Result<Sidmarkering>> MarkeraAsync(Granskningsvarld varld, Arende arende, long fil, int sida, string? brist, Konto? vem = null) =>
        (await varld.SomAsync(vem ?? varld.Greta, a => a.Markeringar.MarkeraAsync(arende.Id, fil, sida, brist, default)))!;

    private static async Task<List<Sidmarkering>> LasAsync(Granskningsvarld varld)
    {
        await using var db = varld.Databas.Alla();
        return await db.Nationellt<Sidmarkering>().AsNoTracking().OrderBy(m => m.Id).ToListAsync();
    }

    private static async Task<List<AuditEvent>> HandelserAsync(Granskningsvarld varld, Arende arende)
    {
        await using var db = varld.Databas.Alla();
        return await db.AuditEvents.AsNoTracking().Where(e => e.ObjektId == arende.SkolkrapportId).OrderBy(e => e.Id).ToListAsync();
    }
}
