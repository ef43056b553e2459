using System.Globalization;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>
/// Reads an event from text, as typed in a form or written in a file, by what <see cref="Handelsetyper"/> says of its fields.
/// Fields that the event does not have are left out: the caller warns.
/// </summary>
public static class Handelsetolk
{
    /// <summary>The column that names the event, by code.</summary>
    public const string KolumnHandelse = "handelse";

    /// <param name="varde">The text of a field; null or blank where there is none.</param>
    public static Result<Handelseuppgift> Tolka(Handelsetyp typ, Skolform skolform, Func<Handelsefalt, string?> varde)
    {
        if (typ.For(skolform) is not { } regel)
            return new HandelseInteForSkolform(typ, skolform);

        List<Refusal>? fel = null;
        var uppgift = new Handelseuppgift { Slag = typ.Slag, ForstaDag = default };
        foreach (var krav in regel.Falt)
        {
            if (varde(krav.Falt)?.Trim() is not { Length: > 0 } text)
            {
                if (krav.Krav == Faltkravslag.Obligatoriskt)
                    (fel ??= []).Add(new FaltSaknas(krav));
            }
            else if (Satt(ref uppgift, typ, krav, text, skolform) is { } refusal)
            {
                (fel ??= []).Add(refusal);
            }
        }

        var nagotAv = regel.Falt.Where(f => f.Krav == Faltkravslag.NagotAv).ToList();
        if (nagotAv.Count > 0 && nagotAv.TrueForAll(f => string.IsNullOrWhiteSpace(varde(f.Falt))))
            (fel ??= []).Add(new NagotAvFaltenSaknas(nagotAv));

        return fel is null ? uppgift : Result<Handelseuppgift>.Refused(fel);
    }

