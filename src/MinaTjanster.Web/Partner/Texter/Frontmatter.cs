using System.Globalization;
using MinaTjanster.Core.Skolor;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>What stands between the two lines of <c>---</c> at the top of a text (Innehall/README.md).</summary>
internal sealed record Frontmatter(string Titel, string Ingress, DateOnly Uppdaterad, int Ordning, IReadOnlyList<Skolform> Skolformer, IReadOnlyList<Uppgift> Uppgifter)
{
    private const string Streck = "---";

    private static readonly IDeserializer Lasare = new DeserializerBuilder()
        .WithNamingConvention(LowerCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .Build();

    /// <summary>Parts a file into its front matter and its text.</summary>
    /// <exception cref="TextfelException">It has no front matter, or one that is wrong.</exception>
    public static (Frontmatter Matter, string Text) Las(string fil, string innehall)
    {
        var rader = innehall.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        var slut = rader[0] == Streck ? Array.IndexOf(rader, Streck, 1) : -1;
        if (slut < 0)
            throw new TextfelException(fil, "har inget huvud mellan två rader med ---.");

        return (Tolka(fil, string.Join('\n', rader[1..slut])), string.Join('\n', rader[(slut + 1)..]));
    }

    private static Frontmatter Tolka(string fil, string yaml)
    {
        Huvud huvud;
        try
        {
            huvud = Lasare.Deserialize<Huvud?>(yaml) ?? new();
        }
        catch (YamlException fel)
        {
            throw new TextfelException(fil, $"huvudet går inte att läsa, rad {fel.Start.Line}: {(fel.InnerException ?? fel).Message}", fel);
        }

        string Krav(string? varde, string nyckel) => string.IsNullOrWhiteSpace(varde) ? throw new TextfelException(fil, $"huvudet saknar {nyckel}.") : varde.Trim();
        if (!DateOnly.TryParseExact(Krav(huvud.Uppdaterad, "uppdaterad"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var uppdaterad))
            throw new TextfelException(fil, $"uppdaterad är inget datum: {huvud.Uppdaterad}.");

        return new(
            Krav(huvud.Titel, "titel"),
            Krav(huvud.Ingress, "ingress"),
            uppdaterad,
            huvud.Ordning ?? throw new TextfelException(fil, "huvudet saknar ordning."),
            huvud.Skolformer is { } namn ? [.. namn.Select(n => Skolformsslugar.FranSlug(n) ?? throw new TextfelException(fil, $"okänd skolform: {n}."))] : Skolformsslugar.Alla,
            [.. (huvud.Uppgifter ?? []).Select(rad => TolkaUppgift(fil, rad))]);
    }

    private static Uppgift TolkaUppgift(string fil, string rad) =>
        rad.Split('|', StringSplitOptions.TrimEntries) is [{ Length: > 0 } etikett, { Length: > 0 } adress] && adress.StartsWith('/')
            ? new(etikett, adress)
            : throw new TextfelException(fil, $"en uppgift skrivs ”Etikett | /adress”: {rad}.");

    /// <summary>As YAML has it. A key that stands here and not there, or the other way round, is refused by the reader.</summary>
    private sealed class Huvud
    {
        public string? Titel { get; set; }

        public string? Ingress { get; set; }

        public string? Uppdaterad { get; set; }

        public int? Ordning { get; set; }

        public List<string>? Skolformer { get; set; }

        public List<string>? Uppgifter { get; set; }
    }
}
