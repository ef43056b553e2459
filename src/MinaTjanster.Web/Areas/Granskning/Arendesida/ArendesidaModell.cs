using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Anteckningar;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Granskning.Arendesida;

/// <summary>What the page of a case shows.</summary>
/// <param name="KontoId">Who looks.</param>
/// <param name="DokumentId">The file asked for; another than the case's gives the newest underlag's first.</param>
/// <param name="Nej">Why an act was not done, or null.</param>
public sealed record ArendesidaModell(
    Arendedetaljer Detaljer,
    Koplats Plats,
    long KontoId,
    bool FarSeSkyddade,
    long DokumentId,
    IReadOnlyList<Historikrad> Historik,
    Refusal? Nej)
{
    /// <summary>What CSN and the school have written to each other.</summary>
    public required Meddelandetrad Trad { get; init; }

    /// <summary>The working notes; null where nothing is saved.</summary>
    public required Sparadanteckning? Anteckning { get; init; }

    public required bool FarAnteckna { get; init; }

    public Arende Arende => Detaljer.Arende;

    public Skolkrapport Rapport => Detaljer.Rapport;

    public string Namn => Detaljer.Studerande.NamnFor(FarSeSkyddade);

    public bool ArMitt => Arende.HandlaggareKontoId == KontoId;

    /// <summary>The file on show with its underlag, or null when there is none.</summary>
    public (Arendeunderlag Underlag, Dokument Dokument)? Valt { get; } = Valj(Detaljer, DokumentId);

    /// <summary>The page asked for.</summary>
    public int OnskadSida { get; init; } = 1;

    /// <summary>The page of the file on show: what was asked for where it has such a page, else the first.</summary>
    public int Sida => Valt is { } valt && OnskadSida >= 1 && OnskadSida <= valt.Dokument.AntalSidor ? OnskadSida : 1;

    /// <summary>The marked pages of the file on show: 2,5.</summary>
    public string Markta => string.Join(',', Detaljer.Markeringar.Where(m => m.DokumentId == Valt?.Dokument.Id).Select(m => m.Sida));

    public Tidslinjeritning Tidslinje { get; } = Tidslinjeritning.Rita(Bygg(Detaljer));

    /// <summary>Who has the case, or had it when it was closed; null while nobody has.</summary>
    public string? Handlaggare => (Arende, Detaljer.Handlaggare) switch
    {
        (_, null) => null,
        ({ Status: Arendestatus.Avslutat, Avslutat: { } nar }, var vem) => $"avslutat {SvenskText.Datum(nar.SvenskDag())} av {(ArMitt ? "dig" : vem)}",
        (_, var vem) => ArMitt ? "du har ärendet" : $"handläggs av {vem}",
    };

    /// <summary>Is the next thing to ask the student?</summary>
    public bool SkaHoras => Kan(Arendeatgard.Kommunicera) && Detaljer.Uppskattning.Belopp > 0;

    /// <summary>The question to the student that the case stands by.</summary>
    private Skolkbeslut? Fragan => Detaljer.Beslut.Select(b => b.Beslut).LastOrDefault(Arende.GallerFragan);

    /// <summary>Who answers the question: whoever got it, or is to get it.</summary>
    public Brevmottagare Mottagare => MottagareAv(Fragan);

    public Brevmottagare MottagareAv(Skolkbeslut? beslut) => Brevmottagartext.For(Detaljer.Studerande.Personnummer, beslut, Detaljer.Idag);

    /// <summary>May the reader check the outcome that waits?</summary>
    public bool KanKontrollera => Core.Skolkrapportering.Fyraogon.Fyraogonregel.Hinder(Arende, KontoId) is null;

    /// <summary>May the reader withdraw the outcome that waits?</summary>
    public bool KanAterta => Core.Skolkrapportering.Fyraogon.Fyraogonregel.AterkallaHinder(Arende, KontoId) is null;

    /// <summary>What cannot be mended by deciding otherwise.</summary>
    private string OmUppgifterna => Detaljer.Utfallskontroller.LastOrDefault(k => k.Kontroll.ArAterlamnad)?.Kontroll.Returorsak is Core.Skolkrapportering.Fyraogon.Returorsak.FelBelopp or Core.Skolkrapportering.Fyraogon.Returorsak.Underlag
        ? " Är skolans uppgifter fel skriver du till skolan: när den ändrar eller skickar mer granskas ärendet på nytt."
        : "";

    public bool Kan(Arendeatgard atgard) => Hinder(atgard) is null;

    /// <summary>Why the case cannot be worked on right now, or null when it can.</summary>
    public string? Lage => Arende.Status switch
    {
        Arendestatus.Atertaget => null, // said by a notice of its own
        Arendestatus.Avslutat => null, // said by the heading and the line below it
        Arendestatus.Godkant when Arende.KontrollVantar is { } vantar => $"Väntar på en kollegas kontroll. Utfallet beslutades {SvenskText.Datum(vantar.SvenskDag())} och gäller när kollegan har hållit med.",
        Arendestatus.Godkant when ArMitt => Arende switch
        {
            { KontrollAterlamnad: not null, UtfallBeslutat: null } when Kan(Arendeatgard.BeslutaUtfall) && !SkaHoras => $"En kollega har lämnat tillbaka utfallet. Läs varför under Beslut och besluta på nytt.{OmUppgifterna}",
            { UtfallBeslutat: not null } => "Utfallet är beslutat. Avsluta ärendet.",
            _ when SkaHoras => $"Underlaget är godkänt. Fråga {Mottagare.Text()} innan du beslutar.",
            { Kommunicerat: not null, StudentenSvararSenast: null } when Detaljer.Uppskattning.Belopp > 0 => $"{(Fragan is { ArUtskrivet: true } ? "Brevet är utskrivet men inte markerat som skickat" : "Brevet väntar på utskrift")}. Svarstiden räknas från den dag det skickas.",
            { Kommunicerat: not null, StudentenSvararSenast: { } senast } when Detaljer.Idag <= senast => $"{Mottagare.Forst()} får svara till och med {SvenskText.Datum(senast)}{(Fragan?.Skickad is { } skickat ? $", räknat från att brevet skickades {SvenskText.Datum(skickat.SvenskDag())}" : "")}. Besluta utfallet när svaret har kommit, eller efter den dagen.",
            _ => "Underlaget är godkänt. Besluta utfallet.",
        },
        _ when ArMitt => Hinder(Arendeatgard.Godkann)?.Sentence,
        _ => Hinder(Arendeatgard.Ta)?.Sentence,
    };

    /// <summary>3 dagar 4 timmar.</summary>
    public static string Tidslangd(TimeSpan tid)
    {
        string[] delar =
        [
            tid.Days > 0 ? $"{tid.Days} {(tid.Days == 1 ? "dag" : "dagar")}" : "",
            tid.Hours > 0 ? $"{tid.Hours} {(tid.Hours == 1 ? "timme" : "timmar")}" : "",
            tid.Days == 0 ? $"{tid.Minutes} {(tid.Minutes == 1 ? "minut" : "minuter")}" : "",
        ];
        return string.Join(' ', delar.Where(d => d.Length > 0));
    }

    public string Dokumentadress(Dokument dokument) => $"/granskning/{Arende.Id}?dokument={dokument.Id}&ko={Plats.Ko}#dokument";

    public string Sidadress(long dokumentId, int sida) => $"/granskning/{Arende.Id}?dokument={dokumentId}&sida={sida}&ko={Plats.Ko}#dokument";

    private Refusal? Hinder(Arendeatgard atgard) => Arenderegel.Hinder(atgard, Arende, KontoId, Detaljer.Handlaggare, Detaljer.Avrakning, Detaljer.HandlaggareKvar);

    private static (Arendeunderlag, Dokument)? Valj(Arendedetaljer detaljer, long dokumentId)
    {
        var alla = detaljer.Underlag.SelectMany(u => u.Dokument.Select(d => (Underlag: u, Dokument: d))).ToList();
        return alla.Count == 0 ? null : alla.Find(d => d.Dokument.Id == dokumentId) is { Dokument: not null } valt ? valt : alla[0];
    }

    private static Tidslinje Bygg(Arendedetaljer detaljer) => Core.Skolkrapportering.Tidslinje.Bygg(new(
        detaljer.Rapport.ForstaDag,
        detaljer.Rapport.SistaDag,
        detaljer.Rapport.Rapportdag,
        detaljer.Arende.Atertaget?.SvenskDag(),
        [.. detaljer.Underlag
            .Where(u => u.Underlag is { Uppgift: not null, Ankomstdag: not null })
            .Select(u => new Tidslinjeunderlag(u.Underlag.TackerFran!.Value, u.Underlag.TackerTill!.Value, u.Underlag.Ankomstdag!.Value, u.Underlag.Avsantdag))],
        [.. detaljer.Kompletteringar.Select(k => k.Fraga.Begard.SvenskDag())],
        detaljer.Uppskattning,
        detaljer.Utbetalning,
        detaljer.Idag));
}
