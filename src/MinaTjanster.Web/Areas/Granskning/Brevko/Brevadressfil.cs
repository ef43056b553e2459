using System.Globalization;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;

namespace MinaTjanster.Web.Areas.Granskning.Brevko;

/// <summary>
/// A line for each letter of a print-out, in the order of its PDF: where it stands there, whose letter it is, and by which number the address is looked up in folkbokföringen.
/// A letter to a protected person goes by Skatteverkets förmedling: nothing of the person stands here, and for the uncleared not the case either; the line is there so that those after it
/// count the pages right (ADR 0057).
/// </summary>
internal static class Brevadressfil
{
    public static readonly string[] Rubriker = ["Brev", "Ärende", "Första sidan", "Sidor", "Bilagor", "Till", "Namn", "Personnummer", "Adress"];

    public static IEnumerable<string?[]> Rader(IReadOnlyList<Beslutsbrev> breven, IReadOnlyList<int> sidor, bool farSeSkyddade)
    {
        var forsta = 1;
        foreach (var (nummer, brev) in breven.Index())
        {
            var dolt = brev.ArSkyddad && !farSeSkyddade;
            yield return
            [
                Tal(nummer + 1),
                dolt ? null : brev.Kvittensnummer,
                Tal(forsta),
                Tal(sidor[nummer]),
                dolt ? null : Tal(brev.Bilagor.Count),
                brev.ArSkyddad ? null : brev.Till.Forst(),
                brev.ArSkyddad ? null : brev.Namn,
                brev.ArSkyddad ? null : brev.Personnummer.Fullt,
                brev.ArSkyddad ? "Skatteverkets förmedling, slås inte upp" : brev.TillVardnadshavare ? "Vårdnadshavarens, ur folkbokföringen" : "Ur folkbokföringen",
            ];
            forsta += sidor[nummer];
        }
    }

    private static string Tal(int tal) => tal.ToString(CultureInfo.InvariantCulture);
}
