using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

public enum Jamforelseutfall
{
    IngetAttJamfora,

    /// <summary>What is told twice was told once: that it agrees says nothing.</summary>
    SammaKalla,
    Stammer,
    Skiljer,
}

/// <summary>One thing that the report, the försättsblad and the underlag may each tell. What is not stored is null.</summary>
/// <param name="Skillnad">What differs, in words; null where nothing does.</param>
public sealed record Jamforelserad(string Vad, string? Rapport, string? Blad, string? Underlag, Jamforelseutfall Utfall, string? Skillnad = null)
{
    public bool Skiljer => Utfall == Jamforelseutfall.Skiljer;
}

/// <summary>
/// The report beside the försättsblad and the underlag, with what differs (ADR 0049). Only what is stored: the facts told about the underlag,
/// not what its pages show, and of a sheet that came on paper no more than was registered from it. What the checks of the underlag judge is judged
/// by them; the rest is what they do not know of.
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

        // The sheet is drawn from the report as it stands: a first day that was moved later is not the one it told.
        var senare = detaljer.Andringar.Where(a => underlag?.Skickad is { } skickad && a.Tid > skickad).ToList();
        var flyttad = senare.Exists(a => a.ForstaDag);
        var uppgift = underlag?.Uppgift;
        var kontroller = valt?.Kontroller ?? [];
        return new(
            valt,
            [
                SammaKalla("Studerande", studerande.NamnFor(farSeSkyddade: true), blad?.Namn),
                SammaKalla("Personnummer", studerande.PersonnummerFor(farSeSkyddade: true), blad?.Personnummer),
                SammaKalla("Skola", $"{detaljer.Skola.Namn}, {detaljer.Skola.Ort} ({detaljer.Skola.Skolkod})", blad is null ? null : $"{blad.Skola}, {blad.Ort} ({blad.Skolkod})"),
                Utbildning(studerande, rapport),
                LasarRad(Lasar.For(rapport.ForstaDag).ToString(), flyttad ? null : blad?.Lasar, uppgift),
                Rad("Första skolkdag", Dag(rapport.ForstaDag), flyttad ? null : Dag(blad?.ForstaSkolkdag), Tackning(uppgift), Av(kontroller, "FORSTADAG", "FORSTAFRANVARO")),
                Rad("Sista dag", Dag(rapport.SistaDag) ?? "Pågår", null, uppgift is null ? null : $"Täcker till {Dag(uppgift.TackerTill)}", Av(kontroller, "SLUTDAG"), ForeSistaDagen(rapport, underlag)),
                Timmar(rapport, blad, uppgift, Av(kontroller, "TIMMAR")),
                Rad("Tillfällen", Tal(rapport.Tillfallen), null, Tal(uppgift?.Tillfallen), Av(kontroller, "TILLFALLEN")),
                Rad("Omfattning", null, null, uppgift is null ? null : $"{SvenskText.Timmar(uppgift.OgiltigMinuter)} timmar, {uppgift.Tillfallen} {(uppgift.Tillfallen == 1 ? "tillfälle" : "tillfällen")}", Av(kontroller, "OMFATTNING")),
                Rad("Total undervisningstid", null, null, uppgift is { UndervisningMinuter: > 0 and var minuter } ? Timtal(minuter) : null, Av(kontroller, "UNDERVISNINGSTID")),
                Rad("Rapporterad", Dag(rapport.Rapportdag), null, null, []),
                Datum(rapport, papper ? underlag!.Avsantdag : blad?.Datum, underlag, papper),
                Sidor(blad?.AntalSidor, valt),
            ],
            papper ? "Försättsbladet kom på papper. Portalen har bara det datum och det antal sidor som CSN registrerade; resten står på bladet."
            : flyttad ? "Skolan har ändrat första skolkdagen sedan underlaget skickades. Vad försättsbladet visade då är inte sparat."
            : senare.Count == 0 ? null
            : senare.TrueForAll(a => a.BaraSistaDag) ? "Skolan har angett en sista dag sedan underlaget skickades. Försättsbladet är detsamma."
            : "Skolan har ändrat rapporten sedan underlaget skickades, men inte första skolkdagen. Försättsbladet är detsamma.");
    }

    /// <summary>What the checks say, and what more differs; where neither says anything there is nothing to compare.</summary>
    /// <param name="kontroller">Of this very thing.</param>
    /// <param name="mer">What the checks do not know of, or null.</param>
    private static Jamforelserad Rad(string vad, string? rapport, string? blad, string? underlag, List<Kontrollrad> kontroller, string? mer = null)
    {
        var fel = kontroller.Where(k => k.Utfall == Utfall.Varning).Select(k => k.Mening).Concat(mer is null ? [] : [mer]).ToList();
        return fel.Count > 0 ? new(vad, rapport, blad, underlag, Jamforelseutfall.Skiljer, string.Join(' ', fel))
            : new(vad, rapport, blad, underlag, kontroller.Count > 0 ? Jamforelseutfall.Stammer : Jamforelseutfall.IngetAttJamfora);
    }

    /// <summary>Two that are drawn from one: told twice, but compared with nothing.</summary>
    private static Jamforelserad SammaKalla(string vad, string? rapport, string? blad, string? underlag = null) => new(
        vad, rapport, blad, underlag, new[] { rapport, blad, underlag }.Count(v => v is not null) > 1 ? Jamforelseutfall.SammaKalla : Jamforelseutfall.IngetAttJamfora);

    private static Jamforelserad Utbildning(Studerande studerande, Skolkrapport rapport)
    {
        var period = studerande.Studieperioder.Where(p => p.ForstaDag <= rapport.ForstaDag && rapport.ForstaDag <= p.SistaDag).OrderByDescending(p => p.ForstaDag).FirstOrDefault();
        return Rad(
            "Utbildning",
            period is null ? null : $"{period.Utbildning}{(period.Arskurs is { } arskurs ? $", årskurs {arskurs}" : "")}, {period.ForstaDag:yyyy-MM-dd}–{period.SistaDag:yyyy-MM-dd}",
            null,
            null,
            [],
            period is null ? "Ingen studietid är rapporterad som omfattar första skolkdagen." : null);
    }

    private static Jamforelserad LasarRad(string rapport, string? blad, Underlagsuppgift? uppgift)
    {
        if (uppgift is null)
        {
            return SammaKalla("Läsår", rapport, blad);
        }

        var (fran, till) = (Lasar.For(uppgift.TackerFran).ToString(), Lasar.For(uppgift.TackerTill).ToString());
        var utanfor = string.CompareOrdinal(rapport, fran) < 0 || string.CompareOrdinal(rapport, till) > 0;
        return new(
            "Läsår", rapport, blad, fran == till ? fran : $"{fran}–{till}", utanfor ? Jamforelseutfall.Skiljer : Jamforelseutfall.Stammer, utanfor ? "Underlaget gäller ett annat läsår än rapporten." : null);
    }

    /// <summary>The sheet has its hours from the underlag: they are compared with the report's, where it tells any.</summary>
    private static Jamforelserad Timmar(Skolkrapport rapport, Forsattsblad? blad, Underlagsuppgift? uppgift, List<Kontrollrad> kontroller)
    {
        const string vad = "Ogiltig frånvaro";
        var (iRapporten, paBladet, iUnderlaget) = (Timtal(rapport.OgiltigMinuter), Timtal(blad?.OgiltigMinuter), Timtal(uppgift?.OgiltigMinuter));
        return kontroller.Count > 0 ? Rad(vad, iRapporten, paBladet, iUnderlaget, kontroller) : SammaKalla(vad, iRapporten, paBladet, iUnderlaget);
    }

    private static string? Tackning(Underlagsuppgift? uppgift) => uppgift is null
        ? null
        : $"Täcker från {Dag(uppgift.TackerFran)}; {uppgift.ForstaDagen switch { ForstaDagensFranvaro.Ja => "ogiltig frånvaro den dagen", ForstaDagensFranvaro.Nej => "ingen ogiltig frånvaro den dagen", _ => "inte angivet om frånvaro den dagen" }}";

    /// <summary>A last day after the sending: what the checks do not ask of an underlag that was sent before it.</summary>
    private static string? ForeSistaDagen(Skolkrapport rapport, Franvarounderlag? underlag) =>
        underlag is { TackerTill: { } till, Ankomstdag: { } kom } && rapport.SistaDag is { } sista && sista > (underlag.Avsantdag ?? kom)
        && Skoldagar.Mellan(till, sista.AddDays(1)).Count is > 0 and var saknas
            ? $"Underlaget slutar {(saknas == 1 ? "1 skoldag" : $"{saknas} skoldagar")} före sista skolkdagen."
            : null;

    private static Jamforelserad Datum(Skolkrapport rapport, DateOnly? blad, Franvarounderlag? underlag, bool papper)
    {
        const string vad = "Datum";
        var kom = underlag?.Ankomstdag is { } dag ? $"Kom in {Dag(dag)}" : null;
        if (!papper || blad is not { } pa)
        {
            return SammaKalla(vad, null, Dag(blad), kom);
        }

        var fel = pa > underlag!.Ankomstdag ? "Försättsbladet är daterat efter dagen då underlaget kom in."
            : pa < rapport.Rapportdag ? "Försättsbladet är daterat före rapporten."
            : null;
        return new(vad, null, Dag(blad), kom, fel is null ? Jamforelseutfall.Stammer : Jamforelseutfall.Skiljer, fel);
    }

    private static Jamforelserad Sidor(int? blad, Arendeunderlag? valt)
    {
        const string vad = "Antal sidor";
        var filer = valt?.Dokument.Sum(d => d.AntalSidor);
        var skannat = valt is null or { Dokument.Count: 0 } ? null : $"{filer} {(filer == 1 ? "sida" : "sidor")} i {(valt.Dokument.Count == 1 ? "1 fil" : $"{valt.Dokument.Count} filer")}";
        if (valt?.Underlag.AntalPapperssidor is not { } papper)
        {
            return SammaKalla(vad, null, blad is { } antal ? $"{antal}, med bladet" : null, skannat);
        }

        // The sheet itself need not be scanned.
        var lika = filer == papper || filer == papper - 1;
        var utfall = skannat is null ? Jamforelseutfall.IngetAttJamfora : lika ? Jamforelseutfall.Stammer : Jamforelseutfall.Skiljer;
        return new(vad, null, $"{papper} på papper, med bladet", skannat, utfall, utfall == Jamforelseutfall.Skiljer ? $"{papper} sidor kom på papper och {filer} är skannade." : null);
    }

    private static List<Kontrollrad> Av(IEnumerable<Kontrollrad> kontroller, params string[] koder) => [.. kontroller.Where(k => koder.Contains(k.Kod))];

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Timtal(int? minuter) => minuter is { } tal ? $"{SvenskText.Timmar(tal)} timmar" : null;

    private static string? Tal(int? tal) => tal is { } t ? $"{t}" : null;
}
