using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>An outage as typed; days and times of day are Swedish.</summary>
public sealed record Avbrottstext(
    string? Rubrik,
    string? Text,
    string? FranDag,
    string? FranTid,
    string? TillDag,
    string? TillTid,
    IReadOnlyList<string> Tjanster,
    IReadOnlyList<string> Skolformer,
    bool Laslage);

/// <summary>What an outage must be. Planned or past: one that came unannounced is registered afterwards. Touches no database.</summary>
public static class Avbrottsregel
{
    /// <summary>Longer is a slip of the hand [V].</summary>
    public const int MaxDagar = 14;

    public static Result<Avbrottsuppgift> Bedom(Avbrottstext text, DateTime nu)
    {
        List<Refusal> fel = [];
        var rubrik = SvenskText.Enkelrad(text.Rubrik);
        if (rubrik is null or { Length: > Driftavbrott.MaxRubrik })
            fel.Add(new AvbrottUtanRubrik());
        var brodtext = Brodtext(text.Text);
        if (brodtext.Length is 0 or > Driftavbrott.MaxText)
            fel.Add(new AvbrottUtanText());
        if (Personnummermask.Finns($"{rubrik}\n{brodtext}"))
            fel.Add(new AvbrottMedPersonnummer());

        var borjar = Tid(text.FranDag, text.FranTid);
        var slutar = Tid(text.TillDag, text.TillTid);
        if (borjar is null || borjar < nu.AddYears(-1) || borjar > nu.AddYears(1))
            fel.Add(new AvbrottBorjarFel());
        if (slutar is null)
            fel.Add(new AvbrottSlutarFel());
        else if (borjar is not null && (slutar <= borjar || slutar > borjar.Value.AddDays(MaxDagar)))
            fel.Add(new AvbrottBaklanges());

        var tjanster = Mottagare.Kanda<Drifttjanst>(text.Tjanster);
        var former = Mottagare.Kanda<Skolform>(text.Skolformer);
        if (tjanster.Count == 0)
            fel.Add(new AvbrottUtanTjanst());
        if (former.Count == 0)
            fel.Add(new AvbrottUtanSkolform());
        if (text.Laslage && tjanster.Count > 0 && former.Count > 0 && !(Drifttjanster.ArAlla(tjanster) && Mottagare.ArAlla(former)))
            fel.Add(new LaslageForNagra());
        return fel.Count > 0 ? Result<Avbrottsuppgift>.Refused(fel) : new Avbrottsuppgift(rubrik!, brodtext, borjar!.Value, slutar!.Value, tjanster, former, text.Laslage);
    }

    /// <summary>Plain text as it is kept: line feeds alone, no spaces around.</summary>
    internal static string Brodtext(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static DateTime? Tid(string? dag, string? tid) =>
        Datumtolk.TryTolka(dag, out var datum) && Klockslag.TryTolka(tid, out var klocka) ? SvenskTid.TillUtc(datum, klocka) : null;
}
