using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinaTjanster.Benchmarks.Matning;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Benchmarks.Utbud;

/// <summary>
/// The public studietider of the country, straight into the tables that the search reads: 1 273 schools with 60 000 educations and 400 000 studietider, or a tenth of
/// the schools with all that is theirs. The same each time.
/// </summary>
internal static class Utbudsdata
{
    private const int SkolorPerOmgang = 40;

    private static readonly Action<Utbildning, long> UtbildningId = Bulkladdning.Sattare<Utbildning>(nameof(Utbildning.Id));

    private static readonly string[] Amnen =
    [
        "Ekonomi", "Naturvetenskap", "Samhällsvetenskap", "Teknik", "Vård och omsorg", "Barn och fritid", "Bygg och anläggning", "El och energi", "Fordon och transport", "Handel", "Hantverk",
        "Hotell och turism", "Industriteknik", "Naturbruk", "Restaurang och livsmedel", "VVS och fastighet", "Estetik", "Humaniora", "Juridik", "Programmering", "Systemutveckling", "Redovisning",
        "Undersköterska", "Barnskötare", "Svenska som andraspråk", "Engelska", "Matematik", "Historia", "Fysik", "Kemi", "Biologi", "Musik", "Konst", "Scenografi", "Foto", "Journalistik", "Logistik",
        "Lantbruk", "Skogsbruk", "Trädgård", "Säkerhet", "Översättning", "Åkeri", "Ädelstenar", "Öl och bryggning",
    ];

    private static readonly string[] Former = ["programmet", "grundkurs", "fortsättningskurs", "1a", "1b", "2", "3", "yrkesutbildning", "lärling", "validering", "distans"];

    public static IReadOnlyList<string> Namn { get; } = [.. from a in Amnen from f in Former select f == "programmet" ? $"{a.Replace(" och ", "- och ", StringComparison.Ordinal)}sprogrammet" : $"{a} {f}"];

    /// <summary>The schools, in order.</summary>
    public static IReadOnlyList<Skola> Skolor(int del) =>
        [.. Rikstackande.Skolor().Where(s => s.Nummer % del == 0).Select(s => s.Skapa()).Select((s, i) => new Skola(s.Skolkod, $"{s.Ort}s {Ord((Skolform)(i % 5))}", s.Ort, (Skolform)(i % 5), Rapporteringssatt.Manuellt))];

    /// <param name="del">1 for all schools, 10 for every tenth.</param>
    /// <returns>The database; made once and kept.</returns>
    public static async Task<string> SkapaAsync(string namn, int del)
    {
        var fil = Path.Combine(Mappar.Resultat, namn);
        if (File.Exists(fil + ".klar"))
            return fil;
        foreach (var gammal in Directory.GetFiles(Mappar.Resultat, namn + "*"))
            File.Delete(gammal);

        await Portalprocess.KommandoAsync(fil, "migrate");
        await using var tjanster = new ServiceCollection().AddPortalDatabas(Databasprovider.Sqlite, $"Data Source={fil}").BuildServiceProvider();
        var nyDb = tjanster.GetRequiredService<NyPortalDbContext>();
        var (id, poster, tider) = (0L, 0, 0);
        foreach (var omgang in Skolor(del).Select((s, i) => (Skola: s, Nummer: i)).Chunk(SkolorPerOmgang))
        {
            await using var db = nyDb.NyForAlla("mätning");
            db.AddRange(omgang.Select(o => o.Skola));
            await db.SaveChangesAsync();
            var underlag = omgang.SelectMany(o => Utbud(o.Skola, o.Nummer, () => ++id)).ToList();
            await db.ITransaktionAsync(async () =>
            {
                await Utbudspublicering.LaddaAsync(db, underlag, default);
                return true;
            });
            poster += underlag.Count;
            tider += underlag.Sum(u => u.Tider.Count);
        }

        await using (var db = nyDb.NyForAlla("mätning"))
            await new Bulkladdning(db).SammanfattaAsync(default);
        await File.WriteAllTextAsync(fil + ".klar", $"{poster} utbildningar, {tider} studietider");
        return fil;
    }

    /// <summary>Some 47 educations with 6 or 7 studietider each, in three läsår.</summary>
    private static IEnumerable<Utbudsunderlag> Utbud(Skola skola, int nummer, Func<long> id)
    {
        var slump = new Slump((ulong)nummer + 77);
        var antal = 47 + (nummer % 7 == 0 ? 1 : 0);
        for (var i = 0; i < antal; i++)
        {
            var utbildning = new Utbildning(skola.Id, new()
            {
                Namn = Namn[(slump.Tal(Namn.Count / antal) + (i * (Namn.Count / antal))) % Namn.Count],
                Slag = Utbildningsslag.Kurs,
                Niva = (Utbildningsniva)(slump.Tal(10) switch { 0 => 0, < 8 => 1, _ => 2 }),
                Avdelning = Avdelning.A2,
                Kod = $"K{slump.Tal(900) + 100}",
                Omfattning = slump.Ur([100, 100, 100, 75, 50, 25]),
                Undervisning = (Undervisningssatt)(slump.Tal(10) switch { < 8 => 0, 8 => 1, _ => 2 }),
                FranLasar = 2025,
            });
            UtbildningId(utbildning, id());
            yield return new(skola, utbildning, [.. Tider(slump, i % 3 == 0 ? 6 : 7)], new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc));
        }
    }

    private static IEnumerable<Utbudstidsunderlag> Tider(Slump slump, int antal)
    {
        for (var t = 0; t < antal; t++)
        {
            var start = (t % 2 == 0 ? new DateOnly(2025 + (t / 2), 8, 18) : new DateOnly(2026 + (t / 2), 1, 12)).AddDays(slump.Tal(14));
            var period = new Dagperiod(start, start.AddDays(110 + slump.Tal(30)));
            yield return new(new Studietidsuppgift(period, t % 3 == 0 ? [new(start.AddDays(60), start.AddDays(64))] : [], null, 100), Studietidsgallande.Utbildningen, t + 1, 0);
        }
    }

    private static string Ord(Skolform form) => form switch
    {
        Skolform.Gymnasieskola => "gymnasium",
        Skolform.Komvux => "komvux",
        Skolform.Folkhogskola => "folkhögskola",
        Skolform.Yrkeshogskola => "yrkeshögskola",
        _ => "högskola",
    };
}
