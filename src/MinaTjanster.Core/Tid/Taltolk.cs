using System.Globalization;

namespace MinaTjanster.Core.Tid;

/// <summary>Reads whole numbers of our forms and files.</summary>
public static class Heltal
{
    /// <summary>Digits only, at most six; spaces around allowed.</summary>
    public static bool TryTolka(string? text, out int tal)
    {
        tal = 0;
        return text?.Trim() is { Length: > 0 and <= 6 } rensad && int.TryParse(rensad, NumberStyles.None, CultureInfo.InvariantCulture, out tal);
    }

    /// <summary>The page that an address asks for, from 1; the first when it asks for none that can be.</summary>
    public static int Sida(string? text) => TryTolka(text, out var sida) && sida > 0 ? sida : 1;
}

/// <summary>Reads and writes numbers with at most one decimal, kept as whole tenths (design decision 16): 7,5 is 75.</summary>
public static class Tiondelar
{
    /// <summary>7,5 or 7.5 or 7; at most 10 000. False for anything else.</summary>
    public static bool TryTolka(string? text, out int tiondelar)
    {
        tiondelar = 0;
        if (text?.Trim() is not { Length: > 0 and <= 7 } rensad)
            return false;

        var komma = rensad.AsSpan().IndexOfAny(',', '.');
        var hela = komma < 0 ? rensad.AsSpan() : rensad.AsSpan(0, komma);
        var decimaler = komma < 0 ? "0".AsSpan() : rensad.AsSpan(komma + 1);
        if (decimaler.Length != 1 || !int.TryParse(decimaler, NumberStyles.None, CultureInfo.InvariantCulture, out var tiondel))
            return false;

        if (!int.TryParse(hela, NumberStyles.None, CultureInfo.InvariantCulture, out var heltal) || heltal > 10_000)
            return false;

        tiondelar = (heltal * 10) + tiondel;
        return true;
    }

    /// <summary>7,5; 20 without a decimal.</summary>
    public static string Text(int tiondelar) =>
        tiondelar % 10 == 0 ? (tiondelar / 10).ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{tiondelar / 10},{tiondelar % 10}");
}