    /// <summary>A field's text as <see cref="Tolka"/> reads it; null where the event does not hold it.</summary>
    public static string? Text(Handelseuppgift uppgift, Handelsefalt falt) => falt switch
    {
        Handelsefalt.ForstaDag => $"{uppgift.ForstaDag:yyyy-MM-dd}",
        Handelsefalt.SistaDag => uppgift.SistaDag?.ToString("yyyy-MM-dd"),
        Handelsefalt.Utbildning => uppgift.Utbildning,
        Handelsefalt.Kurskod => uppgift.Kurskod,
        Handelsefalt.Studievagskod => uppgift.Studievagskod,
        Handelsefalt.Arskurs => uppgift.Arskurs?.ToString(),
        Handelsefalt.Omfattning => uppgift.Omfattning?.ToString(),
        Handelsefalt.Poang => uppgift.PoangTiondelar is { } p ? Tiondelar.Text(p) : null,
        Handelsefalt.Avdelning => uppgift.Avdelning?.ToString(),
        Handelsefalt.Stodform => uppgift.ValdStodform?.ToString().ToUpperInvariant(),
        Handelsefalt.Resultat => uppgift.Resultat,
        Handelsefalt.Timmar => uppgift.OgiltigMinuter is { } m ? SvenskText.Timmar(m) : null,
        Handelsefalt.Tillfallen => uppgift.Tillfallen?.ToString(),
        Handelsefalt.Bekraftelse => uppgift.Bekraftad ? "ja" : null,
        Handelsefalt.Totalpoang => uppgift.TotalpoangTiondelar is { } t ? Tiondelar.Text(t) : null,
        Handelsefalt.Handledare => uppgift.Handledare,
        Handelsefalt.UtfardadAv => uppgift.UtfardadAv,
        Handelsefalt.Beslut => uppgift.DokumentId?.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(falt), falt, null),
    };

    private static Refusal? Satt(ref Handelseuppgift uppgift, Handelsetyp typ, Faltkrav krav, string text, Skolform skolform)
    {
        var max = krav.Falt.Beskrivning().MaxLangd;
        switch (krav.Falt)
        {
            case Handelsefalt.ForstaDag or Handelsefalt.SistaDag:
                if (!Datumtolk.TryTolka(text, out var dag))
                    return new FelDatum(krav);
                uppgift = krav.Falt == Handelsefalt.ForstaDag ? uppgift with { ForstaDag = dag } : uppgift with { SistaDag = dag };
                return null;
            case Handelsefalt.Utbildning or Handelsefalt.Kurskod:
                if (text.Length > max)
                    return new ForLangText(krav, max);
                if (krav.Falt == Handelsefalt.Kurskod && skolform == Skolform.Folkhogskola && !Folkhogskoleinriktning.TryParse(text, out _))
                    return new FelInriktning(krav);
                uppgift = krav.Falt == Handelsefalt.Utbildning ? uppgift with { Utbildning = text } : uppgift with { Kurskod = text.ToUpperInvariant() };
                return null;
            case Handelsefalt.Studievagskod:
                if (!Studievagskod.TryParse(text, out var kod))
                    return new FelStudievagskod(krav);
                uppgift = uppgift with { Studievagskod = kod.ToString() };
                return null;
            case Handelsefalt.Arskurs:
                if (!Heltal.TryTolka(text, out var arskurs) || arskurs is < 1 or > 4)
                    return new FelArskurs(krav);
                uppgift = uppgift with { Arskurs = arskurs };
                return null;
            case Handelsefalt.Omfattning:
                if (!Heltal.TryTolka(text.EndsWith('%') ? text[..^1] : text, out var omfattning) || omfattning is < 1 or > 100)
                    return new FelOmfattning(krav);
                uppgift = uppgift with { Omfattning = omfattning };
                return null;
            case Handelsefalt.Poang or Handelsefalt.Totalpoang:
                // Nothing at all may be what a student has passed.
                if (!Tiondelar.TryTolka(text, out var poang) || (poang == 0 && typ.Slag != Handelseslag.Studieresultat))
                    return new FelPoang(krav);
                uppgift = krav.Falt == Handelsefalt.Poang ? uppgift with { PoangTiondelar = poang } : uppgift with { TotalpoangTiondelar = poang };
                return null;
            case Handelsefalt.Handledare or Handelsefalt.UtfardadAv:
                if (text.Length > max)
                    return new ForLangText(krav, max);
                uppgift = krav.Falt == Handelsefalt.Handledare ? uppgift with { Handledare = text } : uppgift with { UtfardadAv = text };
                return null;
            case Handelsefalt.Beslut:
                // A key of ours, never typed: what is no key is as if there were none.
                if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var dokument))
                    return new FaltSaknas(krav);
                uppgift = uppgift with { DokumentId = dokument };
                return null;
            case Handelsefalt.Timmar:
                if (!Timtolk.TryTolka(text, out var minuter))
                    return new FelTal(krav);
                uppgift = uppgift with { OgiltigMinuter = minuter };
                return null;
            case Handelsefalt.Tillfallen:
                if (!Heltal.TryTolka(text, out var tillfallen))
                    return new FelTal(krav);
                uppgift = uppgift with { Tillfallen = tillfallen };
                return null;
            case Handelsefalt.Bekraftelse:
                if (!text.Equals("ja", StringComparison.OrdinalIgnoreCase) && !text.Equals("nej", StringComparison.OrdinalIgnoreCase))
                    return new FelVal(krav);
                uppgift = uppgift with { Bekraftad = text.Equals("ja", StringComparison.OrdinalIgnoreCase) };
                return null;
            default:
                return SattVal(ref uppgift, krav, text);
        }
    }

    private static FelVal? SattVal(ref Handelseuppgift uppgift, Faltkrav krav, string text)
    {
        var varde = text.ToUpperInvariant();
        if (!krav.Alternativ!.Any(a => a.Varde == varde))
            return new FelVal(krav);

        uppgift = krav.Falt switch
        {
            Handelsefalt.Avdelning => uppgift with { Avdelning = Enum.Parse<Avdelning>(varde) },
            Handelsefalt.Stodform => uppgift with { ValdStodform = Enum.Parse<Stodform>(varde, ignoreCase: true) },
            _ => uppgift with { Resultat = varde },
        };
        return null;
    }
}
