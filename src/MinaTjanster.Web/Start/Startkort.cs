using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Start;

/// <summary>Duties of one kind on the start page: how many, of what, by when, and the way to where it is done.</summary>
/// <param name="Senast">The day by which it must be done, inclusive; today for what should be done at once, null where nothing presses.</param>
public sealed record Startkort(string Tal, string Text, string Nar, string Lank, string Url, string Farg, DateOnly? Senast)
{
    /// <summary>What applies because the day on the card is a weekend or a holiday; null on other days.</summary>
    public string? Helg { get; init; }

    /// <summary>The kinds in the order their cards stand among equals.</summary>
    private static readonly Fristslag[] Ordning =
    [
        Fristslag.Komplettering, Fristslag.Meddelande, Fristslag.Underlag, Fristslag.FilMisslyckad, Fristslag.FilRader, Fristslag.FilLases, Fristslag.Studietider, Fristslag.StudietiderUtanRapportor,
        Fristslag.Attestering, Fristslag.ForstaUtbetalning, Fristslag.Resultat, Fristslag.Skolkutkast, Fristslag.Handelseutkast, Fristslag.Studietidsutkast,
    ];

    /// <summary>The duties of a school, the most urgent first. Days that are only to be known of stand beside, not here.</summary>
    /// <param name="plikter">As <see cref="Fristmotor"/> gives them: those with the nearest day first.</param>
    public static IReadOnlyList<Startkort> For(IEnumerable<Plikt> plikter, Core.Konton.Skolval skola, DateOnly idag) => [.. Grupper(plikter, skola, idag).Select(g => g.Kort)];

    /// <summary>Each card with the duties that it stands for.</summary>
    public static IReadOnlyList<(Startkort Kort, IReadOnlyList<Plikt> Plikter)> Grupper(IEnumerable<Plikt> plikter, Core.Konton.Skolval skola, DateOnly idag)
    {
        var vantar = plikter.Where(p => p.Lage != Pliktlage.Kommande).ToLookup(p => p.Slag);
        var ladok = skola.Rapporteringssatt == Rapporteringssatt.Ladok;
        return
        [
            .. Ordning.SelectMany(slag => ArEgetKort(slag) ? vantar[slag].Select(p => new[] { p }) : vantar[slag].Any() ? [[.. vantar[slag]]] : Array.Empty<Plikt[]>())
                .Select(grupp => (Kort: Kortet(grupp, vantar, ladok, idag) with { Helg = grupp[0].Senast >= idag ? grupp[0].Helgnotis : null }, Plikter: (IReadOnlyList<Plikt>)grupp))
                .OrderBy(k => k.Kort.Senast ?? DateOnly.MaxValue),
        ];
    }

    /// <summary>What to do about a file, in a few words.</summary>
    public static string AttGora(Startfil fil, Core.Konton.Skolval skola) => fil switch
    {
        { Status: Filjobbstatus.Vantar or Filjobbstatus.Pagar } => "Inget, den läses in",
        { Status: Filjobbstatus.Misslyckad } => "Skicka igen",
        _ => $"Rätta {(fil.Kvar > StartlageQuery.TakRader ? "mer än " : "")}{Math.Min(fil.Kvar, StartlageQuery.TakRader):N0} {(fil.Kvar == 1 ? "rad" : "rader")}{(skola.Rapporteringssatt == Rapporteringssatt.Ladok ? " i Ladok" : "")}",
    };

    /// <summary>Those have each their läsår, or are one.</summary>
    private static bool ArEgetKort(Fristslag slag) => slag is Fristslag.Studietider or Fristslag.StudietiderUtanRapportor or Fristslag.Studietidsutkast or Fristslag.Attestering;

