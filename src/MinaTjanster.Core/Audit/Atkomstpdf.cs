using System.Globalization;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Audit;

/// <summary>The access log on paper, to hand over. It names the person it is for: it has no use otherwise, and its file name does not.</summary>
public static class Atkomstpdf
{
    /// <summary>What the log is, in words for the person: the page says the same.</summary>
    public static IReadOnlyList<string> Forklaring { get; } =
    [
        "Dina personuppgifter är skyddade. Varje gång någon med behörighet öppnar en sida eller ett dokument i Mina tjänster där du förekommer sparas det i en logg. Här står vad som är sparat för perioden.",
        "Tiderna är svensk tid. Vem som tittade står med sin roll och den myndighet eller skola där personen arbetade. Signaturen visar vem det var utan att namnet skrivs ut: samma signatur är alltid samma person. Vill du veta namnet kan du begära det hos CSN. Då prövar CSN om det kan lämnas ut.",
        "Uppgifter som visas utan namn och personnummer för andra, till exempel i skolans listor, finns inte med. Visningar från tiden innan uppgifterna skyddades finns inte med.",
    ];

    public static string Filnamn(DateOnly dag) => $"atkomstlogg-{dag:yyyy-MM-dd}.pdf";

    /// <param name="skapad">When the PDF is made, UTC.</param>
    public static byte[] Rita(Atkomstutdrag utdrag, Pdftypsnitt typsnitt, DateTime skapad)
    {
        var dag = skapad.SvenskDag().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var pdf = new Pdfbyggare("Åtkomstlogg", skapad, typsnitt, dag, "Innehåller skyddade personuppgifter. Lämnas bara till den som loggen gäller.", "Centrala studiestödsnämnden (CSN)")
            .AddRubrik("Vem har sett dina uppgifter?")
            .AddUppgifter(
                ("Namn", utdrag.Namn),
                ("Personnummer", utdrag.Fraga.Personnummer.Fullt),
                ("Period", $"{SvenskText.Datum(utdrag.Fraga.Fran)} till {SvenskText.Datum(utdrag.Fraga.Till)}"),
                ("Antal visningar", $"{utdrag.Antal}"),
                ("Framtagen", dag));
        foreach (var stycke in Forklaring)
            pdf.AddStycke(stycke);
        if (utdrag.Fler > 0)
            pdf.AddRuta("Alla visningar får inte plats", $"De {utdrag.Rader.Count} senaste står här. Be om en kortare period för att se de äldre.");

        pdf.AddMellanrubrik("Visningar, i den ordning de skedde");
        return utdrag.Rader.Count == 0
            ? pdf.AddStycke("Ingen visning är sparad för perioden.").ToBytes()
            : pdf.AddTabell(
                [new("Tid", 1.4), new("Vem", 2), new("Signatur", 1.3), new("Vad som visades", 2.6), new("Ärende", 1.9)],
                utdrag.Rader.Select(r => (IReadOnlyList<string>)
                [
                    r.Tid.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), $"{r.Roll}, {r.Enhet}", r.Signatur, r.Vad, r.Arende ?? "–",
                ])).ToBytes();
    }
}
