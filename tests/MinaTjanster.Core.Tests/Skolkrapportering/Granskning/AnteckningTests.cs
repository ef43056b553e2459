using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>Working notes of a case: saved, found again, and never two people's at once.</summary>
public sealed class AnteckningTests
{
    private static readonly Anteckningsinnehall Sparat = new("Ring mentorn.", "Skicka resten.", null, ["TIMMAR"]);

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Saved_IsFoundAgain_AndFollowsTheCaseToAColleague(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);

        (await SparaAsync(varld, varld.Greta, arende, AnteckningService.IngenVersion, Sparat))!.IsAccepted.ShouldBeTrue();
        await using (var db = varld.Databas.Alla())
        {
            (await db.Nationellt<Arende>().SingleAsync()).LamnaOver(varld.Greta.Id, varld.Gustav.Id, varld.Klocka.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        var hans = await HamtaAsync(varld, varld.Gustav, arende);
        (hans!.Innehall.Text, hans.Innehall.Komplettering, hans.Mening).ShouldBe(("Ring mentorn.", "Skicka resten.", "Greta Granberg sparade 22 november 2026 kl. 10.00."));
        hans.Innehall.Kontrollerat.ShouldBe(["TIMMAR"]);
        (await SparaAsync(varld, varld.Greta, arende, hans.Version, Sparat))!.Refusals[0].ShouldBeOfType<ArendeAnnanHandlaggare>();
        (await SparaAsync(varld, varld.Gustav, arende, hans.Version, Sparat with { Text = null }))!.IsAccepted.ShouldBeTrue();
        (await HamtaAsync(varld, varld.Gustav, arende))!.Mening.ShouldBe("Du sparade 22 november 2026 kl. 10.00.");
        var ko = await varld.SomAsync(varld.Gustav, a => a.Ko.SidaAsync(new(Koflik.Mina, Kosortering.Inkommet, Koriktning.Stigande, 1) { Filter = Kofilter.Paborjade }, default));
        ko.Rader.ShouldHaveSingleItem().Paborjat.ShouldNotBeNull();

        // Emptied: nothing is begun.
        var sparat = await HamtaAsync(varld, varld.Gustav, arende);
        (await SparaAsync(varld, varld.Gustav, arende, sparat!.Version, Anteckningsinnehall.Tomt))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Gustav, a => a.Ko.SidaAsync(new(Koflik.Mina, Kosortering.Inkommet, Koriktning.Stigande, 1) { Filter = Kofilter.Paborjade }, default))).Rader.ShouldBeEmpty();
        (await varld.SomAsync(varld.Gustav, a => a.Ko.SidaAsync(new(Koflik.Mina, Kosortering.Inkommet, Koriktning.Stigande, 1), default))).Rader.ShouldHaveSingleItem().Paborjat.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task OldPage_IsRefusedWithWhoSaved_AndTwoAtOnceLoseNothing(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);

