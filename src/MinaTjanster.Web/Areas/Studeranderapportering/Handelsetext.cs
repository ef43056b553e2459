using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Web.Areas.Studeranderapportering;

/// <summary>What an event states, in a line.</summary>
public static class Handelsetext
{
    private const string Tomt = "–";

    /// <summary>The event's name inside a sentence: only its first letter is small (2441W).</summary>
    public static string Liten(Handelsetyp typ) => char.ToLowerInvariant(typ.Rubrik[0]) + typ.Rubrik[1..];

    /// <summary>Ekonomiprogrammet · 2026-08-17 – 2027-06-11 · 100 %.</summary>
    public static string Kort(Handelseuppgift uppgift, Skolform skolform) => string.Join(" · ", Delar(uppgift, skolform));

    /// <summary>2026-08-17 – 2027-06-11.</summary>
    public static string Dagar(Handelseuppgift uppgift) =>
        uppgift.SistaDag is { } sista ? $"{uppgift.ForstaDag:yyyy-MM-dd} – {sista:yyyy-MM-dd}" : $"{uppgift.ForstaDag:yyyy-MM-dd}";

    /// <summary>All but the days.</summary>
    public static string Ovrigt(Handelseuppgift uppgift, Skolform skolform) => string.Join(" · ", Delar(uppgift, skolform).Skip(1));

    /// <summary>What stood and what will stand, field by field in the order of the form.</summary>
    public static IEnumerable<Faltjamforelse> Jamfor(Handelseuppgift fore, Handelseuppgift efter, Skolform skolform) =>
        from krav in efter.Slag.Typ().For(skolform)?.Falt ?? []
        where krav.Falt != Handelsefalt.Beslut
        let rad = new Faltjamforelse(krav.Etikett, Text(fore, krav), Text(efter, krav))
        where rad is not { Fore: Tomt, Efter: Tomt }
        select rad;

    private static string Text(Handelseuppgift uppgift, Faltkrav krav) =>
        Handelsetolk.Text(uppgift, krav.Falt) is not { } text ? Tomt
        : krav.Falt == Handelsefalt.Omfattning ? $"{text} %"
        : krav.Alternativ?.FirstOrDefault(a => a.Varde == text).Text ?? text;

    private static IEnumerable<string> Delar(Handelseuppgift uppgift, Skolform skolform)
    {
        yield return Dagar(uppgift);
        foreach (var krav in uppgift.Slag.Typ().For(skolform)?.Falt ?? [])
        {
            if (krav.Falt is Handelsefalt.ForstaDag or Handelsefalt.SistaDag or Handelsefalt.Beslut || Handelsetolk.Text(uppgift, krav.Falt) is not { } text)
                continue;

            yield return krav.Falt switch
            {
                Handelsefalt.Omfattning => $"{text} %",
                Handelsefalt.Poang => $"{text} poäng",
                Handelsefalt.Arskurs => $"årskurs {text}",
                _ => krav.Alternativ?.FirstOrDefault(a => a.Varde == text).Text ?? text,
            };
        }
    }
}

/// <summary>A field before and after a change.</summary>
public sealed record Faltjamforelse(string Etikett, string Fore, string Efter)
{
    public bool ArLika => Fore == Efter;
}
