using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>The receipt of a file, the same facts on the page, in JSON and as a PDF.</summary>
public sealed record Filkvittens(
    string Kvittensnummer,
    string Skolkod,
    string Skola,
    string Filnamn,
    string Sha256,
    long Storlek,
    DateTime Uppladdad,
    string SkickadAv,
    string Status,
    DateTime? Inlast,
    int Rader,
    int Godtagna,
    int RattadeEfterat,
    int Oforandrade,
    int Nekade,
    int KvarAttRatta,
    int MedVarning,
    string Filformat,
    string Regelversion)
{
    /// <summary>Null for a test, which is nothing to have a receipt of, and until the file has been read.</summary>
    public static Filkvittens? For(Filsida sida) => sida is { Jobb: { ArAvslutad: true } jobb, Kvittensnummer: { } nummer }
        ? new(
            nummer,
            sida.Skolkod,
            sida.Skolnamn,
            jobb.Filnamn,
            jobb.Sha256,
            jobb.Langd,
            jobb.Uppladdad,
            sida.SkickadAv,
            Statustext(jobb.Status),
            jobb.Avslutad,
            jobb.Rader,
            jobb.Godtagna,
            jobb.Rattade,
            jobb.Oforandrade,
            jobb.Nekade,
            sida.Kvar,
            jobb.Varnade,
            Filrapportering.Filformat.Version,
            jobb.Regelversion)
        : null;

    public static string Statustext(Filjobbstatus status) => status switch
    {
        Filjobbstatus.Vantar => "Väntar på inläsning",
        Filjobbstatus.Pagar => "Läses in",
        Filjobbstatus.Klar => "Inläst",
        Filjobbstatus.Avbruten => "Avbruten",
        Filjobbstatus.Misslyckad => "Kunde inte läsas in",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>The rows of page and PDF.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<(string Etikett, string Varde)> Fakta =>
    [
        ("Kvittensnummer", Kvittensnummer),
        ("Skola", $"{Skola} ({Skolkod})"),
        ("Fil", Filnamn),
        ("Storlek", $"{Storlek:N0} byte"),
        ("Filens kontrollsumma (SHA-256)", Sha256),
        ("Skickad", Tidpunkt(Uppladdad)),
        ("Av", SkickadAv),
        ("Status", Status),
        (Status == Statustext(Filjobbstatus.Klar) ? "Inläst" : "Avslutad", Inlast is { } tid ? Tidpunkt(tid) : "–"),
        ("Rader", $"{Rader:N0}"),
        ("Godtagna", $"{Godtagna:N0}"),
        ("Rättade efteråt", $"{RattadeEfterat:N0}"),
        ("Redan rapporterade, oförändrade", $"{Oforandrade:N0}"),
        ("Nekade", $"{Nekade:N0}"),
        ("Kvar att rätta", $"{KvarAttRatta:N0}"),
        ("Godtagna med varning", $"{MedVarning:N0}"),
        ("Filformat", Filformat),
        ("Reglernas version", Regelversion),
    ];

    /// <param name="skapad">When the PDF is made, UTC.</param>
    public byte[] ToPdf(Pdftypsnitt typsnitt, DateTime skapad)
    {
        var bygge = new Pdfbyggare($"Kvittens {Kvittensnummer}", skapad, typsnitt, Kvittensnummer, "Mina tjänster")
            .AddRubrik("Kvittens på fil")
            .AddUppgifter(Fakta);
        if (Status == Statustext(Filjobbstatus.Avbruten))
            bygge.AddRuta("Inläsningen avbröts", "De rader som hade lästs in dessförinnan är rapporterade. Resten av filen är inte läst.");
        if (KvarAttRatta > 0)
            bygge.AddRuta("Rader kvar att rätta", "Nekade rader är inte rapporterade. Rätta dem i Mina tjänster eller skicka dem i en ny fil.");
        return bygge.ToBytes();
    }

    private static string Tidpunkt(DateTime utc) => utc.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm:ss");
}
