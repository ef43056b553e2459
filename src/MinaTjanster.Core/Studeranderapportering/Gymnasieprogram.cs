namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>A row of the dated table of programme codes, the first two characters of a <see cref="Studievagskod"/>.</summary>
/// <param name="Kod">Two letters A–Z.</param>
/// <param name="Namn">The programme's Swedish name.</param>
/// <param name="Fran">The first day on which it can be studied, inclusive.</param>
/// <param name="Till">The last day on which it can be studied, inclusive; null for as long as nobody has ended it.</param>
public sealed record Gymnasieprogram(string Kod, string Namn, DateOnly Fran, DateOnly? Till = null)
{
    private static readonly DateOnly Gy11 = new(2011, 7, 1);
    private static readonly DateOnly Gysar13 = new(2013, 7, 1);
    private static readonly DateOnly Gy25 = new(2025, 7, 1);

    /// <summary>[V] Who began in the last läsår of Gy11, 2024/25, may need up to six läsår.</summary>
    private static readonly DateOnly Gy11Slut = new(2030, 6, 30);

    /// <summary>
    /// The codes and names are Skolverket's [P]. Gy11 began 1 July 2011, Gy25 on 1 July 2025 [P]; last days are ours [V]: six läsår from the last beginners'.
    /// A code that is missing here is warned about and never refused, since Skolverket adds codes.
    /// </summary>
    public static IReadOnlyList<Gymnasieprogram> Alla { get; } =
    [
        // Yrkesprogram, in Gy11 and, where no last day stands, in Gy25.
        new("BA", "Bygg- och anläggningsprogrammet", Gy11),
        new("BF", "Barn- och fritidsprogrammet", Gy11),
        new("EE", "El- och energiprogrammet", Gy11),
        new("FR", "Frisör- och stylistprogrammet", Gy25),
        new("FS", "Försäljnings- och serviceprogrammet", new DateOnly(2022, 7, 1)),                  // took the place of HA
        new("FT", "Fordons- och transportprogrammet", Gy11),
        new("HA", "Handels- och administrationsprogrammet", Gy11, new DateOnly(2027, 6, 30)),        // last beginners 2021/22
        new("HT", "Hotell- och turismprogrammet", Gy11),
        new("HV", "Hantverksprogrammet", Gy11, Gy11Slut),                                            // ended with Gy25
        new("IN", "Industritekniska programmet", Gy11),
        new("NB", "Naturbruksprogrammet", Gy11),
        new("RL", "Restaurang- och livsmedelsprogrammet", Gy11),
        new("VF", "VVS- och fastighetsprogrammet", Gy11),
        new("VO", "Vård- och omsorgsprogrammet", Gy11),

        // Högskoleförberedande program.
        new("EK", "Ekonomiprogrammet", Gy11),
        new("ES", "Estetiska programmet", Gy11),
        new("HU", "Humanistiska programmet", Gy11),
        new("NA", "Naturvetenskapsprogrammet", Gy11),
        new("SA", "Samhällsvetenskapsprogrammet", Gy11),
        new("TE", "Teknikprogrammet", Gy11),

        // Introduktionsprogram share their first two letters (IMIND, IMPRO, IMSPR, IMYRK).
        new("IM", "Introduktionsprogram", Gy11),

        // Riksrekryterande with aims of their own; most got new codes in Gy25.
        new("FX", "Flygteknikutbildningen", Gy11, Gy11Slut),
        new("MX", "Marinteknikutbildningen", Gy11, Gy11Slut),
        new("SX", "Sjöfartsutbildningen", Gy11, Gy11Slut),
        new("TX", "Tågteknikutbildningen", Gy11, Gy11Slut),
        new("UX", "Utbildningen samiska näringar", Gy11),
        new("YX", "Yrkesdansarutbildningen", Gy11, Gy11Slut),
        new("DS", "Design- och sömnadstekniska utbildningen", Gy25),
        new("FI", "Finsnickeriutbildningen", Gy25),
        new("FL", "Flygteknikutbildningen", Gy25),
        new("FO", "Floristutbildningen", Gy25),
        new("GL", "Glashantverksutbildningen", Gy25),
        new("GU", "Guldsmedsutbildningen", Gy25),
        new("MA", "Marinteknikutbildningen", Gy25),
        new("SJ", "Sjöfartsutbildningen", Gy25),
        new("TA", "Tågteknikutbildningen", Gy25),
        new("YR", "Yrkesdansarutbildningen", Gy25),

        // Beside the programmes. The first day of the fourth technical year is ours [V].
        new("IB", "International Baccalaureate", Gy11),
        new("VI", "Vidareutbildning i form av ett fjärde tekniskt år", Gy11),

        // Anpassad gymnasieskola (until 2023 gymnasiesärskola).
        new("AH", "Programmet för administration, handel och varuhantering", Gysar13, Gy11Slut),
        new("EV", "Programmet för estetiska verksamheter", Gysar13),
        new("FA", "Programmet för fastighet, anläggning och byggnation", Gysar13, Gy11Slut),
        new("FB", "Programmet för fastighet och byggnation", Gy25),
        new("FG", "Programmet för fordonsvård och godshantering", Gysar13),
        new("HO", "Programmet för hälsa, vård och omsorg", Gysar13),
        new("HP", "Programmet för hantverk och produktion", Gysar13),
        new("HR", "Programmet för hotell, restaurang och bageri", Gysar13),
        new("HS", "Programmet för handel och service", Gy25),
        new("IA", "Individuella program", Gysar13),
        new("SK", "Programmet för skog, mark och djur", Gysar13),
        new("SN", "Programmet för samhälle, natur och språk", Gysar13),
    ];

    /// <summary>The programme with the code, whenever it can be studied; null when the table has none.</summary>
    public static Gymnasieprogram? Find(string kod) => Alla.FirstOrDefault(p => p.Kod == kod);

    /// <summary>Whether it can be studied on the day.</summary>
    public bool Galler(DateOnly dag) => dag >= Fran && (Till is not { } till || dag <= till);
}
