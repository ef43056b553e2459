using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Handelsesidor;

/// <summary>The page of one event, and of taking it back.</summary>
public sealed record HandelseModell(Handelsesida Sida, Skolform Skolform, bool FarSeSkyddade)
{
    public string Namn => Sida.Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Sida.Studerande.PersonnummerFor(FarSeSkyddade);

    public string Andra => Handelseadress.Andra(Sida.Handelse.Id, Sida.Typ);

    public string Status => Sida.Handelse.Status switch
    {
        Handelsestatus.Ersatt => "Ersatt av en senare rapport",
        Handelsestatus.Tillbakatagen => "Tillbakatagen",
        _ => "Gäller",
    };
}
