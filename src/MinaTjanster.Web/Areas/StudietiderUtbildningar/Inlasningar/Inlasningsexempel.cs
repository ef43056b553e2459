using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Utbildningar;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Inlasningar;

/// <summary>The example on the page. A test reads each of them in at a school of its form.</summary>
public static class Inlasningsexempel
{
    public static string For(Inlasningsslag slag, Utbildningsform form) => slag == Inlasningsslag.Utbildningar
        ? $"namn;slag;niva;avdelning;kod;takt;undervisning;poang;fran_lasar;till_lasar\n{Utbildning(form)}"
        : $"utbildning;forsta_dag;sista_dag;uppehall;poang;omfattning\n{Studietider(form)}";

    private static string Utbildning(Utbildningsform form) => string.Join(
        ';',
        "Exempelutbildningen",
        form.Slag[0].Text(),
        form.Nivaer[0].Text(),
        $"{form.Avdelningar[0]}",
        form.Kodslag switch { Kodslag.Studievagskod => "NANAT0000", Kodslag.Inriktning => "306812C", _ => "" },
        "100",
        Undervisningssatt.PaPlats.Text(),
        form.HarPoang ? "60" : "",
        "2026/27",
        "");

    private static string Studietider(Utbildningsform form)
    {
        var poang = form.DelasVidJul ? "90" : "";
        return $"{Inlasningsformat.HelaSkolan};2027-08-16;2027-12-17;2027-10-25 till 2027-10-29;{poang};100\n{Inlasningsformat.HelaSkolan};2028-01-10;2028-06-09;;{poang};100";
    }
}
