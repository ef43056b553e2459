using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Driftinformation;

/// <summary>What CSN does on the pages of outages and news.</summary>
internal static class Driftportal
{
    public const string Avbrott = "/csn/driftavbrott";
    public const string Nyheter = "/csn/nyheter";

    /// <summary>The form of a new outage, for all services and school forms unless <paramref name="form"/> is given.</summary>
    public static Formular Fyll(Sida ny, string rubrik, string fran, string till, bool laslage = false, string dag = "2026-11-22", string? form = null)
    {
        var formular = ny.FindForm("Lägg till avbrottet")
            .Satt("Rubrik", rubrik).Satt("Text", "Vi uppdaterar.\n\nLäs mer på https://www.csn.se/drift.")
            .Satt("FranDag", dag).Satt("FranTid", fran).Satt("TillDag", dag).Satt("TillTid", till);
        if (form is not null)
            formular.Satt("Skolformer", form);
        return laslage ? formular.Satt("Laslage", "true") : formular;
    }

    /// <summary>Kristina sets it up; the answer is its page.</summary>
    public static async Task<Sida> LaggUppAsync(this PortalFabrik portal, string rubrik, string fran, string till, bool laslage = false, string dag = "2026-11-22", string? form = null)
    {
        using var kristina = await portal.InloggadAsync(Personer.KristinaOhlin);
        var sida = await Fyll(await kristina.HamtaAsync($"{Avbrott}/ny"), rubrik, fran, till, laslage, dag, form).SkickaAsync();
        return sida.Fel.Count == 0 ? sida : throw new InvalidOperationException(string.Join(' ', sida.Fel));
    }

    public static long Id(this Sida sida) => long.Parse(sida.Url.Segments[^1]);

    public static Formular FyllNyhet(Sida ny, string rubrik, string? form = null)
    {
        var formular = ny.FindForm("Spara utkastet").Satt("Rubrik", rubrik).Satt("Text", "Första stycket.\n\nAndra <b>stycket</b>, se https://www.csn.se.").Satt("Till", "2026-11-30");
        return form is null ? formular : formular.Satt("Skolformer", form);
    }
}
