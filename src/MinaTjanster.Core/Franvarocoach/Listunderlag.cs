using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach;

/// <summary>A lesson or day with ogiltig frånvaro, as the underlag shows it.</summary>
/// <param name="Minuter">Of ogiltig frånvaro that no row before it has; the rows add up to the day's sum.</param>
public sealed record Underlagsrad(DateOnly Dag, TimeOnly? Start, int Schemalagt, int Minuter, Franvaroslag Slag, string? Lektion);

/// <summary>
/// The underlag of one student, drawn from a list: each lesson with ogiltig frånvaro, sums and the total teaching time (domain.md section 5, Underlag). Giltig
/// frånvaro is left out, since CSN needs it for nothing and it tells of health.
/// </summary>
/// <param name="Namn">As the portal has it, in full.</param>
/// <param name="Uppgift">The facts, as the page for sending an underlag asks for them. The teaching time is 0, not known, when the list shows no attendance.</param>
/// <param name="Rader">In order of time.</param>
public sealed record Listunderlag(Personnummer Personnummer, string Namn, string Skola, string Skolkod, Underlagsuppgift Uppgift, IReadOnlyList<Underlagsrad> Rader)
{
    /// <param name="elev">The student's rows.</param>
    /// <param name="raknas">What counts as ogiltig frånvaro at the school.</param>
    /// <param name="forstaSkolkdag">The report's first day: the underlag begins there.</param>
    /// <param name="tackerTill">The day it covers, inclusive: today, or the list's own last day when that is earlier (<see cref="Inlastlista.Period"/>).</param>
    public static Listunderlag For(Listelev elev, Raknas raknas, DateOnly forstaSkolkdag, DateOnly tackerTill, string namn, string skola, string skolkod)
    {
        var alla = Franvaroanalys.Dagar(elev, tackerTill, raknas);
        var dagar = alla.FindAll(d => d.Dag >= forstaSkolkdag);
        var daganalys = new Daganalys(raknas);
        List<Underlagsrad> rader = [];
        foreach (var dag in elev.Rader.Where(r => r.Dag >= forstaSkolkdag && r.Dag <= tackerTill).GroupBy(r => r.Dag))
            rader.AddRange(daganalys.Rader([.. dag]).Select(r => new Underlagsrad(dag.Key, r.Rad.Starttid, r.Rad.Schemalagt, r.Minuter, r.Rad.Slag, r.Rad.Lektion)));

        // A list of absence alone does not tell how much was taught: nothing is better than a sum that is too small.
        var visarNarvaro = alla.Exists(d => d.NarvaroMinuter > 0);
        return new(elev.Personnummer, namn, skola, skolkod,
            new Underlagsuppgift(
                forstaSkolkdag,
                tackerTill,
                dagar.Sum(d => d.OgiltigMinuter),
                dagar.Sum(d => d.Tillfallen),
                visarNarvaro ? dagar.Sum(d => d.SchemalagdaMinuter) : 0,
                dagar.Exists(d => d.Dag == forstaSkolkdag && d.OgiltigMinuter > 0) ? ForstaDagensFranvaro.Ja : ForstaDagensFranvaro.Nej),
            rader);
    }
}

/// <summary>A finished file.</summary>
/// <param name="AntalSidor">Pages, without the försättsblad.</param>
public sealed record Ritatunderlag(byte[] Innehall, int AntalSidor);

/// <summary>Draws the underlag as a PDF. The same underlag and time give the same bytes.</summary>
public static class Listunderlagspdf
{
    private static readonly Pdfkolumn[] Kolumner =
    [
        new("Datum", 1.5),
        new("Start", 0.9),
        new("Lektion", 2.6),
        new("Schemalagt (min)", 1.4, Pdfjustering.Hoger),
        new("Ogiltig frånvaro (min)", 1.4, Pdfjustering.Hoger),
        new("Typ", 2),
    ];

    /// <param name="underlag">What stands in it.</param>
    /// <param name="rapportnummer">The report's receipt number, on every page; null when there is none yet.</param>
    /// <param name="typsnitt">The portal's typeface.</param>
    /// <param name="skapad">When the file is made, UTC.</param>
    public static Ritatunderlag Rita(Listunderlag underlag, string? rapportnummer, Pdftypsnitt typsnitt, DateTime skapad)
    {
        var (uppgift, dag) = (underlag.Uppgift, skapad.SvenskDag());
        var byggare = new Pdfbyggare(
                rapportnummer is null ? "Frånvarounderlag" : $"Frånvarounderlag {rapportnummer}",
                skapad,
                typsnitt,
                rapportnummer ?? $"{dag:yyyy-MM-dd}",
                $"{underlag.Personnummer.TioSiffror(dag)}, {underlag.Skola}",
                underlag.Skola)
            .AddRubrik("Frånvarounderlag")
            .AddStycke("Ogiltig frånvaro lektion för lektion, ur skolans frånvarolista.")
            .AddUppgifter(
                ("Studerandens namn", underlag.Namn),
                ("Personnummer", underlag.Personnummer.TioSiffror(dag)),
                ("Skola", $"{underlag.Skola}, {underlag.Skolkod}"),
                ("Första skolkdag", $"{uppgift.TackerFran:yyyy-MM-dd}"),
                ("Underlaget täcker", $"{uppgift.TackerFran:yyyy-MM-dd}–{uppgift.TackerTill:yyyy-MM-dd}"),
                ("Ogiltig frånvaro", $"{SvenskText.Timmar(uppgift.OgiltigMinuter)} timmar ({uppgift.OgiltigMinuter} minuter) vid {uppgift.Tillfallen} {(uppgift.Tillfallen == 1 ? "tillfälle" : "tillfällen")}"),
                ("Total undervisningstid", uppgift.UndervisningMinuter > 0
                    ? $"{SvenskText.Timmar(uppgift.UndervisningMinuter)} timmar ({uppgift.UndervisningMinuter} minuter)"
                    : "Framgår inte: skolans lista visar bara frånvaro"))
            .AddMellanrubrik("Ogiltig frånvaro")
            .AddTabell(Kolumner, underlag.Rader.Select(Rad).Append(["Summa", "", "", "", $"{underlag.Rader.Sum(r => r.Minuter)}", ""]))
            .AddStycke("Ett tillfälle är en obruten ogiltig frånvaro under en skoldag. Lektioner som överlappar varandra räknas en gång. Giltig frånvaro är inte med.");
        var innehall = byggare.ToBytes();
        return new(innehall, byggare.AntalSidor);
    }

    private static IReadOnlyList<string> Rad(Underlagsrad rad) =>
    [
        $"{rad.Dag:yyyy-MM-dd}",
        rad.Start is { } start ? Klockslag.Text(start) : "Hela dagen",
        rad.Lektion ?? "",
        $"{rad.Schemalagt}",
        $"{rad.Minuter}",
        rad.Slag.Text(),
    ];
}
