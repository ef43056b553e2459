using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Rows of the log as the acts themselves would have written them, on a given day.</summary>
internal static class Loggrader
{
    public static async Task LaggTillAsync(
        PortalFabrik portal,
        DateOnly dag,
        long? vem,
        string act,
        string objekt,
        long? objektId,
        long? skola,
        AuditOutcome utfall = AuditOutcome.Accepted,
        string? why = null,
        string? changes = null)
    {
        await using var db = portal.Databas.Alla();
        var klocka = new Testklocka(dag, new TimeOnly(10, 0));
        new AuditService(db, portal.Databas.NyDb, new AktuellAnvandare(), klocka).Add(act, objekt, objektId, skola, why, changes);
        var handelse = db.AuditEvents.Local.Single();
        // Whoever is signed in acts; here nobody is.
        db.Entry(handelse).Property(e => e.KontoId).CurrentValue = vem;
        db.Entry(handelse).Property(e => e.Outcome).CurrentValue = utfall;
        await db.SaveChangesAsync();
    }

    public static async Task VisaAsync(PortalFabrik portal, DateOnly dag, long vem, Visningsslag slag, string objekt, long objektId, long skola)
    {
        await using var db = portal.Databas.Alla();
        db.Add(new Visning(SvenskTid.TillUtc(dag, new TimeOnly(10, 0)), vem, skola, slag, objekt, objektId));
        await db.SaveChangesAsync();
    }
}
