using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class ArendeServiceTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Ta_FromTheQueue_GivesItToTheHandlaggareWithAnEvent(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska);

        var svar = await varld.SomAsync(varld.Greta, a => a.Service.TaAsync(arende.Id, arende.Version, default));

        svar!.IsAccepted.ShouldBeTrue();
        var (lagrat, handelser) = await LasAsync(varld, arende);
        lagrat.Status.ShouldBe(Arendestatus.Granskas);
        lagrat.HandlaggareKontoId.ShouldBe(varld.Greta.Id);
        var handelse = handelser.ShouldHaveSingleItem();
        (handelse.Act, handelse.Outcome, handelse.KontoId, handelse.SkolaId).ShouldBe((Acts.CaseTaken, AuditOutcome.Accepted, varld.Greta.Id, varld.Skola.Id));
        handelse.Changes.ShouldBe("Status: Att granska → Granskas");
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Ta_ByTwoAtTheSameMoment_OneGetsItAndTheOtherIsToldWho(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska);
        Konto[] personer = [varld.Greta, varld.Gustav, varld.Stig];

        var svar = await Task.WhenAll(personer.Select(p => Task.Run(() => varld.SomAsync(p, a => a.Service.TaAsync(arende.Id, arende.Version, default)))));

        var (lagrat, handelser) = await LasAsync(varld, arende);
        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        var vann = personer[Array.FindIndex(svar, s => s!.IsAccepted)];
        lagrat.HandlaggareKontoId.ShouldBe(vann.Id);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0].Sentence == $"Ärendet är redan taget av {vann.Namn} 22 november 2026 kl. 10.00.");
        handelser.Count(h => h.Outcome == AuditOutcome.Accepted).ShouldBe(1);
        handelser.Count(h => h.Outcome == AuditOutcome.Refused && h.Why == "ARENDE-TAGET").ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Godkann_SavedBetweenReadingAndSaving_IsRefusedWithWhatHappened(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using var db = varld.Databas.Alla();
        var arbete = new Arbete(db, varld.Databas.NyDb, varld.Anvandare(varld.Greta), varld.Klocka, varld.Fyraogon);

        // The context has read the case; in another tab the same person asks for a complement.
        await db.Nationellt<Arende>().Include(a => a.Kompletteringar).SingleAsync(a => a.Id == arende.Id);
        var andra = await varld.SomAsync(varld.Greta, a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "Skicka resten.", default));
        var svar = await arbete.Service.GodkannAsync(arende.Id, arende.Version, "Det räcker.", default);

        andra!.IsAccepted.ShouldBeTrue();
        svar!.Refusals[0].Code.ShouldBe("ARENDE-VANTARSVAR");
        (await LasAsync(varld, arende)).Arende.Status.ShouldBe(Arendestatus.KompletteringBegard);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Godkann_OfAPageDrawnBeforeNewUnderlag_IsRefusedWithWhatCame(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            var lagrat = await db.Nationellt<Arende>().SingleAsync(a => a.Id == arende.Id);
            lagrat.TaEmotUnderlag(Granskningsvarld.Inkom(90));
            new AuditService(db, varld.Databas.NyDb, varld.Anvandare(varld.Anna), varld.Klocka)
                .Add(Acts.UnderlagSent, AuditObjects.Skolkrapport, arende.SkolkrapportId, arende.SkolaId);
            await db.SaveChangesAsync();
        }

        var svar = await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, null, default));

        svar!.Refusals[0].ShouldBeOfType<ArendeAndratUnderTiden>().Vem.ShouldBe("Anna Lind");
        svar.Refusals[0].Sentence.ShouldContain("Frånvarounderlag inskickat");
        (await LasAsync(varld, arende)).Arende.Status.ShouldBe(Arendestatus.Granskas);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Godkann_WithWarningsAndNoMotivation_IsRefused(string? motivering)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas, underlag: KortUnderlag);

        var svar = await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, motivering, default));

        svar!.Refusals[0].ShouldBe(new ArendeMotiveringKravs(1));
        (await LasAsync(varld, arende)).Arende.Status.ShouldBe(Arendestatus.Granskas);
    }

    [Fact]
    public async Task Godkann_WithAPersonnummerInTheMotivation_IsRefused()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas, underlag: KortUnderlag);

        var svar = await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, "Gäller 20090412-9830.", default));

        svar!.Refusals[0].ShouldBe(new ArendeMotiveringMedPersonnummer());
        (await LasAsync(varld, arende)).Arende.Status.ShouldBe(Arendestatus.Granskas);
    }

    [Fact]
    public async Task Godkann_WithWarningsAndMotivation_KeepsTheMotivationInTheHistory()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas, underlag: KortUnderlag);

        await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, " Resten framgår av samtal. ", default));

        var (lagrat, handelser) = await LasAsync(varld, arende);
        lagrat.Status.ShouldBe(Arendestatus.Godkant);
        lagrat.GodkantAvKontoId.ShouldBe(varld.Greta.Id);
        handelser[0].Why.ShouldBe("Resten framgår av samtal.");
    }

    [Fact]
    public async Task Godkann_JudgesTheNewestUnderlag()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas, underlag: KortUnderlag);
        await varld.UnderlagAsync(arende, Granskningsvarld.Inkom(120));

        var svar = await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, null, default));

        svar!.IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task BegarKomplettering_StopsTheClockAndMailsEachReporter(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            // Held until yesterday, and something else: neither gets a mail.
            db.Add(new Behorighet(varld.Gustav.Id, varld.Skola.Id, Behorighetsslag.Studeranderapportering, new DateOnly(2026, 11, 21)));
            db.Add(new Behorighet(varld.Stig.Id, varld.Skola.Id, Behorighetsslag.StudietiderUtbildningar));
            await db.SaveChangesAsync();
        }

        var svar = await varld.SomAsync(
            varld.Greta,
            a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.ForKortPeriod, "Lisa Ek 20090412-9808: skicka resten.", default));

        svar!.Value.AntalMejl.ShouldBe(1);
        var (lagrat, handelser) = await LasAsync(varld, arende);
        lagrat.Status.ShouldBe(Arendestatus.KompletteringBegard);
        lagrat.HandlaggningFran.ShouldBeNull();
        lagrat.ObesvaradKomplettering!.SvarSenast.ShouldBe(new DateOnly(2026, 12, 6));
        handelser[0].Why.ShouldBe("Underlaget täcker för kort period");
        await using var efter = varld.Databas.Alla();
        var mejl = await efter.UtgaendeMejl.SingleAsync();
        mejl.Till.ShouldBe("annlin01@portal.example");
        mejl.Text.ShouldContain("behöver en komplettering senast 6 december 2026. 6 december 2026 är en söndag. Sista dagen flyttas inte.");
        mejl.Text.ShouldContain($"https://portal.example/ogiltig-franvaro/{arende.SkolkrapportId}");
        (mejl.Amne + mejl.Text).ShouldNotContain("Lisa");
        (mejl.Amne + mejl.Text).ShouldNotContain("9808");
    }

    [Fact]
    public async Task BegarKomplettering_WhenRefused_MailsNobody()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas, varld.Gustav);

        var svar = await varld.SomAsync(varld.Greta, a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "x", default));

        svar!.Refusals[0].Code.ShouldBe("ARENDE-ANNANS");
        await using var db = varld.Databas.Alla();
        (await db.UtgaendeMejl.AnyAsync()).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task TaNasta_ByManyAtOnce_GivesEachTheirOwnOldestFirst(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        List<long> ids = [];
        foreach (var minut in new[] { 30, 10, 20 })
        {
            ids.Add((await varld.ArendeAsync(Arendestatus.AttGranska, minut: minut)).Id);
        }

        var forsta = await varld.SomAsync(varld.Greta, a => a.Service.TaNastaAsync(default));
        var resten = await Task.WhenAll(new[] { varld.Greta, varld.Gustav, varld.Stig }.Select(p => Task.Run(() => varld.SomAsync(p, a => a.Service.TaNastaAsync(default)))));

        forsta.Value.ArendeId.ShouldBe(ids[1]);
        resten.Where(r => r.IsAccepted).Select(r => r.Value.ArendeId).ShouldBe([ids[0], ids[2]], ignoreOrder: true);
        resten.Single(r => !r.IsAccepted).Refusals[0].ShouldBe(new ArendekonTom());
    }

    [Fact]
    public async Task AProtectedStudentsCase_IsNotThereForThoseNotCleared()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad);

        (await varld.SomAsync(varld.Greta, a => a.Service.TaAsync(arende.Id, arende.Version, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Service.TaNastaAsync(default))).Refusals[0].ShouldBe(new ArendekonTom());
        (await varld.SomAsync(varld.Stig, a => a.Service.TaNastaAsync(default))).Value.ArendeId.ShouldBe(arende.Id);
    }

    [Fact]
    public async Task Kvittera_RemovesATakenBackCaseFromOnesOwn()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Atertaget);
        var fraga = new Kofraga(Koflik.Mina, Kosortering.Inkommet, Koriktning.Stigande, 1);

        var fore = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(fraga, default));
        await varld.SomAsync(varld.Greta, a => a.Service.KvitteraAsync(arende.Id, arende.Version, default));
        var efter = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(fraga, default));

        fore.Rader.ShouldHaveSingleItem().Status.ShouldBe(Arendestatus.Atertaget);
        fore.Flikantal[Koflik.Mina].ShouldBe(1);
        efter.Rader.ShouldBeEmpty();
    }

    [Fact]
    public async Task LamnaOver_TellsTheHistoryFromWhomToWhom()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await using (var db = varld.Databas.Alla())
        {
            db.Add(new Behorighet(varld.Gustav.Id, null, Behorighetsslag.CsnHandlaggare));
            await db.SaveChangesAsync();
        }

        (await varld.SomAsync(varld.Greta, a => a.Service.LamnaOverAsync(arende.Id, arende.Version, varld.Gustav.Id, null, default)))!.IsAccepted.ShouldBeTrue();

        (await LasAsync(varld, arende)).Handelser[0].Changes.ShouldBe($"Handläggare: {varld.Greta.Id} → {varld.Gustav.Id}");
    }

    private static Underlagsuppgift KortUnderlag => new(Granskningsvarld.ForstaDag, new DateOnly(2026, 10, 28), 690, 6, 20_000, ForstaDagensFranvaro.Ja);

    private static async Task<(Arende Arende, List<AuditEvent> Handelser)> LasAsync(Granskningsvarld varld, Arende arende)
    {
        await using var db = varld.Databas.Alla();
        return (
            await db.Nationellt<Arende>().Include(a => a.Kompletteringar).SingleAsync(a => a.Id == arende.Id),
            await db.AuditEvents.Where(e => e.ObjektId == arende.SkolkrapportId).OrderByDescending(e => e.Id).ToListAsync());
    }
}
