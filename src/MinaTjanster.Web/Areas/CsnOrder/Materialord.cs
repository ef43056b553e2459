using System.Globalization;
using MinaTjanster.Core.Materialbestallningar;

namespace MinaTjanster.Web.Areas.CsnOrder;

/// <summary>What both sides' pages say about orders and articles.</summary>
internal static class Materialord
{
    private static readonly CultureInfo Svenska = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>6 000, with a no-break space.</summary>
    public static string Tal(int antal) => antal.ToString("#,0", Svenska);

    public static string Artiklar(int antal) => antal == 1 ? "1 artikel" : $"{Tal(antal)} artiklar";

    /// <summary>The colour beside the word; never alone.</summary>
    public static string Farg(this Materialstatus status) => status switch
    {
        Materialstatus.Skickad => "success",
        Materialstatus.Annullerad => "neutral",
        _ => "info",
    };

    /// <summary>The picture's address.</summary>
    public static string Adress(this Artikelbild bild) => $"/bilder/material/{bild.ToString().ToLowerInvariant()}.svg";

    public static string Granser(Materialartikel artikel) =>
        artikel.Minst == artikel.Mest ? $"{Tal(artikel.Minst)} st per beställning" : $"{Tal(artikel.Minst)}–{Tal(artikel.Mest)} st per beställning";

    public static (string Text, string Farg) Lager(Materialartikel artikel) =>
        artikel.Saldo == 0 ? ("Slut, restnoteras", "warning")
        : artikel.Saldo < artikel.Mest ? ($"Bara {Tal(artikel.Saldo)} i lager", "info")
        : ("I lager", "success");

    /// <summary>What is left of a line to the reader: sent, in a parcel, or waiting.</summary>
    public static string Lage(Materialrad rad, Materialstatus status)
    {
        if (status == Materialstatus.Annullerad && rad.Struket == 0)
            return "annullerad";

        List<string> delar = [];
        if (rad.Skickat > 0)
            delar.Add($"{Tal(rad.Skickat)} skickade");
        if (rad.Packat > rad.Skickat)
            delar.Add($"{Tal(rad.Packat - rad.Skickat)} packade");
        if (rad.AttPacka > 0)
            delar.Add($"{Tal(rad.AttPacka)} ska packas");
        if (rad.Rest > 0)
            delar.Add(status == Materialstatus.Annullerad ? $"{Tal(rad.Rest)} annullerade" : $"{Tal(rad.Rest)} restnoterade");
        if (rad.Struket > 0)
            delar.Add($"{Tal(rad.Struket)} strukna, kommer inte");
        return string.Join(", ", delar);
    }
}
