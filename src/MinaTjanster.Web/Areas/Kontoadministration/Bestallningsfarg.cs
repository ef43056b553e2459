using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Areas.Kontoadministration;

/// <summary>The colour beside the word; never alone.</summary>
internal static class Bestallningsfarg
{
    public static string Farg(this Bestallningsstatus status) => status switch
    {
        Bestallningsstatus.Utkast => "neutral",
        Bestallningsstatus.HosCsn => "info",
        Bestallningsstatus.VantarPaSkolan => "warning",
        Bestallningsstatus.Avgjord => "success",
        _ => "neutral",
    };

    public static string Farg(this Bestallningsradstatus status) => status switch
    {
        Bestallningsradstatus.Vantar => "info",
        Bestallningsradstatus.Godkand => "success",
        _ => "danger",
    };

    public static string Farg(this Begaranstatus status) => status switch
    {
        Begaranstatus.Vantar => "info",
        Begaranstatus.Beviljad => "success",
        Begaranstatus.Atertagen => "neutral",
        _ => "danger",
    };

    public static string Farg(this Kanalandringsstatus status) => status switch
    {
        Kanalandringsstatus.Begard => "warning",
        Kanalandringsstatus.Beslutad => "info",
        Kanalandringsstatus.Genomford => "success",
        Kanalandringsstatus.Avslagen => "danger",
        _ => "neutral",
    };
}
