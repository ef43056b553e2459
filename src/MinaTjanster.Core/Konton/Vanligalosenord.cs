using System.Collections.Frozen;
using System.Text.Json;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Passwords that others use, and words that anyone would try here (domain.md section 3). Digits and signs around a common password, or the
/// same thing said twice, do not make it another.
/// </summary>
public sealed class Vanligalosenord
{
    /// <summary>A password that is nothing but these words, and fewer other letters and digits than this, is easily guessed.</summary>
    private const int MinstaOvrigt = 8;

    /// <summary>Folded; the longest first, so that a word is not broken by one inside it. Also listed in docs/asvs.md (6.1.2).</summary>
    private static readonly string[] Ortsord =
    [
        "centralastudiestodsnamnden", "studeranderapportering", "behorighetsadministrator", "franvarounderlag",
        "minatjanster", "studiebidrag", "studiehjalp", "studiemedel", "studiestod", "handlaggare", "gymnasieskola", "gymnasium", "folkhogskola",
        "yrkeshogskola", "hogskola", "universitet", "komvux", "rapportor", "franvaro", "underlag", "losenord", "valkommen", "password", "welcome",
        "tjanster", "portalen", "portal", "skolan", "skola", "skolk", "sommar", "hosten", "vinter", "varen", "host", "var", "mina", "mitt", "csn",
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ];

    private readonly Lazy<FrozenSet<string>> _vanliga;

    /// <param name="vanliga">The common passwords, read the first time one is asked about.</param>
    public Vanligalosenord(Func<IEnumerable<string>> vanliga) =>
        _vanliga = new(() => vanliga().Select(SvenskText.Folda).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The list that the build puts beside the program (src/MinaTjanster.Web/FrontEnd.targets): a JSON array of strings.</summary>
    public static Vanligalosenord FranFil(string fil) => new(() => JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(fil)) ?? []);

    public bool Ar(string losenord)
    {
        var foldat = SvenskText.Folda(losenord);
        var karna = foldat.Trim([.. foldat.Where(c => !char.IsLetter(c))]);
        return _vanliga.Value.Contains(foldat) || ArVanlig(karna) || ArVanlig(Upprepat(foldat)) || ArVanlig(Upprepat(karna)) || ArBaraOrtsord(foldat);
    }

    private bool ArVanlig(string text) => text.Length > 3 && _vanliga.Value.Contains(text);

    /// <summary>The shortest text that the whole repeats: "abcabc" gives "abc"; itself when nothing is repeated.</summary>
    private static string Upprepat(string text)
    {
        for (var langd = 1; langd <= text.Length / 2; langd++)
        {
            if (text.Length % langd == 0 && text.AsSpan(langd).SequenceEqual(text.AsSpan(0, text.Length - langd)))
            {
                return text[..langd];
            }
        }

        return text;
    }

    private static bool ArBaraOrtsord(string foldat)
    {
        var tecken = string.Concat(foldat.Where(char.IsLetterOrDigit));
        var kvar = Ortsord.Aggregate(tecken, (text, ord) => text.Replace(ord, "", StringComparison.Ordinal));
        return kvar.Length < tecken.Length && kvar.Length < MinstaOvrigt;
    }
}
