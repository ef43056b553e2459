using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Kommandon;

/// <summary><c>importera-skolor FIL</c>: CSN's register of schools (docs/drift.md).</summary>
internal static class ImporteraSkolorKommando
{
    /// <summary>Beyond this many faults the rest are only counted.</summary>
    private const int MaxVisadeFel = 20;

    public static async Task<int> KorAsync(string fil, IServiceProvider services, TextWriter ut)
    {
        if (!File.Exists(fil))
        {
            throw new KommandoException($"Filen {fil} finns inte.");
        }

        var (rader, fel) = Skolfil.Las(await File.ReadAllBytesAsync(fil));
        if (fel.Count > 0)
        {
            var resten = fel.Count > MaxVisadeFel ? [$"… och {fel.Count - MaxVisadeFel} fel till."] : Array.Empty<string>();
            throw new KommandoException(string.Join(Environment.NewLine, [.. fel.Take(MaxVisadeFel), .. resten, "Inget är ändrat. Rätta filen och läs in den igen."]));
        }

        await using var scope = services.CreateAsyncScope();
        // The public studietider bear the schools' names.
        scope.ServiceProvider.GetRequiredService<Skolomfang>().ValjAlla("skolor ur CSN:s register");
        var gjort = await ActivatorUtilities.CreateInstance<SkolimportService>(scope.ServiceProvider).LasInAsync(rader);
        await ut.WriteLineAsync($"{gjort.Nya} nya skolor, {gjort.Andrade} ändrade, {gjort.Oforandrade} oförändrade.");
        return 0;
    }
}
