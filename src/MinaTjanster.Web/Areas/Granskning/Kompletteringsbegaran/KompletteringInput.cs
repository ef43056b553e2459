using FluentValidation;
using MinaTjanster.Core;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Kompletteringsbegaran;

/// <summary>As typed.</summary>
public class KompletteringInput
{
    public string? Orsak { get; init; }

    /// <summary>With the line breaks that the field counts: a form posts two characters for each, and the limit would come too early.</summary>
    public string? Text { get; init => field = value?.ReplaceLineEndings("\n"); }

    /// <summary>Marked pages to point at, by id.</summary>
    public string[]? Markeringar { get; init; }

    public string? Version { get; init; }

    /// <summary>Null for what the page cannot have posted.</summary>
    internal IReadOnlyCollection<long>? TolkaMarkeringar()
    {
        var ids = (Markeringar ?? []).Select(m => long.TryParse(m, out var id) ? id : 0).Distinct().ToList();
        return ids.Count <= Sidmarkering.FlestOskickade ? ids : null;
    }

    /// <summary>The button that keeps what is typed for later.</summary>
    public string? Utkast { get; init; }
}

internal sealed class KompletteringValidator : AbstractValidator<KompletteringInput>
{
    public KompletteringValidator()
    {
        RuleFor(i => i.Orsak).Must(o => Tolka(o) is not null).WithMessage("Välj varför underlaget behöver kompletteras.");
        RuleFor(i => i.Text).NotEmpty().WithMessage("Skriv vad skolan behöver skicka.");
        RuleFor(i => i.Text).MaximumLength(Komplettering.MaxText).WithMessage($"Texten är för lång. Skriv högst {Komplettering.MaxText} tecken.");
    }

    /// <summary>A reason by its own name; never by number.</summary>
    public static Kompletteringsorsak? Tolka(string? text) =>
        Enum.TryParse<Kompletteringsorsak>(text, out var orsak) && Enum.IsDefined(orsak) && orsak.ToString() == text ? orsak : null;
}

/// <summary>The page on which a complement is asked for. The fields stand first: the error summary follows their order.</summary>
public sealed class KompletteringModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId) : KompletteringInput
{
    public static IEnumerable<Alternativ> Orsaker => Enum.GetValues<Kompletteringsorsak>().Select(o => new Alternativ(o.ToString(), o.Text()));

    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public IEnumerable<Alternativ> Sidval => detaljer.Markeringar.Select(m => new Alternativ($"{m.Id}", m.Text, m.Brist));

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    /// <summary>The last day to answer what is asked today.</summary>
    public DateOnly SvarSenast => Underlagsfrist.SvarSenast(detaljer.Idag);

    public IReadOnlyList<Kontrollrad> Avvikelser => [.. detaljer.Kontroller.Where(k => k.Utfall == Utfall.Varning)];

    /// <summary>Why nothing can be asked now, or null.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.BegarKomplettering, detaljer.Arende, kontoId, detaljer.Handlaggare);
}
