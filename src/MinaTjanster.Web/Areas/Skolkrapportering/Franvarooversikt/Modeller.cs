using MinaTjanster.Core;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;

namespace MinaTjanster.Web.Areas.Skolkrapportering.Franvarooversikt;

/// <summary>What counts as ogiltig frånvaro; each is ticked or not.</summary>
public sealed class RaknasInput
{
    public bool SenAnkomst { get; set; }

    public bool MissadLektion { get; set; }

    public bool GickTidigare { get; set; }

    public bool AnmaldEjGodkand { get; set; }

    public static RaknasInput Fran(Raknas raknas) => new()
    {
        SenAnkomst = raknas.SenAnkomst,
        MissadLektion = raknas.MissadLektion,
        GickTidigare = raknas.GickTidigare,
        AnmaldEjGodkand = raknas.AnmaldEjGodkand,
    };
}

/// <summary>The students of a list, one group at a time. Those with protected identity are masked for everybody: each student's own page shows who it is, and records it.</summary>
/// <param name="Valda">Ticked in a post that was refused.</param>
public sealed record Oversiktsmodell(Listoversikt Oversikt, Elevgrupp Visad, int Sida, IReadOnlyCollection<long> Valda)
{
    /// <summary>In the order of urgency.</summary>
    public static IReadOnlyList<(Elevgrupp Grupp, string Flik, string Text, string Forklaring)> Grupper { get; } =
    [
        (Elevgrupp.AttRapportera, "rapportera", "Kan rapporteras nu", "Frånvaron når gränsen och rapporten kan skickas i dag. Den som har närmast till sista dag att stoppa en utbetalning står först."),
        (Elevgrupp.AttAvsluta, "avsluta", "Verkar vara tillbaka", "Det finns en pågående rapport, och listan visar närvaro utan ogiltig frånvaro sedan dess. Bedöm om den studerande är tillbaka i stabila heltidsstudier."),
        (Elevgrupp.Kommande, "kommande", "Kan rapporteras senare", "Frånvaron når gränsen, men det har inte gått 15 dagar sedan första skolkdagen."),
        (Elevgrupp.AttSeOver, "se-over", "Behöver ses över", "Frånvaron når gränsen, men något hindrar en rapport."),
        (Elevgrupp.Okand, "okanda", "Finns inte i portalen", "De finns i listan men inte bland skolans studerande. Lägg till dem innan du rapporterar, eller kontrollera personnumret."),
        (Elevgrupp.Rapporterad, "rapporterade", "Redan rapporterade", "Frånvaron i listan är rapporterad. Har rapporten ingen sista dag anger du den när den studerande är tillbaka."),
        (Elevgrupp.Bevaka, "bevaka", "Under gränsen", "Det finns ogiltig frånvaro, men inte 4 timmar vid flera tillfällen inom 30 dagar som inte redan är rapporterade."),
        (Elevgrupp.Ingen, "utan", "Utan ogiltig frånvaro", "Ingen ogiltig frånvaro i listan."),
    ];

    /// <summary>In what order a group stands (<see cref="Listoversikt.Elever"/>).</summary>
    public string Ordning => Visad switch
    {
        Elevgrupp.AttRapportera => "de mest brådskande först",
        Elevgrupp.Kommande => "de som kan rapporteras tidigast först",
        Elevgrupp.Ingen => "i personnummerordning",
        _ => "de med mest ogiltig frånvaro först",
    };

    public static string Flik(Elevgrupp grupp) => Grupper.First(g => g.Grupp == grupp).Flik;

    public static Elevgrupp? Grupp(string? flik) => Grupper.Where(g => g.Flik == flik).Select(g => (Elevgrupp?)g.Grupp).FirstOrDefault();

    /// <summary>The most urgent group that has somebody.</summary>
    public static Elevgrupp Forst(Listoversikt oversikt) => Grupper.FirstOrDefault(g => oversikt.I(g.Grupp).Any(), Grupper[0]).Grupp;

    public string Adress => $"/franvarocoach/{Oversikt.Rubrik.Id}";

    public (Elevgrupp Grupp, string Flik, string Text, string Forklaring) Vald => Grupper.First(g => g.Grupp == Visad);

    /// <summary>Only whom the portal may report for together with others: those with protected identity are reported one by one.</summary>
    public bool FarValjas(Listelevlage elev) => Visad == Elevgrupp.AttRapportera && !elev.ArSkyddad;

    /// <summary>Those that can be ticked stand on one page, so that none is chosen unseen.</summary>
    public Listsida<Listelevlage> Rader
    {
        get
        {
            var alla = Oversikt.I(Visad).ToList();
            var storlek = Visad == Elevgrupp.AttRapportera ? Franvarourval.Flest : Listsida<Listelevlage>.Storlek;
            var sida = Math.Clamp(Sida, 1, Math.Max(1, (alla.Count + storlek - 1) / storlek));
            return new([.. alla.Skip((sida - 1) * storlek).Take(storlek)], alla.Count, sida);
        }
    }

    public string Fraga(int sida) => $"{Adress}?visa={Vald.Flik}{(sida > 1 ? $"&sida={sida}" : "")}";
}
