using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>One thing that the report, the försättsblad and the underlag may each tell. What is not stored is null.</summary>
/// <param name="Skillnad">What differs, in words; null where nothing does.</param>
public sealed record Jamforelserad(string Vad, string? Rapport, string? Blad, string? Underlag, string? Skillnad = null)
{
    public bool Skiljer => Skillnad is not null;

    /// <summary>At least two of them tell it, and nothing is amiss.</summary>
    public bool Lika => !Skiljer && new[] { Rapport, Blad, Underlag }.Count(v => v is not null) > 1;
}

/// <summary>
/// The report beside the försättsblad and the underlag, with what differs (ADR 0049). Only what is stored: the facts told about the underlag,
/// not what its pages show, and of a sheet that came on paper no more than was registered from it.
/// </summary>
/// <param name="Valt">The underlag compared with; null while none has come.</param>
/// <param name="BladNotis">What is to be known about the sheet, or null.</param>
public sealed record Jamforelse(Arendeunderlag? Valt, IReadOnlyList<Jamforelserad> Rader, string? BladNotis)
{
    public int AntalSkillnader => Rader.Count(r => r.Skiljer);

    /// <param name="valt">One of the case's.</param>
    public static Jamforelse For(Arendedetaljer detaljer, Arendeunderlag? valt)
    {
        var (rapport, studerande, underlag) = (detaljer.Rapport, detaljer.Studerande, valt?.Underlag);
        var papper = underlag?.Ankomstsatt == Ankomstsatt.Papper;
        var blad = underlag is null || papper
            ? null
            : Forsattsblad.For(rapport, studerande, detaljer.Skola, detaljer.Rapportor.Namn, detaljer.Rapportor.Telefon, underlag, underlag.Ankomstdag ?? detaljer.Idag);

        // The sheet is drawn from the report: what it told before a later change is not kept.
        var andradSedan = underlag?.Skickad is { } skickad && detaljer.Arende.RapportAndrad > skickad;
        var bladdag = papper ? underlag!.Avsantdag : blad?.Datum;
        var uppgift = underlag?.Uppgift;
        var lasar = Lasar.For(rapport.ForstaDag).ToString();
        return new(
            valt,
            [
                Text("Studerande", studerande.NamnFor(farSeSkyddade: true), blad?.Namn),
                new("Personnummer", studerande.PersonnummerFor(farSeSkyddade: true), blad?.Personnummer, null),
                Text("Skola", $"{detaljer.Skola.Namn}, {detaljer.Skola.Ort} ({detaljer.Skola.Skolkod})", blad is null ? null : $"{blad.Skola}, {blad.Ort} ({blad.Skolkod})"),
                Utbildning(studerande, rapport),
                LasarRad(lasar, andradSedan ? null : blad?.Lasar, uppgift),
                ForstaDag(rapport, andradSedan ? null : blad?.ForstaSkolkdag, uppgift),
                Slutdag(rapport, bladdag ?? underlag?.Ankomstdag, uppgift),
                Tal("Ogiltig frånvaro", rapport.OgiltigMinuter, blad?.OgiltigMinuter, uppgift?.OgiltigMinuter, m => $"{SvenskText.Timmar(m)} timmar"),
                Tal("Tillfällen", rapport.Tillfallen, null, uppgift?.Tillfallen, t => $"{t}"),
                Undervisning(uppgift),
                new("Rapporterad", Dag(rapport.Rapportdag), null, null),
                Datum(rapport, bladdag, underlag, papper),
                Sidor(blad?.AntalSidor, valt),
            ],
            papper ? "Försättsbladet kom på papper. Portalen har bara det datum och det antal sidor som CSN registrerade; resten står på bladet."
            : andradSedan ? "Skolan har ändrat rapporten sedan underlaget skickades. Vad försättsbladet visade då om första skolkdagen är inte sparat."
            : null);
    }

    private static Jamforelserad Text(string vad, string? rapport, string? blad) =>
        new(vad, rapport, blad, null, rapport is not null && blad is not null && rapport != blad ? "Uppgifterna är olika." : null);

    private static Jamforelserad Tal(string vad, int? rapport, int? blad, int? underlag, Func<int, string> text)
    {
        string? Ord(int? tal) => tal is { } t ? text(t) : null;
        (string Vem, int? Tal)[] delar = [("rapporten", rapport), ("försättsbladet", blad), ("underlaget", underlag)];
        var angivna = delar.Where(d => d.Tal is not null).ToList();
        var olika = angivna.Select(d => d.Tal).Distinct().Count() > 1;
        return new(vad, Ord(rapport), Ord(blad), Ord(underlag), olika ? $"Olika: {string.Join(", ", angivna.Select(d => $"{d.Vem} {Ord(d.Tal)}"))}." : null);
    }

    private static Jamforelserad Utbildning(Studerande studerande, Skolkrapport rapport)
    {
        var period = studerande.Studieperioder.Where(p => p.ForstaDag <= rapport.ForstaDag && rapport.ForstaDag <= p.SistaDag).OrderByDescending(p => p.ForstaDag).FirstOrDefault();
        return new(
            "Utbildning",
            period is null ? null : $"{period.Utbildning}{(period.Arskurs is { } arskurs ? $", årskurs {arskurs}" : "")}, {period.ForstaDag:yyyy-MM-dd}–{period.SistaDag:yyyy-MM-dd}",
            null,
            null,
            period is null ? "Ingen studietid är rapporterad som omfattar första skolkdagen." : null);
    }

