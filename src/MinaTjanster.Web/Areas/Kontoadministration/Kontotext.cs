using MinaTjanster.Core.Konton;

namespace MinaTjanster.Web.Areas.Kontoadministration;

/// <summary>States of an account in words and colour; never by colour alone.</summary>
public static class Kontotext
{
    public static (string Text, string Farg) Visa(this Kontolage lage) => lage switch
    {
        Kontolage.BrevVantar => ("Brev med användarnamn väntar hos CSN", "info"),
        Kontolage.BrevSkickat => ("Brevet är skickat, engångslösenordet mejlas snart", "info"),
        Kontolage.EngangslosenordSkickat => ("Engångslösenord mejlat, inte bytt än", "info"),
        Kontolage.EngangslosenordForGammalt => ("Engångslösenordet har blivit för gammalt", "warning"),
        Kontolage.Aktivt => ("I bruk", "success"),
        Kontolage.Avslutat => ("Avslutat", "neutral"),
        _ => throw new ArgumentOutOfRangeException(nameof(lage), lage, null),
    };
}
