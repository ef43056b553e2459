using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Flergodkannande;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>Several cases are approved at once: complete, undisputed, and each looked at as it stands.</summary>
public sealed class FlergodkannandeTests
{
    private static readonly Underlagsuppgift KortUnderlag = new(Granskningsvarld.ForstaDag, new(2026, 10, 1), 690, 6, 20_000, ForstaDagensFranvaro.Ja);

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task LookedAt_AreApproved_OnceHoweverOftenThePageIsPosted(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (min, ingens) = (await varld.ArendeAsync(Arendestatus.Granskas), await varld.ArendeAsync(Arendestatus.AttGranska, minut: 1));
        await SeAsync(varld, varld.Greta, min, ingens);
        (await varld.SomAsync(varld.Greta, a => a.Flera.ValbaraAsync(default))).Select(r => r.ArendeId).ShouldBe([min.Id, ingens.Id]);

        var forsta = await GodkannAsync(varld, min.Id, ingens.Id, min.Id);
        var igen = await GodkannAsync(varld, min.Id, ingens.Id);

        (forsta.Godkanda, forsta.Kvar.Count, igen.Godkanda, igen.Kvar.Count).ShouldBe((2, 0, 2, 0));
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Arende>().ToListAsync()).ShouldAllBe(a => a.Status == Arendestatus.Godkant && a.HandlaggareKontoId == varld.Greta.Id && a.GodkantAvKontoId == varld.Greta.Id);
        (await db.AuditEvents.OrderBy(e => e.Id).Select(e => e.Act).ToListAsync()).ShouldBe([Acts.CaseApproved, Acts.CaseTaken, Acts.CaseApproved]);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task WhatNoLongerHolds_IsLeftWithTheReason_AndTheOthersGoThrough(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var (bra, andrat, osett, fraga, avviker) = (
            await varld.ArendeAsync(Arendestatus.Granskas),
            await varld.ArendeAsync(Arendestatus.Granskas),
            await varld.ArendeAsync(Arendestatus.Granskas),
            await varld.ArendeAsync(Arendestatus.Granskas),
            await varld.ArendeAsync(Arendestatus.Granskas, underlag: KortUnderlag));
        var (gustavs, skyddad) = (await varld.ArendeAsync(Arendestatus.Granskas, varld.Gustav), await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad));
        await varld.SomAsync(varld.Greta, a => a.Meddelanden.SkrivTillSkolanAsync(fraga.Id, new string('1', 64), "Hej", 0, default));
        await SeAsync(varld, varld.Greta, bra, andrat, fraga, avviker, gustavs, skyddad);
        await using (var db = varld.Databas.Alla())
        {
            (await db.Nationellt<Arende>().SingleAsync(a => a.Id == andrat.Id)).TaEmotUnderlag(Granskningsvarld.Inkom(90));
            await db.SaveChangesAsync();
        }

        var svar = await GodkannAsync(varld, andrat.Id, osett.Id, fraga.Id, avviker.Id, gustavs.Id, skyddad.Id, 987_654, bra.Id);

        svar.Godkanda.ShouldBe(1);
        svar.Kvar.Select(r => (r.ArendeId, r.Hinder!.Code)).ShouldBe(
        [
            (andrat.Id, "ARENDE-FLERANDRAT"), (osett.Id, "ARENDE-FLEROSEDD"), (fraga.Id, "ARENDE-FLERMEDDELANDE"), (avviker.Id, "ARENDE-FLERAVVIKER"),
            (gustavs.Id, "ARENDE-ANNANS"), (skyddad.Id, "ARENDE-FLERSAKNAS"), (987_654, "ARENDE-FLERSAKNAS"),
        ]);
        await using var efter = varld.Databas.Alla();
        (await efter.Nationellt<Arende>().Where(a => a.Status == Arendestatus.Godkant).Select(a => a.Id).ToListAsync()).ShouldBe([bra.Id]);
        (await varld.SomAsync(varld.Greta, a => a.Flera.ValbaraAsync(default))).ShouldBeEmpty();

