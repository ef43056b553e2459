using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;
using MinaTjanster.Web.Shared.Csv;

namespace MinaTjanster.Web.Areas.StudietiderUtbildningar.Studietider;

/// <summary>The active school's läsår: how its report stands, and its studietider drawn and listed.</summary>
[Area("StudietiderUtbildningar"), Kraver(Rattighet.RapporteraStudietider), Route("/studietider")]
public sealed class StudietiderController(
    StudietidQuery studietider, SkolpliktQuery plikter, InlasningQuery inlasningar, HistorikQuery historik, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka) : Controller
{
    /// <summary>What waits for the school first: a report that was sent back. Else this läsår.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Nu(CancellationToken ct) =>
        Redirect($"/studietider/{((await studietider.AterAsync(klocka.SvenskDag(), ct)) is [var ater, ..] ? ater : Lasar.For(klocka.SvenskDag())).Adress}");

    [HttpGet("{lasar}")]
    public async Task<IActionResult> Index(string lasar, string? sida, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt))
            return NotFound();

        var bild = await studietider.LasarAsync(valt, ct);
        if (!bild.Finns(klocka.SvenskDag()))
            return NotFound();

        var nu = Lasar.For(klocka.SvenskDag());
        return View(new LasarsModell(
            bild,
            await studietider.LasarenAsync(nu, ct),
            await studietider.HarGodkandaAsync(valt.Foregaende, ct),
            bild.Rapport is { } rapport ? await historik.ForAsync(AuditObjects.Studietidsrapport, rapport.Id, ct) : [],
            klocka.SvenskDag(),
            Heltal.Sida(sida))
        {
            SistaDag = (await plikter.StudietiderAsync(ct)).FirstOrDefault(p => p.Lasar == valt)?.SistaDag,
        });
    }

    /// <summary>As the läsår is with the report approved, in the format that a file is read in by.</summary>
    [HttpGet("{lasar}/csv")]
    public async Task<IActionResult> Csv(string lasar, CancellationToken ct)
    {
        if (!Lasar.TryFranAdress(lasar, out var valt) || !await studietider.FinnsAsync(valt, klocka.SvenskDag(), ct))
            return NotFound();

        var skola = anvandare.AktivSkola!;
        audit.Add(Acts.StudyTimesExported, AuditObjects.Skola, skola.Id, skola.Id);
        await audit.SparaAsync(ct);
        return new CsvSvar($"studietider-{skola.Skolkod}-{valt.Adress}.csv", [.. Inlasningsformat.Studietider.Namn], await inlasningar.StudietiderAsync(valt, ct));
    }
}

/// <summary>A läsår's page.</summary>
/// <param name="forraHarGodkanda">The läsår before has something to propose from.</param>
/// <param name="onskad">The page asked for.</param>
public sealed class LasarsModell(Lasarssida sida, IReadOnlyList<Lasarsval> val, bool forraHarGodkanda, IReadOnlyList<Historikrad> historik, DateOnly idag, int onskad)
{
    private const int PerSida = 25;

    private readonly IReadOnlyList<Lasarsgrupp> _grupper = Lasarsgrupp.For(Lasarsrad.For(sida.Galler, sida.Forslag), sida.Utbildningar);

    public Lasarssida Sida => sida;

    public Lasar Lasar => sida.Lasar;

    public IReadOnlyList<Lasarsval> Val => val;

    public IReadOnlyList<Historikrad> Historik => historik;

    public DateOnly Idag => idag;

    public Refusal? Hinder { get; } = sida.Hinder(idag);

    public bool KanAndras => Hinder is null;

    /// <summary>Of the round that asks for the läsår and is not answered; null when none does.</summary>
    public DateOnly? SistaDag { get; init; }

    /// <summary>It is over, and nothing was reported: nothing to do.</summary>
    public bool ArAvslutat => Rapport is null && Lasar.SistaDag < idag;

    /// <summary>A läsår that is over asks for nothing.</summary>
    public string Statustext(Lasarsval val) => val.Status is null && val.Lasar.SistaDag < idag ? "Avslutat" : val.Status.Text();

    public Studietidsrapport? Rapport => sida.Rapport;

    public int Forslag => sida.Forslag.Count;

    public int AntalGrupper => _grupper.Count;

    public int Sidnummer => Math.Clamp(onskad, 1, Math.Max(1, (AntalGrupper + PerSida - 1) / PerSida));

    public static int Storlek => PerSida;

    /// <summary>What is drawn and listed here: some educations at a time.</summary>
    public IReadOnlyList<Lasarsgrupp> Grupper => [.. _grupper.Skip((Sidnummer - 1) * PerSida).Take(PerSida)];

    public Lasarskalender Kalender => Lasarskalender.Rita(Lasar, Grupper, idag);

    public string Bas => $"/studietider/{Lasar.Adress}";

    /// <summary>The läsår before can be copied to this one.</summary>
    public bool KanForeslasHit => KanAndras && forraHarGodkanda;

    /// <summary>This läsår can be copied to the next.</summary>
    public bool KanForeslaNasta => sida.Galler.Count > 0 && val.All(v => v.Lasar != Lasar.Nasta || v.Status is not (Rapportstatus.Inskickad or Rapportstatus.Granskas))
        && Lasar.Startar >= Lasar.For(idag).Startar - 1 && Lasar.Startar <= Lasar.For(idag).Startar + 1;

    public string PaSida(int nummer) => $"{Bas}?sida={nummer}";

    public string Innehall
    {
        get
        {
            string?[] delar =
            [
                Ord(Studietidsatgard.Ny, "ny", "nya"),
                Ord(Studietidsatgard.Andring, "ändrad", "ändrade"),
                Ord(Studietidsatgard.Borttagning, "tas bort", "tas bort"),
            ];
            return string.Join(", ", delar.Where(d => d is not null));
        }
    }

    private string? Ord(Studietidsatgard atgard, string en, string flera) =>
        sida.Forslag.Count(f => f.Atgard == atgard) switch { 0 => null, 1 => $"1 {en}", var n => $"{n} {flera}" };
}
