using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Areas.Kontoadministration.KontaktaCsn;

/// <summary>A way to report as a choice in a form.</summary>
public static class Kanaltext
{
    public static string For(Rapporteringssatt satt) => satt switch
    {
        Rapporteringssatt.Manuellt => "Manuellt, på skärmen i Mina tjänster",
        Rapporteringssatt.Fil => "Med filer från skolans system",
        Rapporteringssatt.Ladok => "Genom Ladok",
        _ => throw new ArgumentOutOfRangeException(nameof(satt), satt, null),
    };
}
