using System.Globalization;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.MinaSidor.Studietidssok;

/// <summary>A search in an address, and where in its hits one is.</summary>
public class StudietidssokInput : Utbudsformular
{
    /// <summary>Opaque; null for the first page.</summary>
    public string? Efter { get; set; }

    /// <summary>The search written the same way whoever wrote it, with what is empty left out.</summary>
    public string Adress(string slut = "", string? efter = null)
    {
        (string Namn, string? Varde)[] delar =
            [("sok", Sok), ("skolform", Skolform), ("niva", Niva), ("takt", Takt), ("undervisning", Undervisning), ("datum", Datum), ("nar", string.IsNullOrWhiteSpace(Datum) ? null : Nar), ("efter", efter)];
        var fraga = string.Join('&', delar.Where(d => !string.IsNullOrWhiteSpace(d.Varde)).Select(d => $"{d.Namn}={Uri.EscapeDataString(d.Varde!.Trim())}"));
        return $"{Utbudspost.Bas}{slut}{(fraga.Length == 0 ? "" : "?" + fraga)}";
    }
}

/// <summary>The search page; also the form's model.</summary>
/// <param name="traffar">Null when the search cannot be read.</param>
public sealed class StudietidssokModell(StudietidssokInput input, Utbudstraffar? traffar, DateOnly idag)
{
    /// <summary>Studietider shown of a hit; its own page shows all.</summary>
    public const int MaxTider = 4;

    public StudietidssokInput Input => input;

    public Utbudstraffar? Traffar => traffar;

    public DateOnly Idag => idag;

    public string? Sok => input.Sok;

    public string? Skolform => input.Skolform;

    public string? Niva => input.Niva;

    public string? Takt => input.Takt;

    public string? Undervisning => input.Undervisning;

    public string? Datum => input.Datum;

    public string? Nar => input.Nar;

    /// <summary>Every choice of the form: two searches with the same ones have the same fields.</summary>
    public string Valda => string.Join('|', Skolform, Niva, Takt, Undervisning, Datum, Nar);

    /// <summary>Shown although nobody has asked yet.</summary>
    public bool ArOfragad => input.Adress() == Utbudspost.Bas;

    public bool ArForsta => string.IsNullOrEmpty(input.Efter);

    public string Rubrik => traffar switch
    {
        { ArFler: true } when ArForsta => $"Fler än {traffar.Antal} utbildningar",
        _ when !ArForsta => "Fler utbildningar",
        { Antal: 1 } => "1 utbildning",
        _ => $"{traffar?.Antal} utbildningar",
    };

    /// <summary>The choices of the search in words, for paper.</summary>
    public string? Sammanfattning
    {
        get
        {
            var val = new (string? Varde, IEnumerable<Alternativ> Alternativ)[] { (Skolform, Skolformerna), (Niva, Nivaerna), (Takt, Takterna), (Undervisning, Undervisningssatten) };
            var delar = val.Select(v => v.Alternativ.FirstOrDefault(a => string.Equals(a.Varde, v.Varde?.Trim(), StringComparison.OrdinalIgnoreCase))?.Text).Prepend(string.IsNullOrWhiteSpace(Sok) ? null : $"”{Sok.Trim()}”")
                .Append(string.IsNullOrWhiteSpace(Datum) ? null : $"{(Nar is not null && Nar.Equals(nameof(Datumslag.Borjar), StringComparison.OrdinalIgnoreCase) ? "börjar tidigast" : "pågår")} {Datum.Trim()}")
                .Where(d => d is not null).ToList();
            return delar.Count == 0 ? null : string.Join(", ", delar);
        }
    }

    public static IReadOnlyList<Alternativ> Skolformerna { get; } = [.. Enum.GetValues<Skolform>().Select(s => new Alternativ($"{s}", SvenskText.Versal(s.Text())))];

    public static IReadOnlyList<Alternativ> Nivaerna { get; } = [.. Enum.GetValues<Utbildningsniva>().Select(n => new Alternativ($"{n}", n.Text()))];

    public static IReadOnlyList<Alternativ> Takterna { get; } = [.. Enum.GetValues<Takt>().Select(t => new Alternativ(t.Varde(), t.Text()))];

    public static IReadOnlyList<Alternativ> Undervisningssatten { get; } = [.. Enum.GetValues<Undervisningssatt>().Select(u => new Alternativ($"{u}", u.Text()))];

    public static IReadOnlyList<Alternativ> Datumslagen { get; } =
    [
        new($"{Datumslag.Pagar}", "Studierna pågår den dagen"),
        new($"{Datumslag.Borjar}", "Studierna börjar den dagen eller senare"),
    ];
}

/// <summary>The page of an education, or of a school as a whole.</summary>
public sealed record StudietiderModell(Utbudspost Post, DateOnly Idag)
{
    /// <summary>The läsår that goes on and those to come first, then those that have been.</summary>
    public IEnumerable<IGrouping<Lasar, Utbudstid>> Lasaren => Post.Tider.GroupBy(t => Lasar.For(t.ForstaDag)).OrderBy(g => g.Key.SistaDag < Idag).ThenBy(g => g.Key.Startar);

    public IEnumerable<(string Namn, string Varde)> Fakta()
    {
        yield return ("Skola", Post.Skola);
        yield return ("Ort", Post.Ort);
        yield return ("Skolform", SvenskText.Versal(Post.Skolform.Text()));
        yield return ("Skolkod", Post.Skolkod);
        if (Post.Slag is { } slag)
            yield return ("Slag", slag.Text());
        if (Post.Niva is { } niva)
            yield return ("Nivå", niva.Text());
        if (Post.Kod is { } kod)
            yield return (Utbildningsformer.For(Post.Skolform).Kodetikett, kod);
        if (Post.Takt is { } takt)
            yield return ("Takt", takt == 100 ? "100 % (heltid)" : $"{takt} %");
        if (Post.Undervisning is { } undervisning)
            yield return ("Undervisning", undervisning.Text());
        if (Post.PoangTiondelar is { } poang)
            yield return ("Poäng", Tiondelar.Text(poang));
    }
}

/// <summary>A studietid in words.</summary>
internal static class Utbudstidstext
{
    public static string? Omfattning(this Utbudstid tid) =>
        tid.PoangTiondelar is { } poang ? $"{Tiondelar.Text(poang)} poäng" : tid.Omfattning is { } procent ? $"{procent} %" : null;

    /// <summary>Höstterminen 2026; both where it lies in both.</summary>
    public static string Termin(this Utbudstid tid)
    {
        var (forsta, sista) = (Core.Studietider.Termin.For(tid.ForstaDag), Core.Studietider.Termin.For(tid.SistaDag));
        var text = forsta == sista ? $"{forsta}" : $"läsåret {Lasar.For(tid.ForstaDag)}";
        return SvenskText.Versal(text);
    }
}