        // Cleared, and looked at: a protected student's case is all the same decided by itself.
        await SeAsync(varld, varld.Stig, skyddad);
        (await varld.SomAsync(varld.Stig, a => a.Flera.GodkannAsync([skyddad.Id], default))).Value.Kvar.ShouldHaveSingleItem().Hinder.ShouldBe(new FlerSkyddad());
    }

    [Fact]
    public async Task AColleaguesLook_IsNotOnes_AndAnExplanationOfTheSchoolIsReadByItself()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (ett, forklarat) = (await varld.ArendeAsync(Arendestatus.AttGranska), await varld.ArendeAsync(Arendestatus.Granskas));
        await SeAsync(varld, varld.Gustav, ett);
        await SeAsync(varld, varld.Greta, forklarat);
        await using (var db = varld.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Franvarounderlag>().Where(u => u.SkolkrapportId == forklarat.SkolkrapportId).ExecuteUpdateAsync(u => u.SetProperty(x => x.Forklaring, "Läraren var sjuk.")));
        }

        // Also an explanation of an earlier underlag than the newest.
        await varld.UnderlagAsync(forklarat, Granskningsvarld.Inkom(90));

        (await GodkannAsync(varld, ett.Id, forklarat.Id)).Kvar.Select(r => r.Hinder!.Code).ShouldBe(["ARENDE-FLEROSEDD", "ARENDE-FLERFORKLARING"]);
    }

    [Fact]
    public async Task AHalfWrittenComplement_IsFinishedFirst_AndTheApprovalsDraftGoesWithTheApproval()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (halvt, klart) = (await varld.ArendeAsync(Arendestatus.Granskas), await varld.ArendeAsync(Arendestatus.Granskas));
        await varld.SomAsync(varld.Greta, a => a.Anteckningar.SparaUtkastAsync(halvt.Id, Arendeatgard.BegarKomplettering, i => i with { Komplettering = "Skicka resten." }, default));
        await varld.SomAsync(varld.Greta, a => a.Anteckningar.SparaUtkastAsync(klart.Id, Arendeatgard.Godkann, i => i with { Motivering = "Internt." }, default));
        await SeAsync(varld, varld.Greta, halvt, klart);

        var svar = await GodkannAsync(varld, halvt.Id, klart.Id);

        (svar.Godkanda, svar.Kvar.ShouldHaveSingleItem().Hinder).ShouldBe((1, new FlerUtkast()));
        (await varld.SomAsync(varld.Greta, a => a.Anteckningar.HamtaAsync(klart, default)))!.Innehall.Motivering.ShouldBeNull();
    }

    [Fact]
    public async Task AMarkedPageThatTheSchoolHasNotBeenToldOf_IsSeenToFirst()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (arende, fil) = await SidmarkeringServiceTests.MedFilAsync(varld, Arendestatus.Granskas, sidor: 2);
        var markering = (await varld.SomAsync(varld.Greta, a => a.Markeringar.MarkeraAsync(arende.Id, fil, 2, null, default)))!.Value;
        await SeAsync(varld, varld.Greta, arende);

        (await GodkannAsync(varld, arende.Id)).Kvar.ShouldHaveSingleItem().Hinder.ShouldBe(new FlerMarkering());

        (await varld.SomAsync(varld.Greta, a => a.Markeringar.TaBortAsync(arende.Id, markering.Id, default)))!.IsAccepted.ShouldBeTrue();
        await SeAsync(varld, varld.Greta, arende);
        (await GodkannAsync(varld, arende.Id)).Godkanda.ShouldBe(1);
    }

    [Fact]
    public async Task AProtectedStudentsCase_IsNotEvenLoadedForTheChoice()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (skyddad, oppen) = (await varld.ArendeAsync(Arendestatus.Granskas, varld.Stig, Personskydd.Skyddad), await varld.ArendeAsync(Arendestatus.Granskas, varld.Stig));
        await SeAsync(varld, varld.Stig, skyddad, oppen);

        (await varld.SomAsync(varld.Stig, a => a.Flera.ValbaraAsync(default))).Select(r => r.ArendeId).ShouldBe([oppen.Id]);
        (await varld.SomAsync(varld.Stig, a => a.Ko.Stammande().ToListAsync())).ShouldBe([oppen.Id]);
    }

    [Fact]
    public async Task NothingOrTooMany_IsRefused()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();

        (await varld.SomAsync(varld.Greta, a => a.Flera.GodkannAsync([], default))).Refusals[0].ShouldBe(new FlerInget());
        (await varld.SomAsync(varld.Greta, a => a.Flera.GodkannAsync([.. Enumerable.Range(1, 26).Select(i => (long)i)], default))).Refusals[0].ShouldBe(new FlerForManga());
    }

    [Fact]
    public async Task TwoWhoLookedAtTheSameCase_ApproveItOnce()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska);
        await SeAsync(varld, varld.Greta, arende);
        await SeAsync(varld, varld.Gustav, arende);

        var svar = await Task.WhenAll(new[] { varld.Greta, varld.Gustav }.Select(p => Task.Run(() => varld.SomAsync(p, a => a.Flera.GodkannAsync([arende.Id], default)))));

        svar.Sum(s => s.Value.Godkanda).ShouldBe(1);
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.CaseApproved && e.Outcome == AuditOutcome.Accepted)).ShouldBe(1);
    }

    private static async Task<Flerutfall> GodkannAsync(Granskningsvarld varld, params long[] ids) => (await varld.SomAsync(varld.Greta, a => a.Flera.GodkannAsync(ids, default))).Value;

    private static async Task SeAsync(Granskningsvarld varld, Konto konto, params Arende[] arenden)
    {
        foreach (var arende in arenden)
        {
            await using var db = varld.Databas.Alla();
            var lagrat = await db.Nationellt<Arende>().AsNoTracking().SingleAsync(a => a.Id == arende.Id);
            await varld.SomAsync(konto, async a =>
            {
                await a.Flera.SettAsync(lagrat, default);
                return true;
            });
        }
    }
}
