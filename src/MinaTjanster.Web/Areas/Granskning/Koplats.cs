using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Web.Areas.Granskning;

/// <summary>
/// Where somebody stands in the queue. The queue's own address says it in words; the pages of a case carry it as one short text,
/// <c>ko=mina.fullstandighet.fallande.3</c>, so that the way back leads there; <c>skyddade.</c> before it in the lane of protected students.
/// </summary>
public sealed record Koplats(Kofraga Fraga)
{
    private const string Skyddad = "skyddade.";

    public static Koplats Start => Fran(null, null, null, 1);

    private static readonly (Koflik Flik, string Namn, string Text)[] Flikar =
    [
        (Koflik.AttGranska, "att-granska", "Att granska"),
        (Koflik.Mina, "mina", "Mina ärenden"),
        (Koflik.VantarPaSkolan, "vantar", "Väntar på skolan"),
        (Koflik.FyraOgon, "fyra-ogon", "Fyra ögon"),
        (Koflik.AllaOppna, "oppna", "Alla öppna"),
        (Koflik.Avslutade, "avslutade", "Avslutade"),
    ];

    private static readonly (Kosortering Sortering, string Namn)[] Sorteringar =
    [
        (Kosortering.Inkommet, "inkommet"),
        (Kosortering.Utbetalning, "utbetalning"),
        (Kosortering.Fullstandighet, "fullstandighet"),
        (Kosortering.Belopp, "belopp"),
    ];

    private static readonly (Kofilter Filter, string Namn, string Text)[] Filter =
    [
        (Kofilter.Alla, "alla", "Alla"),
        (Kofilter.Stammer, "stammer", "Allt stämmer"),
        (Kofilter.Avviker, "avviker", "Något avviker"),
        (Kofilter.NastaUtbetalning, "nasta-utbetalning", "Gäller nästa utbetalning"),
        (Kofilter.NyttMeddelande, "meddelanden", "Nytt från skolan"),
        (Kofilter.Paborjade, "paborjade", "Påbörjade"),
    ];

    public static IEnumerable<(Koflik Flik, string Text)> AllaFlikar => Flikar.Select(f => (f.Flik, f.Text));

    public static IEnumerable<(Kofilter Filter, string Text)> AllaFilter => Filter.Select(f => (f.Filter, f.Text));

    public string Fliktext => Flikar.Single(f => f.Flik == Fraga.Flik).Text;

    /// <summary>The place as one word of an address.</summary>
    public string Ko => $"{(ArSkyddad ? Skyddad : "")}{Fliknamn}.{Sorteringsnamn}.{Riktningsnamn}.{Fraga.Sida}{(Fraga.Filter == Kofilter.Alla ? "" : $".{Filternamn}")}";

    /// <summary>The queue here.</summary>
    public string Adress => Lista(Bas);

    /// <summary>The lane's queue, whatever the tab; also where its button <em>Nästa ärende</em> is posted.</summary>
    public string Bas => ArSkyddad ? "/granskning/skyddade" : "/granskning";

    public bool ArSkyddad => Fraga.Lane == Personskydd.Skyddad;

    public string Csv => Lista("/granskning/arenden.csv");

    /// <summary>The queue with the case's row in sight.</summary>
    public string AdressTill(long arendeId) => $"{Adress}#arende-{arendeId}";

    public string Arende(long arendeId, string del = "") => $"/granskning/{arendeId}{del}?ko={Ko}";

    /// <summary>The same place in the lane of the student: a link may have led to the case from elsewhere.</summary>
    public Koplats ILane(Personskydd lane) => new(Fraga with { Lane = lane });

    public Koplats PaSida(int sida) => new(Fraga with { Sida = sida });

    public Koplats IFlik(Koflik flik) => new(Fraga with { Flik = flik, Sida = 1, Riktning = Utgangsriktning(flik, Fraga.Sortering) });

    public Koplats Filtrerad(Kofilter filter) => new(Fraga with { Filter = filter, Sida = 1 });

    /// <summary>Sorted so; a second time the other way.</summary>
    public Koplats Sorterad(Kosortering sortering) => new(Fraga with
    {
        Sortering = sortering,
        Sida = 1,
        Riktning = sortering != Fraga.Sortering ? Utgangsriktning(Fraga.Flik, sortering)
            : Fraga.Riktning == Koriktning.Stigande ? Koriktning.Fallande : Koriktning.Stigande,
    });

    /// <summary>What an address says; anything unknown is the usual.</summary>
    public static Koplats Fran(string? flik, string? sortering, string? riktning, int sida, string? visa = null)
    {
        var vald = Flikar.FirstOrDefault(f => f.Namn == flik, Flikar[0]).Flik;
        var ordning = Sorteringar.FirstOrDefault(s => s.Namn == sortering, Sorteringar[0]).Sortering;
        return new(new Kofraga(
            vald,
            ordning,
            riktning switch { "fallande" => Koriktning.Fallande, "stigande" => Koriktning.Stigande, _ => Utgangsriktning(vald, ordning) },
            Math.Max(1, sida))
        { Filter = Filter.FirstOrDefault(f => f.Namn == visa, Filter[0]).Filter });
    }

    public static Koplats FranKo(string? ko) =>
        ko?.StartsWith(Skyddad, StringComparison.Ordinal) == true ? FranKo(ko[Skyddad.Length..]).ILane(Personskydd.Skyddad)
        : ko?.Split('.') is [var flik, var sortering, var riktning, var sida, .. var rest] && rest.Length <= 1 && int.TryParse(sida, out var nummer)
            ? Fran(flik, sortering, riktning, nummer, rest.FirstOrDefault())
            : Start;

    /// <summary>The longest waiting first; among closed cases the latest; the largest amounts.</summary>
    private static Koriktning Utgangsriktning(Koflik flik, Kosortering sortering) =>
        sortering == Kosortering.Belopp || (flik == Koflik.Avslutade && sortering == Kosortering.Inkommet) ? Koriktning.Fallande : Koriktning.Stigande;

    private string Fliknamn => Flikar.Single(f => f.Flik == Fraga.Flik).Namn;

    private string Sorteringsnamn => Sorteringar.Single(s => s.Sortering == Fraga.Sortering).Namn;

    private string Filternamn => Filter.Single(f => f.Filter == Fraga.Filter).Namn;

    private string Riktningsnamn => Fraga.Riktning == Koriktning.Fallande ? "fallande" : "stigande";

    private string Lista(string vag) => $"{vag}?flik={Fliknamn}&sortering={Sorteringsnamn}&riktning={Riktningsnamn}{(Fraga.Filter == Kofilter.Alla ? "" : $"&visa={Filternamn}")}{(Fraga.Sida > 1 ? $"&sida={Fraga.Sida}" : "")}";
}
