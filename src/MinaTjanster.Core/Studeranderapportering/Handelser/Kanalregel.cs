using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// Schools that report by file or Ladok correct there, not on screen; any school may enter a student with protected identity by hand
/// (domain.md section 2). Skolk is everybody's, and does not ask here.
/// </summary>
public static class Kanalregel
{
    /// <returns>Why an event cannot be reported on screen; null when it can.</returns>
    /// <param name="slag">The event; null for events in general.</param>
    public static RapporterasIAnnanKanal? Provas(Skola skola, Studerande studerande, Handelseslag? slag = null) =>
        slag?.Typ().ArAllaKanalers == true ? null : Provas(skola.Rapporteringssatt, studerande.ArSkyddad);

    /// <inheritdoc cref="Provas(Skola, Studerande, Handelseslag?)"/>
    public static RapporterasIAnnanKanal? Provas(Rapporteringssatt satt, bool skyddad) =>
        satt == Rapporteringssatt.Manuellt || skyddad ? null : new(satt);
}
