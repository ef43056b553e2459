using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// What is done with reports of ogiltig frånvaro, on screen and by file alike: judges, and changes the entities when nothing refuses it. The caller
/// loads, writes the history and saves.
/// </summary>
internal static class Skolkakter
{
    private const string Prefix = "SK";

    /// <summary>A report that the rule has accepted, with its case at CSN.</summary>
    /// <param name="nu">When it was sent, UTC.</param>
    public static (Skolkrapport Rapport, Arende Arende) Ny(Studerande studerande, Skolkuppgift uppgift, string sandningsnyckel, long kontoId, DateTime nu, DateOnly rapportdag)
    {
        var rapport = new Skolkrapport(studerande.SkolaId, studerande.Id, uppgift, Kvittensnummer.Nytt(Prefix).Text, sandningsnyckel, kontoId, nu, rapportdag);
        var arende = new Arende(studerande.SkolaId, rapport, nu);
        arende.Uppskatta(Arendeberakning.For(studerande, rapport).FelUtbetalt, nu);
        arende.BeslutaStopp(nu);
        return (rapport, arende);
    }

    /// <summary>
    /// Keeps the choice the reporter states for avdelning A3, since every later judgement needs it; of periods that ended before, another choice may be true.
    /// </summary>
    /// <returns>A line for the history for each period whose choice is new.</returns>
    public static IReadOnlyList<string> ValjStod(Studerande studerande, DateOnly forstaDag, Stodform? valt)
    {
        if (valt is not { } valet)
            return [];

        List<string> rader = [];
        foreach (var period in studerande.Studieperioder.Where(p => p.Avdelning == Avdelning.A3 && p.SistaDag >= forstaDag && p.ValdStodform != valet))
        {
            rader.Add($"Vald stödform för perioden från {period.ForstaDag:yyyy-MM-dd}: {Ord(period.ValdStodform)} → {Ord(valet)}");
            period.Valj(valet);
        }

        return rader;
    }

    /// <summary>Sets, or moves, the last day. Possible whatever CSN has decided: its payments resume by it.</summary>
    public static IReadOnlyList<Refusal> Avsluta(Skolkrapport rapport, DateOnly sistaDag, Skolklage lage)
    {
        if (rapport.SistaDag == sistaDag)
            return [new RapportenOforandrad()];

        var bedomning = Skolkregel.BedomAvslut(rapport.ForstaDag, sistaDag, lage);
        if (bedomning.ArGodtagen)
            rapport.Avsluta(sistaDag);
        return bedomning.Refusals;
    }

    /// <summary>Corrects the facts. Another first day is judged by the 15- and 30-day gates on the day of the change.</summary>
    public static IReadOnlyList<Refusal> Andra(Skolkrapport rapport, Arende arende, Skolkuppgift uppgift, Skolklage lage)
    {
        if (!arende.ArOppet)
            return [new RapportenFardiggranskad()];
        if (rapport.Uppgift == uppgift)
            return [new RapportenOforandrad()];

        var bedomning = Skolkregel.BedomAndring(uppgift, rapport.ForstaDag, lage);
        if (bedomning.ArGodtagen)
            rapport.Andra(uppgift);
        return bedomning.Refusals;
    }

    /// <summary>Takes the report back after a new assessment, in any state (domain.md section 5, Deleting).</summary>
    public static IReadOnlyList<Refusal> TaBort(Skolkrapport rapport, Arende arende, string? skal, DateTime nu)
    {
        Refusal? brist = skal switch
        {
            _ when string.IsNullOrWhiteSpace(skal) => new SkalSaknas(),
            { Length: > Skolkrapport.MaxSkal } => new SkalForLangt(),
            _ when Personnummermask.Finns(skal) => new SkalMedPersonnummer(),
            _ => null,
        };
        if (brist is not null)
            return [brist];

        rapport.TaBort(skal!.Trim());
        arende.Aterta(nu);
        return [];
    }

    /// <summary>Told on the case, and so that a decision made on the earlier facts is refused.</summary>
    public static void Meddela(Studerande studerande, Skolkrapport rapport, Arende arende, Skolkuppgift fore, DateTime nu)
    {
        if (arende.ArOppet)
            arende.AndraRapport(nu, baraSistaDag: fore with { SistaDag = rapport.SistaDag } == rapport.Uppgift);

        // Its payments resume whatever CSN has decided.
        if (rapport.ArBorttagen)
            return;

        var avrakning = Arendeberakning.For(studerande, rapport);
        arende.BeslutaEfterAndring(fore, avrakning, nu);
        arende.Uppskatta(avrakning.FelUtbetalt, nu);
    }

    private static string Ord(Stodform? stod) => stod switch { null => "–", Stodform.Studiehjalp => "studiehjälp", _ => "studiemedel" };
}
