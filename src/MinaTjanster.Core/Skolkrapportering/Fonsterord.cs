using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>When CSN sees a report: the same words on check pages, receipts and the report's own page (domain.md section 6, the window given to every channel).</summary>
public static class Fonsterord
{
    /// <summary>On a check page: what sending now would mean.</summary>
    /// <param name="nu">UTC.</param>
    /// <param name="flera">Several reports on one page.</param>
    public static string Fore(DateTime nu, bool flera = false) => flera
        ? $"Skickar du nu tar CSN hand om rapporterna från och med {Nar(nu)}. Det som tas bort före dess ser CSN aldrig."
        : $"Skickar du nu tar CSN hand om rapporten från och med {Nar(nu)}. Tas den bort före dess ser CSN den aldrig.";

    /// <summary>On a receipt.</summary>
    /// <param name="skickad">UTC.</param>
    /// <param name="flera">Several reports, and the underlag that are sent with them.</param>
    public static string Efter(DateTime skickad, bool flera = false) => flera
        ? $"CSN tar hand om rapporterna, och underlagen till dem, från och med {Nar(skickad)}. Det som tas bort före dess ser CSN aldrig."
        : $"CSN tar hand om rapporten från och med {Nar(skickad)}. Tas den bort före dess ser CSN den aldrig.";

    /// <summary>UTC instant from which CSN sees a case; null once it does.</summary>
    /// <param name="synligFran">UTC.</param>
    /// <param name="nu">UTC.</param>
    public static DateTime? NarCsn(DateTime? synligFran, DateTime nu) => synligFran > nu ? synligFran : null;

    private static string Nar(DateTime tid) => SvenskText.Tidpunkt(Sandningsfonster.Stanger(tid).SvenskTidpunkt());
}
