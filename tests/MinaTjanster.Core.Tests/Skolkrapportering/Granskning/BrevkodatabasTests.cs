using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Skolkrapportering.Granskning;

/// <summary>The print queue against the database: who changed what meanwhile, what is noted, what a letter replaces.</summary>
public sealed class BrevkodatabasTests
{
    private static readonly DateTime Tid = new(2026, 11, 20, 8, 0, 0, DateTimeKind.Utc);

    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory]
    [MemberData(nameof(Databaser))]
    public async Task MarkeraSkickade_OneChangedInTheSameMoment_MarksThemAll(Databasprovider provider)
    {
        await using var varld = await Granskningsvarld.SkapaAsync(provider);
        var ids = new[] { (await UtskrivetAsync(varld)).Id, (await UtskrivetAsync(varld)).Id };
        await using var db = varld.Databas.Alla();
        var arbete = new Arbete(db, varld.Databas.NyDb, varld.Anvandare(varld.Greta), varld.Klocka, varld.Fyraogon);

        // The context has read them; then one is changed elsewhere.
        await db.Nationellt<Skolkbeslut>().AsTracking().Where(b => ids.Contains(b.Id)).ToListAsync();
        await using (var andra = varld.Databas.Alla())
        {
            await andra.SkrivAsync(() => andra.Nationellt<Skolkbeslut>().Where(b => b.Id == ids[0]).ExecuteUpdateAsync(rad => rad.SetProperty(b => b.Version, b => b.Version + 1)));
        }

        (await arbete.Brev.MarkeraSkickadeAsync(ids, default)).ShouldBe(2);
        (await arbete.Brev.MarkeraSkickadeAsync(ids, default)).ShouldBe(0);

        await using var efter = varld.Databas.Alla();
        (await efter.AuditEvents.CountAsync(e => e.Act == Acts.CaseLetterSent)).ShouldBe(2);
    }

    [Fact]
    public async Task EveryPrintOutThatIsNotSent_IsListed_AndMarkedAsAWhole()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        List<string> nycklar = [];
        for (var i = 0; i < 12; i++)
        {
            nycklar.Add((await UtskrivetAsync(varld)).Utskriftsnyckel!);
        }

        var skyddad = (await UtskrivetAsync(varld, Personskydd.Skyddad)).Utskriftsnyckel!;
        (await varld.SomAsync(varld.Greta, a => a.Brev.KoAsync(Beslutsbrevflik.Utskrivna, 1, default))).Utskrifter.Select(u => u.Utskrift.Nyckel).ShouldBe(nycklar, ignoreOrder: true);

        (await varld.SomAsync(varld.Greta, a => a.Brev.MarkeraUtskriftAsync(nycklar[0], default))).ShouldBe(1);
        (await varld.SomAsync(varld.Greta, a => a.Brev.MarkeraUtskriftAsync(nycklar[0], default))).ShouldBe(0, "once");
        (await varld.SomAsync(varld.Greta, a => a.Brev.MarkeraUtskriftAsync(skyddad, default))).ShouldBe(0, "not hers to see");
        (await varld.SomAsync(varld.Greta, a => a.Brev.AngraUtskriftAsync(nycklar[0], default))).ShouldBe(1);
        (await varld.SomAsync(varld.Greta, a => a.Brev.AngraUtskriftAsync(nycklar[0], default))).ShouldBe(0, "once");

        await varld.SomAsync(varld.Greta, a => a.Brev.MarkeraUtskriftAsync(nycklar[0], default));
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await varld.SomAsync(varld.Greta, a => a.Brev.AngraUtskriftAsync(nycklar[0], default))).ShouldBe(0, "another day");
    }

    [Fact]
    public async Task PrintReadAndMark_ManyLetters_AskTheDatabaseAsManyTimesAsFew()
    {
        var fa = await FragorAsync(3);
        var manga = await FragorAsync(30);

        fa.ShouldBeGreaterThan(5);
        manga.ShouldBe(fa);
    }

    private static async Task<int> FragorAsync(int brev)
    {
        using var raknare = new Kommandoraknare();
        await using var varld = await Granskningsvarld.SkapaAsync();
        for (var i = 0; i < brev; i++)
        {
            await UtskrivetAsync(varld, utskrivet: false);
        }

        varld.Klocka.Satt(new(2026, 11, 24), new(9, 0));
        raknare.Fil = varld.Databas.Fil;
        (await varld.SomAsync(varld.Greta, a => a.Brev.SkrivUtNyaAsync(false, default))).ShouldBe(brev);
        var nyckel = (await varld.SomAsync(varld.Greta, a => a.Brev.KoAsync(Beslutsbrevflik.Utskrivna, 1, default))).Utskrifter.ShouldHaveSingleItem().Utskrift.Nyckel;
        (await varld.SomAsync(varld.Greta, a => a.Brev.UtskriftAsync(nyckel, default))).Count.ShouldBe(brev);
        (await varld.SomAsync(varld.Greta, a => a.Brev.MarkeraUtskriftAsync(nyckel, default))).ShouldBe(brev);
        return raknare.Kommandon.Count(k => k.StartsWith("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheMenusCount_IsByTheIndexOfWhatWaits_AndKept()
    {
        using var raknare = new Kommandoraknare();
        await using var varld = await Granskningsvarld.SkapaAsync();
        await UtskrivetAsync(varld, utskrivet: false);
        await UtskrivetAsync(varld, Personskydd.Skyddad, utskrivet: false);
        await UtskrivetAsync(varld);
        varld.Klocka.Satt(new(2026, 11, 24), new(9, 0));
        var antal = new Beslutsbrevsantal(varld.Databas.NyDb, varld.Klocka);
        raknare.Fil = varld.Databas.Fil;

        (await antal.ForAsync(farSeSkyddade: false, default)).ShouldBe(1);
        (await antal.ForAsync(farSeSkyddade: true, default)).ShouldBe(2);

        // One for each lane; the second answer came from what is kept.
        var kommandon = raknare.Kommandon.Where(k => k.StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        kommandon.Count.ShouldBe(2);
        foreach (var kommando in kommandon)
        {
            var steg = await PlanAsync(varld, kommando);
            steg.ShouldContain(s => s.Contains("IX_Skolkbeslut_Skickad_Utskriven_GallerFran"), string.Join(" / ", steg));
            steg.ShouldNotContain(s => s.StartsWith("SCAN"), string.Join(" / ", steg));
        }

        antal.Glom();
        await UtskrivetAsync(varld, utskrivet: false);
        (await antal.ForAsync(farSeSkyddade: false, default)).ShouldBe(2);
    }

    [Fact]
    public async Task Reading_IsNoReprint_AndAReprintIsNotedOfPrintedLettersOnly()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var beslut = await UtskrivetAsync(varld);

        (await varld.SomAsync(varld.Greta, a => a.Brev.EttAsync(beslut.Id, default))).ShouldNotBeNull();
        await using var db = varld.Databas.Alla();
        (await db.AuditEvents.AnyAsync(e => e.Act == Acts.CaseLetterReprinted)).ShouldBeFalse();

        (await varld.SomAsync(varld.Greta, a => a.Brev.SkrivUtIgenAsync(beslut.Id, default))).ShouldBeTrue();
        (await varld.SomAsync(varld.Greta, a => a.Brev.SkrivUtIgenAsync(987_654_321, default))).ShouldBeFalse();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.CaseLetterReprinted)).ShouldBe(1);
    }

    [Fact]
    public async Task Reprint_OfAProtectedPersonsLetter_IsNotThereForThoseNotCleared()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var beslut = await UtskrivetAsync(varld, Personskydd.Skyddad);

        (await varld.SomAsync(varld.Greta, a => a.Brev.SkrivUtIgenAsync(beslut.Id, default))).ShouldBeFalse();
        (await varld.SomAsync(varld.Stig, a => a.Brev.SkrivUtIgenAsync(beslut.Id, default))).ShouldBeTrue();
    }

    [Fact]
    public async Task PrintOuts_WithProtectedPersons_AreMarked()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var (oppen, skyddad) = (await UtskrivetAsync(varld), await UtskrivetAsync(varld, Personskydd.Skyddad));

        var utskrifter = (await varld.SomAsync(varld.Stig, a => a.Brev.KoAsync(Beslutsbrevflik.Utskrivna, 1, default))).Utskrifter;

        utskrifter.Select(u => (u.Utskrift.Nyckel, u.Skyddade)).ShouldBe([(oppen.Utskriftsnyckel!, false), (skyddad.Utskriftsnyckel!, true)], ignoreOrder: true);
    }

    [Fact]
    public async Task TheNextLetter_KnowsThePrintedOneItReplaces()
    {
        await using var varld = await Granskningsvarld.SkapaAsync();
        var forsta = await UtskrivetAsync(varld);
        await using (var db = varld.Databas.Alla())
        {
            var arende = await db.Nationellt<Arende>().Include(a => a.Kompletteringar).Include(a => a.Skolkrapport).Include(a => a.Beslut).SingleAsync(a => a.Id == forsta.ArendeId);
            arende.TaEmotUnderlag(Tid.AddHours(1));
            arende.Godkann(varld.Greta.Id, Tid.AddHours(2));
            arende.Kommunicera(varld.Greta.Id, Inget, [], Tid.AddHours(3));
            await db.SaveChangesAsync();
        }

        await using var efter = varld.Databas.Alla();
        var andra = await efter.Nationellt<Skolkbeslut>().OrderBy(b => b.Id).LastAsync(b => b.ArendeId == forsta.ArendeId);
        (await varld.SomAsync(varld.Greta, a => a.Brev.EttAsync(andra.Id, default)))!.Ersatter!.Id.ShouldBe(forsta.Id);
        (await varld.SomAsync(varld.Greta, a => a.Brev.EttAsync(forsta.Id, default)))!.Ersatter.ShouldBeNull();
    }

    private static Avrakning Inget => new(new Uppskattning([]), []);

    /// <summary>A printed hearing.</summary>
    private static async Task<Skolkbeslut> UtskrivetAsync(Granskningsvarld varld, Personskydd skydd = Personskydd.Inget, bool utskrivet = true)
    {
        var handlaggare = skydd == Personskydd.Skyddad ? varld.Stig : varld.Greta;
        var id = (await varld.ArendeAsync(Arendestatus.Godkant, handlaggare, skydd: skydd)).Id;
        await using var db = varld.Databas.Alla();
        var arende = await db.Nationellt<Arende>().Include(a => a.Skolkrapport).Include(a => a.Beslut).SingleAsync(a => a.Id == id);
        var beslut = arende.Kommunicera(handlaggare.Id, Inget, [], Tid);
        if (utskrivet)
        {
            beslut.SkrivUt(Tid, $"{id:x32}");
        }

        await db.SaveChangesAsync();
        return beslut;
    }

    private static async Task<List<string>> PlanAsync(Granskningsvarld varld, string kommando)
    {
        await using var db = varld.Databas.Alla();
        await db.Database.OpenConnectionAsync();
        await using var plan = db.Database.GetDbConnection().CreateCommand();
        plan.CommandText = $"EXPLAIN QUERY PLAN {kommando}";
        foreach (var namn in System.Text.RegularExpressions.Regex.Matches(kommando, @"@\w+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Distinct())
        {
            var parameter = plan.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (namn, "2026-11-24 08:00:00");
            plan.Parameters.Add(parameter);
        }

        List<string> steg = [];
        await using var rader = await plan.ExecuteReaderAsync();
        while (await rader.ReadAsync())
        {
            steg.Add(rader.GetString(3));
        }

        return steg;
    }
}
