using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Omgangar;

/// <summary>A round as typed.</summary>
/// <param name="Lasar">As 2027/28.</param>
/// <param name="Skolformer">Their names.</param>
/// <param name="Paminnelser">A day a line.</param>
public sealed record Omgangstext(string? Lasar, IReadOnlyList<string> Skolformer, string? Oppnar, string? SistaDag, string? Paminnelser);

/// <summary>What a round must be: days in order and not past. Touches no database.</summary>
public static class Omgangsregel
{
    /// <summary>More than anybody wants to get.</summary>
    public const int MaxPaminnelser = 10;

    /// <summary>Days after the last one that a reminder may still go out [V].</summary>
    public const int EfterSistaDag = 30;

    private const int LasarFram = 2;

    /// <param name="nu">The round that is changed: what of it has been may stay; null for a new one.</param>
    public static Result<Omgangsuppgift> Bedom(Omgangstext text, Rapporteringsomgang? nu, DateOnly idag)
    {
        List<Refusal> fel = [];
        var arLasar = Lasar.TryParse(text.Lasar, out var lasar);
        var detta = Lasar.For(idag).Startar;
        if (!arLasar || (lasar!.Startar != nu?.Lasar && (lasar.Startar < detta - 1 || lasar.Startar > detta + LasarFram)))
            fel.Add(new OmgangslasarFel());

        var former = Enum.GetValues<Skolform>().Where(s => text.Skolformer.Contains($"{s}")).ToList();
        if (former.Count == 0)
            fel.Add(new OmgangUtanSkolform());

        var arOppnar = Datumtolk.TryTolka(text.Oppnar, out var oppnar) && (oppnar >= idag || oppnar == nu?.Oppnar);
        var arSista = Datumtolk.TryTolka(text.SistaDag, out var sista) && (sista >= idag || sista == nu?.SistaDag);
        if (!arOppnar)
            fel.Add(new OppnarFel());
        if (!arSista)
            fel.Add(new SistaDagFel());
        if (arOppnar && arSista && (sista < oppnar || sista > oppnar.AddYears(1)))
            fel.Add(new OmgangBaklanges());

        var dagar = Dagar(text.Paminnelser);
        if (dagar is null)
            fel.Add(new PaminnelsedagarFel());
        else if (arOppnar && arSista)
            fel.AddRange(dagar.Where(d => nu?.Paminnelser.Any(p => p.Dag == d) != true).Select(d => Hinder(d, oppnar, sista, idag)).OfType<Refusal>().Take(1));
        return fel.Count > 0 ? Result<Omgangsuppgift>.Refused(fel) : new Omgangsuppgift(lasar!.Startar, former, oppnar, sista, dagar!);
    }

    private static Refusal? Hinder(DateOnly dag, DateOnly oppnar, DateOnly sista, DateOnly idag) =>
        dag < oppnar || dag > sista ? new PaminnelseUtanfor(dag) : dag < idag ? new PaminnelseHarVarit(dag) : null;

    /// <summary>Each day once, in order; null when a line is no day, or they are too many.</summary>
    private static List<DateOnly>? Dagar(string? text)
    {
        SortedSet<DateOnly> dagar = [];
        foreach (var rad in (text ?? "").Split(['\n', '\r', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Datumtolk.TryTolka(rad, out var dag))
                return null;

            dagar.Add(dag);
        }

        return dagar.Count > MaxPaminnelser ? null : [.. dagar];
    }
}
