using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

public sealed record StudietidUtanforLasaret(Lasar Lasar, string Falt) : Refusal(
    "ST-LASAR", $"Dagen ligger utanför läsåret {Lasar}. Ange en dag från {SvenskText.Datum(Lasar.ForstaDag)} till {SvenskText.Datum(Lasar.SistaDag)}.", Falt);

public sealed record UppehallUtanfor(int Rad) : Refusal(
    "ST-UPPEHALLUTANFOR", $"Uppehåll {Rad + 1} ligger inte helt inom studietiden. Rätta dagarna, eller ta bort uppehållet.", Studietidsfalt.Uppehall(Rad));

public sealed record UppehallKrockar(int Rad, int Med) : Refusal(
    "ST-UPPEHALLKROCK", $"Uppehåll {Rad + 1} går in i uppehåll {Med + 1}. Slå ihop dem, eller rätta dagarna.", Studietidsfalt.Uppehall(Rad));

public sealed record StudietidKrockar(Dagperiod Med) : Refusal(
    "ST-KROCK",
    $"Studietiden {Med.ForstaDag:yyyy-MM-dd} – {Med.SistaDag:yyyy-MM-dd} finns redan för samma utbildning och går in i den här. Rätta dagarna, eller ändra den som finns.",
    Studietidsfalt.ForstaDag);

public sealed record StudietidOverJul() : Refusal(
    "ST-JUL", "Studietiden går över jul. Rapportera tiden före jul och tiden efter jul var för sig.", Studietidsfalt.SistaDag);

public sealed record StudietidUtanOmfattning() : Refusal("ST-OMFATTNING", "Skriv omfattningen i procent, ett heltal 1–100. 100 är heltid.", Studietidsfalt.Omfattning);

public sealed record StudietidUtanPoang() : Refusal("ST-POANG", "Skriv poängen i perioden: större än 0, med högst en decimal.", Studietidsfalt.Poang);

/// <summary>The fields of the form, where errors and warnings belong.</summary>
public static class Studietidsfalt
{
    public const string ForstaDag = nameof(Dagperiod.ForstaDag);

    public const string SistaDag = nameof(Dagperiod.SistaDag);

    public const string Omfattning = nameof(Studietidsuppgift.Omfattning);

    public const string Poang = "Poang";

    /// <param name="rad">From 0.</param>
    public static string Uppehall(int rad) => $"Uppehall[{rad}].ForstaDag";
}
