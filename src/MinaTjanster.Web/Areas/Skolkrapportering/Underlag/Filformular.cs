using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Underlag;

/// <summary>The facts that were posted along with a file.</summary>
public static class Filformular
{
    /// <summary>
    /// The fields to show again. They go on with the version that the page now shows, unless somebody else saved facts meanwhile: then with the one they
    /// were drawn with, so that saving them tells of the conflict (files alone are none).
    /// </summary>
    /// <param name="postat">All plain fields of the form.</param>
    /// <param name="fore">The draft before the file was added or removed; null when there was none.</param>
    /// <param name="efter">And after.</param>
    public static Dictionary<string, string> Falt(IReadOnlyDictionary<string, string> postat, Franvarounderlag? fore, Franvarounderlag? efter)
    {
        var falt = postat.Where(f => f.Key is not ("Nyckel" or "Filer" or "Version")).ToDictionary(StringComparer.Ordinal);
        if (postat.GetValueOrDefault("Version") is { } dragen && (dragen != $"{fore?.Version ?? 0}" || fore?.Uppgift != efter?.Uppgift))
            falt["Version"] = dragen;

        return falt;
    }
}
