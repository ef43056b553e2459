using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Web.Partner.Texter;

namespace MinaTjanster.Web.Partner.Partnersidor;

/// <summary>A page in the frame's lists.</summary>
/// <param name="ArAktuell">It is the one shown, or the one shown stands under it.</param>
/// <param name="Under">What is shown below it in the menu.</param>
public sealed record Sidlank(string Text, string Adress, bool ArAktuell = false, IReadOnlyList<Sidlank>? Under = null);

/// <summary>A public text with what stands around it.</summary>
/// <param name="Skolform">The page of the school form, whose pages the menu holds; null when the page is not of one.</param>
/// <param name="Smulor">The pages above it, outermost first.</param>
/// <param name="Meny">The pages beside it.</param>
/// <param name="Versioner">Addresses by language, for search engines: absolute.</param>
/// <param name="AnnatSprak">Where the language switch leads.</param>
/// <param name="HelaSidan">Of an English summary: the Swedish pages that it sums up.</param>
public record PartnersidaModell(
    Textsida Sida,
    Textsida? Skolform,
    IReadOnlyList<Sidlank> Smulor,
    IReadOnlyList<Sidlank> Meny,
    string Kanonisk,
    IReadOnlyList<(string Sprak, string Adress)> Versioner,
    Sidlank AnnatSprak,
    IReadOnlyList<Sidlank> HelaSidan)
{
    private const string Handbocker = "handbocker";

    public bool ArEngelsk => Sida.Sprak == Innehallsbibliotek.Engelska;

    /// <summary>Tells pages of the same name apart in tabs and search results.</summary>
    public string Fonstertitel => Skolform is { } form && form != Sida ? $"{Sida.Titel} – {form.Titel}" : Sida.Titel;

    public static PartnersidaModell For(Textsida sida, Innehallsbibliotek bibliotek, Portaladress portal)
    {
        var form = sida.Skolform is { } s ? bibliotek.For(Textslag.Skolform, s).Single() : null;
        var svenska = Svenska(sida, bibliotek);
        var engelska = sida.Sprak == Innehallsbibliotek.Engelska ? sida : Engelsk(sida, bibliotek);
        List<(string, string)> versioner = engelska is null || svenska.Count == 0
            ? []
            : [(Innehallsbibliotek.Svenska, portal.Till((sida == engelska ? svenska[0] : sida).Adress)), (Innehallsbibliotek.Engelska, portal.Till(engelska.Adress))];
        return new(
            sida,
            form,
            [.. Ovanfor(sida, form, bibliotek).Select(o => new Sidlank(o.Titel, o.Adress))],
            Bredvid(sida, form, bibliotek),
            portal.Till(sida.Adress),
            versioner,
            sida == engelska ? new("Svenska", svenska is [var enda] ? enda.Adress : "/partner") : new("English", engelska?.Adress ?? "/en"),
            sida == engelska ? [.. svenska.Select(v => new Sidlank(v.Skolform is { } f ? bibliotek.For(Textslag.Skolform, f).Single().Titel : v.Titel, v.Adress))] : []);
    }

    /// <summary>The Swedish pages that have the text, the first school form's first.</summary>
    private static List<Textsida> Svenska(Textsida sida, Innehallsbibliotek bibliotek) => sida switch
    {
        { Sprak: Innehallsbibliotek.Svenska } => [sida],
        { Adress: "/en" } => [bibliotek.Hitta("/partner")!],
        _ => [.. bibliotek.Sidor.Where(s => s.Slag == Textslag.Amne && s.Slug == sida.Slug)],
    };

    private static Textsida? Engelsk(Textsida sida, Innehallsbibliotek bibliotek) => sida.Slag switch
    {
        Textslag.Start => bibliotek.Hitta("/en"),
        Textslag.Amne => bibliotek.Hitta($"/en/{sida.Slug}"),
        _ => null,
    };

    private static IEnumerable<Textsida> Ovanfor(Textsida sida, Textsida? form, Innehallsbibliotek bibliotek)
    {
        var start = bibliotek.Hitta(sida.Sprak == Innehallsbibliotek.Engelska ? "/en" : "/partner")!;
        if (sida != start)
            yield return start;
        if (form is not null && form != sida)
            yield return form;
        if (sida.Slag == Textslag.Handbok && bibliotek.Hitta($"{form!.Adress}/{Handbocker}") is { } handbocker)
            yield return handbocker;
    }

    private static IReadOnlyList<Sidlank> Bredvid(Textsida sida, Textsida? form, Innehallsbibliotek bibliotek)
    {
        if (sida.Slag == Textslag.Engelska)
            return [.. bibliotek.Sidor.Where(s => s.Slag == Textslag.Engelska).Select(s => new Sidlank(s.Titel, s.Adress, s == sida))];

        return form is null ? [] : [.. Skolformens(sida, form, form.Skolform!.Value, bibliotek)];
    }

    private static IEnumerable<Sidlank> Skolformens(Textsida sida, Textsida form, Skolform skolform, Innehallsbibliotek bibliotek)
    {
        yield return new(form.Titel, form.Adress, form == sida);
        foreach (var amne in bibliotek.For(Textslag.Amne, skolform))
        {
            var under = amne.Slug == Handbocker && (amne == sida || sida.Slag == Textslag.Handbok)
                ? bibliotek.For(Textslag.Handbok, skolform).Select(h => new Sidlank(h.Titel, h.Adress, h == sida)).ToList()
                : null;
            yield return new(amne.Titel, amne.Adress, amne == sida, under);
        }
    }
}