        var svar = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => SparaAsync(varld, varld.Greta, arende, AnteckningService.IngenVersion, Sparat with { Text = $"Flik {i}" }))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0] is AnteckningAndrad);
        (await HamtaAsync(varld, varld.Greta, arende))!.Innehall.Text.ShouldBe($"Flik {Array.FindIndex(svar, s => s!.IsAccepted)}");
    }

    [Fact]
    public async Task NewUnderlag_UnticksWhatWasLookedAt_AndTheTextStays()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await SparaAsync(varld, varld.Greta, arende, AnteckningService.IngenVersion, Sparat);
        await using var db = varld.Databas.Alla();
        var lagrat = await db.Nationellt<Arende>().SingleAsync();
        lagrat.TaEmotUnderlag(Granskningsvarld.Inkom(90));
        await db.SaveChangesAsync();

        var sparat = await HamtaAsync(varld, varld.Greta, lagrat);

        (sparat!.Innehall.Text, sparat.Innehall.Kontrollerat.Count).ShouldBe(("Ring mentorn.", 0));
    }

    [Fact]
    public async Task Draft_IsKept_UntilItIsSent_AndSavingChangesNoCase()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        (await varld.SomAsync(varld.Greta, a => a.Anteckningar.SparaUtkastAsync(arende.Id, Arendeatgard.BegarKomplettering, i => i with { Komplettering = "Skicka oktober." }, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Greta, a => a.Anteckningar.SparaUtkastAsync(arende.Id, Arendeatgard.Godkann, i => i with { Motivering = "Räcker." }, default)))!.IsAccepted.ShouldBeTrue();
        (await HamtaAsync(varld, varld.Greta, arende))!.Innehall.Komplettering.ShouldBe("Skicka oktober.");

        // By the version from before the notes: they are no change of the case.
        (await varld.SomAsync(varld.Greta, a => a.Service.BegarKompletteringAsync(arende.Id, arende.Version, Kompletteringsorsak.Annat, "Skicka oktober.", default)))!.IsAccepted.ShouldBeTrue();

        var kvar = (await HamtaAsync(varld, varld.Greta, arende))!.Innehall;
        (kvar.Komplettering, kvar.Motivering).ShouldBe((null, "Räcker."));
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task TheApprovalsDraft_IsGoneWithTheApproval_AndIsNotSavedAfterIt(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        Task<Result<Sparadanteckning>?> UtkastAsync() => varld.SomAsync(varld.Greta, a => a.Anteckningar.SparaUtkastAsync(arende.Id, Arendeatgard.Godkann, i => i with { Motivering = "Internt." }, default));
        (await UtkastAsync())!.IsAccepted.ShouldBeTrue();

        (await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, "Ja.", default)))!.IsAccepted.ShouldBeTrue();

        (await HamtaAsync(varld, varld.Greta, arende))!.Innehall.Motivering.ShouldBeNull();
        (await UtkastAsync())!.Refusals[0].ShouldBeOfType<ArendeRedanGodkant>();
        (await HamtaAsync(varld, varld.Greta, arende))!.Innehall.Motivering.ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Anteckningar.SparaUtkastAsync(arende.Id, Arendeatgard.BeslutaUtfall, i => i with { Motivering = "Till eleven." }, default)))!.IsAccepted.ShouldBeTrue();
        (await HamtaAsync(varld, varld.Greta, arende))!.Innehall.Motivering.ShouldBe("Till eleven.");
    }

    [Fact]
    public async Task BadInput_IsRefusedByField_AndNothingIsSaved()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        (Anteckningsinnehall Innehall, string Kod, string Falt)[] fall =
        [
            (Sparat with { Text = "Se 20090412-9830" }, "ARENDE-ANTECKNINGPNR", "Text"),
            (Sparat with { Komplettering = "200904129830" }, "ARENDE-ANTECKNINGPNR", "Komplettering"),
            (Sparat with { Motivering = new string('ö', 1001) }, "ARENDE-ANTECKNINGLANGD", "Motivering"),
            (Sparat with { Text = new string('ö', 2001) }, "ARENDE-ANTECKNINGLANGD", "Text"),
            (Sparat with { Kontrollerat = ["PAHITTAD"] }, "ARENDE-ANTECKNINGKONTROLL", "Kontrollerat"),
        ];
        foreach (var (innehall, kod, falt) in fall)
        {
            var svar = await SparaAsync(varld, varld.Greta, arende, AnteckningService.IngenVersion, innehall);
            (svar!.Refusals[0].Code, svar.Refusals[0].Field).ShouldBe((kod, falt));
        }

        (await HamtaAsync(varld, varld.Greta, arende)).ShouldBeNull();
    }

    [Fact]
    public async Task ClosedCasesAndProtectedStudents_AreKeptFromWhomTheyAre()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var stangt = await varld.ArendeAsync(Arendestatus.Avslutat);
        var skyddad = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag, skydd: Personskydd.Skyddad);

        (await SparaAsync(varld, varld.Greta, stangt, AnteckningService.IngenVersion, Sparat))!.Refusals[0].ShouldBe(new AnteckningStangd());
        (await SparaAsync(varld, varld.Greta, skyddad, AnteckningService.IngenVersion, Sparat)).ShouldBeNull();
        (await SparaAsync(varld, varld.Stig, skyddad, AnteckningService.IngenVersion, Sparat with { Kontrollerat = [] }))!.IsAccepted.ShouldBeTrue();
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.Where(e => e.Act == Acts.CaseNotesSaved).Select(e => new { e.Outcome, e.Changes }).ToListAsync()).ShouldAllBe(e => e.Changes == null);
    }

    private static Task<Result<Sparadanteckning>?> SparaAsync(Granskningsvarld varld, Konto konto, Arende arende, int version, Anteckningsinnehall innehall) =>
        varld.SomAsync(konto, a => a.Anteckningar.SparaAsync(arende.Id, version, innehall, default));

    private static Task<Sparadanteckning?> HamtaAsync(Granskningsvarld varld, Konto konto, Arende arende) => varld.SomAsync(konto, a => a.Anteckningar.HamtaAsync(arende, default));
}
