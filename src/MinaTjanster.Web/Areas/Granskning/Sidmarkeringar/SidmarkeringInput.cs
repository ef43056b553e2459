using System.Globalization;
using FluentValidation;
using MinaTjanster.Core;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Web.Areas.Skolkrapportering.Underlag;
using MinaTjanster.Web.Shared.Formular;

namespace MinaTjanster.Web.Areas.Granskning.Sidmarkeringar;

/// <summary>As typed.</summary>
public class SidmarkeringInput
{
    public string? Dokument { get; init; }

    public string? Sida { get; init; }

    public string? Brist { get; init; }

    /// <summary>Call it once the validator has accepted.</summary>
    internal (long Dokument, int Sida) Tolka() =>
        (long.Parse(Dokument!, CultureInfo.InvariantCulture), UnderlagInput.TryAntal(Sida, out var sida) ? sida : throw new InvalidOperationException("The input has not been validated."));
}

internal sealed class SidmarkeringValidator : AbstractValidator<SidmarkeringInput>
{
    public SidmarkeringValidator()
    {
        RuleFor(i => i.Dokument).Must(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out _)).WithMessage("Välj vilken fil sidan finns i.");
        RuleFor(i => i.Sida).Must(t => UnderlagInput.TryAntal(t, out _)).WithMessage("Skriv sidans nummer med siffror, till exempel 3.");
        RuleFor(i => i.Brist).MaximumLength(Sidmarkering.MaxBrist).WithMessage($"Texten är för lång. Skriv högst {Sidmarkering.MaxBrist} tecken.");
    }
}

/// <summary>The page on which a page is marked. The fields stand first: the error summary follows their order.</summary>
public sealed class SidmarkeringModell(Arendedetaljer detaljer, Koplats plats, bool farSeSkyddade, long kontoId) : SidmarkeringInput
{
    public Arendedetaljer Detaljer => detaljer;

    public Koplats Plats => plats;

    public string Namn => detaljer.Studerande.NamnFor(farSeSkyddade);

    public IEnumerable<Alternativ> Filer => detaljer.Underlag.SelectMany(u => u.Dokument.Select(d => new Alternativ(
        $"{d.Id}",
        $"{d.Filnamn} ({(d.AntalSidor == 1 ? "1 sida" : $"{d.AntalSidor} sidor")}, kom in {u.Underlag.Ankomstdag:yyyy-MM-dd})")));

    /// <summary>Why no page can be marked now, or null: as when a complement cannot be asked for.</summary>
    public Refusal? Hinder => Arenderegel.Hinder(Arendeatgard.BegarKomplettering, detaljer.Arende, kontoId, detaljer.Handlaggare);
}
