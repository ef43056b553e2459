using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.MinaSidor;

/// <summary>Educations with studietider for tests of the public pages, each with a name that nothing else has.</summary>
internal static class Publiktutbud
{
    private static int _nummer;

    public static readonly Studietidsuppgift Var = new(new Dagperiod(new(2027, 1, 11), new(2027, 6, 11)), [new(new(2027, 2, 22), new(2027, 2, 26))], Omfattning: 100);

    /// <summary>A word that no other test has.</summary>
    public static string Ord() => $"kurs{string.Concat($"{Interlocked.Increment(ref _nummer):0000}".Select(c => (char)('k' + c - '0')))}";

    /// <returns>The education's id.</returns>
    public static async Task<long> LaggInAsync(this PortalFabrik portal, string namn, Studietidsstatus status = Studietidsstatus.Galler, string skolkod = Demoskolor.Viken, int takt = 100, params Studietidsuppgift[] tider)
    {
        await using var db = portal.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var utbildning = new Utbildning(skola.Id, new()
        {
            Namn = namn,
            Slag = Utbildningsslag.Kurs,
            Niva = Utbildningsniva.Gymnasial,
            Avdelning = Avdelning.A2,
            Kod = "PUBLIK1",
            Omfattning = takt,
            Undervisning = Undervisningssatt.Distans,
            PoangTiondelar = 1005,
            FranLasar = 2025,
        });
        db.Add(utbildning);
        await db.SaveChangesAsync();
        var rapport = new Studietidsrapport(skola.Id, 2026, 900 + Interlocked.Increment(ref _nummer), Hemlighet.Ny(), new Testklocka().UtcNu());
        foreach (var tid in tider.Length == 0 ? [Var] : tider)
            rapport.LaggTill(new Studietid(skola.Id, utbildning.Id, tid));
        db.Add(rapport);
        await db.SaveChangesAsync();
        foreach (var tid in rapport.Studietider)
            db.Entry(tid).Property(t => t.Status).CurrentValue = status;
        await db.ITransaktionAsync(async () =>
        {
            await Utbudspublicering.PubliceraAsync(db, skola.Id, () => [utbildning.Id], new Testklocka(), default);
            return true;
        });
        return utbildning.Id;
    }
}