    private static Jamforelserad LasarRad(string rapport, string? blad, Underlagsuppgift? uppgift)
    {
        (string? fran, string? till) = uppgift is null ? (null, null) : (Lasar.For(uppgift.TackerFran).ToString(), Lasar.For(uppgift.TackerTill).ToString());
        var utanfor = string.CompareOrdinal(rapport, fran ?? rapport) < 0 || string.CompareOrdinal(rapport, till ?? rapport) > 0;
        return new("Läsår", rapport, blad, fran == till ? fran : $"{fran}–{till}", utanfor ? "Underlaget gäller ett annat läsår än rapporten." : null);
    }

    private static Jamforelserad ForstaDag(Skolkrapport rapport, DateOnly? blad, Underlagsuppgift? uppgift)
    {
        var forsta = rapport.ForstaDag;
        var ingar = uppgift is not null && uppgift.TackerFran <= forsta && forsta <= uppgift.TackerTill;
        return new(
            "Första skolkdag",
            Dag(forsta),
            Dag(blad),
            uppgift is null ? null : $"Täcker från {Dag(uppgift.TackerFran)}; {uppgift.ForstaDagen switch { ForstaDagensFranvaro.Ja => "ogiltig frånvaro den dagen", ForstaDagensFranvaro.Nej => "ingen ogiltig frånvaro den dagen", _ => "inte angivet om frånvaro den dagen" }}",
            uppgift is null ? null
            : !ingar ? uppgift.TackerFran > forsta ? $"Underlaget börjar {Antal(uppgift.TackerFran.DayNumber - forsta.DayNumber)} efter första skolkdagen." : "Underlaget slutar före första skolkdagen."
            : uppgift.ForstaDagen == ForstaDagensFranvaro.Nej ? "Underlaget visar ingen ogiltig frånvaro första skolkdagen."
            : null);
    }

    /// <param name="skickat">The day on the sheet, or of arrival: until then the underlag is to cover (domain.md section 5).</param>
    private static Jamforelserad Slutdag(Skolkrapport rapport, DateOnly? skickat, Underlagsuppgift? uppgift) => new(
        "Sista dag",
        Dag(rapport.SistaDag) ?? "Pågår",
        null,
        uppgift is null ? null : $"Täcker till {Dag(uppgift.TackerTill)}",
        uppgift is null ? null
        : rapport.SistaDag is { } sista && uppgift.TackerTill < sista ? $"Underlaget slutar {Antal(sista.DayNumber - uppgift.TackerTill.DayNumber)} före sista skolkdagen."
        : skickat is { } dag && uppgift.TackerTill < dag ? $"Underlaget slutar {Antal(dag.DayNumber - uppgift.TackerTill.DayNumber)} innan det skickades, {Dag(dag)}."
        : skickat is { } fore && uppgift.TackerTill > fore ? $"Underlaget slutar efter dagen då det skickades, {Dag(fore)}."
        : null);

    private static Jamforelserad Undervisning(Underlagsuppgift? uppgift) => new(
        "Total undervisningstid",
        null,
        null,
        uppgift is { UndervisningMinuter: > 0 and var minuter } ? $"{SvenskText.Timmar(minuter)} timmar" : null,
        uppgift is null ? null
        : uppgift.UndervisningMinuter <= 0 ? "Framgår inte av underlaget."
        : uppgift.UndervisningMinuter < uppgift.OgiltigMinuter ? "Kortare än den ogiltiga frånvaron."
        : null);

    private static Jamforelserad Datum(Skolkrapport rapport, DateOnly? blad, Franvarounderlag? underlag, bool papper) => new(
        "Datum",
        null,
        Dag(blad),
        underlag?.Ankomstdag is { } kom ? $"Kom in {Dag(kom)}" : null,
        !papper || blad is not { } dag ? null
        : dag > underlag!.Ankomstdag ? "Försättsbladet är daterat efter dagen då underlaget kom in."
        : dag < rapport.Rapportdag ? "Försättsbladet är daterat före rapporten."
        : null);

    private static Jamforelserad Sidor(int? blad, Arendeunderlag? valt)
    {
        if (valt is null)
        {
            return new("Antal sidor", null, null, null);
        }

        var filer = valt.Dokument.Sum(d => d.AntalSidor);
        var skannat = valt.Dokument.Count == 0 ? null : $"{filer} {(filer == 1 ? "sida" : "sidor")} i {(valt.Dokument.Count == 1 ? "1 fil" : $"{valt.Dokument.Count} filer")}";
        // The sheet itself need not be scanned.
        return valt.Underlag.AntalPapperssidor is { } papper
            ? new("Antal sidor", null, $"{papper} på papper, med bladet", skannat, skannat is null || filer == papper || filer == papper - 1 ? null : $"{papper} sidor kom på papper och {filer} är skannade.")
            : new("Antal sidor", null, blad is { } antal ? $"{antal}, med bladet" : null, skannat);
    }

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Antal(int dagar) => $"{dagar} {(dagar == 1 ? "dag" : "dagar")}";
}
