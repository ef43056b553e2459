using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Web.Areas.Granskning;

/// <summary>
/// Where somebody stands in the queue. The queue's own address says it in words; the pages of a case carry it as one short text,
/// <c>ko=mina.fullstandighet.fallande.3</c>, so that the way back leads there; <c>skyddade.</c> before it in the lane of protected students. Of a search both carry the key
/// alone (design decision 10): what it stands for is <see cref="Kofraga.Soktext"/>, which the queue fills in.
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

    private static readonly (Kosortering Sortering, string Namn, string Stigande, string Fallande)[] Sorteringar =
    [
        (Kosortering.Inkommet, "inkommet", "Underlag kom in, äldst först", "Underlag kom in, nyast först"),
        (Kosortering.SvarSenast, "svar", "Svara senast, tidigast först", "Svara senast, senast först"),
        (Kosortering.Fullstandighet, "fullstandighet", "Kontroll, minst avvikelser först", "Kontroll, flest avvikelser först"),
        (Kosortering.Utbetalning, "utbetalning", "Nästa utbetalning, närmast först", "Nästa utbetalning, senast först"),
        (Kosortering.Belopp, "belopp", "Belopp, minst först", "Belopp, störst först"),
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

    /// <summary>Every order, as one word of an address and as a choice.</summary>
    public static IEnumerable<(string Ordning, string Text)> AllaOrdningar =>
        Sorteringar.SelectMany(s => new[] { ($"{s.Namn}.stigande", s.Stigande), ($"{s.Namn}.fallande", s.Fallande) });

    /// <summary>The order here, as <see cref="AllaOrdningar"/> has it.</summary>
    public string Ordning => $"{Sorteringsnamn}.{Riktningsnamn}";

    public string Fliktext => Flikar.Single(f => f.Flik == Fraga.Flik).Text;

    /// <summary>The place as one word of an address.</summary>
    public string Ko => $"{(ArSkyddad ? Skyddad : "")}{Fliknamn}.{Sorteringsnamn}.{Riktningsnamn}.{Fraga.Sida}{(Fraga.Filter == Kofilter.Alla && Fraga.Sok is null ? "" : $".{Filternamn}")}{(Fraga.Sok is null ? "" : $".{Fraga.Sok}")}";

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

    /// <summary>Another tab, in its usual order; an order that was chosen is kept.</summary>
    public Koplats IFlik(Koflik flik)
    {
        var sortering = Fraga.Sortering == Utgangssortering(Fraga.Flik) ? Utgangssortering(flik) : Fraga.Sortering;
        return new(Fraga with { Flik = flik, Sida = 1, Sortering = sortering, Riktning = Utgangsriktning(flik, sortering) });
    }

    /// <summary>What a search finds; null for all again.</summary>
    public Koplats Sokt(string? nyckel) => new(Fraga with { Sok = nyckel, Soktext = null, Sida = 1 });

    public Koplats Filtrerad(Kofilter filter) => new(Fraga with { Filter = filter, Sida = 1 });

    /// <summary>Sorted so; a second time the other way.</summary>
    public Koplats Sorterad(Kosortering sortering) => new(Fraga with
    {
        Sortering = sortering,
        Sida = 1,
        Riktning = sortering != Fraga.Sortering ? Utgangsriktning(Fraga.Flik, sortering)
            : Fraga.Riktning == Koriktning.Stigande ? Koriktning.Fallande : Koriktning.Stigande,
    });

    /// <summary>What an address says; anything unknown is the usual. An order may come in one word too (<see cref="AllaOrdningar"/>).</summary>
    public static Koplats Fran(string? flik, string? sortering, string? riktning, int sida, string? visa = null, string? sok = null)
    {
        if (sortering?.Split('.') is [var namn, var hall])
            (sortering, riktning) = (namn, hall);
        var vald = Flikar.FirstOrDefault(f => f.Namn == flik, Flikar[0]).Flik;
        var ordning = Sorteringar.Where(s => s.Namn == sortering).Select(s => (Kosortering?)s.Sortering).FirstOrDefault() ?? Utgangssortering(vald);
        return new(new Kofraga(
            vald,
            ordning,
            riktning switch { "fallande" => Koriktning.Fallande, "stigande" => Koriktning.Stigande, _ => Utgangsriktning(vald, ordning) },
            Math.Max(1, sida))
        { Filter = Filter.FirstOrDefault(f => f.Namn == visa, Filter[0]).Filter, Sok = ArNyckel(sok) ? sok : null });
    }

    public static Koplats FranKo(string? ko) =>
        ko?.StartsWith(Skyddad, StringComparison.Ordinal) == true ? FranKo(ko[Skyddad.Length..]).ILane(Personskydd.Skyddad)
        : ko?.Split('.') is [var flik, var sortering, var riktning, var sida, .. var rest] && rest.Length <= 2 && (rest.Length < 2 || ArNyckel(rest[1])) && int.TryParse(sida, out var nummer)
            ? Fran(flik, sortering, riktning, nummer, rest.FirstOrDefault(), rest.ElementAtOrDefault(1))
            : Start;

    private static bool ArNyckel(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>While CSN waits for the school what presses is its last day.</summary>
    private static Kosortering Utgangssortering(Koflik flik) => flik == Koflik.VantarPaSkolan ? Kosortering.SvarSenast : Kosortering.Inkommet;

    /// <summary>The longest waiting first; among closed cases the latest; the largest amounts.</summary>
    private static Koriktning Utgangsriktning(Koflik flik, Kosortering sortering) =>
        sortering == Kosortering.Belopp || (flik == Koflik.Avslutade && sortering == Kosortering.Inkommet) ? Koriktning.Fallande : Koriktning.Stigande;

    public string Fliknamn => Flikar.Single(f => f.Flik == Fraga.Flik).Namn;

    private string Sorteringsnamn => Sorteringar.Single(s => s.Sortering == Fraga.Sortering).Namn;

    public string Filternamn => Filter.Single(f => f.Filter == Fraga.Filter).Namn;

    private string Riktningsnamn => Fraga.Riktning == Koriktning.Fallande ? "fallande" : "stigande";

    private string Lista(string vag) => $"{vag}?flik={Fliknamn}&sortering={Sorteringsnamn}&riktning={Riktningsnamn}{(Fraga.Filter == Kofilter.Alla ? "" : $"&visa={Filternamn}")}{(Fraga.Sok is null ? "" : $"&sok={Fraga.Sok}")}{(Fraga.Sida > 1 ? $"&sida={Fraga.Sida}" : "")}";
}
