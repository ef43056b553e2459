using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

public sealed class ArendeQueryTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Sida_PutsEachCaseUnderItsTabs(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var arenden = new Dictionary<Arendestatus, long>();
        foreach (var status in Enum.GetValues<Arendestatus>())
        {
            arenden[status] = (await varld.ArendeAsync(status, minut: (int)status)).Id;
        }

        var gustavs = await varld.ArendeAsync(Arendestatus.Granskas, varld.Gustav, minut: 50);

        (await IdsAsync(varld, Koflik.AttGranska)).ShouldBe([arenden[Arendestatus.AttGranska]]);
        (await IdsAsync(varld, Koflik.Mina)).ShouldBe(
            [arenden[Arendestatus.Granskas], arenden[Arendestatus.KompletteringBegard], arenden[Arendestatus.Godkant], arenden[Arendestatus.Atertaget]]);
        (await IdsAsync(varld, Koflik.VantarPaSkolan)).ShouldBe([arenden[Arendestatus.VantarPaUnderlag], arenden[Arendestatus.KompletteringBegard]]);
        (await IdsAsync(varld, Koflik.Avslutade)).ShouldBe([arenden[Arendestatus.Avslutat], arenden[Arendestatus.Atertaget]]);
        (await IdsAsync(varld, Koflik.AllaOppna)).ShouldContain(gustavs.Id);
        var antal = (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(Koflik.AllaOppna), default))).Flikantal;
        antal[Koflik.AttGranska].ShouldBe(1);
        antal[Koflik.Mina].ShouldBe(4);
        antal[Koflik.VantarPaSkolan].ShouldBe(2);
        antal[Koflik.AllaOppna].ShouldBe(6);
        (await varld.SomAsync(varld.Greta, a => a.Ko.AntalAttGranskaAsync())).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Sida_SortsByArrivalPaymentAndCompleteness(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var sent = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 0, rapportdag: new DateOnly(2026, 11, 23));
        var brist = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 10, underlag: new(Granskningsvarld.ForstaDag, new DateOnly(2026, 10, 28), 60, 1, 0, ForstaDagensFranvaro.Nej));
        var hel = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 20);
        varld.Klocka.Satt(new(2026, 11, 23), new(15, 0)); // the windows of all three have closed

        (await IdsAsync(varld, Koflik.AttGranska)).ShouldBe([sent.Id, brist.Id, hel.Id]);
        (await IdsAsync(varld, Koflik.AttGranska, Kosortering.Inkommet, Koriktning.Fallande)).ShouldBe([hel.Id, brist.Id, sent.Id]);
        (await IdsAsync(varld, Koflik.AttGranska, Kosortering.Utbetalning)).ShouldBe([brist.Id, hel.Id, sent.Id]);
        (await IdsAsync(varld, Koflik.AttGranska, Kosortering.Fullstandighet)).ShouldBe([sent.Id, hel.Id, brist.Id]);
        (await IdsAsync(varld, Koflik.AttGranska, Kosortering.Fullstandighet, Koriktning.Fallande)).ShouldBe([brist.Id, sent.Id, hel.Id]);
        var rader = (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(Koflik.AttGranska), default))).Rader;
        rader.Select(r => r.NastaUtbetalning).ShouldBe([new DateOnly(2026, 12, 30), new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30)]);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Triage_SortsByAmount_FiltersAndGivesTheNextOfTheSameOrder(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var liten = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 0, rapport: new(new(2026, 9, 20), null, 690, 6, false));
        var stor = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 10, underlag: new(Granskningsvarld.ForstaDag, new DateOnly(2026, 10, 28), 60, 1, 0, ForstaDagensFranvaro.Nej));
        var sen = await varld.ArendeAsync(Arendestatus.AttGranska, minut: 20, rapportdag: new DateOnly(2026, 11, 23));
        varld.Klocka.Satt(new(2026, 11, 23), new(15, 0));
        (liten.Riskbelopp, stor.Riskbelopp, sen.Riskbelopp).ShouldBe((625, 1_250, 3_750));

        (await IdsAsync(varld, Koflik.AttGranska, Kosortering.Belopp, Koriktning.Fallande)).ShouldBe([sen.Id, stor.Id, liten.Id]);
        foreach (var (filter, vantade) in new (Kofilter, long[])[]
        {
            (Kofilter.Avviker, [stor.Id]),
            (Kofilter.Stammer, [liten.Id, sen.Id]),
            (Kofilter.NastaUtbetalning, [liten.Id, stor.Id]),
            (Kofilter.Alla, [liten.Id, stor.Id, sen.Id]),
        })
        {
            var fraga = Fraga(Koflik.AttGranska) with { Filter = filter };
            var sida = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(fraga, default));
            sida.Rader.Select(r => r.ArendeId).ShouldBe(vantade, $"{filter}");
            sida.Antal.ShouldBe(vantade.Length);
            (await varld.SomAsync(varld.Greta, a => a.Ko.NastaAsync(fraga with { Flik = Koflik.Mina }, default)))!.Value.ArendeId.ShouldBe(vantade[0]);
        }
    }

    /// <summary>The database counts the warnings in order to sort by them; the page shows what <see cref="Underlagskontroll"/> says. They agree.</summary>
    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Sida_ByCompleteness_OrdersAsTheChecksCount(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        DateOnly ankomst = new(2026, 11, 2);
        var forsta = Granskningsvarld.ForstaDag;
        (Underlagsuppgift Underlag, Skolkuppgift Rapport)[] fall =
        [
            (new(forsta, ankomst, 690, 6, 20_000, ForstaDagensFranvaro.Ja), new(forsta, null, 690, 6, false)),
            (new(forsta, ankomst, 690, 6, 20_000, ForstaDagensFranvaro.Ja), new(forsta, null, null, null, false)),
            (new(forsta.AddDays(1), ankomst, 690, 6, 20_000, ForstaDagensFranvaro.Ja), new(forsta, null, 690, 6, false)),
            (new(forsta.AddDays(-9), forsta.AddDays(-1), 690, 6, 20_000, ForstaDagensFranvaro.Ja), new(forsta, null, 690, 6, false)),
            (new(forsta, ankomst, 690, 6, 20_000, ForstaDagensFranvaro.EjAngivet), new(forsta, null, 690, 5, false)),
            (new(forsta, ankomst.AddDays(1), 700, 6, 20_000, ForstaDagensFranvaro.Ja), new(forsta, null, 690, 6, false)),
            (new(forsta, ankomst, 239, 2, 239, ForstaDagensFranvaro.Ja), new(forsta, null, 239, 2, false)),
            (new(forsta, ankomst, 240, 1, 239, ForstaDagensFranvaro.Nej), new(forsta, null, 240, null, false)),
            (new(forsta, ankomst, 240, 2, 0, ForstaDagensFranvaro.Nej), new(forsta, null, 1, 1, false)),
        ];
        foreach (var (underlag, rapport) in fall)
        {
            await varld.ArendeAsync(Arendestatus.AttGranska, underlag: underlag, rapport: rapport);
        }

        var rader = (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(Koflik.AttGranska, Kosortering.Fullstandighet), default))).Rader;

        rader.Count.ShouldBe(fall.Length);
        rader.Select(r => r.Avvikelser).ShouldBe(rader.Select(r => r.Avvikelser).Order());
        rader.Select(r => r.Avvikelser).Order().ShouldBe(fall.Select(f => Underlagskontroll.Kontrollera(f.Rapport, f.Underlag, ankomst).Count(k => k.Utfall == Utfall.Varning)).Order());
    }

    /// <summary>Week-ends, holidays, students who are back, and papers with a date: the database and the checks say the same of each.</summary>
    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Sida_ByCompleteness_CountsSchoolDaysAsTheChecksDo(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Klocka.Satt(new(2027, 4, 1), new(12, 0));
        var slump = new Random(15);
        // Sent on the days around Christmas, Trettondedag jul and Easter, and long ago.
        DateOnly[] skickade = [new(2026, 12, 28), new(2026, 12, 30), new(2027, 1, 4), new(2027, 1, 7), new(2027, 1, 8), new(2027, 1, 10), new(2027, 1, 11), new(2027, 3, 27), new(2027, 3, 29), new(2027, 3, 30), new(2027, 3, 31)];
        Dictionary<long, int> vantade = [];
        foreach (var skickad in skickade.SelectMany(s => Enumerable.Repeat(s, 9)).Index())
        {
            var kom = skickad.Item;
            var till = kom.AddDays(1 - (skickad.Index % 9));
            DateOnly? sista = slump.Next(3) == 0 ? kom.AddDays(-slump.Next(12)) : null;
            var rapport = new Skolkuppgift(Granskningsvarld.ForstaDag, sista, 690, 6, false);
            var uppgift = new Underlagsuppgift(Granskningsvarld.ForstaDag, till, 690, 6, 20_000, ForstaDagensFranvaro.Ja);
            var arende = await varld.ArendeAsync(Arendestatus.AttGranska, minut: skickad.Index, underlag: uppgift, rapport: rapport);
            DateOnly? avsant = slump.Next(3) == 0 ? kom.AddDays(-slump.Next(4)) : null;
            await using var db = varld.Databas.Alla();
            await db.SkrivAsync(() => db.Nationellt<Franvarounderlag>().Where(u => u.SkolkrapportId == arende.SkolkrapportId)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.Ankomstdag, kom).SetProperty(x => x.Avsantdag, avsant)));
            vantade.Add(arende.Id, Underlagskontroll.Kontrollera(rapport, uppgift, avsant ?? kom).Count(k => k.Utfall == Utfall.Varning));
        }

        vantade.Values.ShouldContain(0);
        vantade.Values.ShouldContain(1);
        var stammer = Fraga(Koflik.AttGranska) with { Filter = Kofilter.Stammer };
        List<long> ids = [];
        for (var sida = 1; sida <= 5; sida++)
            ids.AddRange((await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(stammer with { Sida = sida }, default))).Rader.Select(r => r.ArendeId));
        ids.Distinct().Order().ShouldBe(vantade.Where(v => v.Value == 0).Select(v => v.Key).Order());
        (await varld.SomAsync(varld.Greta, a => a.Ko.Stammande().ToListAsync())).Order().ShouldBe(vantade.Where(v => v.Value == 0).Select(v => v.Key).Order());
    }

    /// <summary>Days are reckoned with in the database: what SQLite does SQL Server can be asked too, also where the tests have none.</summary>
    [Fact]
    public void TheCountOfWarnings_IsSqlForBothDatabases()
    {
        foreach (var provider in Enum.GetValues<Databasprovider>())
        {
            using var tjanster = new ServiceCollection().AddPortalDatabas(provider, provider == Databasprovider.Sqlite ? "Data Source=finns-inte.db" : "Server=finns-inte;Database=portal").BuildServiceProvider();
            using var db = tjanster.GetRequiredService<NyPortalDbContext>().NyForAlla("granskning");
            var sql = new ArendeQuery(db, new AktuellAnvandare(), new Testklocka()).Stammande().ToQueryString();
            sql.ShouldContain(provider == Databasprovider.Sqlite ? "json_each" : "OPENJSON", Case.Insensitive, "the days without school are one parameter");
        }

        // The queue's order asks one rule of all reports (ArendeQuery.MedUnderlag): a second one asks for another query.
        Fristregler.Alla.Count(r => r.Slag == Fristslag.Underlag).ShouldBe(1);
    }

    [Fact]
    public async Task Sida_BeyondTheLast_GivesTheLast()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        for (var i = 0; i <= Kofraga.RaderPerSida; i++)
        {
            await varld.ArendeAsync(Arendestatus.AttGranska, minut: i);
        }

        var sida = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(Koflik.AttGranska) with { Sida = 99 }, default));

        sida.Fraga.Sida.ShouldBe(2);
        sida.Antal.ShouldBe(Kofraga.RaderPerSida + 1);
        sida.Rader.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task Sida_ProtectedStudents_AreInTheirOwnLaneAlone_AndMaskedThereToo(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        await varld.ArendeAsync(Arendestatus.AttGranska);
        await varld.ArendeAsync(Arendestatus.AttGranska, skydd: Personskydd.Skyddad);

        var gretas = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(Koflik.AttGranska), default));
        var stigs = await varld.SomAsync(varld.Stig, a => a.Ko.SidaAsync(Fraga(Koflik.AttGranska), default));
        var lane = Fraga(Koflik.AttGranska) with { Lane = Personskydd.Skyddad };
        var egna = await varld.SomAsync(varld.Stig, a => a.Ko.SidaAsync(lane, default));
        var gretasEgna = await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(lane, default));

        foreach (var ko in new[] { gretas, stigs })
        {
            (ko.Antal, ko.Flikantal[Koflik.AttGranska]).ShouldBe((1, 1));
            ko.Rader.ShouldHaveSingleItem().ArSkyddad.ShouldBeFalse();
        }

        (egna.Antal, egna.Flikantal[Koflik.AttGranska]).ShouldBe((1, 1));
        var rad = egna.Rader.ShouldHaveSingleItem();
        (rad.ArSkyddad, rad.Student, rad.Personnummer).ShouldBe((true, Studerande.SkyddadText, "xxxxxxxx-xxxx"));
        (gretasEgna.Antal, gretasEgna.Rader.Count, gretasEgna.Flikantal.Values.Sum()).ShouldBe((0, 0, 0));
        (await varld.SomAsync(varld.Greta, a => a.Ko.NastaAsync(lane, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Stig, a => a.Ko.NastaAsync(lane, default)))!.Value.ArendeId.ShouldBe(rad.ArendeId);
        (await varld.SomAsync(varld.Stig, a => a.Ko.NastaAsync(Fraga(Koflik.AttGranska), default)))!.Value.ArendeId.ShouldNotBe(rad.ArendeId);
        (await varld.SomAsync(varld.Greta, a => a.Ko.AntalAttGranskaAsync(Personskydd.Skyddad))).ShouldBe(0);
        (await varld.SomAsync(varld.Greta, a => a.Ko.AntalAttGranskaAsync())).ShouldBe(1);
        (await varld.SomAsync(varld.Stig, a => a.Ko.AntalAttGranskaAsync())).ShouldBe(1);
        (await varld.SomAsync(varld.Stig, a => a.Ko.AntalAttGranskaAsync(Personskydd.Skyddad))).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task ACase_IsNowhereAtCsn_UntilTheWindowOfItsReportHasClosed(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        varld.Klocka.Satt(new(2026, 11, 20), new(15, 0));
        var arende = await varld.ArendeAsync(Arendestatus.AttGranska, rapportdag: new(2026, 11, 20)); // Friday 09:00
        varld.Klocka.Satt(new(2026, 11, 20), new(14, 59));

        foreach (var flik in Enum.GetValues<Koflik>())
            (await IdsAsync(varld, flik)).ShouldBeEmpty();
        (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(Koflik.AllaOppna), default))).Flikantal.Values.Sum().ShouldBe(0);
        (await varld.SomAsync(varld.Greta, a => a.Ko.AntalAttGranskaAsync())).ShouldBe(0);
        (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(arende.Id, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Service.TaAsync(arende.Id, arende.Version, default))).ShouldBeNull();
        (await varld.SomAsync(varld.Greta, a => a.Service.TaNastaAsync(default))).Refusals.Single().ShouldBeOfType<ArendekonTom>();

        varld.Klocka.Satt(new(2026, 11, 20), new(15, 0));
        (await IdsAsync(varld, Koflik.AttGranska)).ShouldBe([arende.Id]);
        (await varld.SomAsync(varld.Greta, a => a.Ko.AntalAttGranskaAsync())).ShouldBe(1);
        (await varld.SomAsync(varld.Greta, a => a.Service.TaNastaAsync(default))).IsAccepted.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task AReportThatIsTakenBack_BeforeItsWindowCloses_IsNeverSeenByCsn(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var fore = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag, rapportdag: new(2026, 11, 20));
        var efter = await varld.ArendeAsync(Arendestatus.VantarPaUnderlag, rapportdag: new(2026, 11, 20));
        await using (var db = varld.Databas.Alla())
        {
            var (ena, andra) = (await db.Nationellt<Arende>().SingleAsync(a => a.Id == fore.Id), await db.Nationellt<Arende>().SingleAsync(a => a.Id == efter.Id));
            ena.Aterta(fore.SynligFran.AddSeconds(-1));
            andra.Aterta(efter.SynligFran);
            await db.SaveChangesAsync();
        }

        foreach (var flik in Enum.GetValues<Koflik>())
            (await IdsAsync(varld, flik)).ShouldNotContain(fore.Id);
        (await IdsAsync(varld, Koflik.Avslutade)).ShouldBe([efter.Id]);
        (await varld.SomAsync(varld.Greta, a => a.Detaljer.HamtaAsync(fore.Id, default))).ShouldBeNull();
    }

    [Fact]
    public async Task Detaljer_HoldTheFactsOfTheCase()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var arende = await varld.ArendeAsync(Arendestatus.KompletteringBegard, rapport: new(new DateOnly(2026, 9, 7), null, 690, 6, false));

        var detaljer = (await varld.SomAsync(varld.Stig, a => a.Detaljer.HamtaAsync(arende.Id, default)))!;

        detaljer.Rapportor.Namn.ShouldBe("Anna Lind");
        detaljer.Handlaggare.ShouldBe("Greta Granberg");
        detaljer.Underlag.ShouldHaveSingleItem().SkickatAv.ShouldBe("Anna Lind");
        detaljer.Kompletteringar.ShouldHaveSingleItem().BegardAv.ShouldBe("Greta Granberg");
        detaljer.AntalAvvikelser.ShouldBe(0);
        detaljer.Uppskattning.Dagar.ShouldBe(30);
        detaljer.NastaUtbetalning.ShouldBe(new DateOnly(2026, 11, 30));
        detaljer.Frist.ArSent(detaljer.ForstaAnkomst!.Value).ShouldBeFalse();
    }

    private static Kofraga Fraga(Koflik flik, Kosortering sortering = Kosortering.Inkommet, Koriktning riktning = Koriktning.Stigande) => new(flik, sortering, riktning, 1);

    private static async Task<List<long>> IdsAsync(Granskningsvarld varld, Koflik flik, Kosortering sortering = Kosortering.Inkommet, Koriktning riktning = Koriktning.Stigande) =>
        [.. (await varld.SomAsync(varld.Greta, a => a.Ko.SidaAsync(Fraga(flik, sortering, riktning), default))).Rader.Select(r => r.ArendeId)];
}
