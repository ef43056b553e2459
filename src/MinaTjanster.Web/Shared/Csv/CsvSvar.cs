using Microsoft.AspNetCore.Mvc;
using MinaTjanster.Core.Filrapportering.Lasning;

namespace MinaTjanster.Web.Shared.Csv;

/// <summary>A list as a CSV file that a Swedish spreadsheet opens right and runs nothing in (<see cref="Filskrivare"/>).</summary>
/// <param name="filnamn">Without personal data.</param>
/// <param name="rubriker">The first row.</param>
/// <param name="rader">As many fields as headings in each; null is empty.</param>
public sealed class CsvSvar(string filnamn, string[] rubriker, IEnumerable<string?[]> rader) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var svar = context.HttpContext.Response;
        svar.ContentType = "text/csv; charset=utf-8";
        svar.Headers.ContentDisposition = $"attachment; filename=\"{filnamn}\"";
        await using var csv = new Filskrivare(svar.Body);
        await csv.SkrivAsync(rubriker, context.HttpContext.RequestAborted);
        foreach (var rad in rader)
        {
            await csv.SkrivAsync([.. rad.Select(falt => falt ?? "")], context.HttpContext.RequestAborted);
        }
    }
}
