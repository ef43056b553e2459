using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Tests.Studeranderapportering.Handelser;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Studeranderapportering.Startsida;

/// <summary>What waits and what has happened at a school, on both engines.</summary>
public sealed class StartsidaTests
{
    public static IEnumerable<object[]> Skolformer() =>
        from provider in Testdatabaser.Providers()
        from skolform in new[] { Skolform.Gymnasieskola, Skolform.Komvux, Skolform.Folkhogskola, Skolform.Yrkeshogskola, Skolform.Hogskola }
        select new[] { provider[0], skolform };

    [Theory, MemberData(nameof(Skolformer))]
    public async Task Kvar_CountsAsManyAsTheListHolds_AlsoAfterTheTerm(Databasprovider provider, Skolform skolform)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, skolform);
        await VantadAsync(varld);
        foreach (var dagar in new[] { 0, 80, 250 })
        {
            varld.Klocka.Flytta(TimeSpan.FromDays(dagar));
            var lista = await varld.GorAsync(t => Kvar(t).AllaAsync(default));

            (await varld.GorAsync(t => Kvar(t).AntalAsync(skolform, default)))
                .ShouldBe(new(lista.Count(r => r.Slag == Kvarslag.Start), lista.Count(r => r.Slag == Kvarslag.Resultat)));
            lista.Count.ShouldBeGreaterThan(0);
        }
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Lage_IsRemembered_UntilSomethingHappensAtTheSchool(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Yrkeshogskola);
        var minne = new Kvarminne(varld.Klocka);
        var fore = (await LageAsync(varld, minne)).Kvar.Starter;
        var id = await VantadAsync(varld);

        // Nothing is in the log: the number is what was counted last, but not for ever.
        (await LageAsync(varld, minne)).Kvar.Starter.ShouldBe(fore);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(6));
        (await LageAsync(varld, minne)).Kvar.Starter.ShouldBe(fore + 1);

        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.EjPaborjat, Skolform.Yrkeshogskola) with { ForstaDag = new(2026, 8, 17) });
        (await LageAsync(varld, minne)).Kvar.Starter.ShouldBe(fore);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Lage_CountsDrafts_ThatAreOnesOwn(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await varld.GorAsync(t => t.Utkast.SparaAsync(new(id, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux)), null, null, default));

        (await LageAsync(varld, new(varld.Klocka))).Handelseutkast.ShouldBe(1);
        await using (var db = varld.Databas.Alla())
        {
            var annan = await db.Konton.Where(k => k.UserName == Personer.AnnaLind.Anvandarnamn).Select(k => k.Id).SingleAsync();
            await db.SkrivAsync(() => db.Nationellt<Handelseutkast>().ExecuteUpdateAsync(u => u.SetProperty(x => x.KontoId, annan)), default);
        }

        (await LageAsync(varld, new(varld.Klocka))).Handelseutkast.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Senaste_MergesSendingsChangesAndTakingsBack_NewestFirst(Databasprovider provider)
    {
        await using var varld = await Rapporteringsvarld.SkapaAsync(provider, Skolform.Komvux);
        var id = await varld.StuderandeAsync();
        await varld.SkickaAsync(id, Handelseexempel.Uppgift(Handelseslag.BorjatStudera, Skolform.Komvux));
        var start = (await varld.HandelserAsync(id))[0];
        await varld.SkickaAsync(id, start.Uppgift with { SistaDag = new(2026, 12, 11) }, start.Id);
        await varld.GorAsync(t => t.Handelser.TaTillbakaAsync(start.Id + 1, default));

        var hant = await varld.GorAsync(t => new SenasteHandelserQuery(t.Db, t.Anvandare).SenasteAsync(3, default));

        hant.Select(h => h.Text).ShouldBe(["Taget tillbaka: Börjat studera", "Ändrat: Börjat studera", "Rapporterat: Börjat studera"]);
        hant.Select(h => h.Objekt).ShouldBe([AuditObjects.Handelse, AuditObjects.Sandning, AuditObjects.Sandning]);
        hant.ShouldAllBe(h => h.Studerande == new Handelsestuderande("Prov", "Provsson", Personskydd.Inget) && h.Om == null);
        hant[2].Kvittensnummer.ShouldBe(start.Sandning.Kvittensnummer);
    }

    private static KvarQuery Kvar(Rapporteringstjanster t) => new(t.Db, t.Anvandare, t.Klocka);

    private static Task<Startlage> LageAsync(Rapporteringsvarld varld, Kvarminne minne) =>
        varld.GorAsync(t => new StartlageQuery(t.Db, t.Anvandare, Kvar(t), minne, new SkolpliktQuery(t.Db, t.Anvandare, t.Klocka), t.Klocka).ForAsync(default));

    private static async Task<long> VantadAsync(Rapporteringsvarld varld)
    {
        var id = await varld.StuderandeAsync();
        await using var db = varld.Databas.For(varld.SkolaId);
        (await db.Studerande.SingleAsync(s => s.Id == id)).Vanta(new(2026, 8, 17), null);
        await db.SaveChangesAsync();
        return id;
    }
}
