using Microsoft.AspNetCore.Html;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar;

/// <summary>What people read about studietider and their reports, and the theme's colour of a state; the sign before the word follows it (innehall.css).</summary>
internal static class Studietidsord
{
    public const string HelaSkolan = "Hela skolan";

    public static string Namn(this IReadOnlyDictionary<long, string> utbildningar, long? id) => id is { } u ? utbildningar[u] : HelaSkolan;

    public static string Dagar(Dagperiod period) => $"{period.ForstaDag:yyyy-MM-dd} – {period.SistaDag:yyyy-MM-dd}";

    /// <summary>As <see cref="Dagar"/>, that may break between the days and not within them.</summary>
    public static IHtmlContent Dagarna(Dagperiod period) =>
        new HtmlString($"<span class=\"nobryt\">{period.ForstaDag:yyyy-MM-dd} –</span> <span class=\"nobryt\">{period.SistaDag:yyyy-MM-dd}</span>");

    /// <summary>90 poäng, 50 %, or both.</summary>
    public static string Omfattning(Studietidsuppgift uppgift) => (uppgift.PoangTiondelar, uppgift.Omfattning) switch
    {
        ({ } poang, { } procent) => $"{Tiondelar.Text(poang)} poäng, {procent} %",
        ({ } poang, null) => $"{Tiondelar.Text(poang)} poäng",
        (null, { } procent) => $"{procent} %",
        _ => "–",
    };

    public static string Text(this Rapportstatus? status) => status switch
    {
        Rapportstatus.Utkast => "Utkast",
        Rapportstatus.Inskickad => "Inskickad",
        Rapportstatus.Granskas => "Granskas av CSN",
        Rapportstatus.Godkand => "Godkänd",
        Rapportstatus.Ater => "Åter för komplettering",
        _ => "Inte rapporterat",
    };

    public static string Farg(this Rapportstatus? status) => status switch
    {
        Rapportstatus.Inskickad or Rapportstatus.Granskas => "info",
        Rapportstatus.Godkand => "success",
        Rapportstatus.Ater => "warning",
        _ => "neutral",
    };

    public static string Text(this Lasarsradslag slag) => slag switch
    {
        Lasarsradslag.Galler => "Gäller",
        Lasarsradslag.Ny => "Ny",
        Lasarsradslag.Andras => "Ändras",
        _ => "Tas bort",
    };

    public static string Farg(this Lasarsradslag slag) => slag switch
    {
        Lasarsradslag.Galler => "success",
        Lasarsradslag.TasBort => "danger",
        _ => "info",
    };

    public static string Text(this Studietidsatgard atgard) => atgard switch
    {
        Studietidsatgard.Ny => "Ny",
        Studietidsatgard.Andring => "Ändras",
        _ => "Tas bort",
    };

    public static string Farg(this Studietidsatgard atgard) => atgard == Studietidsatgard.Borttagning ? "danger" : "info";

    public static string Text(this Skillnadsslag slag) => slag switch
    {
        Skillnadsslag.Oforandrad => "Oförändrad",
        Skillnadsslag.FlyttadForHelgdag => "Flyttad för helgdag",
        Skillnadsslag.Andrad => "Ändrad",
        Skillnadsslag.Ny => "Ny",
        _ => "Finns inte med",
    };

    public static string Farg(this Skillnadsslag slag) => slag switch
    {
        Skillnadsslag.Oforandrad => "success",
        Skillnadsslag.FlyttadForHelgdag => "warning",
        Skillnadsslag.Borttagen => "danger",
        _ => "info",
    };

    /// <summary>Which day a roll-over has moved; null when none.</summary>
    public static string? Text(this Flyttmarke marke) => marke switch
    {
        Flyttmarke.ForstaDag => "Första dagen är flyttad för en helgdag",
        Flyttmarke.SistaDag => "Sista dagen är flyttad för en helgdag",
        Flyttmarke.Bada => "Första och sista dagen är flyttade för helgdagar",
        _ => null,
    };

    public static string Text(this UtelamnadStudietid ute) => ute.Skal switch
    {
        Utelamnadsskal.RedanMed => "finns redan",
        Utelamnadsskal.UtbildningenArkiverad => "utbildningen är arkiverad",
        Utelamnadsskal.UtbildningenUtanforLasaret => "utbildningen ges inte det läsåret",
        Utelamnadsskal.UtanforLasaret => "dagarna hamnar utanför läsåret",
        _ => ute.Mening ?? "den kan inte rapporteras",
    };

    public static string Kosida(int sida) => $"/csn/studietider?sida={sida}";

    public static string Antal(int antal) => antal == 1 ? "1 studietid" : $"{antal} studietider";
}

/// <summary>The studietider of one education, or of the whole school.</summary>
public sealed record Lasarsgrupp(long? UtbildningId, string Namn, IReadOnlyList<Lasarsrad> Rader)
{
    /// <summary>The whole school first, then by name.</summary>
    public static IReadOnlyList<Lasarsgrupp> For(IEnumerable<Lasarsrad> rader, IReadOnlyDictionary<long, string> utbildningar) =>
    [
        .. rader.GroupBy(r => r.Visad.UtbildningId)
            .Select(g => new Lasarsgrupp(g.Key, utbildningar.Namn(g.Key), [.. g]))
            .OrderBy(g => g.UtbildningId is not null).ThenBy(g => SvenskText.SorteringsNyckel(g.Namn), StringComparer.Ordinal),
    ];
}

/// <summary>A row of a report and what it replaces.</summary>
/// <param name="Bedomning">The rule's answer; null where it is not asked any more.</param>
/// <param name="Berorda">Students who are reported within what it changes or removes; null where it is not told.</param>
public sealed record Rapportrad(string Utbildning, Studietid Rad, Studietid? Fore, Studietidsbedomning? Bedomning = null, int? Berorda = null)
{
    /// <summary>The whole school first, then by name and days.</summary>
    public static IReadOnlyList<Rapportrad> For(
        IEnumerable<Studietid> rader,
        IReadOnlyDictionary<long, Studietid> ersatts,
        IReadOnlyDictionary<long, string> utbildningar,
        Func<Studietid, Studietidsbedomning?>? bedomning = null,
        IReadOnlyDictionary<long, int>? berorda = null) =>
    [
        .. rader.Select(r => new Rapportrad(
                utbildningar.Namn(r.UtbildningId),
                r,
                r.ErsatterId is { } id ? ersatts.GetValueOrDefault(id) : null,
                bedomning?.Invoke(r),
                berorda?.TryGetValue(r.Id, out var antal) == true ? antal : null))
            .OrderBy(r => r.Rad.UtbildningId is not null).ThenBy(r => SvenskText.SorteringsNyckel(r.Utbildning), StringComparer.Ordinal).ThenBy(r => r.Rad.ForstaDag),
    ];
}

/// <summary>What <c>_Skillnad</c> shows.</summary>
/// <param name="Lasar">The later one.</param>
/// <param name="KanAndras">It may be amended from here.</param>
public sealed record Skillnadsvy(Lasar Lasar, IReadOnlyList<Skillnadsrad> Rader, IReadOnlyDictionary<long, string> Utbildningar, bool KanAndras);
