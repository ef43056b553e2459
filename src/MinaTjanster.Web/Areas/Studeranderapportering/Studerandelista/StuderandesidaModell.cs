using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Studerandelista;

public sealed record StuderandesidaModell(Studerandesida Sida, Listplats Plats, bool FarSeSkyddade)
{
    public Studerande Studerande => Sida.Studerande;

    public string Namn => Studerande.NamnFor(FarSeSkyddade);

    public bool ArDold => Studerande.ArSkyddad && !FarSeSkyddade;

    /// <summary>50 %, and what it has been changed to since: "75 % från 2026-11-02".</summary>
    public string OmfattningFor(Studieperiod period) => string.Join(", ", Sida.Handelser
        .Where(h => h.Status == Handelsestatus.Galler && h.Uppgift.Slag == Handelseslag.AndradOmfattning && Andrar(h.Uppgift, period))
        .OrderBy(h => h.Uppgift.ForstaDag)
        .Select(h => $"{(h.Uppgift.Omfattning is { } procent ? $"{procent} %" : $"{Core.Tid.Tiondelar.Text(h.Uppgift.PoangTiondelar!.Value)} poäng")} från {h.Uppgift.ForstaDag:yyyy-MM-dd}")
        .Prepend($"{period.Omfattning} %"));

    private static bool Andrar(Handelseuppgift uppgift, Studieperiod period) =>
        period.ForstaDag <= uppgift.ForstaDag && uppgift.ForstaDag <= period.SistaDag
        && uppgift.Galler(period.Utbildning, period.Kurskod);

    /// <summary>Every event, newest first: as reported here, what was reported before (study periods without an event), and reports of ogiltig frånvaro.</summary>
    public IEnumerable<Studerandehandelse> Handelser =>
        Studerande.Studieperioder.Where(p => p.HandelseId is null && p.ForstaDag <= Sida.Idag)
            .Select(p => new Studerandehandelse(p.ForstaDag, "Börjat studera", p.Utbildning, null, null))
            .Concat(Sida.Handelser.Select(h => new Studerandehandelse(h.Uppgift.ForstaDag, h.Uppgift.Slag.Typ().Rubrik, Handelsetext.Ovrigt(h.Uppgift, Sida.Skolform), null, h)))
            .Concat(Sida.Rapporter.Select(r => new Studerandehandelse(r.ForstaDag, "Skolk (51)", null, r, null)))
            .OrderByDescending(h => h.Dag)
            .ThenByDescending(h => h.Handelse?.Id);
}

/// <summary>A line of the student's events.</summary>
public sealed record Studerandehandelse(DateOnly Dag, string Slag, string? Text, Skolkhandelse? Skolk, Handelse? Handelse);
