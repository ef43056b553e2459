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
        var arbete = new Arbete(db, varld.Databas.NyDb, varld.Anvandare(varld.Greta), varld.Klocka);

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

        utskrifter.Select(u => (u.Nyckel, u.Skyddade)).ShouldBe([(oppen.Utskriftsnyckel!, false), (skyddad.Utskriftsnyckel!, true)], ignoreOrder: true);
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
            arende.Kommunicera(varld.Greta.Id, Inget, new(2026, 12, 10), [], Tid.AddHours(3));
            await db.SaveChangesAsync();
        }

        await using var efter = varld.Databas.Alla();
        var andra = await efter.Nationellt<Skolkbeslut>().OrderBy(b => b.Id).LastAsync(b => b.ArendeId == forsta.ArendeId);
        (await varld.SomAsync(varld.Greta, a => a.Brev.EttAsync(andra.Id, default)))!.Ersatter!.Id.ShouldBe(forsta.Id);
        (await varld.SomAsync(varld.Greta, a => a.Brev.EttAsync(forsta.Id, default)))!.Ersatter.ShouldBeNull();
    }

    private static Avrakning Inget => new(new Uppskattning([]), []);

    /// <summary>A printed hearing.</summary>
    private static async Task<Skolkbeslut> UtskrivetAsync(Granskningsvarld varld, Personskydd skydd = Personskydd.Inget)
    {
        var handlaggare = skydd == Personskydd.Skyddad ? varld.Stig : varld.Greta;
        var id = (await varld.ArendeAsync(Arendestatus.Godkant, handlaggare, skydd: skydd)).Id;
        await using var db = varld.Databas.Alla();
        var arende = await db.Nationellt<Arende>().Include(a => a.Skolkrapport).Include(a => a.Beslut).SingleAsync(a => a.Id == id);
        var beslut = arende.Kommunicera(handlaggare.Id, Inget, new(2026, 12, 4), [], Tid);
        beslut.SkrivUt(Tid, $"{id:x32}");
        await db.SaveChangesAsync();
        return beslut;
    }
}
