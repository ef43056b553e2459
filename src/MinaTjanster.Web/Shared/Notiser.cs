using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace MinaTjanster.Web.Shared;

/// <summary>A line shown once, on the page after a redirect: <c>TempData.Klart("Rapporten är skickad.")</c>.</summary>
public static class Notiser
{
    public const string KlartNyckel = "Klart";
    public const string UpplysningNyckel = "Upplysning";

    /// <summary>Something was done.</summary>
    public static void Klart(this ITempDataDictionary tempData, string text) => tempData[KlartNyckel] = text;

    /// <summary>Something to know: nothing was done, or something was done by somebody else.</summary>
    public static void Upplysning(this ITempDataDictionary tempData, string text) => tempData[UpplysningNyckel] = text;
}
