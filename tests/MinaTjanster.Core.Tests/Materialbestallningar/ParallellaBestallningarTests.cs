using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Materialbestallningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;
using static MinaTjanster.Core.Tests.Materialbestallningar.Materialvarld;

namespace MinaTjanster.Core.Tests.Materialbestallningar;

/// <summary>
/// Many people order the same few articles at once on a real database, take orders back, click twice, and blankettservice adjusts the stock and packs meanwhile. However
/// they come in between one another: stock is never negative, nothing appears or is lost, each key is one order, and nobody waits for what is in stock.
/// </summary>
public sealed class ParallellaBestallningarTests
{
    private const int Artiklar = 3;
    private const int Startsaldo = 120;
    private const int Varv = 10;

    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Fall =>
        from provider in Testdatabaser.Providers()
        from fro in new[] { 1, 2, 3 }
        select new[] { provider[0], fro };

    [Theory, MemberData(nameof(Fall))]
    public async Task HoweverTheyComeInBetween_StockIsKept(Databasprovider provider, int fro)
    {
        await using var varld = await SkapaAsync(provider);
        var artiklar = new List<Materialartikel>();
        for (var i = 0; i < Artiklar; i++)
            artiklar.Add(await varld.ArtikelAsync(Startsaldo));
        var (nycklar, justerat) = (new System.Collections.Concurrent.ConcurrentDictionary<string, byte>(), new int[Artiklar]);
        var bestallda = new System.Collections.Concurrent.ConcurrentBag<(string Nyckel, long Id)>();
        string[] bestallare = [Karin, Fredrik];
        using var start = new SemaphoreSlim(0);

        async Task BestallaAsync(string vem, Random slump)
        {
            await start.WaitAsync(Ct);
            for (var varv = 0; varv < Varv; varv++)
            {
                foreach (var artikel in artiklar.Where(_ => slump.Next(3) > 0))
                    await varld.SomAsync(vem, t => t.Korg.LaggIAsync(artikel.Id, $"{slump.Next(1, 40)}", Ct));
                if (await varld.SomAsync(vem, t => t.Korg.BildAsync(Ct)) is not { } bild)
                    continue;

                nycklar.TryAdd(bild.Korg.Nyckel, 0);
                // The same page is posted from two places at once; whatever is back-ordered is accepted.
                var visat = string.Join(',', artiklar.Select(a => $"{a.Id}:10000"));
                var svar = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
                    varld.SomAsync(vem, t => t.Bestallningar.BestallAsync(bild.Korg.Nyckel, bild.Korg.Version, visat, Ct)))));
                foreach (var kvitto in svar.Where(s => s is { IsAccepted: true }))
                    bestallda.Add((bild.Korg.Nyckel, kvitto!.Value.Id));
                if (slump.Next(3) == 0 && svar.FirstOrDefault(s => s is { IsAccepted: true }) is { } min)
                    await varld.SomAsync(vem, t => t.Bestallningar.AnnulleraAsync(min.Value.Id, Ct));
            }
        }

        async Task JusteraAsync(Random slump)
        {
            await start.WaitAsync(Ct);
            for (var varv = 0; varv < 2 * Varv; varv++)
            {
                var plats = slump.Next(Artiklar);
                var antal = slump.Next(-30, 60);
                if (antal != 0 && await varld.JusteraAsync(artiklar[plats], antal) is { IsAccepted: true })
                    Interlocked.Add(ref justerat[plats], antal);
            }
        }

        async Task PackaAsync()
        {
            await start.WaitAsync(Ct);
            for (var varv = 0; varv < Varv; varv++)
            {
                foreach (var rad in (await varld.SomAsync(Olof, t => t.Lista.KoAsync(Materialflik.AttPacka, 1, Ct))).Rader)
                {
                    var b = await varld.LasAsync(rad.Id);
                    await varld.SomAsync(Olof, t => b.Status == Materialstatus.Skickad ? t.Leveranser.SkickaRestAsync(b.Id, b.Version, Ct) : t.Leveranser.PackaAsync(b.Id, b.Version, Ct));
                    b = await varld.LasAsync(rad.Id);
                    if (b.KanSkickas)
                        await varld.SomAsync(Olof, t => t.Leveranser.SkickaAsync(b.Id, b.Version, Ct));
                }
            }
        }

        // Two tasks for each basket, so that baskets change while they are ordered.
        List<Task> arbeten =
        [
            .. bestallare.SelectMany((vem, i) => Enumerable.Range(0, 3).Select(j => Task.Run(() => BestallaAsync(vem, new Random((fro * 100) + (i * 10) + j)), Ct))),
            .. Enumerable.Range(0, 2).Select(i => Task.Run(() => JusteraAsync(new Random((fro * 1000) + i)), Ct)),
            Task.Run(PackaAsync, Ct),
        ];
        start.Release(arbeten.Count);
        await Task.WhenAll(arbeten);

        await using var db = varld.Databas.Alla();
        var alla = await db.Nationellt<Materialbestallning>().AsNoTracking().Include(b => b.Rader).ToListAsync(Ct);
        alla.Count(b => nycklar.ContainsKey(b.Sandningsnyckel)).ShouldBeGreaterThan(5, "or nothing was shown");
        bestallda.GroupBy(b => b.Nyckel).ShouldAllBe(g => g.Select(b => b.Id).Distinct().Count() == 1, "each key is one order, whoever asks");
        bestallda.Select(b => b.Nyckel).Distinct().Count().ShouldBe(alla.Count(b => nycklar.ContainsKey(b.Sandningsnyckel)));
        for (var i = 0; i < Artiklar; i++)
        {
            var id = artiklar[i].Id;
            var saldo = (await db.Materialartiklar.AsNoTracking().SingleAsync(a => a.Id == id, Ct)).Saldo;
            var rader = alla.Where(b => b.Status != Materialstatus.Annullerad).SelectMany(b => b.Rader).Where(r => r.MaterialartikelId == id).ToList();

            saldo.ShouldBeGreaterThanOrEqualTo(0);
            (saldo + rader.Sum(r => r.Reserverat)).ShouldBe(Startsaldo + justerat[i], "nothing appears and nothing is lost");
            rader.ShouldAllBe(r => r.Antal >= r.Reserverat && r.Reserverat >= r.Packat && r.Packat >= r.Skickat);
            if (rader.Any(r => r.Rest > 0))
                saldo.ShouldBe(0, "nobody waits for what is in stock");
        }

        alla.Where(b => b.Status == Materialstatus.Annullerad).SelectMany(b => b.Rader).ShouldAllBe(r => r.Reserverat == 0);
    }
}
