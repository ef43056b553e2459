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

        if (typ.Verkan != Studietidsverkan.Borjar && uppgift.Slag != Handelseslag.Antagen)
            return [];

        var ny = Handelseomfattning.Del(uppgift, lage.Skolform) with { AnnanSkolasProcent = HosAndra(uppgift, lage) };
        var samtidiga = lage.Perioder.Where(p => p.Overlappar(uppgift.ForstaDag, uppgift.Slut))
            .Select(p => new Studiedel(lage.Skolform, new Dagperiod(p.ForstaDag, p.SistaDag)) { Procent = p.Omfattning });
        return
        [
            .. Omfattningsvarningar.For([ny, .. samtidiga]).Where(v => v.Delar.Contains(0)).Select(v => v.Varning with { Falt = Kolumn(v.Varning.Falt) }),
            .. Program(uppgift),
        ];
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
