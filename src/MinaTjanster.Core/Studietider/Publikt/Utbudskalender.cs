using System.Globalization;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>Hits as a calendar: a studietid is an event of whole days.</summary>
public sealed class Utbudskalender(Portaladress adress)
{
    /// <summary>What calendars take without trouble.</summary>
    public const int MaxHandelser = 1_000;

    public string Skriv(string namn, IReadOnlyList<Utbudstraff> traffar, bool arFler)
    {
        var alla = traffar.SelectMany(t => t.Tider.Select(tid => Handelse(t.Post, tid))).ToList();
        var beskrivning = arFler || alla.Count > MaxHandelser
            ? $"Studietider som CSN har godkänt. Sökningen ger fler än vad som ryms här: bara de första utbildningarna är med. Gör sökningen smalare på {adress.Till(Utbudspost.Bas)}."
            : "Studietider som CSN har godkänt.";
        return Kalender.Skriv(namn, beskrivning, alla.Take(MaxHandelser));
    }

    private Kalenderhandelse Handelse(Utbudspost post, Utbudstid tid) => new(
        // The same studietid of a whole school stands at each of its educations.
        string.Create(CultureInfo.InvariantCulture, $"studietid-{tid.UrsprungId}-{post.UtbildningId ?? 0}@{adress.Bas.Host}"),
        tid.Andringar,
        post.Publicerad,
        tid.Period,
        $"Studietid: {post.Rubrik}",
        $"{post.Skola}, {post.Ort}",
        string.Join('\n', Rader(post, tid)),
        new Uri(adress.Till(post.Adress)));

    private static IEnumerable<string> Rader(Utbudspost post, Utbudstid tid)
    {
        yield return $"{SvenskText.Datum(tid.ForstaDag)} – {SvenskText.Datum(tid.SistaDag)}.";
        foreach (var uppehall in tid.Uppehall)
            yield return $"Uppehåll {SvenskText.Datum(uppehall.ForstaDag)} – {SvenskText.Datum(uppehall.SistaDag)}.";
        if (tid.PoangTiondelar is { } poang)
            yield return $"{Tiondelar.Text(poang)} poäng.";
        if (post.Takt is { } takt)
            yield return $"Takt {takt} %.";
        if (post.Undervisning is { } undervisning)
            yield return $"Undervisning: {undervisning.Text().ToLowerInvariant()}.";
    }
}
