using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Data.Seed;

/// <param name="Studievagskod">Gymnasium only: programme (1–2), inriktning (3–5), unused zeros (domain.md section 6).</param>
internal sealed record Demoutbildning(string Namn, Avdelning Avdelning, string? Studievagskod = null, Larlingskap Larling = Larlingskap.Nej);

/// <summary>What is studied at a demo school.</summary>
internal static class Demoutbildningar
{
    public static readonly Demoutbildning Ekonomi = new("Ekonomiprogrammet", Avdelning.A1, "EKEKO0000");

    public static readonly IReadOnlyList<Demoutbildning> Gymnasieprogram =
    [
        Ekonomi,
        new("Naturvetenskapsprogrammet", Avdelning.A1, "NANAT0000"),
        new("Samhällsvetenskapsprogrammet", Avdelning.A1, "SASAM0000"),
        new("Teknikprogrammet", Avdelning.A1, "TETEK0000"),
        new("Vård- och omsorgsprogrammet", Avdelning.A1, "VO0000000"),
        new("Barn- och fritidsprogrammet", Avdelning.A1, "BFPED0000"),
        new("Bygg- och anläggningsprogrammet, lärling", Avdelning.A1, "BAHUS0L00", Larlingskap.Ja),
    ];

    /// <summary>The inriktning of a folkhögskola's education (domain.md section 7).</summary>
    public static string Inriktning(string utbildning) => utbildning switch
    {
        "Allmän kurs, gymnasienivå" => "306010A",
        "Allmän kurs, grundskolenivå" => "206010A",
        _ => "405812C",
    };

    public static IReadOnlyList<Demoutbildning> For(Skolform skolform, string skolkod) => skolform switch
    {
        Skolform.Gymnasieskola => Gymnasieprogram,
        Skolform.Komvux =>
        [
            new("Komvux på gymnasial nivå, allmänna ämnen", Avdelning.A2),
            new("Undersköterska", Avdelning.A2),
            new("Barnskötare", Avdelning.A2),
            new("Komvux på grundläggande nivå", Avdelning.A1),
        ],
        Skolform.Folkhogskola =>
        [
            new("Allmän kurs, gymnasienivå", Avdelning.A2),
            new("Allmän kurs, grundskolenivå", Avdelning.A1),
            new("Fritidsledarutbildning", Avdelning.B),
        ],
        Skolform.Yrkeshogskola =>
        [
            new("Systemutvecklare .NET", Avdelning.B),
            new("Redovisningsekonom", Avdelning.B),
            new("Tandsköterska", Avdelning.B),
        ],
        Skolform.Hogskola when skolkod == Demoskolor.Tonklang =>
        [
            new("Kandidatprogram i musik", Avdelning.B),
            new("Ämneslärarprogrammet, musik", Avdelning.B),
        ],
        Skolform.Hogskola =>
        [
            new("Civilingenjörsprogrammet i datateknik", Avdelning.B),
            new("Sjuksköterskeprogrammet", Avdelning.B),
            new("Juristprogrammet", Avdelning.B),
            new("Kandidatprogram i ekonomi", Avdelning.B),
        ],
        _ =>
        [
            new("Förberedande konstutbildning", Avdelning.A3),
            new("Konst och skulptur", Avdelning.B),
        ],
    };
}
