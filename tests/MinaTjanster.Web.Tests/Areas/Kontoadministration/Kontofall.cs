using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Users for the pages of Identity Manager: each test takes one of its own.</summary>
internal sealed class Kontofall(PortalFabrik portal)
{
    private static int _nummer;

    /// <summary>A user of the school in use, with an own password.</summary>
    public async Task<(Skolanvandare Person, Konto Konto)> NyAsync(string skolkod, params Behorighetsslag[] slag)
    {
        await using var db = portal.Databas.Alla();
        var nummer = Interlocked.Increment(ref _nummer);
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var konto = new Konto($"prov{nummer:000}", $"Prov Person{(char)('a' + (nummer % 26))}{(char)('a' + (nummer / 26))}", $"prov{nummer}@skola.example", null);
        konto.BytLosenord(Testdatabaser.SnabbHasher().HashPassword(konto, "Demo-losen-2026"));
        db.Add(konto);
        await db.SaveChangesAsync();
        var person = new Skolanvandare(skola.Id, konto.Id, new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc), null);
        db.Add(person);
        db.AddRange(slag.Select(s => new Behorighet(konto.Id, skola.Id, s)));
        await db.SaveChangesAsync();
        return (person, konto);
    }

    /// <summary>The user's row of a demo person at the first of their schools.</summary>
    public Task<Skolanvandare> ForAsync(Person person) => LasAsync(db => db.Nationellt<Skolanvandare>().SingleAsync(a =>
        db.Konton.Any(k => k.Id == a.KontoId && k.UserName == person.Anvandarnamn) && db.Skolor.Any(s => s.Id == a.SkolaId && s.Skolkod == person.Skolkoder.First())));

    public Task<List<Behorighet>> BehorigheterAsync(long kontoId) => LasAsync(db => db.Behorigheter.Where(b => b.KontoId == kontoId).ToListAsync());

    public Task<List<AuditEvent>> HandelserAsync(long kontoId, string act) =>
        LasAsync(db => db.AuditEvents.Where(e => e.ObjektId == kontoId && e.Objekt == AuditObjects.Konto && e.Act == act).OrderBy(e => e.Id).ToListAsync());

    public async Task<T> LasAsync<T>(Func<PortalDbContext, Task<T>> fraga)
    {
        await using var db = portal.Databas.Alla();
        return await fraga(db);
    }

    public async Task AndraAsync(Func<PortalDbContext, Task> andring)
    {
        await using var db = portal.Databas.Alla();
        await andring(db);
        await db.SaveChangesAsync();
    }
}
