using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>After how many days of continuous absence schools report it: practice, so a setting (domain.md section 6).</summary>
/// <param name="Studiemedel">Days, counted from the first absent day.</param>
/// <param name="Studiehjalp">As the other.</param>
public sealed record Franvarodagar(int Studiemedel = 7, int Studiehjalp = 14);

/// <summary>Absence (31) is continuous and has lasted; scattered together with continuous is skolk (domain.md section 5).</summary>
internal static class Franvaroregel
{
    public static IEnumerable<Refusal> Provas(Handelseuppgift uppgift, Rapporteringslage lage, Franvarodagar dagar)
    {
        if (lage.Skolkrapporter.FirstOrDefault(r => r.ForstaDag <= uppgift.ForstaDag && r.SistaDag is null) is { } skolk)
            return [new FranvaroUnderSkolk(skolk.ForstaDag)];

        // Of several periods the shortest wait holds: the student may have studiemedel for one of them.
        var minst = lage.PerioderDen(uppgift.ForstaDag)
            .Select(p => Stodregel.Stodform(p.Avdelning, lage.Fodelsedag, uppgift.ForstaDag, p.ValdStodform) == Stodform.Studiehjalp ? dagar.Studiehjalp : dagar.Studiemedel)
            .DefaultIfEmpty(dagar.Studiemedel)
            .Min();
        // The first absent day is day one.
        var tidigast = uppgift.ForstaDag.AddDays(minst - 1);
        return lage.Rapportdag < tidigast ? [new FranvaroForKort(minst, tidigast)] : [];
    }
}
