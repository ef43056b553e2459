using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Infrastructure.Uppladdningar;

/// <summary>
/// What stood in a form's other fields when a file was added to it or taken away: shown again as it was typed, also past the redirect, for the same
/// account, school and page.
/// </summary>
internal static class Ifyllt
{
    private const string Nyckel = "Ifyllt";

    // A cookie holds it. The facts take a few hundred characters; a form with far more is shown as it is stored.
    private const int MaxTecken = 3000;

    private sealed record Innehall(long KontoId, long? SkolaId, string Sida, Dictionary<string, string> Falt);

    /// <summary>Keeps the fields until the page is next shown.</summary>
    public static void BehallIfyllt(this Controller controller, AktuellAnvandare anvandare, string sida, IReadOnlyDictionary<string, string> falt)
    {
        var json = JsonSerializer.Serialize(new Innehall(anvandare.KontoId, anvandare.AktivSkola?.Id, sida, new(falt)));
        if (json.Length <= MaxTecken)
            controller.TempData[Nyckel] = json;
    }

    /// <summary>Shows what was kept for this page, once; empty when nothing was.</summary>
    public static IReadOnlyDictionary<string, string> VisaIfyllt(this Controller controller, AktuellAnvandare anvandare, string sida)
    {
        if (controller.TempData[Nyckel] is not string json
            || JsonSerializer.Deserialize<Innehall>(json) is not { } innehall
            || (innehall.KontoId, innehall.SkolaId, innehall.Sida) != (anvandare.KontoId, anvandare.AktivSkola?.Id, sida))
            return new Dictionary<string, string>();

        controller.ModelState.Visa(innehall.Falt);
        return innehall.Falt;
    }

    /// <summary>The field tag helpers show these before what the model holds.</summary>
    public static void Visa(this ModelStateDictionary modelState, IReadOnlyDictionary<string, string> falt)
    {
        foreach (var (namn, varde) in falt)
            modelState.SetModelValue(namn, varde, varde);
    }

    /// <summary>The fields of a form that is posted without its files.</summary>
    public static Dictionary<string, string> Falt(IFormCollection form) => Egna(form.Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())));

    /// <summary>Without the form's own: token and mark.</summary>
    public static Dictionary<string, string> Egna(IEnumerable<KeyValuePair<string, string>> falt) =>
        falt.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
