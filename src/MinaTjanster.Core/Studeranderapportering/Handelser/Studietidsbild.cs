using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <param name="UtanVerkan">Breaks and extensions that find no period to end or extend.</param>
public sealed record Studietidsutfall(IReadOnlyList<Periodlage> Perioder, IReadOnlySet<long> UtanVerkan);

/// <summary>
/// What study periods a student has, given the events that hold. Pure and whole: what is taken back leaves no trace, so a change or a
/// taking back needs no undoing of its own.
/// </summary>
public static class Studietidsbild
{
    /// <param name="handelser">In the order they were sent, a changed one in the place of the first.</param>
    public static Studietidsutfall Efter(IReadOnlyList<Periodlage> grund, IReadOnlyList<Handelselage> handelser, Skolform skolform)
    {
        List<Periodlage> perioder = [.. grund];
        var utanVerkan = new HashSet<long>();
        foreach (var (id, uppgift) in handelser)
        {
            switch (uppgift.Slag.Typ().Verkan)
            {
                case Studietidsverkan.Borjar when uppgift.SistaDag is not null:
                    perioder.Add(Ny(id, uppgift, skolform));
                    break;
                case Studietidsverkan.Slutar when !Flytta(perioder, p => p.Innehaller(uppgift.ForstaDag) && Galler(uppgift, p), uppgift.ForstaDag):
                case Studietidsverkan.Forlanger when !Flytta(perioder, p => p.SistaDag < uppgift.ForstaDag && Galler(uppgift, p) && ArSist(perioder, p), uppgift.ForstaDag):
                    utanVerkan.Add(id);
                    break;
            }
        }

        return new(perioder, utanVerkan);
    }

    /// <summary>Whether an event concerns a period: all of them unless it names its course.</summary>
    internal static bool Galler(Handelseuppgift uppgift, Periodlage period) => uppgift.Galler(period.Utbildning, period.Kurskod);

    /// <summary>A course read in several terms is extended at its last one.</summary>
    internal static bool ArSist(IReadOnlyList<Periodlage> perioder, Periodlage period) =>
        !perioder.Any(p => p.ForstaDag > period.ForstaDag && string.Equals(p.Utbildning, period.Utbildning, StringComparison.OrdinalIgnoreCase));

    /// <returns>Whether there was any.</returns>
    private static bool Flytta(List<Periodlage> perioder, Predicate<Periodlage> vilka, DateOnly sistaDag)
    {
        var traffade = perioder.FindAll(vilka);
        for (var i = 0; i < perioder.Count; i++)
        {
            if (traffade.Contains(perioder[i]))
                perioder[i] = perioder[i] with { SistaDag = sistaDag };
        }

        return traffade.Count > 0;
    }

    private static Periodlage Ny(long id, Handelseuppgift uppgift, Skolform skolform)
    {
        var kod = uppgift.Studievagskod is { } text && Studievagskod.TryParse(text, out var tolkad) ? tolkad : null;
        return new(
            id,
            null,
            uppgift.ForstaDag,
            uppgift.SistaDag!.Value,
            uppgift.Utbildning ?? Program(kod) ?? uppgift.Studievagskod ?? skolform.Text(),
            uppgift.Kurskod,
            Handelseomfattning.Procent(uppgift, skolform),
            AvdelningFor(uppgift, skolform),
            kod is { Larlingsform: Larlingsform.Larling } ? Larlingskap.Ja : Larlingskap.Nej,
            uppgift.ValdStodform,
            uppgift.Studievagskod,
            uppgift.Arskurs);
    }

    /// <summary>Which avdelning an education belongs to, where the school form or the inriktning tells (domain.md section 4).</summary>
    private static Avdelning AvdelningFor(Handelseuppgift uppgift, Skolform skolform) => skolform switch
    {
        Skolform.Gymnasieskola => Avdelning.A1,
        Skolform.Komvux => Avdelning.A2,
        Skolform.Folkhogskola => uppgift.Kurskod is { } kod && Folkhogskoleinriktning.TryParse(kod, out var inriktning) ? Avdelningen(inriktning.Niva) : Avdelning.A2,
        Skolform.KonstOchKultur => uppgift.Avdelning ?? Avdelning.B,
        _ => Avdelning.B,
    };

    /// <summary>Grundskolenivå and gymnasienivå are A; eftergymnasial vocational inriktning is B (domain.md sections 4 and 7).</summary>
    private static Avdelning Avdelningen(Folkhogskoleniva niva) => niva.Kod switch
    {
        "206" => Avdelning.A1,
        "306" => Avdelning.A2,
        _ => Avdelning.B,
    };

    private static string? Program(Studievagskod? kod) => kod is null ? null : Gymnasieprogram.Find(kod.Program)?.Namn;
}
