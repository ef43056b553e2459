using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>What CSN and a school write to each other about a case.</summary>
public sealed class MeddelandeTests
{
    /// <summary>Whatever has been written has been seen.</summary>
    private const long Allt = long.MaxValue;

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Thread_GoesBackAndForth_AndSaysWhomItWaitsFor(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);

        (await FragaAsync(varld, arende, "Vilken klass går eleven i?"))!.Value.ShouldBe(new Meddelandeutfall(1, true));

        var vantande = await varld.SomRapportorAsync(_ => VantandeAsync(varld));
        (vantande.ShouldHaveSingleItem().ArBaraMeddelande, vantande[0].Meddelande).ShouldBe((true, varld.Klocka.UtcNu()));
        (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Ko(Kofilter.NyttMeddelande), default))).Rader.ShouldBeEmpty();

        var svar = await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(2), "  EK24B.\r\n", Allt, default));

        svar!.IsAccepted.ShouldBeTrue();
        (await varld.SomRapportorAsync(_ => VantandeAsync(varld))).ShouldBeEmpty();
        (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Ko(Kofilter.NyttMeddelande), default))).Rader.ShouldHaveSingleItem().HarNyttMeddelande.ShouldBeTrue();
        var (lagrat, mejl, handelser) = await LasAsync(varld, arende);
        lagrat.Meddelanden.Select(m => (m.Fran, m.Text, m.Last is not null)).ShouldBe([(Meddelandepart.Csn, "Vilken klass går eleven i?", true), (Meddelandepart.Skolan, "EK24B.", false)]);
        mejl.Select(m => m.Till).ShouldBe(["annlin01@portal.example", "csngra01@portal.example"]);
        mejl.ShouldAllBe(m => !(m.Amne + m.Text).Contains("Lisa") && !m.Text.Contains("EK24B") && !m.Text.Contains("Vilken"));
        handelser.Select(h => (h.Act, h.Why, h.Changes)).ShouldBe([(Acts.CaseMessageSent, null, null), (Acts.CaseMessageSent, null, null)]);

        // A decision made on an older page is refused with what came.
        var gammal = await varld.SomAsync(varld.Greta, a => a.Service.GodkannAsync(arende.Id, arende.Version, "Ja.", default));
        gammal!.Refusals[0].ShouldBeOfType<ArendeAndratUnderTiden>().Vad.ShouldBe("Meddelande skrivet i ärendet");
        (await varld.SomAsync(varld.Greta, a => a.Meddelanden.LasHosCsnAsync(arende.Id, Allt, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Greta, a => a.Meddelanden.LasHosCsnAsync(arende.Id, Allt, default)))!.Refusals[0].ShouldBe(new MeddelandeRedanLast());
        (await LasAsync(varld, arende)).Arende.SkolanHarSvarat.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task WhatOnlyTells_WaitsForNobody_AndEndsTheWait(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await FragaAsync(varld, arende, "Vilken klass?");
        (await varld.SomRapportorAsync(_ => VantandeAsync(varld))).ShouldHaveSingleItem();

        (await varld.SomAsync(varld.Greta, a => a.Meddelanden.SkrivTillSkolanAsync(arende.Id, Nyckel(2), "Tack, det löste sig.", Allt, default, behoverSvar: false)))!.Value.ShouldBe(new Meddelandeutfall(1, true));

        (await varld.SomRapportorAsync(_ => VantandeAsync(varld))).ShouldBeEmpty();
        var (lagrat, mejl, handelser) = await LasAsync(varld, arende);
        (lagrat.SkolanSkaSvara, lagrat.SkolanHarSvarat, lagrat.Meddelanden.Count).ShouldBe((null, null, 2));
        mejl.Select(m => m.Text.Contains("Ni behöver inte svara.", StringComparison.Ordinal)).ShouldBe([false, true]);
        handelser.Select(h => h.Changes).ShouldBe([null, "Inget svar behövs"]);
        foreach (var lasare in Enum.GetValues<Meddelandepart>())
        {
            var trad = await varld.SomAsync(varld.Greta, a => a.Meddelanden.TradAsync(lagrat, lasare, default));
            (trad.Nytt, trad.VantarPaSkolan, trad.Hinder is null || lasare == Meddelandepart.Skolan).ShouldBe((false, false, true));
            trad.Rader.ShouldAllBe(r => r.UtanSvar);
        }

        // The school may write all the same, and then CSN has something to read.
        (await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(3), "Bra.", Allt, default)))!.IsAccepted.ShouldBeTrue();
        (await LasAsync(varld, arende)).Arende.SkolanHarSvarat.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task SamePage_PostedTwiceAtOnce_SendsOnce(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);

        var svar = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => FragaAsync(varld, arende, "Hej"))));

        svar.ShouldAllBe(s => s!.IsAccepted);
        svar.Count(s => s!.Value.Nyss).ShouldBe(1);
        var (lagrat, mejl, handelser) = await LasAsync(varld, arende);
        (lagrat.Meddelanden.Count, mejl.Count, handelser.Count).ShouldBe((1, 1, 1));
    }

    [Theory]
    [InlineData(null, "ARENDE-MEDDELANDETEXT")]
    [InlineData(" \n ", "ARENDE-MEDDELANDETEXT")]
    [InlineData("Gäller 20090412-9830.", "ARENDE-TRADPNR")]
    [InlineData("1001", "ARENDE-MEDDELANDELANGD")]
    public async Task BadText_IsRefused_AndNothingIsSent(string? text, string kod)
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);

        var svar = await FragaAsync(varld, arende, text == "1001" ? new string('ö', 1001) : text);

        (svar!.Refusals[0].Code, svar.Refusals[0].Field).ShouldBe((kod, "Text"));
        var (lagrat, mejl, handelser) = await LasAsync(varld, arende);
        (lagrat.Meddelanden.Count, lagrat.SkolanSkaSvara, mejl.Count).ShouldBe((0, null, 0));
        (handelser.ShouldHaveSingleItem().Outcome, handelser[0].Why).ShouldBe((AuditOutcome.Refused, kod));
    }

    [Fact]
    public async Task ClosedCase_IsReadOnly_AndNobodyWaits()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await FragaAsync(varld, arende, "Hej");
        await using (var db = varld.Databas.Alla())
        {
            (await db.Nationellt<Arende>().Include(a => a.Kompletteringar).Include(a => a.Beslut).Include(a => a.Skolkrapport).SingleAsync()).Aterta(varld.Klocka.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        (await varld.SomRapportorAsync(_ => VantandeAsync(varld))).ShouldBeEmpty();
        (await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(2), "Hej", Allt, default)))!.Refusals[0].ShouldBe(new MeddelandeStangt());
        (await varld.SomRapportorAsync(a => a.Meddelanden.LasHosSkolanAsync(arende.SkolkrapportId, Allt, default)))!.Refusals[0].ShouldBe(new MeddelandeStangt());
        (await FragaAsync(varld, arende, "Hej", 3))!.Refusals[0].ShouldBe(new MeddelandeStangt());
        var trad = await varld.SomRapportorAsync(a => a.Meddelanden.TradAsync(arende, Meddelandepart.Skolan, default));
        trad.Rader.ShouldHaveSingleItem().Av.ShouldBe("CSN", "a school is not told which handläggare");
    }

    [Fact]
    public async Task School_AnswersOnly_AndOnlyItsOwn()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        (await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(1), "Hej", Allt, default)))!.Refusals[0].ShouldBe(new MeddelandeIngenFraga());
        await FragaAsync(varld, arende, "Hej");
        Skola annan = new("87654321", "Norra", "Umeå", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt);
        await using (var db = varld.Databas.Alla())
        {
            db.Add(annan);
            await db.SaveChangesAsync();
        }

        (await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(2), "Hej", Allt, default), annan.Id)).ShouldBeNull();
        (await varld.SomRapportorAsync(a => a.Meddelanden.LasHosSkolanAsync(arende.SkolkrapportId, Allt, default), annan.Id)).ShouldBeNull();
        (await varld.SomRapportorAsync(a => a.Meddelanden.TradAsync(arende, Meddelandepart.Skolan, default), annan.Id)).Rader.ShouldBeEmpty("the filter holds, whatever case is asked about");
        (await LasAsync(varld, arende)).Arende.Meddelanden.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Csn_WritesWhoHasTheCase_OrAnybodyWhileNobodyHas_AndTheClearedOnlyOfProtected()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var gretas = await varld.ArendeAsync(Arendestatus.Granskas);
        var ingens = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag);
        var skyddad = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag, skydd: Personskydd.Skyddad);

        (await varld.SomAsync(varld.Gustav, a => a.Meddelanden.SkrivTillSkolanAsync(gretas.Id, Nyckel(1), "Hej", Allt, default)))!.Refusals[0].ShouldBeOfType<ArendeAnnanHandlaggare>().Vem.ShouldBe("Greta Granberg");
        (await varld.SomAsync(varld.Gustav, a => a.Meddelanden.SkrivTillSkolanAsync(ingens.Id, Nyckel(1), "Hej", Allt, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Gustav, a => a.Meddelanden.SkrivTillSkolanAsync(skyddad.Id, Nyckel(1), "Hej", Allt, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Gustav, a => a.Meddelanden.LasHosCsnAsync(skyddad.Id, Allt, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Stig, a => a.Meddelanden.SkrivTillSkolanAsync(skyddad.Id, Nyckel(1), "Hej", Allt, default)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(varld.Greta, a => a.Meddelanden.SkrivTillSkolanAsync(987_654, Nyckel(1), "Hej", Allt, default))).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task WhatCameAfterThePageWasDrawn_IsNotMarkedAsRead_ByEitherSide(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arende = await varld.ArendeAsync(Arendestatus.Granskas);
        await FragaAsync(varld, arende, "Första frågan");
        var skolans = (await varld.SomRapportorAsync(a => a.Meddelanden.TradAsync(arende, Meddelandepart.Skolan, default))).Senaste;
        await FragaAsync(varld, arende, "Andra frågan", 2);

        (await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(3), "Svar på den första", skolans, default)))!.Refusals[0].ShouldBe(new MeddelandeNyttKommit());
        (await varld.SomRapportorAsync(a => a.Meddelanden.LasHosSkolanAsync(arende.SkolkrapportId, skolans, default)))!.Refusals[0].ShouldBe(new MeddelandeNyttKommit());

        var lagrat = (await LasAsync(varld, arende)).Arende;
        (lagrat.SkolanSkaSvara is not null, lagrat.Meddelanden.Count, lagrat.Meddelanden.All(m => m.Last is null)).ShouldBe((true, 2, true));
        skolans = (await varld.SomRapportorAsync(a => a.Meddelanden.TradAsync(arende, Meddelandepart.Skolan, default))).Senaste;
        (await varld.SomRapportorAsync(a => a.Meddelanden.SvaraAsync(arende.SkolkrapportId, Nyckel(3), "Svar på båda", skolans, default)))!.IsAccepted.ShouldBeTrue();

        // CSN's page is from before the answer.
        (await varld.SomAsync(varld.Greta, a => a.Meddelanden.SkrivTillSkolanAsync(arende.Id, Nyckel(4), "Hallå?", skolans, default)))!.Refusals[0].ShouldBe(new MeddelandeNyttKommit());
        (await varld.SomAsync(varld.Greta, a => a.Meddelanden.LasHosCsnAsync(arende.Id, skolans, default)))!.Refusals[0].ShouldBe(new MeddelandeNyttKommit());
        (await LasAsync(varld, arende)).Arende.SkolanHarSvarat.ShouldNotBeNull();
    }

    private static string Nyckel(int nummer) => new((char)('0' + nummer), 64);

    private static Kofraga Ko(Kofilter filter) => new(Koflik.AllaOppna, Kosortering.Inkommet, Koriktning.Stigande, 1) { Filter = filter };

    private static Task<Result<Meddelandeutfall>?> FragaAsync(Granskningsvarld varld, Arende arende, string? text, int nyckel = 1) =>
        varld.SomAsync(varld.Greta, a => a.Meddelanden.SkrivTillSkolanAsync(arende.Id, Nyckel(nyckel), text, Allt, default));

    private static async Task<IReadOnlyList<AttGoraRad>> VantandeAsync(Granskningsvarld varld)
    {
        await using var db = varld.Databas.For(varld.Skola.Id);
        var fraga = new AttGoraQuery(db);
        (await fraga.AntalAsync(varld.Skola.Id)).ShouldBe((await new AttGoraQuery(db).RaderAsync(default)).Count, "the menu counts what the page shows");
        return await fraga.RaderAsync(default);
    }

    private static async Task<(Arende Arende, List<Core.Meddelanden.UtgaendeMejl> Mejl, List<AuditEvent> Handelser)> LasAsync(Granskningsvarld varld, Arende arende)
    {
        await using var db = varld.Databas.Alla();
        return (
            await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Meddelanden.OrderBy(m => m.Id)).SingleAsync(a => a.Id == arende.Id),
            await db.UtgaendeMejl.AsNoTracking().OrderBy(m => m.Id).ToListAsync(),
            await db.AuditEvents.AsNoTracking().Where(e => e.ObjektId == arende.SkolkrapportId).OrderBy(e => e.Id).ToListAsync());
    }
}
