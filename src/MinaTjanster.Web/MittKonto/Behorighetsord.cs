using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.MittKonto;

/// <summary>What a behörighet is called on screen.</summary>
public static class Behorighetsord
{
    public static string Text(this Behorighetsslag slag) => slag switch
    {
        Behorighetsslag.StudietiderUtbildningar => "Studietider och utbildningar",
        Behorighetsslag.Studeranderapportering => "Studeranderapportering",
        Behorighetsslag.Behorighetsadministrator => "Behörighetsadministratör",
        Behorighetsslag.Behorighetsansvarig => "Behörighetsansvarig",
        Behorighetsslag.CsnOrder => "CSN-order",
        Behorighetsslag.CsnHandlaggare => "Handläggare",
        Behorighetsslag.CsnSkyddadeIdentiteter => "Skyddade personuppgifter",
        Behorighetsslag.CsnBehorighetshandlaggare => "Behörighetshandläggare",
        Behorighetsslag.CsnBlankettservice => "Blankettservice",
        Behorighetsslag.CsnKontaktperson => "Kontaktperson",
        _ => slag.ToString(),
    };
}
