namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>Why CSN decides as it does: a code that is stored, its words and the law it stands on, from and through which day it may be given.</summary>
/// <param name="Till">Inclusive; null while it is in use. What was decided by it before keeps its words.</param>
public sealed record Beslutsorsak(string Kod, Skolkbeslutsslag Slag, string Text, string Lagrum, DateOnly Fran, DateOnly? Till = null);

/// <summary>
/// The reason codes as dated data [V: the codes are our own]. The law is cited by chapter: 2 kap. is studiehjälp, 5 kap. återkrav, 6 kap. appeal and the rest of
/// studiestödslagen (1999:1395); the hearing is förvaltningslagen's (2017:900).
/// </summary>
public static class Beslutsorsaker
{
    public const string Rapporterad = "STOPP-RAPPORTERAD";
    public const string FortsattFranvaro = "STOPP-FORTSATT";
    public const string Hores = "KOMM-FELUTBETALT";
    public const string IngetFelaktigt = "UTFALL-INGET";
    public const string HelaAvraknas = "UTFALL-AVRAKNING";
    public const string DelAvraknas = "UTFALL-DEL";
    public const string Aterkrav = "UTFALL-ATERKRAV";
    public const string InteStyrkt = "UTFALL-EJSTYRKT";
    public const string Tillbaka = "ATER-TILLBAKA";
    public const string Atertagen = "UPPH-ATERTAGEN";

    private const string Studiehjalp = "2 kap. studiestödslagen (1999:1395)";
    private const string Krav = "5 kap. studiestödslagen (1999:1395)";

    private static readonly DateOnly Borjan = new(2026, 7, 1);

    public static IReadOnlyList<Beslutsorsak> Alla { get; } =
    [
        new(Rapporterad, Skolkbeslutsslag.Stopp, "Skolan har rapporterat ogiltig frånvaro", Studiehjalp, Borjan),
        new(FortsattFranvaro, Skolkbeslutsslag.Stopp, "Skolan har ändrat sig: den ogiltiga frånvaron fortsätter", Studiehjalp, Borjan),
        new(Hores, Skolkbeslutsslag.Kommunicering, "Pengar kan ha betalats ut felaktigt", "25 § förvaltningslagen (2017:900)", Borjan),
        new(IngetFelaktigt, Skolkbeslutsslag.Utfall, "Inget har betalats ut felaktigt", Studiehjalp, Borjan),
        new(HelaAvraknas, Skolkbeslutsslag.Utfall, "Hela beloppet dras av från kommande utbetalningar", Krav, Borjan),
        new(DelAvraknas, Skolkbeslutsslag.Utfall, "En del dras av från kommande utbetalningar, resten ska betalas tillbaka", Krav, Borjan),
        new(Aterkrav, Skolkbeslutsslag.Utfall, "Hela beloppet ska betalas tillbaka", Krav, Borjan),
        new(InteStyrkt, Skolkbeslutsslag.Utfall, "Inget krävs tillbaka efter det som har kommit fram i ärendet", Krav, Borjan),
        new(Tillbaka, Skolkbeslutsslag.Aterupptagande, "Skolan har rapporterat att eleven är tillbaka", Studiehjalp, Borjan),
        new(Atertagen, Skolkbeslutsslag.Upphavande, "Skolan har tagit tillbaka sin rapport", Studiehjalp, Borjan),
    ];

    private static readonly Dictionary<string, Beslutsorsak> PerKod = Alla.ToDictionary(o => o.Kod);

    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static Beslutsorsak For(string kod) => PerKod[kod];

    /// <summary>The codes that may be given on a day.</summary>
    public static IEnumerable<Beslutsorsak> Gallande(DateOnly dag) => Alla.Where(o => o.Fran <= dag && (o.Till is null || dag <= o.Till));
}
