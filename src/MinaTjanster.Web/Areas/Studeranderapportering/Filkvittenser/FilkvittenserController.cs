using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Areas.Studeranderapportering.Filkvittenser;

/// <summary>The receipt of a file that has been sent: page, JSON and PDF. It names no student.</summary>
[Area("Studeranderapportering"), Kraver(Rattighet.RapporteraHandelser)]
public sealed class FilkvittenserController(FilQuery filer, FildelQuery delar, Pdftypsnitt typsnitt, TimeProvider klocka) : Controller
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    [HttpGet("/filer/{id:long}/kvittens")]
    public async Task<IActionResult> Index(long id, CancellationToken ct) =>
        await filer.ForAsync(id, ct) is { } fil && Filkvittens.For(fil) is { } kvittens
            ? View(new FilkvittensModell(id, kvittens, await delar.AndraAsync(fil.Jobb, ct)))
            : NotFound();

    [HttpGet("/filer/{id:long}/kvittens.json")]
    public async Task<IActionResult> JsonFil(long id, CancellationToken ct) =>
        await KvittensAsync(id, ct) is { } kvittens
            ? File(JsonSerializer.SerializeToUtf8Bytes(kvittens, Form), "application/json", $"kvittens-{kvittens.Kvittensnummer}.json")
            : NotFound();

    [HttpGet("/filer/{id:long}/kvittens.pdf")]
    public async Task<IActionResult> Pdf(long id, CancellationToken ct) =>
        await KvittensAsync(id, ct) is { } kvittens
            ? File(kvittens.ToPdf(typsnitt, klocka.UtcNu()), "application/pdf", $"kvittens-{kvittens.Kvittensnummer}.pdf")
            : NotFound();

    private async Task<Filkvittens?> KvittensAsync(long id, CancellationToken ct) => await filer.ForAsync(id, ct) is { } fil ? Filkvittens.For(fil) : null;
}

public sealed record FilkvittensModell(long Id, Filkvittens Kvittens, IReadOnlyList<Fildel> Andra);
