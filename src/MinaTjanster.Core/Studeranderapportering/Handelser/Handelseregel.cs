using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>The rule's answer: it may be sent when nothing refuses it; warnings are shown, and can be answered with an explanation.</summary>
public sealed record Handelsebedomning(IReadOnlyList<Refusal> Refusals, IReadOnlyList<Varning> Varningar)
{
    public bool ArGodtagen => Refusals.Count == 0;
}

/// <summary>
/// The one pure rule where form, file and API meet (design.md, "A request's way"): what is reported plus the student's loaded state gives
/// accepted or named refusals, by what <see cref="Handelsetyper"/> says of the event. It touches no database and no clock.
/// </summary>
public static class Handelseregel
{
    /// <summary>No period is longer than two years: beyond it a year is mistyped [V].</summary>
    private const int LangstaPeriod = 731;

    /// <param name="lage">Without the event itself when it is changed.</param>
    /// <param name="dagar">After how many days absence is reported: a setting.</param>
    public static Handelsebedomning Bedom(Handelseuppgift uppgift, Rapporteringslage lage, Franvarodagar dagar)
    {
        if (uppgift.Slag == Handelseslag.Skolk)
            return Skolk(uppgift, lage);

        var typ = uppgift.Slag.Typ();
        if (typ.For(lage.Skolform) is not { } regel)
            return new([new HandelseInteForSkolform(typ, lage.Skolform)], []);

        // Fields, then days, then what is there already: a later sentence would mislead while an earlier one stands.
        List<Refusal> fel = [.. Faltregel(uppgift, regel), .. Dokumentregel(uppgift, regel, lage)];
        if (fel.Count == 0)
            fel.AddRange(Dagregel(uppgift, typ, regel, lage.Rapportdag));
        if (fel.Count == 0)
            fel.AddRange([.. Jul(uppgift, lage), .. Jullov(uppgift), .. Stodval(uppgift, lage), .. uppgift.PoangTiondelar > uppgift.TotalpoangTiondelar ? [new MerAnTotalpoang()] : Array.Empty<Refusal>()]);
        if (fel.Count == 0)
            fel.AddRange(Overlappregel.Provas(uppgift, typ, regel, lage));
        if (fel.Count == 0)
            fel.AddRange(Foljdregel.Provas(uppgift, typ, regel, lage));
        if (fel.Count == 0)
            fel.AddRange(Stodregler(uppgift, typ, lage));
        if (fel.Count == 0 && uppgift.Slag == Handelseslag.Franvaro)
            fel.AddRange(Franvaroregel.Provas(uppgift, lage, dagar));

        return new(fel, fel.Count == 0 ? [.. Handelsevarningar.For(uppgift, typ, lage)] : []);
    }

    private static Handelsebedomning Skolk(Handelseuppgift uppgift, Rapporteringslage lage)
    {
        var bedomning = Skolkregel.Bedom(uppgift.TillSkolk(), lage.TillSkolk().MedVal(uppgift.ValdStodform));
        return new(bedomning.Refusals, bedomning.Varningar);
    }

    private static IEnumerable<Refusal> Faltregel(Handelseuppgift uppgift, Skolformsregel regel)
    {
        foreach (var krav in regel.Falt.Where(f => f.Krav == Faltkravslag.Obligatoriskt && Handelsetolk.Text(uppgift, f.Falt) is null))
            yield return new FaltSaknas(krav);

        var nagotAv = regel.Falt.Where(f => f.Krav == Faltkravslag.NagotAv).ToList();
        if (nagotAv.Count > 0 && nagotAv.TrueForAll(f => Handelsetolk.Text(uppgift, f.Falt) is null))
            yield return new NagotAvFaltenSaknas(nagotAv);
    }

