using System.Globalization;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>An education as typed, by form or file. The fields are named as those of <see cref="Utbildningsuppgift"/>, to which the refusals belong.</summary>
public class Utbildningsformular
{
    public string? Namn { get; set; }

    public string? Slag { get; set; }

    public string? Niva { get; set; }

    public string? Avdelning { get; set; }

    public string? Kod { get; set; }

    public string? Omfattning { get; set; }

    public string? Undervisning { get; set; }

    public string? PoangTiondelar { get; set; }

    public string? FranLasar { get; set; }

    public string? TillLasar { get; set; }

    /// <summary>Writes what is stored as a person would have typed it.</summary>
    public void Fyll(Utbildningsuppgift uppgift)
    {
        (Namn, Kod) = (uppgift.Namn, uppgift.Kod);
        (Slag, Niva, Avdelning, Undervisning) = ($"{uppgift.Slag}", $"{uppgift.Niva}", $"{uppgift.Avdelning}", $"{uppgift.Undervisning}");
        Omfattning = uppgift.Omfattning.ToString(CultureInfo.InvariantCulture);
        PoangTiondelar = uppgift.PoangTiondelar is { } poang ? Tiondelar.Text(poang) : null;
        FranLasar = new Lasar(uppgift.FranLasar).ToString();
        TillLasar = uppgift.TillLasar is { } till ? new Lasar(till).ToString() : null;
    }

    /// <summary>
    /// What cannot be read becomes a value that <see cref="Utbildningsregel"/> refuses by its field, so that all faults are told at once.
    /// Where the school form leaves one choice only it is set, whatever was posted.
    /// </summary>
    public Utbildningsuppgift Tolka(Utbildningsform form) => new()
    {
        Namn = Namn ?? "",
        Slag = Val(Slag, form.Slag),
        Niva = Val(Niva, form.Nivaer),
        Avdelning = Val(Avdelning, form.Avdelningar),
        Kod = Kod,
        Omfattning = int.TryParse(Omfattning?.Trim().TrimEnd('%', ' ', '\u00A0'), NumberStyles.None, CultureInfo.InvariantCulture, out var procent) ? procent : 0,
        Undervisning = Val(Undervisning, Enum.GetValues<Undervisningssatt>()),
        PoangTiondelar = string.IsNullOrWhiteSpace(PoangTiondelar) ? null : Tiondelar.TryTolka(PoangTiondelar, out var poang) ? poang : -1,
        FranLasar = Lasaret(FranLasar) ?? 0,
        TillLasar = string.IsNullOrWhiteSpace(TillLasar) ? null : Lasaret(TillLasar) ?? 0,
    };

    private static int? Lasaret(string? text) => Lasar.TryParse(text, out var lasar) ? lasar.Startar : null;

    private static T Val<T>(string? text, IReadOnlyList<T> val)
        where T : struct, Enum =>
        val is [var enda] ? enda : val.Where(v => v.ToString() == text?.Trim()).Cast<T?>().FirstOrDefault() ?? (T)Enum.ToObject(typeof(T), -1);
}
