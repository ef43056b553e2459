using MinaTjanster.Core.Blanketter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Partner.Blanketter;

/// <summary>All forms; those of the chosen school's kind first, where there is one.</summary>
public sealed record BlankettlistaModell(Skolform? Skolform)
{
    public IReadOnlyList<(string? Rubrik, IReadOnlyList<Blankett> Blanketter)> Grupper => Skolform is { } skolform
        ? [.. new[] { ($"För {skolform.Text()}", Passar(true)), ("Övriga blanketter", Passar(false)) }.Where(g => g.Item2.Count > 0).Select(g => ((string?)g.Item1, g.Item2))]
        : [(null, Blankettregister.Alla)];

    private IReadOnlyList<Blankett> Passar(bool ska) => [.. Blankettregister.Alla.Where(b => b.Skolformer.Contains(Skolform!.Value) == ska)];
}

/// <param name="Bad">The edition that was asked for.</param>
public sealed record AldreModell(Blankett Blankett, DateOnly Bad);

/// <summary>As typed.</summary>
public sealed class BlankettInput
{
    public const string FlerRader = "rader";
    public const string Pdf = "pdf";

    public Dictionary<string, string?> Varden { get; init; } = [];

    public List<Dictionary<string, string?>> Rader { get; init; } = [];

    /// <summary>The edition that the page was drawn from.</summary>
    public string? Utgava { get; init; }

    public string? Atgard { get; init; }

    /// <summary>The form's own fields and rows; what else was posted is dropped.</summary>
    public Ifylldblankett Som(Blankett blankett) => new(
        blankett,
        blankett.Falt.ToDictionary(f => f.Namn, f => Varden.GetValueOrDefault(f.Namn)),
        blankett.Rader is { } rader
            ? [.. Rader.Take(Blankettrader.Max).Select(r => rader.Kolumner.ToDictionary(k => k.Namn, k => r.GetValueOrDefault(k.Namn)))]
            : []);
}

/// <summary>A form as the page draws it.</summary>
/// <param name="Forifylld">What came from the portal; null for nobody signed in, and after a post.</param>
public sealed record BlankettModell(Ifylldblankett Ifylld, Forifyllning? Forifylld)
{
    public Blankett Blankett => Ifylld.Blankett;

    /// <summary>Every field, so that the page can name each.</summary>
    public IReadOnlyDictionary<string, string?> Varden { get; } = Ifylld.Blankett.Falt.ToDictionary(f => f.Namn, f => Ifylld.Varde(f.Namn));

    /// <summary>The rows, and empty ones up to a page of paper.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Rader { get; init; } = Fyll(Ifylld, Ifylld.Blankett.Rader?.Antal ?? 0);

    public Franvarosummor? Summor => Franvarosummor.For(Ifylld);

    /// <summary>As typed in <em>Underlag för skolk</em>, in hours; null when it cannot be read.</summary>
    public string? Undervisningstid => Timtolk.TryTolka(Ifylld.Varde(Faltnamn.Undervisningstid), out var minuter) ? SvenskText.Timmar(minuter) : null;

    /// <summary>The labels of what has not been typed: to be written on the paper.</summary>
    public IReadOnlyList<string> Tomma => [.. Blankett.Falt.Where(f => string.IsNullOrWhiteSpace(Ifylld.Varde(f.Namn))).Select(f => f.Etikett), .. Blankett.Rader is { } rader && !Ifylld.IfylldaRader.Any() ? [rader.Rubrik] : Array.Empty<string>()];

    /// <summary>No fault was found.</summary>
    public bool ArKontrollerad { get; init; }

    public string Tillbaka { get; init; } = "/blanketter";

    public string Tillbakalank { get; init; } = "Blanketter";

    public bool KanFaFlerRader => Blankett.Rader is not null && Rader.Count < Blankettrader.Max;

    /// <summary>The fields as the error summary orders them.</summary>
    public IEnumerable<string> Ordning =>
    [
        .. Blankett.Falt.Select(f => Blankettprov.Falt(f.Namn)),
        .. Enumerable.Range(0, Rader.Count).SelectMany(i => Blankett.Rader!.Kolumner.Select(k => Blankettprov.Falt(i, k.Namn))),
    ];

    public Faltruta Ruta(Blankettfalt falt) => new(Varden, falt, Forifylld?.Falt.Contains(falt) == true);

    public BlankettModell MedFlerRader() => this with { Rader = Fyll(Ifylld, Math.Min(Rader.Count + (Blankett.Rader?.FlerAntal ?? 0), Blankettrader.Max)) };

    private static List<IReadOnlyDictionary<string, string?>> Fyll(Ifylldblankett ifylld, int antal) =>
        [.. ifylld.Rader, .. Enumerable.Repeat(new Dictionary<string, string?>(), Math.Max(0, antal - ifylld.Rader.Count))];
}

/// <summary>A field as its partial draws it.</summary>
public sealed record Faltruta(IReadOnlyDictionary<string, string?> Varden, Blankettfalt Falt, bool FranPortalen)
{
    public string Inmatning => Falt.Inmatning();

    public string? Hint => Falt.Slag == Faltslag.Datum ? $"{Falt.Hint} Skriv som ÅÅÅÅ-MM-DD.".TrimStart() : Falt.Hint;
}

/// <summary>A field of a row: its name and id, and what is typed in it.</summary>
public sealed record Cellruta(BlankettModell Sida, Blankettfalt Kolumn, int Rad)
{
    public string Namn => Blankettprov.Falt(Rad, Kolumn.Namn);

    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Namn, "_");

    public string? Varde => Sida.Rader[Rad].GetValueOrDefault(Kolumn.Namn);

    public bool ArTabell => Sida.Blankett.Rader!.ArTabell;
}

public static class Blankettinmatning
{
    /// <summary>The keyboard that a phone shows.</summary>
    public static string Inmatning(this Blankettfalt falt) => falt.Slag switch
    {
        Faltslag.Datum or Faltslag.Personnummer or Faltslag.Skolkod or Faltslag.Antal or Faltslag.Minuter => "numeric",
        Faltslag.Timmar or Faltslag.Poang or Faltslag.Klockslag => "decimal",
        Faltslag.Epost => "email",
        Faltslag.Telefon => "tel",
        _ => "text",
    };
}
