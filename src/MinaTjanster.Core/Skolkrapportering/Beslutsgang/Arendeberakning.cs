using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;

namespace MinaTjanster.Core.Skolkrapportering.Beslutsgang;

/// <summary>What a case's page, letter and decision reckon with: one calculation for all of them.</summary>
internal static class Arendeberakning
{
    /// <summary>The estimate as its sender saw it, on the report's own day, and how it is settled.</summary>
    /// <param name="studerande">With its study periods.</param>
    public static Avrakning For(Studerande studerande, Skolkrapport rapport)
    {
        var lage = Lage(studerande, rapport);
        var uppskattning = Uppskattning.Berakna(rapport.ForstaDag, rapport.SistaDag, lage);
        return Avrakning.Berakna(uppskattning, rapport.SistaDag, rapport.Rapportdag, SistaBidragsdag(lage));
    }

    /// <summary>What the report leads to for the payments that were to come on its own day.</summary>
    /// <param name="studerande">With its study periods.</param>
    public static Utbetalningsfoljd Utbetalning(Studerande studerande, Skolkrapport rapport) =>
        Utbetalningsfoljd.For(rapport.ForstaDag, rapport.SistaDag, Lage(studerande, rapport));

    private static Skolklage Lage(Studerande studerande, Skolkrapport rapport) =>
        new(
            studerande.Personnummer.Fodelsedag,
            [.. studerande.Studieperioder.Select(p => new Studieperiodlage(p.ForstaDag, p.SistaDag, p.Avdelning, p.Larling == Larlingskap.Ja, p.ValdStodform))],
            [],
            rapport.Rapportdag);

    /// <summary>Offset reaches to the end of the läsår (domain.md section 5), and no further than the studies and the age boundary.</summary>
    private static DateOnly SistaBidragsdag(Skolklage lage)
    {
        DateOnly[] granser =
        [
            Lasar.For(lage.Rapportdag).SistaDag,
            Stodregel.SistaDagMedStudiehjalp(lage.Fodelsedag),
            .. lage.Studieperioder.Count == 0 ? [] : new[] { Lasar.For(lage.Studieperioder.Max(p => p.SistaDag)).SistaDag },
        ];
        return granser.Min();
    }
}
