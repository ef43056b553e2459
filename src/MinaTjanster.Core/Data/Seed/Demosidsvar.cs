using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Sidomdomen;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>What readers have answered about the public pages in four months. The same each time.</summary>
internal static class Demosidsvar
{
    private static readonly (string Sida, int Antal, int JaAvTio, string[] Kommentarer)[] Sidor =
    [
        ("/partner/felkoder", 46, 8, ["Jag hittade koden direkt.", "Gärna fler exempel för komvux.", "Svårt att hitta hit från filen, men bra när man väl är här."]),
        ("/mina-sidor/studietider", 31, 6, ["Min kurs finns inte med än.", "Bra att det går att skriva ut."]),
        ("/tillganglighet", 9, 9, []),
    ];

    public static void LaggIn(PortalDbContext db, DateOnly idag)
    {
        foreach (var (sida, antal, jaAvTio, kommentarer) in Sidor)
        {
            for (var i = 0; i < antal; i++)
            {
                var ja = (i * 7) % 10 < jaAvTio;
                var kommentar = i < kommentarer.Length * 5 && i % 5 == 0 ? kommentarer[i / 5] : null;
                db.Add(new Sidsvar(sida, Hemlighet.Hash($"{sida} {i}")[..32], ja, kommentar, idag.AddDays(-((i * 119 / antal) + (i % 3)))));
            }
        }
    }
}
