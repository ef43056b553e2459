using MinaTjanster.Core.Filrapportering.Lasning;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Core.Studietider.Inlasningar;

/// <summary>A column of a file, and the field on the page where a refused row is corrected.</summary>
/// <param name="Etikett">What the field is called there.</param>
/// <param name="Skrivs">How a value is written.</param>
/// <param name="Falt">The field that refusals name; null where none does.</param>
public sealed record Inlasningskolumn(string Namn, string Etikett, string Skrivs, string? Falt = null, bool Kravs = false);

/// <summary>
/// The format of a file of utbildningar or studietider: what is exported can be read in again. Docs: docs/filformat-studietider.md, which a test compares with this.
/// </summary>
public sealed class Inlasningsformat
{
    public const string Nummer = "nummer";

    public const string Fel = "fel";

    public const string Bekraftelse = "bekraftelse";

    /// <summary>What confirms.</summary>
    public const string Ja = "ja";

    /// <summary>Where a studietid is for no education of its own.</summary>
    public const string HelaSkolan = "Hela skolan";

    private Inlasningsformat(params Inlasningskolumn[] kolumner)
    {
        Kolumner = kolumner;
        Las = new([.. kolumner.Select(k => new Filkolumn(k.Namn, k.Kravs)), new(Fel)]);
    }

    public static Inlasningsformat Utbildningar { get; } = new(
        new(Nummer, "Portalens nummer", "Tomt för en ny utbildning. I en fil som är hämtad härifrån står numret, och då ändras utbildningen."),
        new("namn", "Namn", $"Högst {Utbildningsuppgift.MaxNamn} tecken", nameof(Utbildningsuppgift.Namn), Kravs: true),
        new("slag", "Slag", "Program, Kurs eller Inriktning", nameof(Utbildningsuppgift.Slag)),
        new("niva", "Nivå", "Grundläggande, Gymnasial eller Eftergymnasial", nameof(Utbildningsuppgift.Niva)),
        new("avdelning", "Avdelning", "A1, A2, A3 eller B", nameof(Utbildningsuppgift.Avdelning)),
        new("kod", "Kod", "Studievägskod, inriktningskod, kurskod eller utbildningsnummer", nameof(Utbildningsuppgift.Kod)),
        new("takt", "Takt", "Procent, 1–100", nameof(Utbildningsuppgift.Omfattning), Kravs: true),
        new("undervisning", "Undervisning", "På plats, Distans eller Distans med träffar", nameof(Utbildningsuppgift.Undervisning), Kravs: true),
        new("poang", "Poäng", "Tal med högst en decimal, 7,5", nameof(Utbildningsuppgift.PoangTiondelar)),
        new("fran_lasar", "Från läsåret", "2026/27", nameof(Utbildningsuppgift.FranLasar), Kravs: true),
        new("till_lasar", "Till läsåret", "2026/27, eller tomt", nameof(Utbildningsuppgift.TillLasar)),
        new(Bekraftelse, "Bekräftelse", "ja, när namn, kod, takt eller poäng ändras och studerande är rapporterade", "Bekraftad"));

    public static Inlasningsformat Studietider { get; } = new(
        new(Nummer, "Portalens nummer", "Tomt för en ny studietid. I en fil som är hämtad härifrån står numret, och då ändras studietiden."),
        new("utbildning", "Utbildning", $"Utbildningens namn, eller {HelaSkolan}", Kravs: true),
        new("kod", "Utbildningens kod", "Behövs när flera utbildningar har samma namn"),
        new("utbildningsnummer", "Portalens nummer för utbildningen", "Behövs när namn och kod inte räcker"),
        new("forsta_dag", "Första dag", "2026-08-17 eller 20260817", Studietidsfalt.ForstaDag, Kravs: true),
        new("sista_dag", "Sista dag", "2026-12-18, dagen räknas med", Studietidsfalt.SistaDag, Kravs: true),
        new("uppehall", "Uppehåll", "2026-10-26 till 2026-10-30. Flera skiljs med komma."),
        new("poang", "Poäng", "Poäng i perioden, högst en decimal", Studietidsfalt.Poang),
        new("omfattning", "Omfattning", "Procent av heltid, 1–100", Studietidsfalt.Omfattning),
        new(Bekraftelse, "Bekräftelse", "ja, när en ändring rör studerande som är rapporterade"));

    /// <summary>In the order of a row's values.</summary>
    public IReadOnlyList<Inlasningskolumn> Kolumner { get; }

    public int Antal => Kolumner.Count;

    public IEnumerable<string> Namn => Kolumner.Select(k => k.Namn);

    /// <summary>What the reader knows: also the column of faults, which nobody reads.</summary>
    internal Filkolumner Las { get; }

    public static Inlasningsformat For(Inlasningsslag slag) => slag switch
    {
        Inlasningsslag.Utbildningar => Utbildningar,
        Inlasningsslag.Studietider => Studietider,
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };

    internal static bool ArJa(string text) => text.Trim().Equals(Ja, StringComparison.OrdinalIgnoreCase);

    public int Plats(string kolumn) => Kolumner.Select((k, i) => (k, i)).First(p => p.k.Namn == kolumn).i;

    /// <summary>The column that a refusal's field is; null when it concerns the whole row.</summary>
    public string? Kolumn(string? falt) => falt is null ? null
        : falt.StartsWith("Uppehall", StringComparison.Ordinal) ? "uppehall"
        : Kolumner.FirstOrDefault(k => k.Falt == falt || k.Namn == falt)?.Namn;
}
