using System.Globalization;
using MinaTjanster.Core.Dokumentlagring;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Underlag;

/// <summary>A file in a few words: PDF, 3 sidor, 1,2 MB.</summary>
public static class Filtext
{
    public static string Om(Dokument fil) => $"{Typ(fil.Typ)}, {(fil.AntalSidor == 1 ? "1 sida" : $"{fil.AntalSidor} sidor")}, {Storlek(fil.Langd)}";

    public static string Storlek(long byteAntal) => byteAntal switch
    {
        < 1024 => "mindre än 1 kB",
        < 1024 * 1024 => $"{byteAntal / 1024} kB",
        _ => (byteAntal / (1024m * 1024m)).ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',') + " MB",
    };

    private static string Typ(Dokumenttyp typ) => typ switch
    {
        Dokumenttyp.Pdf => "PDF",
        Dokumenttyp.Jpeg => "JPEG-bild",
        Dokumenttyp.Png => "PNG-bild",
        _ => "Fil",
    };
}
