using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using Shouldly;

namespace MinaTjanster.Web.Tests.Areas.CsnOrder;

/// <summary>A portal with articles of the test's own, and a way through the school's pages.</summary>
internal static class Orderportal
{
    private static int _nummer;

    public static async Task<Materialartikel> ArtikelAsync(this PortalFabrik portal, int saldo, int minst = 1, int mest = 500)
    {
        await using var db = portal.Databas.Alla();
        var nummer = Interlocked.Increment(ref _nummer);
        // Named so that it stands first in the list.
        var artikel = new Materialartikel(
            new($"T{nummer}", $"A-broschyr {nummer:0000}", "För prov.", Artikelslag.Broschyr, Artikelsprak.Finska, "2026-01", Artikelbild.Studiehjalp, minst, mest), saldo);
        db.Add(artikel);
        await db.SaveChangesAsync();
        return artikel;
    }

    /// <summary>Puts so many in the basket from the list.</summary>
    public static async Task<Sida> LaggIAsync(this Portalklient klient, Materialartikel artikel, string? antal)
    {
        var lista = await klient.HamtaAsync("/csn-order?sprak=Finska");
        var knapp = lista.Texter("button").Single(k => k.EndsWith(' ' + artikel.Benamning, StringComparison.Ordinal) || k.EndsWith(artikel.Benamning, StringComparison.Ordinal));
        return await lista.SkickaAsync(knapp, ("Antal", antal));
    }

    /// <summary>From the basket to the order's page.</summary>
    public static async Task<Sida> BestallAsync(this Portalklient klient)
    {
        var granska = await (await klient.HamtaAsync("/csn-order/korg")).SkickaAsync("Granska beställningen");
        granska.Url.AbsolutePath.ShouldBe("/csn-order/granska");
        return await granska.FindForm("/csn-order/granska").SkickaAsync();
    }

    public static async Task<T> LasAsync<T>(this PortalFabrik portal, Func<PortalDbContext, Task<T>> fraga)
    {
        await using var db = portal.Databas.Alla();
        return await fraga(db);
    }

    public static Task<int> SaldoAsync(this PortalFabrik portal, Materialartikel artikel) =>
        portal.LasAsync(db => db.Materialartiklar.Where(a => a.Id == artikel.Id).Select(a => a.Saldo).SingleAsync());

    public static Task<int> AntalAsync(this PortalFabrik portal) => portal.LasAsync(db => db.Nationellt<Materialbestallning>().CountAsync());
}
