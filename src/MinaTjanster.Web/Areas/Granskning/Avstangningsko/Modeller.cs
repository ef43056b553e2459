using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;

namespace MinaTjanster.Web.Areas.Granskning.Avstangningsko;

/// <summary>A list of one lane.</summary>
/// <param name="ArHanterade">What has been dealt with, rather than what waits.</param>
public sealed record Avstangningslista(Avstangningssida Sida, Personskydd Lane, bool ArHanterade)
{
    public const string Vanlig = "/csn/avstangningar";
    public const string Skyddad = "/csn/avstangningar/skyddade";
    public const string Hanterade = "hanterade";

    public bool ArSkyddad => Lane == Personskydd.Skyddad;

    public Listsida<Avstangningsrad> Rader => Sida.Rader;

    public string Bas => ArSkyddad ? Skyddad : Vanlig;

    public string Adress(int sida) => $"{Bas}?{(ArHanterade ? $"visa={Hanterade}&" : "")}sida={sida}";
}

/// <summary>One suspension.</summary>
/// <param name="Nej">Why it was not marked, or null.</param>
public sealed record AvstangningModell(Avstangningsdetaljer Detaljer, bool FarSeSkyddade, IReadOnlyList<Historikrad> Historik, Refusal? Nej)
{
    public string Namn => Detaljer.Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Detaljer.Studerande.PersonnummerFor(FarSeSkyddade);

    public string Lista => Detaljer.Studerande.ArSkyddad ? Avstangningslista.Skyddad : Avstangningslista.Vanlig;
}

internal static class Avstangningsfarg
{
    /// <summary>The theme's colour of a state; the sign before the word follows it (innehall.css).</summary>
    public static string Farg(this Avstangningsstatus status) => status switch
    {
        Avstangningsstatus.AttHantera => "info",
        Avstangningsstatus.Hanterad => "success",
        Avstangningsstatus.Tillbakatagen => "danger",
        _ => "neutral",
    };
}
