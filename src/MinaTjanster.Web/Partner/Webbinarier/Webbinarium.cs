using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Partner.Webbinarier;

/// <param name="Tal">What is said to the picture; the transcript is made of these.</param>
public sealed record Webbinariebild(string Rubrik, IReadOnlyList<string> Punkter, string Tal);

/// <summary>What has become otherwise since it was held.</summary>
public sealed record Webbinarieandring(DateOnly Datum, string Text, string? Lank, string? Lanktext);

/// <summary>A webinar, as its file in Partner/Innehall/webbinarier has it. Whether it is to come is asked of the clock, never written down.</summary>
/// <param name="Start">Swedish time.</param>
/// <param name="For">Whom it is for.</param>
public sealed record Webbinarium(
    string Titel,
    DateTime Start,
    int Minuter,
    IReadOnlyList<Skolform> Skolformer,
    string For,
    string Ingress,
    IReadOnlyList<Webbinariebild> Bilder,
    IReadOnlyList<Webbinarieandring> Andringar)
{
    /// <summary>The file's name.</summary>
    [JsonIgnore]
    public string Slug { get; init; } = "";

    [JsonIgnore]
    public string Adress => $"/webbinarier/{Slug}";

    /// <summary>UTC.</summary>
    [JsonIgnore]
    public DateTime Borjar => SvenskTid.TillUtc(DateOnly.FromDateTime(Start), TimeOnly.FromDateTime(Start));

    [JsonIgnore]
    public DateTime Slutar => Borjar.AddMinutes(Minuter);

    /// <summary>16 september 2026 kl. 10.00–10.45.</summary>
    [JsonIgnore]
    public string Tidtext => $"{SvenskText.Tidpunkt(Start)}–{Start.AddMinutes(Minuter):HH.mm}";

    /// <summary>För dig som …</summary>
    [JsonIgnore]
    public string Fortext => $"För {char.ToLowerInvariant(For[0])}{For[1..]}";

    [JsonIgnore]
    public string Skolformstext => Skolformer.Count == Enum.GetValues<Skolform>().Length ? "alla skolformer" : string.Join(", ", Skolformer.Select(s => s.Text()));

    /// <param name="utc">The instant of the question. While it goes on it is still to come: one may join.</param>
    public bool ArHallet(DateTime utc) => Slutar <= utc;
}

/// <summary>The webinars of the program's own files, read once.</summary>
public sealed class Webbinarieregister
{
    private const string Mapp = "webbinarier/";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, RespectNullableAnnotations = true };

    public IReadOnlyList<Webbinarium> Alla { get; } = [.. Las().OrderBy(w => w.Start)];

    public Webbinarium? Med(string slug) => Alla.SingleOrDefault(w => w.Slug == slug);

    private static IEnumerable<Webbinarium> Las()
    {
        var program = Assembly.GetExecutingAssembly();
        foreach (var namn in program.GetManifestResourceNames().Where(n => n.StartsWith(Mapp, StringComparison.Ordinal)))
        {
            using var fil = program.GetManifestResourceStream(namn)!;
            yield return JsonSerializer.Deserialize<Webbinarium>(fil, Form)! with { Slug = namn[Mapp.Length..] };
        }
    }
}