    /// <summary>A document belongs to one student: it is hers whom the event is about.</summary>
    private static IEnumerable<Refusal> Dokumentregel(Handelseuppgift uppgift, Skolformsregel regel, Rapporteringslage lage) =>
        uppgift.DokumentId is { } id && regel.Falt.FirstOrDefault(f => f.Falt == Handelsefalt.Beslut) is { } krav && !lage.Dokument.Contains(id)
            ? [new DokumentetFinnsInte(krav)]
            : [];

    private static IEnumerable<Refusal> Dagregel(Handelseuppgift uppgift, Handelsetyp typ, Skolformsregel regel, DateOnly rapportdag)
    {
        var forsta = regel.Falt.First(f => f.Falt == Handelsefalt.ForstaDag);
        if (uppgift.ForstaDag < typ.Datum.Tidigast(rapportdag))
            yield return new HandelseForTidig(forsta, typ.Datum.Tidigast(rapportdag));
        if (uppgift.ForstaDag > typ.Datum.Senast(rapportdag))
            yield return new HandelseIForvag(typ, forsta, typ.Datum.Senast(rapportdag), uppgift.ForstaDag);

        if (uppgift.SistaDag is not { } sista)
            yield break;

        var krav = regel.Falt.First(f => f.Falt == Handelsefalt.SistaDag);
        if (sista < uppgift.ForstaDag)
            yield return new HandelseSistaForeForsta(krav);
        else if (sista > uppgift.ForstaDag.AddDays(LangstaPeriod))
            yield return new HandelseForLangPeriod(krav, uppgift.ForstaDag.AddDays(LangstaPeriod));
    }

    /// <summary>YH study periods are split around Christmas (domain.md section 6).</summary>
    private static IEnumerable<Refusal> Jul(Handelseuppgift uppgift, Rapporteringslage lage) =>
        lage.Skolform == Skolor.Skolform.Yrkeshogskola && uppgift.Slag == Handelseslag.BorjatStudera
        && uppgift.ForstaDag <= new DateOnly(uppgift.ForstaDag.Year, 12, 24) && uppgift.SistaDag >= new DateOnly(uppgift.ForstaDag.Year + 1, 1, 1)
            ? [new YhOverJul()]
            : [];

    private static IEnumerable<Refusal> Stodval(Handelseuppgift uppgift, Rapporteringslage lage) =>
        uppgift is { Slag: Handelseslag.BorjatStudera, Avdelning: Avdelning.A3, ValdStodform: null } && uppgift.ForstaDag <= Stodregel.SistaDagMedStudiehjalp(lage.Fodelsedag)
            ? [new StodvalSaknas()]
            : [];

    /// <summary>December and January: what lies outside is another break [V].</summary>
    private static IEnumerable<Refusal> Jullov(Handelseuppgift uppgift)
    {
        if (uppgift.Slag != Handelseslag.Jullov)
            yield break;

        var ar = uppgift.ForstaDag.Month == 1 ? uppgift.ForstaDag.Year - 1 : uppgift.ForstaDag.Year;
        var (tidigast, senast) = (new DateOnly(ar, 12, 1), new DateOnly(ar + 1, 1, 31));
        if (uppgift.ForstaDag < tidigast || uppgift.Slut > senast)
            yield return new JullovUtanforJul(tidigast, senast);
    }

    /// <summary>Tested on the day concerned, never on the report day; unknown (avdelning A3 without a choice) passes, since CSN knows.</summary>
    private static IEnumerable<Refusal> Stodregler(Handelseuppgift uppgift, Handelsetyp typ, Rapporteringslage lage)
    {
        if (typ.Stod != Stodvillkor.BaraStudiemedel)
            return [];

        var perioder = lage.PerioderDen(uppgift.ForstaDag).Where(p => Studietidsbild.Galler(uppgift, p)).ToList();
        return perioder.Count > 0 && perioder.TrueForAll(p => Stodregel.Stodform(p.Avdelning, lage.Fodelsedag, uppgift.ForstaDag, p.ValdStodform) == Stodform.Studiehjalp)
            ? [new HandelseFelStod(typ, "studiemedel", "studiehjälp")]
            : [];
    }
}
