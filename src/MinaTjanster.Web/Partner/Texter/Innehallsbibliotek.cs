using System.Buffers.Binary;
using Microsoft.Extensions.FileProviders;
using MinaTjanster.Core.Skolor;

namespace MinaTjanster.Web.Partner.Texter;

/// <summary>
/// The public texts (Innehall/README.md), each as it reads for every school form it is for. Read once, when the portal starts; a text that is wrong stops the start (ADR 0040).
/// </summary>
public sealed class Innehallsbibliotek
{
    public const string Svenska = "sv";
    public const string Engelska = "en";

    private const string Startslug = "start";
    private const string Resurs = "texter/";

    private readonly Dictionary<string, Textsida> _sidor = new(StringComparer.OrdinalIgnoreCase);

    private Innehallsbibliotek(IEnumerable<Textsida> sidor)
    {
        foreach (var sida in sidor)
        {
            if (!_sidor.TryAdd(sida.Adress, sida))
                throw new TextfelException(sida.Slug, $"två texter har adressen {sida.Adress}.");
        }

        Sidor = [.. _sidor.Values.OrderBy(s => s.Slag).ThenBy(s => s.Skolform).ThenBy(s => s.Ordning)];
    }

    /// <summary>Every page, those of a kind and a school form in the order in which they are shown.</summary>
    public IReadOnlyList<Textsida> Sidor { get; }

    /// <summary>The page with the address (path only), or null.</summary>
    public Textsida? Hitta(string adress) => _sidor.GetValueOrDefault(adress);

    /// <summary>The pages of a kind that are of a school form.</summary>
    public IEnumerable<Textsida> For(Textslag slag, Skolform skolform) => Sidor.Where(s => s.Slag == slag && s.Skolform == skolform);

    /// <summary>
    /// Where a help link from the portal leads: the school form's page of that name (a handbook: <c>handbok/…</c>), else the form's own page. A form without pages reads
    /// yrkeshögskola's where the text is the same for it, and else begins at the start (ADR 0040).
    /// </summary>
    public string Hjalpadress(Skolform skolform, string slug)
    {
        if (skolform.Slug() is { } egen)
            return Hitta($"/partner/{egen}/{slug}")?.Adress ?? $"/partner/{egen}";

        return SammaForAlla.Contains(slug) ? $"/partner/{Skolform.Yrkeshogskola.Slug()}/{slug}" : "/partner";
    }

    /// <summary>Pages that say to annan eftergymnasial utbildning what they say to yrkeshögskola.</summary>
    private static readonly string[] SammaForAlla = ["behorigheter", "losenord-och-inloggning", "kontakt", "handbok/inloggning", "handbok/identity-manager"];

    /// <summary>Reads the texts of the program.</summary>
    /// <param name="wwwroot">Holds the screenshots.</param>
    public static Innehallsbibliotek Las(IFileProvider wwwroot)
    {
        var program = typeof(Innehallsbibliotek).Assembly;
        return Skapa(
            program.GetManifestResourceNames().Where(n => n.StartsWith(Resurs, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(namn =>
            {
                using var lasare = new StreamReader(program.GetManifestResourceStream(namn)!);
                return (namn[Resurs.Length..], lasare.ReadToEnd());
            }),
            namn => Matt(wwwroot.GetFileInfo($"handbok/{namn}.png")));
    }

    /// <param name="filer">Path under Innehall, and what stands in the file.</param>
    internal static Innehallsbibliotek Skapa(IEnumerable<(string Fil, string Innehall)> filer, Func<string, Bildmatt?> bild) =>
        new(filer.SelectMany(f => Sidorna(f.Fil, f.Innehall, bild)));

    private static IEnumerable<Textsida> Sidorna(string fil, string innehall, Func<string, Bildmatt?> bild)
    {
        var (matter, text) = Frontmatter.Las(fil, innehall);
        var delar = Path.ChangeExtension(fil, null).Split('/');
        var slug = delar[^1];
        Textsida Sida(string adress, Textslag slag, Skolform? skolform = null) => new(
            adress, slag, slug, skolform, slag == Textslag.Engelska ? Engelska : Svenska, matter.Titel, matter.Ingress, matter.Uppdaterad, matter.Ordning, matter.Skolformer, matter.Uppgifter,
            new Textlasare(fil, bild).Las(Skolformsdelar.For(fil, text, skolform, slag == Textslag.Skolform ? [skolform!.Value] : matter.Skolformer)));

        return delar switch
        {
            [Startslug] => [Sida("/partner", Textslag.Start)],
            [_] => [Sida($"/{slug}", Textslag.Fristaende)],
            ["skolform", _] => [Sida($"/partner/{slug}", Textslag.Skolform, Skolformsslugar.FranSlug(slug) ?? throw new TextfelException(fil, "är ingen skolform."))],
            ["amne", _] => matter.Skolformer.Select(s => Sida($"/partner/{s.Slug()}/{slug}", Textslag.Amne, s)),
            ["handbok", _] => matter.Skolformer.Select(s => Sida($"/partner/{s.Slug()}/handbok/{slug}", Textslag.Handbok, s)),
            ["en", Startslug] => [Sida("/en", Textslag.Engelska)],
            ["en", _] => [Sida($"/en/{slug}", Textslag.Engelska)],
            _ => throw new TextfelException(fil, "ligger i en mapp som ingen sida läser."),
        };
    }

    /// <summary>A PNG says its width and height in bytes 16–23.</summary>
    private static Bildmatt? Matt(IFileInfo fil)
    {
        if (!fil.Exists)
            return null;

        Span<byte> huvud = stackalloc byte[24];
        using var bild = fil.CreateReadStream();
        bild.ReadExactly(huvud);
        return new(BinaryPrimitives.ReadInt32BigEndian(huvud[16..20]), BinaryPrimitives.ReadInt32BigEndian(huvud[20..24]));
    }
}
