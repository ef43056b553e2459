using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Punktlighet;
using MinaTjanster.Core.Punktlighet.Statistik;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.Granskning.Skolpunktlighet;

/// <summary>Which schools are shown, carried in addresses. Text, since addresses are typed too; what is not understood is the usual.</summary>
public sealed class Punktlighetsplats
{
    public const string Bas = "/csn/punktlighet";

    /// <summary>"alla", or the silent ones.</summary>
    public string? Visa { get; set; }

    /// <summary>A school form's name, or all.</summary>
    public string? Skolform { get; set; }

    public string? Sortering { get; set; }

    /// <summary>"stigande", or falling.</summary>
    public string? Riktning { get; set; }

    public string? Sida { get; set; }

    public int Sidnummer => Heltal.Sida(Sida);

    public Punktlighetsurval Urval()
    {
        var sortering = Enum.GetValues<Punktlighetssortering>().Cast<Punktlighetssortering?>().FirstOrDefault(s => Namn(s!.Value) == Sortering) ?? Punktlighetssortering.Forvantade;
        var form = OppenStatistik.Skolformer.Cast<Skolform?>().FirstOrDefault(s => $"{s}" == Skolform);
        return new(Visa != "alla", form, sortering, Riktning switch { "stigande" => false, "fallande" => true, _ => sortering != Punktlighetssortering.Namn });
    }

    public static string Adress(Punktlighetsurval urval, int sida = 1, bool csv = false)
    {
        string?[] delar =
        [
            urval.BaraTysta ? null : "visa=alla",
            urval.Skolform is { } form ? $"skolform={form}" : null,
            urval.Sortering == Punktlighetssortering.Forvantade ? null : $"sortering={Namn(urval.Sortering)}",
            urval.Fallande == (urval.Sortering != Punktlighetssortering.Namn) ? null : $"riktning={(urval.Fallande ? "fallande" : "stigande")}",
            sida > 1 ? $"sida={sida}" : null,
        ];
        var fraga = string.Join('&', delar.Where(d => d is not null));
        return $"{Bas}{(csv ? "/csv" : "")}{(fraga.Length == 0 ? "" : $"?{fraga}")}";
    }

    public static string Namn(Punktlighetssortering sortering) => sortering switch
    {
        Punktlighetssortering.Namn => "namn",
        Punktlighetssortering.Studerande => "studerande",
        Punktlighetssortering.Rapporter => "rapporter",
        Punktlighetssortering.DagarTillRapport => "dagar-till-rapport",
        Punktlighetssortering.DagarTillUnderlag => "dagar-till-underlag",
        Punktlighetssortering.ITid => "i-tid",
        Punktlighetssortering.RattForsta => "ratt-forsta",
        Punktlighetssortering.Forvantade => "vantade",
        _ => throw new ArgumentOutOfRangeException(nameof(sortering), sortering, null),
    };
}

public sealed record SkolpunktlighetModell(Skolpunktlighetslista Lista, Punktlighetsplats Plats, Punktlighetsinstallning Installning)
{
    /// <summary>When the silent schools of the page were last reminded, UTC; those that never were are not there. Filled in where they are shown alone.</summary>
    public IReadOnlyDictionary<long, DateTime> Paminda { get; init; } = new Dictionary<long, DateTime>();

    public Punktlighetsurval Urval { get; } = Plats.Urval();

    /// <summary>The page that is shown; never beyond the last.</summary>
    public Listsida<Punktlighetsrad> Rader { get; } = Sidan(Lista.Rader, Plats.Sidnummer);

    public static IReadOnlyList<(Punktlighetssortering Sortering, string Text, bool ArTal)> Kolumner { get; } =
    [
        (Punktlighetssortering.Namn, "Skola", false),
        (Punktlighetssortering.Studerande, "Studerande", true),
        (Punktlighetssortering.Forvantade, "Väntade rapporter", true),
        (Punktlighetssortering.Rapporter, "Rapporter på ett år", true),
        (Punktlighetssortering.DagarTillRapport, "Dagar till rapport", true),
        (Punktlighetssortering.DagarTillUnderlag, "Dagar till underlag", true),
        (Punktlighetssortering.ITid, "Senast den 22:a", true),
        (Punktlighetssortering.RattForsta, "Rätt första gången", true),
    ];

    public string Sortering(Punktlighetssortering kolumn) => Urval.Sortering != kolumn ? "none" : Urval.Fallande ? "descending" : "ascending";

    /// <summary>Sorted so; a second time the other way.</summary>
    public string Sorterad(Punktlighetssortering kolumn) => Punktlighetsplats.Adress(Urval with
    {
        Sortering = kolumn,
        Fallande = Urval.Sortering == kolumn ? !Urval.Fallande : kolumn != Punktlighetssortering.Namn,
    });

    public static string Tal(int? tal, bool procent = false) => tal is not { } n ? "–" : procent ? $"{n}\u00A0%" : $"{n}";

    /// <summary>Where the middle half of the schools are.</summary>
    public static string Text(Matt matt, Spridning s) => $"{s.Undre}–{s.Ovre}{(matt.ArAndel() ? "\u00A0%" : "")}";

    public static string Manad(DateOnly? manad) => manad is { } m ? SvenskText.ManadAr(m) : "ingen på två år";

    private static Listsida<Punktlighetsrad> Sidan(IReadOnlyList<Punktlighetsrad> alla, int sida)
    {
        sida = Math.Clamp(sida, 1, Listsida<Punktlighetsrad>.SistaSida(alla.Count));
        return new([.. alla.Skip((sida - 1) * Listsida<Punktlighetsrad>.Storlek).Take(Listsida<Punktlighetsrad>.Storlek)], alla.Count, sida);
    }
}

/// <summary>One school.</summary>
/// <param name="ArPamind">It has been reminded this month.</param>
/// <param name="Installning">Which months are meant.</param>
public sealed record SkolbildModell(Skolbild Bild, bool ArPamind, Punktlighetsinstallning Installning)
{
    /// <summary>What came in the months that are looked at, beside what was to be expected.</summary>
    public string Ingress
    {
        get
        {
            var kom = Bild.Rad.Nyligen switch { 0 => "ingen rapport", 1 => "1 rapport", var n => $"{n} rapporter" };
            var hela = Installning.TystaManader == 1 ? "den hela månaden före" : $"de {Installning.TystaManader} hela månaderna före";
            return $"Den här månaden och {hela} har det kommit {kom} om ogiltig frånvaro. Att vänta var ungefär {Bild.Rad.Forvantade}.";
        }
    }

    public IEnumerable<(string Vad, DateOnly? Dag)> Senast =>
    [
        ("Ogiltig frånvaro", Bild.Senast.Skolk),
        ("Frånvarounderlag", Bild.Senast.Underlag),
        ("Händelser för studerande", Bild.Senast.Handelser),
        ("Studietider", Bild.Senast.Studietider),
    ];

    public static string Gor(Behorighetsslag slag) => slag switch
    {
        Behorighetsslag.Studeranderapportering => "rapporterar",
        Behorighetsslag.Behorighetsadministrator => "behörighetsadministratör",
        _ => throw new ArgumentOutOfRangeException(nameof(slag), slag, null),
    };
}

/// <param name="Redan">It has been reminded this month: it is passed over.</param>
public sealed record Tystrad(Tystskola Skola, int Mottagare, bool Redan);

public sealed record TystgranskningModell(IReadOnlyList<Tystrad> Rader)
{
    public int AttPaminna => Rader.Count(r => !r.Redan && r.Mottagare > 0);
}
