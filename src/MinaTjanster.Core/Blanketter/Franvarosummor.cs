using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Blanketter;

/// <summary>A row of <em>Underlag för skolk</em>, as far as it can be read.</summary>
/// <param name="Langd">Minutes that the lesson lasts.</param>
/// <param name="Franvaro">Minutes of it with ogiltig frånvaro.</param>
public sealed record Franvarorad(DateOnly? Dag, TimeOnly? Tid, int? Langd, int? Franvaro)
{
    public static Franvarorad Fran(IReadOnlyDictionary<string, string?> rad) => new(
        Datumtolk.TryTolka(rad.GetValueOrDefault(Faltnamn.RadDatum), out var dag) ? dag : null,
        Klockslag.TryTolka(rad.GetValueOrDefault(Faltnamn.RadTid), out var tid) ? tid : null,
        Heltal.TryTolka(rad.GetValueOrDefault(Faltnamn.RadLangd), out var langd) ? langd : null,
        Heltal.TryTolka(rad.GetValueOrDefault(Faltnamn.RadFranvaro), out var franvaro) ? franvaro : null);
}

/// <summary>What the rows come to. The total teaching time is not among them: it is all scheduled teaching of the period, which the rows do not list.</summary>
/// <param name="Lektioner">Rows with absence.</param>
/// <param name="Dagar">Different days among them.</param>
/// <param name="Minuter">Minutes of ogiltig frånvaro.</param>
public sealed record Franvarosummor(int Lektioner, int Dagar, int Minuter)
{
    public static Franvarosummor For(IEnumerable<Franvarorad> rader)
    {
        var med = rader.Where(r => r.Franvaro > 0).ToList();
        return new(med.Count, med.Where(r => r.Dag is not null).Select(r => r.Dag).Distinct().Count(), med.Sum(r => r.Franvaro!.Value));
    }

    public static Franvarosummor? For(Ifylldblankett blankett) =>
        blankett.Blankett.Slug == Blankettregister.UnderlagForSkolk ? For(blankett.IfylldaRader.Select(r => Franvarorad.Fran(r.Rad))) : null;

    /// <summary>11 tim 30 min (690 minuter).</summary>
    public string Tidtext => $"{Minuter / 60} tim {Minuter % 60} min ({Minuter} minuter)";

    /// <summary>6 lektioner under 4 dagar.</summary>
    public string Lektionstext => $"{Lektioner} {(Lektioner == 1 ? "lektion" : "lektioner")} under {Dagar} {(Dagar == 1 ? "dag" : "dagar")}";
}
