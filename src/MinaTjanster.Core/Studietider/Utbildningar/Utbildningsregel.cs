using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>The rule's answer.</summary>
/// <param name="Uppgift">As it is stored: codes in upper case, spaces gone; null when refused.</param>
public sealed record Utbildningsbedomning(Utbildningsuppgift? Uppgift, IReadOnlyList<Refusal> Refusals, IReadOnlyList<Varning> Varningar)
{
    public bool ArGodtagen => Refusals.Count == 0;
}

/// <summary>The one pure rule of an education, for form and file. It touches no database and no clock.</summary>
public static class Utbildningsregel
{
    private const int ForstaLasar = 1990;
    private const int SistaLasar = 2100;

    public static Utbildningsbedomning Bedom(Utbildningsuppgift uppgift, Skolform skolform)
    {
        var form = Utbildningsformer.For(skolform);
        var namn = uppgift.Namn.Trim();
        var kod = string.IsNullOrWhiteSpace(uppgift.Kod) || form.Kodslag == Kodslag.Ingen ? null : uppgift.Kod.Trim();
        List<Refusal> fel = [.. Namn(namn), .. Val(uppgift, form)];
        if (uppgift.Omfattning is < 1 or > 100)
            fel.Add(new UtbildningsomfattningFel());
        if (form.HarPoang && uppgift.PoangTiondelar <= 0)
            fel.Add(new UtbildningspoangFel());
        fel.AddRange(Lasar(uppgift));

        var (lagrad, kodfel) = Kod(kod, form);
        fel.AddRange(kodfel);
        if (fel.Count == 0)
            fel.AddRange(Inriktning(uppgift, lagrad, form));
        if (fel.Count > 0)
            return new(null, fel, []);

        return new(
            uppgift with { Namn = namn, Kod = lagrad, PoangTiondelar = form.HarPoang ? uppgift.PoangTiondelar : null },
            [],
            [.. Program(lagrad, uppgift, form)]);
    }

    private static IEnumerable<Refusal> Namn(string namn) =>
        namn.Length == 0 ? [new UtbildningUtanNamn()] : namn.Length > Utbildningsuppgift.MaxNamn ? [new UtbildningForLangtNamn()] : [];

    private static IEnumerable<Refusal> Val(Utbildningsuppgift uppgift, Utbildningsform form)
    {
        if (!form.Slag.Contains(uppgift.Slag))
            yield return new UtbildningsvaletFinnsInte(nameof(uppgift.Slag));
        if (!form.Nivaer.Contains(uppgift.Niva))
            yield return new UtbildningsvaletFinnsInte(nameof(uppgift.Niva));
        if (!form.Avdelningar.Contains(uppgift.Avdelning))
            yield return new UtbildningsvaletFinnsInte(nameof(uppgift.Avdelning));
        if (!Enum.IsDefined(uppgift.Undervisning))
            yield return new UtbildningsvaletFinnsInte(nameof(uppgift.Undervisning));
    }

    private static IEnumerable<Refusal> Lasar(Utbildningsuppgift uppgift)
    {
        if (uppgift.FranLasar is < ForstaLasar or > SistaLasar)
            yield return new UtbildningslasarFel(nameof(uppgift.FranLasar));
        else if (uppgift.TillLasar is < ForstaLasar or > SistaLasar)
            yield return new UtbildningslasarFel(nameof(uppgift.TillLasar));
        else if (uppgift.TillLasar < uppgift.FranLasar)
            yield return new UtbildningslasarBaklanges();
    }

    private static (string? Lagrad, IReadOnlyList<Refusal> Fel) Kod(string? kod, Utbildningsform form) => (kod, form.Kodslag) switch
    {
        (null, _) => (null, form.KodKravs ? [new UtbildningUtanKod(form.Kodetikett)] : []),
        ({ Length: > Utbildningsuppgift.MaxKod }, _) => (null, [new UtbildningForLangKod(form.Kodetikett)]),
        (_, Kodslag.Studievagskod) => Studievagskod.TryParse(kod, out var vag) ? (vag.Varde, []) : (null, [new FelStudievagskodForUtbildning()]),
        (_, Kodslag.Inriktning) => Folkhogskoleinriktning.TryParse(kod, out var inriktning) ? (inriktning.Varde, []) : (null, [new FelInriktningForUtbildning()]),
        _ => (kod.ToUpperInvariant(), []),
    };

    /// <summary>A folkhögskola's inriktning says both level and avdelning: what is typed beside it may not contradict it.</summary>
    private static IEnumerable<Refusal> Inriktning(Utbildningsuppgift uppgift, string? kod, Utbildningsform form)
    {
        if (form.Kodslag != Kodslag.Inriktning || !Folkhogskoleinriktning.TryParse(kod, out var inriktning))
            yield break;

        var (niva, avdelning) = inriktning.Niva.Kod switch
        {
            "206" => (Utbildningsniva.Grundlaggande, Avdelning.A1),
            "306" => (Utbildningsniva.Gymnasial, Avdelning.A2),
            _ => (Utbildningsniva.Eftergymnasial, Avdelning.B),
        };
        if (uppgift.Niva != niva)
            yield return new UtbildningensNivaOchInriktning(niva);
        if (uppgift.Avdelning != avdelning)
            yield return new UtbildningensAvdelning(avdelning);
    }

    /// <summary>Programmes come and go with the dated table: judged on the first day of the first läsår.</summary>
    private static IEnumerable<Varning> Program(string? kod, Utbildningsuppgift uppgift, Utbildningsform form) =>
        form.Kodslag == Kodslag.Studievagskod && Studievagskod.TryParse(kod, out var vag)
            ? vag.Varningar(new Lasar(uppgift.FranLasar).ForstaDag).Select(v => v with { Falt = nameof(uppgift.Kod) })
            : [];
}
