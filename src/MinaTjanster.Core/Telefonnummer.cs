namespace MinaTjanster.Core;

/// <summary>Telephone numbers as people write them.</summary>
public static class Telefonnummer
{
    /// <summary>For a link: 0771-276 400 is tel:+46771276400. A number with its country before it keeps it.</summary>
    public static string Lank(string nummer)
    {
        var siffror = string.Concat(nummer.Where(char.IsAsciiDigit));
        return nummer.TrimStart().StartsWith('+') ? $"tel:+{siffror}"
            : siffror.StartsWith("00", StringComparison.Ordinal) ? $"tel:+{siffror[2..]}"
            : $"tel:+46{siffror.TrimStart('0')}";
    }
}
