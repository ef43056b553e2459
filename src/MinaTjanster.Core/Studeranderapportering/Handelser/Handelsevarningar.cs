using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Omfattning;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>What deserves a second look in an event that begins studies (domain.md section 6); answered with an explanation, it is sent all the same.</summary>
internal static class Handelsevarningar
{
    /// <summary>In tenths: an individual work spans most of a term's 30 hp (domain.md section 6; where the line goes is ours [V]).</summary>
    private const int StordelAvTermin = 150;

    public static IEnumerable<Varning> For(Handelseuppgift uppgift, Handelsetyp typ, Rapporteringslage lage)
    {
        if (uppgift.TotalpoangTiondelar < StordelAvTermin)
            return [new("HANDELSE-V-HANDLEDARINTYG", "Handledarintyg används bara för ett självständigt arbete som tar större delen av en termin. Kontrollera kursens poäng.", Handelsefalt.Totalpoang.Kolumn())];

        if (uppgift.Slag == Handelseslag.Studieresultat)
            return Resultatvarningar.For(uppgift, lage);

        if (uppgift.Slag == Handelseslag.AndradOmfattning)
            return SammaOmfattning(uppgift, lage);

        if (typ.Verkan != Studietidsverkan.Borjar && uppgift.Slag != Handelseslag.Antagen)
            return [];

        var ny = Handelseomfattning.Del(uppgift, lage.Skolform) with { AnnanSkolasProcent = HosAndra(uppgift, lage) };
        var samtidiga = lage.Perioder.Where(p => p.Overlappar(uppgift.ForstaDag, uppgift.Slut) && Raknas(uppgift, p, lage))
            .Select(p => new Studiedel(lage.Skolform, new Dagperiod(p.ForstaDag, p.SistaDag)) { Procent = p.Omfattning });
        return
        [
            .. Omfattningsvarningar.For([ny, .. samtidiga]).Where(v => v.Delar.Contains(0)).Select(v => v.Varning with { Falt = Kolumn(v.Varning.Falt) }),
            .. Program(uppgift),
        ];
    }

    /// <summary>A course registration lies inside the programme whose start is reported: they are the same studies, told twice.</summary>
    private static bool Raknas(Handelseuppgift uppgift, Periodlage period, Rapporteringslage lage) =>
        lage.Skolform != Skolform.Hogskola || ArRegistrering(uppgift.Slag) == (lage.Slag(period) is { } slag && ArRegistrering(slag));

    private static bool ArRegistrering(Handelseslag slag) => slag is Handelseslag.Kursregistrering or Handelseslag.Intyg2441W;

    /// <summary>A change to what already holds changes nothing: a day or a number is mistyped.</summary>
    private static IEnumerable<Varning> SammaOmfattning(Handelseuppgift uppgift, Rapporteringslage lage)
    {
        if (uppgift.Omfattning is not { } ny)
            yield break;

        var perioder = lage.PerioderDen(uppgift.ForstaDag).Where(p => Studietidsbild.Galler(uppgift, p)).ToList();
        if (perioder is not [var period])
            yield break;

        var galler = lage.Av(Handelseslag.AndradOmfattning)
            .Where(h => h.Uppgift.ForstaDag >= period.ForstaDag && h.Uppgift.ForstaDag <= uppgift.ForstaDag && Studietidsbild.Galler(h.Uppgift, period))
            .OrderBy(h => h.Uppgift.ForstaDag).LastOrDefault() is { } senaste
            ? senaste.Uppgift.Omfattning
            : period.Omfattning;
        if (galler == ny)
            yield return new("HANDELSE-V-SAMMAOMFATTNING", $"Omfattningen är redan {ny} procent den dagen. Kontrollera dagen och omfattningen.", Handelsefalt.Omfattning.Kolumn());
    }

    /// <summary>The busiest of the other schools' reports decides; several at once are added [V].</summary>
    private static int? HosAndra(Handelseuppgift uppgift, Rapporteringslage lage)
    {
        var samtidiga = lage.HosAndra.Where(s => uppgift.Overlappar(s.ForstaDag, s.SistaDag)).ToList();
        return samtidiga.Count == 0 ? null : samtidiga.Max(s => samtidiga.Where(a => a.ForstaDag <= s.ForstaDag && s.ForstaDag <= a.SistaDag).Sum(a => a.Omfattning));
    }

    private static IEnumerable<Varning> Program(Handelseuppgift uppgift) =>
        uppgift.Studievagskod is { } text && Studievagskod.TryParse(text, out var kod)
            ? kod.Varningar(uppgift.ForstaDag).Select(v => v with { Falt = Handelsefalt.Studievagskod.Kolumn() })
            : [];

    private static string? Kolumn(string? falt) => falt switch
    {
        nameof(Dagperiod.ForstaDag) => Handelsefalt.ForstaDag.Kolumn(),
        nameof(Dagperiod.SistaDag) => Handelsefalt.SistaDag.Kolumn(),
        nameof(Studiedel.Poangtiondelar) => Handelsefalt.Poang.Kolumn(),
        _ => null,
    };
}