    private static Startkort Kortet(Plikt[] grupp, ILookup<Fristslag, Plikt> alla, bool ladok, DateOnly idag)
    {
        // The duties come with the nearest day first.
        var (forst, antal) = (grupp[0], grupp.Length);
        string En(string en, string flera) => antal == 1 ? en : flera;
        return forst.Slag switch
        {
            Fristslag.Komplettering => new(
                $"{antal}", En("komplettering begärd av CSN", "kompletteringar begärda av CSN"), $"Svara senast {SvenskText.Datum(forst.Senast!.Value)}",
                $"Skicka {En("kompletteringen", "kompletteringarna")}", "/ogiltig-franvaro?status=komplettering", "warning", forst.Senast),
            Fristslag.Meddelande => new(
                $"{antal}", En("meddelande från CSN", "meddelanden från CSN"), "Svara så snart du kan", forst.Lanktext, antal == 1 ? forst.Adress : "/ogiltig-franvaro?status=meddelande", "warning", idag),
            Fristslag.Underlag => grupp.Count(p => p.ArForsenad) is var sena && sena > 0
                ? new($"{antal}", "frånvarounderlag saknas", $"{sena} {(sena == 1 ? "försenat" : "försenade")}", "Visa vilka", "/ogiltig-franvaro?status=underlag", "danger", forst.Senast)
                : new($"{antal}", "frånvarounderlag saknas", $"Närmaste sista dag {SvenskText.Datum(forst.Senast!.Value)}", "Visa vilka", "/ogiltig-franvaro?status=underlag", "info", forst.Senast),
            Fristslag.FilMisslyckad => new(
                $"{antal}", En("fil kunde inte läsas in", "filer kunde inte läsas in"), ladok ? "Felet är vårt. Skicka igen från Ladok" : "Felet är vårt. Skicka filen igen",
                En("Visa filen", "Visa filerna"), Adress(grupp), "danger", idag),
            Fristslag.FilRader => Rader(grupp, alla, ladok, idag),
            Fristslag.FilLases => new($"{antal}", En("fil läses in", "filer läses in"), "Du behöver inte vänta", "Följ inläsningen", Adress(grupp), "info", null),
            Fristslag.Studietider or Fristslag.StudietiderUtanRapportor => Studietider(forst, idag),
            Fristslag.Attestering => new(
                "1", "genomgång av behörigheter", forst.Nar(idag)!, forst.Lanktext, forst.Adress, forst.ArForsenad ? "danger" : "warning", forst.Senast),
            Fristslag.ForstaUtbetalning => Starter(forst, idag),
            Fristslag.Resultat => new($"{forst.Antal:N0}", "studieresultat saknas", "Perioderna är slut", "Visa vilka", forst.Adress, "info", null),
            Fristslag.Skolkutkast => Utkast(
                forst.Antal, "rapport ifylld men inte skickad", "rapporter ifyllda men inte skickade", forst.Antal == 1 ? "Visa utkastet" : "Visa utkasten", "#utkast"),
            Fristslag.Handelseutkast => Utkast(
                forst.Antal, "händelse ifylld men inte skickad", "händelser ifyllda men inte skickade", forst.Antal == 1 ? "Fortsätt med utkastet" : "Fortsätt med utkasten", forst.Adress),
            Fristslag.Studietidsutkast => new(forst.Referens!, "utkast av studietider är inte skickat", "Gäller inte förrän CSN har godkänt", forst.Lanktext, forst.Adress, "neutral", null),
            _ => throw new ArgumentOutOfRangeException(nameof(grupp), forst.Slag, null),
        };
    }

    private static Startkort Studietider(Plikt plikt, DateOnly idag) => new(
        plikt.Referens!,
        plikt.Korttext!,
        plikt.Senast switch
        {
            null => "Gäller inte förrän CSN har godkänt",
            { } dag when dag >= idag => $"Senast {SvenskText.Datum(dag)}",
            { } dag => $"{SvenskText.Datum(dag)} var sista dag",
        },
        plikt.Lanktext,
        plikt.Adress,
        plikt.ArForsenad ? "danger" : plikt.Senast is null || plikt.Senast <= idag.AddDays(14) ? "warning" : "info",
        plikt.Senast is { } sista && sista > idag ? sista : idag);

    private static Startkort Rader(Plikt[] grupp, ILookup<Fristslag, Plikt> alla, bool ladok, DateOnly idag)
    {
        var rader = grupp.Sum(p => Math.Min(p.Antal, StartlageQuery.TakRader));
        var filer = new[] { Fristslag.FilMisslyckad, Fristslag.FilRader, Fristslag.FilLases }.SelectMany(s => alla[s]).Select(p => p.ObjektId).Distinct().Count();
        var flerAn = filer > StartlageQuery.AntalFiler || Array.Exists(grupp, p => p.Antal > StartlageQuery.TakRader);
        return new(
            $"{rader:N0}{(flerAn ? "+" : "")}",
            rader == 1 ? "rad att rätta" : "rader att rätta",
            ladok ? "Inte rapporterat förrän det är rättat i Ladok" : "Inte rapporterat förrän det är rättat",
            ladok ? "Visa vad som är fel" : rader == 1 ? "Rätta raden" : "Rätta raderna",
            Adress(grupp),
            "warning",
            idag);
    }

    private static Startkort Starter(Plikt plikt, DateOnly idag) => new(
        $"{plikt.Antal:N0}",
        "studerande väntas ha börjat",
        plikt.Senast switch
        {
            null => "Rapportera om de har börjat eller inte",
            { } dag when dag >= idag => $"Senast {SvenskText.Datum(dag)} för årets första utbetalning",
            { } dag => $"{SvenskText.Datum(dag)} var sista dag för årets första utbetalning",
        },
        plikt.Lanktext,
        plikt.Adress,
        plikt.Senast is null ? "info" : "warning",
        plikt.Senast < idag ? idag : plikt.Senast);

    private static Startkort Utkast(int antal, string en, string flera, string lank, string url) =>
        new($"{antal}", antal == 1 ? en : flera, "Räknas först när du har skickat", lank, url, "neutral", null);

    /// <summary>The file itself where it is one, else all files that wait.</summary>
    private static string Adress(Plikt[] filer) => filer is [var fil] ? fil.Adress : "#filer";
}
