using System.Globalization;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>That an outage has been, for a school that reported late because of it. Names no person.</summary>
/// <param name="RorRapportering">One of the services is one in which schools report.</param>
/// <param name="Skola">Whom it is made out to; null at CSN.</param>
public sealed record Avbrottsintyg(string Nummer, string Rubrik, bool ArPlanerat, bool Laslage, DateTime Borjar, DateTime Slutar, string Tjanster, bool RorRapportering, string Skolformer, string? Skola, DateOnly Utfardat)
{
    public string Filnamn => $"intyg-driftavbrott-{Nummer}.pdf";

    /// <summary>The rows of the certificate.</summary>
    public IReadOnlyList<(string Etikett, string Varde)> Rader =>
    [
        ("Nummer", Nummer),
        .. Skola is null ? Array.Empty<(string, string)>() : [("Skola", Skola)],
        ("Avbrott", Rubrik),
        ("Slag", ArPlanerat ? "Planerat i förväg" : "Oplanerat"),
        ("Började", SvenskText.Tidpunkt(Borjar.SvenskTidpunkt())),
        ("Slutade", SvenskText.Tidpunkt(Slutar.SvenskTidpunkt())),
        ("Varade", Langd(Slutar - Borjar)),
        ("Tjänster", Tjanster),
        ("Skolformer", Skolformer),
        ("Utfärdat", Utfardat.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    public static Avbrottsintyg For(Driftavbrott a, Skolval? skola, DateOnly idag) => new(
        a.Nummer,
        a.Rubrik,
        a.ArPlanerat,
        a.Laslage,
        a.Borjar,
        a.Slutar,
        string.Join(", ", a.Tjanster.Select(t => t.Text())),
        // Only högskolor report through Ladok.
        a.Tjanster.Any(t => t is Drifttjanst.Studeranderapportering or Drifttjanst.StudietiderUtbildningar || (t is Drifttjanst.Ladok && skola?.Skolform is null or Skolform.Hogskola)),
        Mottagare.Text(a.Skolformer),
        skola is null ? null : $"{skola.Namn} ({skola.Skolkod})",
        idag);

    /// <param name="skapad">When the PDF is made, UTC.</param>
    public byte[] ToPdf(Pdftypsnitt typsnitt, DateTime skapad) =>
        new Pdfbyggare($"Intyg om driftavbrott {Nummer}", skapad, typsnitt, Nummer, "Centrala studiestödsnämnden (CSN)")
            .AddRubrik("Intyg om driftavbrott")
            .AddStycke("CSN intygar att det har varit avbrott i Mina tjänster enligt nedan.")
            .AddUppgifter(Rader)
            .AddRuta(
                RorRapportering ? $"{(Skola is null ? "Skolor" : "Skolan")} kunde inte rapportera i tjänsterna ovan under avbrottet" : "Tjänsterna ovan gick inte att använda under avbrottet",
                (Laslage ? "Mina tjänster gick att läsa, men ingenting kunde skickas eller ändras." : "Det gick inte att skicka eller ändra uppgifter där.")
                + (RorRapportering ? " Hänvisa till intyget och numret om en rapport har kommit in sent på grund av avbrottet." : ""))
            .AddStycke("Tiderna är svensk tid.")
            .ToBytes();

    /// <summary>2 timmar 5 minuter; less than a minute is said so.</summary>
    internal static string Langd(TimeSpan tid)
    {
        var (dagar, timmar, minuter) = ((int)tid.TotalDays, tid.Hours, tid.Minutes);
        string[] delar =
        [
            dagar switch { 0 => "", 1 => "1 dygn", _ => $"{dagar} dygn" },
            timmar switch { 0 => "", 1 => "1 timme", _ => $"{timmar} timmar" },
            minuter switch { 0 => "", 1 => "1 minut", _ => $"{minuter} minuter" },
        ];
        var text = string.Join(' ', delar.Where(d => d.Length > 0));
        return text.Length == 0 ? "mindre än en minut" : text;
    }
}
