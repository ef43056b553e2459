using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Shared.Brevutskrifter;

/// <summary>What the pages of a print queue post: the pressed button, and the letters that were ticked or the print-out it stands by.</summary>
public sealed class Brevinput
{
    private const int MaxAtGangen = 500;

    public string? Atgard { get; init; }

    public string[]? Brev { get; init; }

    public string? Nyckel { get; init; }

    /// <summary>The ticked letters; null when there are more than a page can hold.</summary>
    public IReadOnlyList<long>? Valda()
    {
        List<long> ids = [.. (Brev ?? []).Select(b => long.TryParse(b, out var id) ? id : 0).Where(id => id > 0).Distinct()];
        return ids.Count > MaxAtGangen ? null : ids;
    }
}

/// <summary>What a print queue tells when a button has been pressed.</summary>
public static class Brevbesked
{
    public const string IngaNya = "Det finns inga nya brev att skriva ut.";
    public const string IngetMarkerat = "Inget brev kunde markeras. Ladda om sidan.";
    public const string IngetAngrat = "Markeringen går inte att ångra längre.";
    public const string ValjMinstEtt = "Välj minst ett brev att markera som skickat.";

    public static string Utskrivna(int antal, string hur) =>
        $"{(antal == 1 ? "1 brev är klart" : $"{antal} brev är klara")} att skriva ut. Öppna PDF:en, {hur} och markera sedan breven som skickade.";

    public static string Skickade(int antal) => antal == 1 ? "1 brev är markerat som skickat." : $"{antal} brev är markerade som skickade.";

    public static string Angrade(int antal) => antal == 1 ? "1 brev är inte längre markerat som skickat." : $"{antal} brev är inte längre markerade som skickade.";
}

/// <param name="MedBilagor">Whether there are files to enclose.</param>
/// <param name="Skyddade">Whether any letter is to a protected person.</param>
/// <param name="Adressfil">Whether there is a file for whoever sets the addresses.</param>
public sealed record Utskriftsrad(Utskrift Utskrift, bool MedBilagor = false, bool Skyddade = false, bool Adressfil = false);

/// <summary>The print-outs of a queue: <c>&lt;partial name="Brevutskrifter/_Utskrifter" model="…" /&gt;</c>.</summary>
/// <param name="Bas">The queue's address.</param>
/// <param name="Skickade">They have been marked as sent today, and the mark can be taken back; otherwise they are to be marked.</param>
public sealed record Utskriftslista(string Bas, IReadOnlyList<Utskriftsrad> Rader, bool Skickade)
{
    public static string Tid(Utskrift utskrift) => utskrift.Tid.SvenskTidpunkt().ToString("yyyy-MM-dd HH:mm");
}
