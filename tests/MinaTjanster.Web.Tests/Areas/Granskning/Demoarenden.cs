using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

/// <summary>The demo cases by whom they concern, and what is stored about them.</summary>
internal static class Demoarenden
{
    /// <summary>In the queue, her underlag agrees.</summary>
    public static Task<Arende> StinaAsync(this PortalFabrik portal) => portal.FindAsync(s => s.Fornamn == "Stina" && s.Efternamn == "Vall");

    /// <summary>No underlag yet.</summary>
    public static Task<Arende> LisaAsync(this PortalFabrik portal) => portal.FindAsync(s => s.Fornamn == "Lisa" && s.Efternamn == "Ek");

    /// <summary>Greta waits for a complement; the underlag ends early.</summary>
    public static Task<Arende> OmarAsync(this PortalFabrik portal) => portal.FindAsync(s => s.Fornamn == "Omar" && s.Efternamn == "Haddad");

    /// <summary>Closed.</summary>
    public static Task<Arende> ErikAsync(this PortalFabrik portal) => portal.FindAsync(s => s.Fornamn == "Erik" && s.Efternamn == "Mårtensson");

    /// <summary>In the queue, protected identity.</summary>
    public static Task<Arende> SkyddadAsync(this PortalFabrik portal) => portal.FindAsync(s => s.Skydd == Personskydd.Skyddad);

    public static async Task<Arende> LasAsync(this PortalFabrik portal, long arendeId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Kompletteringar).Include(a => a.Beslut).ThenInclude(b => b.Bilagor).SingleAsync(a => a.Id == arendeId);
    }

    /// <summary>Newest first.</summary>
    public static async Task<List<AuditEvent>> HandelserAsync(this PortalFabrik portal, Arende arende)
    {
        await using var db = portal.Databas.Alla();
        return await db.AuditEvents.AsNoTracking().Where(e => e.Objekt == AuditObjects.Skolkrapport && e.ObjektId == arende.SkolkrapportId).OrderByDescending(e => e.Id).ToListAsync();
    }

    public static async Task<List<Visning>> VisningarAsync(this PortalFabrik portal)
    {
        await using var db = portal.Databas.Alla();
        return await db.Visningar.AsNoTracking().OrderBy(v => v.Id).ToListAsync();
    }

    /// <summary>Changes the case as somebody else would have.</summary>
    public static async Task<Arende> AndraAsync(this PortalFabrik portal, Arende arende, Action<Arende> andring)
    {
        await using (var db = portal.Databas.Alla())
        {
            andring(await db.Nationellt<Arende>().Include(a => a.Kompletteringar).Include(a => a.Skolkrapport).Include(a => a.Beslut).SingleAsync(a => a.Id == arende.Id));
            await db.SaveChangesAsync();
        }

        return await portal.LasAsync(arende.Id);
    }

    public static Task<Arende> TagetAvAsync(this PortalFabrik portal, Arende arende, Person person) =>
        portal.AndraAsync(arende, a => a.Ta(portal.KontoId(person), new DateTime(2026, 11, 22, 8, 30, 0, DateTimeKind.Utc)));

    /// <summary>Marks every print-out as sent.</summary>
    public static async Task SkickaBrevenAsync(this Portalklient klient)
    {
        var sida = await klient.HamtaAsync("/granskning/brev?flik=utskrivna");
        foreach (var knapp in sida.Texter("form button").Where(k => k.Contains("har skickats", StringComparison.Ordinal)))
        {
            await sida.FindForm(knapp).SkickaAsync();
        }
    }

    /// <summary>Greta has approved the underlag and decided that nothing is taken back.</summary>
    public static Task<Arende> BeslutatAsync(this PortalFabrik portal, Arende arende, long kontoId) => portal.AndraAsync(arende, a =>
    {
        var tid = new DateTime(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc);
        a.Godkann(kontoId, tid);
        a.BeslutaUtfall(kontoId, new Avrakning(new Uppskattning([]), []), Utfallsval.EnligtUppskattningen, null, tid);
    });

    /// <summary>Makes the newest underlag end early.</summary>
    public static async Task KortaUnderlagetAsync(this PortalFabrik portal, Arende arende)
    {
        await using var db = portal.Databas.Alla();
        await db.SkrivAsync(() => db.Nationellt<Franvarounderlag>()
            .Where(u => u.SkolkrapportId == arende.SkolkrapportId)
            .ExecuteUpdateAsync(rad => rad.SetProperty(u => u.TackerTill, u => u.TackerFran)));
    }

    public static long KontoId(this PortalFabrik portal, Person person)
    {
        using var db = portal.Databas.Alla();
        var namn = Konto.Normalisera(person.Anvandarnamn);
        return db.Konton.Single(k => k.NormalizedUserName == namn).Id;
    }

    /// <summary>A signed-in browser with a school chosen, for those who have several.</summary>
    public static async Task<Portalklient> InloggadMedSkolaAsync(this PortalFabrik portal, Person person)
    {
        var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Skip(1).Any())
        {
            await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        }

        return klient;
    }

    private static async Task<Arende> FindAsync(this PortalFabrik portal, System.Linq.Expressions.Expression<Func<Studerande, bool>> vem)
    {
        await using var db = portal.Databas.Alla();
        var ids = await db.Nationellt<Studerande>().Where(vem).Select(s => s.Id).ToListAsync();
        return await db.Nationellt<Arende>().AsNoTracking().Include(a => a.Kompletteringar).SingleAsync(a => ids.Contains(a.Skolkrapport.StuderandeId));
    }
}
