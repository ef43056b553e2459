using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Studerandelista;

public sealed record StuderandesidaModell(Studerandesida Sida, Listplats Plats, bool FarSeSkyddade)
{
    public Studerande Studerande => Sida.Studerande;

    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public bool ArDold => Studerande.ArSkyddad && !FarSeSkyddade;

    /// <summary>Börjat studera from each period that has begun, and every report (händelse 51), newest first.</summary>
    public IEnumerable<Studerandehandelse> Handelser =>
        Studerande.Studieperioder.Where(p => p.ForstaDag <= Sida.Idag)
            .Select(p => new Studerandehandelse(p.ForstaDag, "Börjat studera", p.Utbildning, null))
            .Concat(Sida.Rapporter.Select(r => new Studerandehandelse(r.ForstaDag, "Skolk (51)", null, r)))
            .OrderByDescending(h => h.Dag);
}

/// <summary>A line of the student's events.</summary>
public sealed record Studerandehandelse(DateOnly Dag, string Slag, string? Text, Skolkhandelse? Skolk);
