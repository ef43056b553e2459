using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.TestCommon;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>A portal of its own for each test, with the demo's studietider: at Södra Berget 2026/27 is approved and 2027/28 a draft; Viken's 2027/28 waits at CSN.</summary>
public abstract class Studietidsportal : IAsyncLifetime
{
    protected const string Nu = "/studietider/2026-27";
    protected const string Nasta = "/studietider/2027-28";

    protected PortalFabrik Portal { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<List<Studietid>> TiderAsync(string skolkod, int lasar)
    {
        await using var db = Portal.Databas.Alla();
        var (fran, till) = (new DateOnly(lasar, 7, 1), new DateOnly(lasar + 1, 6, 30));
        return await db.Nationellt<Studietid>().AsNoTracking().Include(s => s.Uppehall)
            .Where(s => db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == skolkod) && s.ForstaDag >= fran && s.ForstaDag <= till)
            .OrderBy(s => s.ForstaDag).ThenBy(s => s.Id).ToListAsync();
    }

    /// <summary>The läsår's latest report.</summary>
    protected async Task<Studietidsrapport> RapportAsync(string skolkod, int lasar)
    {
        await using var db = Portal.Databas.Alla();
        return await db.Nationellt<Studietidsrapport>().AsNoTracking()
            .Where(r => r.Lasar == lasar && db.Skolor.Any(k => k.Id == r.SkolaId && k.Skolkod == skolkod)).OrderByDescending(r => r.Omgang).FirstAsync();
    }

    protected async Task<Utbildning> UtbildningAsync(string skolkod, string namn)
    {
        await using var db = Portal.Databas.Alla();
        return await db.Nationellt<Utbildning>().AsNoTracking().SingleAsync(u => u.Uppgift.Namn == namn && db.Skolor.Any(k => k.Id == u.SkolaId && k.Skolkod == skolkod));
    }

    protected async Task<int> AuditAsync(string act, AuditOutcome utfall = AuditOutcome.Accepted)
    {
        await using var db = Portal.Databas.Alla();
        return await db.AuditEvents.CountAsync(e => e.Act == act && e.Outcome == utfall);
    }
}
