using System.Globalization;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;

namespace MinaTjanster.Web.Areas.Granskning.Brevko;

/// <summary>
/// A line for each letter of a print-out, in the order of its PDF: where it stands there, whose letter it is, and by which number the address is looked up in folkbokföringen.
/// A letter to a protected person goes by Skatteverkets förmedling: nothing of the person stands here (ADR 0057).
/// </summary>
internal static class Brevadressfil
{
    public static readonly string[] Rubriker = ["Brev", "Ärende", "Första sidan", "Sidor", "Bilagor", "Till", "Namn", "Personnummer", "Adress"];

    public static IEnumerable<string?[]> Rader(IReadOnlyList<Beslutsbrev> breven, IReadOnlyList<int> sidor)
    {
        var forsta = 1;
        foreach (var (nummer, brev) in breven.Index())
        {
            yield return
            [
                Tal(nummer + 1),
                brev.Kvittensnummer,
                Tal(forsta),
                Tal(sidor[nummer]),
                Tal(brev.Bilagor.Count),
                brev.Till.Forst(),
                brev.ArSkyddad ? null : brev.Namn,
                brev.ArSkyddad ? null : brev.Personnummer.Fullt,
                brev.ArSkyddad ? "Skatteverkets förmedling, slås inte upp" : brev.TillVardnadshavare ? "Vårdnadshavarens, ur folkbokföringen" : "Ur folkbokföringen",
            ];
            forsta += sidor[nummer];
        }
    }

    private static string Tal(int tal) => tal.ToString(CultureInfo.InvariantCulture);
}
