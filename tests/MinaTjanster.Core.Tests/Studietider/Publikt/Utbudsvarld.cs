using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;

namespace MinaTjanster.Core.Tests.Studietider.Publikt;

/// <summary>An education with its studietider, as the search has it.</summary>
internal sealed record Utbudsexempel(
    string Namn,
    string Skola = "Norra Hamnens gymnasium",
    string Ort = "Luleå",
    string? Kod = null,
    Skolform Skolform = Skolform.Gymnasieskola,
    Utbildningsniva Niva = Utbildningsniva.Gymnasial,
    int Takt = 100,
    Undervisningssatt Undervisning = Undervisningssatt.PaPlats)
{
    /// <summary>The läsår 2026/27, in two terms.</summary>
    public IReadOnlyList<Dagperiod> Tider { get; init; } = [new(new(2026, 8, 17), new(2026, 12, 18)), new(new(2027, 1, 11), new(2027, 6, 11))];
}

/// <summary>An empty portal with public studietider that no school has reported: for tests of the search alone. Today is 22 November 2026.</summary>
internal sealed class Utbudsvarld : IAsyncDisposable
{
    private static readonly Action<Utbildning, long> Id = Bulkladdning.Sattare<Utbildning>(nameof(Utbildning.Id));

    private readonly Dictionary<string, Skola> _skolor = [];
    private int _nummer;

    private Utbudsvarld(Testdatabas databas) => (Databas, Minne) = (databas, new(databas.NyDb));

    public Testdatabas Databas { get; }

    public Testklocka Klocka { get; } = new();

    public Utbudsminne Minne { get; }

    public static async Task<Utbudsvarld> SkapaAsync(Databasprovider provider, params Utbudsexempel[] alla)
    {
        var varld = new Utbudsvarld(await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad));
        await varld.LaggInAsync(alla);
        return varld;
    }

    public async Task LaggInAsync(IReadOnlyList<Utbudsexempel> alla)
    {
        await using var db = Databas.Alla();
        List<Utbudsunderlag> underlag = [];
        foreach (var ett in alla)
        {
            if (!_skolor.TryGetValue(ett.Skola, out var skola))
            {
                _skolor[ett.Skola] = skola = new Skola($"{10_000_000 + _skolor.Count}", ett.Skola, ett.Ort, ett.Skolform, Rapporteringssatt.Manuellt);
                db.Add(skola);
                await db.SaveChangesAsync();
            }

            var utbildning = new Utbildning(skola.Id, new()
            {
                Namn = ett.Namn,
                Kod = ett.Kod,
                Slag = Utbildningsslag.Program,
                Niva = ett.Niva,
                Avdelning = Avdelning.A1,
                Omfattning = ett.Takt,
                Undervisning = ett.Undervisning,
                FranLasar = 2020,
            });
            Id(utbildning, ++_nummer);
            underlag.Add(new(skola, utbildning, [.. ett.Tider.Select((t, i) => new Utbudstidsunderlag(new Studietidsuppgift(t, []), Studietidsgallande.Utbildningen, (100 * _nummer) + i, 0))], Klocka.UtcNu()));
        }

        await db.ITransaktionAsync(async () =>
        {
            await Utbudspublicering.LaddaAsync(db, underlag, default);
            return true;
        });
    }

    public async Task<Utbudstraffar> SokAsync(Utbudsformular formular, int antal = UtbudQuery.MaxAntal, string? efter = null)
    {
        await using var db = Databas.NyDb.Ny();   // no school and not all: what anyone has
        return (await new UtbudQuery(db, Minne, Klocka).SokAsync(formular.Tolka().Value, antal, efter, default)).Value;
    }

    public async Task<IReadOnlyList<string>> NamnAsync(Utbudsformular formular) => [.. (await SokAsync(formular)).Traffar.Select(t => t.Post.Rubrik)];

    public ValueTask DisposeAsync()
    {
        Minne.Dispose();
        return Databas.DisposeAsync();
    }
}
