using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Rapportering;

/// <summary>The check page.</summary>
/// <param name="Bedomning">The rule's answer now; the moment of sending decides.</param>
/// <param name="Nu">UTC: decides when CSN sees what is sent now.</param>
public sealed record GranskaModell(Skolkutkast Utkast, Studerandelage Studerande, bool FarSeSkyddade, FoljderModell Foljder, Skolkbedomning Bedomning, DateTime Nu)
{
    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Studerande.PersonnummerFor(FarSeSkyddade);
}

/// <param name="UnderlagDirekt">The reporter has the underlag at hand: the next step comes first.</param>
public sealed record KvittensModell(Skolkrapportsida Sida, bool FarSeSkyddade, bool UnderlagDirekt)
{
    public Skolkrapport Rapport => Sida.Rapport;

    public string Namn => Sida.Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Sida.Studerande.PersonnummerFor(FarSeSkyddade);

    /// <summary>The receipt says how the report stands now; after a change it says that too.</summary>
    public bool ArAndrad => Rapport.Version > 0;
}

/// <summary>No day of this student can be reported.</summary>
public sealed record HindradModell(Studerandelage Studerande, Skolkmojlighet Mojlighet, bool FarSeSkyddade)
{
    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public string Personnummer => Studerande.PersonnummerFor(FarSeSkyddade);
}
