using System.Text;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>Absence lists for tests, in a layout that is recognised. Today is 22 November 2026.</summary>
internal static class Listfall
{
    private const string Rubrik = "personnummer;namn;klass;datum;start;lektion;schemalagt;franvaro;slag";

    /// <summary>Four missed lessons of 80 minutes in as many days from 5 October: 5 h 20 min, reportable without confirmation.</summary>
    public static string Manga(Studerande elev) => Lektioner(elev, "2026-10-05", "2026-10-07", "2026-10-12", "2026-10-15");

    /// <summary>The same from 2 November: 20 days ago, so the reporter must confirm.</summary>
    public static string Nyss(Studerande elev) => Lektioner(elev, "2026-11-02", "2026-11-04", "2026-11-09", "2026-11-11");

    public static string Lektioner(Studerande elev, params string[] dagar) => Rader(elev, [.. dagar.Select(d => (d, 80, "missad"))]);

    public static string Rader(Studerande elev, params (string Dag, int Minuter, string Slag)[] rader) =>
        string.Concat(rader.Select(r => $"{elev.Personnummer.Fullt};{elev.Efternamn} ur listan;EK25P;{r.Dag};08:20;Matematik;80;{r.Minuter};{r.Slag}\n"));

    /// <summary>School days, Monday to Friday, with attendance.</summary>
    public static string Narvaro(Studerande elev, string fran, string till)
    {
        var dagar = Enumerable.Range(0, 200).Select(DateOnly.Parse(fran).AddDays).TakeWhile(d => d <= DateOnly.Parse(till)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return Rader(elev, [.. dagar.Select(d => (d.ToString("yyyy-MM-dd"), 0, "narvaro"))]);
    }

    public static string Lista(params string[] rader) => $"{Rubrik}\n{string.Concat(rader)}";

    public static Testfil Fil(string text, string namn = "franvaro.csv") => new(namn, Encoding.UTF8.GetBytes(text), "text/csv");

    /// <summary>Uploads a list of these rows by the page's form, and follows to what it shows.</summary>
    public static async Task<Sida> LaddaUppAsync(Portalklient klient, params string[] rader) =>
        await (await klient.HamtaAsync("/franvarocoach")).FindForm("Ladda upp listan").Bifoga("Filer", Fil(Lista(rader))).SkickaAsync();

    /// <summary>The address of the overview that a page belongs to.</summary>
    public static string Adress(this Sida sida) => string.Join('/', sida.Url.AbsolutePath.Split('/').Take(3));

    /// <summary>Ticks these students in the overview and goes on to the check page.</summary>
    public static async Task<Sida> ValjAsync(this Sida oversikt, params Studerande[] elever)
    {
        var formular = oversikt.FindForm("Granska de markerade");
        foreach (var elev in elever)
            formular.Markera("Valda", $"{elev.Id}");
        return await formular.SkickaAsync();
    }
}
