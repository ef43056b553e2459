using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Areas.Studeranderapportering.Handelserapportering;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Grupprapportering;

/// <summary>Reports one event for many students: the check page and the receipt are those of a single one (domain.md section 6).</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class GrupprapporteringController(
    HandelseutkastService utkasten, GruppQuery grupper, RapporteringssidaQuery sidor, TimeProvider klocka) : Controller
{
    [HttpGet("/rapportera-flera")]
    public async Task<IActionResult> Valj(CancellationToken ct)
    {
        var skola = await sidor.SkolaAsync(ct);
        return View(new ValjFleraModell(skola.Skolform, Kanalregel.Provas(skola.Rapporteringssatt, skyddad: false)));
    }

    [HttpGet("/rapportera-flera/{kod}")]
    public async Task<IActionResult> Rapportera(string kod, string? klass, string? kvar, string? utkast, CancellationToken ct)
    {
        var skola = await sidor.SkolaAsync(ct);
        if (Typ(kod, skola.Skolform) is not { } typ)
        {
            return NotFound();
        }

        if (Kanalregel.Provas(skola.Rapporteringssatt, skyddad: false) is { } hinder)
        {
            return View("Valj", new ValjFleraModell(skola.Skolform, hinder));
        }

        var input = new Gruppinput();
        var sida = await SidaAsync(typ, skola.Skolform, new(Tom(klass), Gruppsida.Kvar(kvar)), ct);
        if (utkast is not null && await utkasten.EgetAsync(utkast, ct) is { } eget && eget.Slag == typ.Slag)
        {
            input = Fran(eget);
            sida = sida with { Grupp = sida.Grupp with { Rader = await MedValdaAsync(sida, input.Valda, ct) } };
        }
        else
        {
            Foresla(input, sida);
        }

        input.Sida = sida;
        return View(input);
    }

    [HttpPost("/rapportera-flera/{kod}")]
    public async Task<IActionResult> Rapportera(string kod, string? klass, string? kvar, Gruppinput input, CancellationToken ct)
    {
        var skola = await sidor.SkolaAsync(ct);
        if (Typ(kod, skola.Skolform) is not { } typ)
        {
            return NotFound();
        }

        var arForManga = input.Valda.Distinct().Count() > GruppQuery.Flest;
        var poster = arForManga ? [] : Las(input, typ, skola.Skolform);
        if (Kanalregel.Provas(skola.Rapporteringssatt, skyddad: false) is { } hinder)
        {
            ModelState.AddModelError("", hinder.Sentence);
        }
        else if (arForManga)
        {
            ModelState.AddModelError(nameof(Gruppinput.Valda), $"Välj högst {GruppQuery.Flest} studerande åt gången, och skicka i flera omgångar.");
        }
        else if (poster.Count == 0 && input.Valda.Count == 0)
        {
            ModelState.AddModelError(nameof(Gruppinput.Valda), "Välj minst en studerande.");
        }

        if (ModelState.ErrorCount == 0)
        {
            return await utkasten.SparaFleraAsync(poster, input.Utkast, ct) is { } nyckel ? Redirect($"/handelser/granska/{nyckel}") : NotFound();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        var sida = await SidaAsync(typ, skola.Skolform, new(Tom(klass), Gruppsida.Kvar(kvar)), ct);
        input.Sida = sida with { Grupp = sida.Grupp with { Rader = await MedValdaAsync(sida, input.Valda, ct) } };
        return View(input);
    }

    private static Handelsetyp? Typ(string kod, Skolform skolform) =>
        Handelsetyper.MedKod(kod) is { ArEgenSida: false, ArIntyg: false } typ && typ.For(skolform) is not null ? typ : null;

    private static string? Tom(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Gruppinput Fran(Handelseutkast utkast) => new()
    {
        Utkast = utkast.Nyckel,
        Gemensamt = Handelseinput.Fran(utkast.Rader[0].Uppgift),
        Valda = [.. utkast.Rader.Select(r => r.StuderandeId)],
        Egna = utkast.Rader.ToDictionary(r => r.StuderandeId, r => Handelseinput.Fran(r.Uppgift).Falt),
    };

    /// <summary>What the student's last period makes likely stands there from the start.</summary>
    private static void Foresla(Gruppinput input, Gruppsida sida)
    {
        foreach (var rad in sida.Grupp.Rader)
        {
            input.Egna[rad.Id] = sida.Egna.ToDictionary(k => k.Kolumn, k => sida.Typ.Verkan == Studietidsverkan.Borjar ? rad.Forslag(k.Falt, sida.Idag) : null);
        }
    }

    /// <summary>Reads each student's event; a fault of a common field stands once, at that field.</summary>
    private List<Utkastpost> Las(Gruppinput input, Handelsetyp typ, Skolform skolform)
    {
        var krav = typ.For(skolform)!.Falt.ToDictionary(f => f.Falt);
        List<Utkastpost> poster = [];
        HashSet<string> sagt = [];
        foreach (var id in input.Valda.Distinct())
        {
            var tolkad = Handelsetolk.Tolka(typ, skolform, f => krav.TryGetValue(f, out var k) ? input.Varde(id, k) : null);
            if (tolkad.IsAccepted)
            {
                poster.Add(new(id, tolkad.Value));
            }

            foreach (var fel in tolkad.Refusals)
            {
                var egen = fel.Field is { } kolumn && krav.Values.Any(k => k.Kolumn == kolumn && k.ArPerStuderande);
                var nyckel = egen ? Gruppinput.Nyckel(id, fel.Field!) : $"{nameof(Gruppinput.Gemensamt)}.{Handelseinput.Nyckel(fel.Field)}";
                if (sagt.Add(nyckel + fel.Sentence))
                    ModelState.AddModelError(nyckel, fel.Sentence);
            }
        }

        return poster;
    }

    private async Task<Gruppsida> SidaAsync(Handelsetyp typ, Skolform skolform, Gruppurval urval, CancellationToken ct) =>
        new(typ, skolform, urval, await grupper.ForAsync(urval, ct), klocka.SvenskDag());

    /// <summary>Whoever is ticked stays on the page, whatever the choice of class says.</summary>
    private async Task<IReadOnlyList<Grupprad>> MedValdaAsync(Gruppsida sida, List<long> valda, CancellationToken ct)
    {
        var saknas = valda.Except(sida.Grupp.Rader.Select(r => r.Id)).ToList();
        return saknas.Count == 0 ? sida.Grupp.Rader : [.. await grupper.MedAsync(saknas, ct), .. sida.Grupp.Rader];
    }
}
