using CsvHelper;
using Microsoft.AspNetCore.Mvc;

namespace MinaTjanster.Web.Shared.Csv;

/// <summary>
/// A list as a CSV file that a Swedish spreadsheet opens right: semicolons and a byte order mark. A text that a spreadsheet would run as
/// a formula gets an apostrophe in front.
/// </summary>
/// <param name="filnamn">Without personal data.</param>
/// <param name="rubriker">The first row.</param>
/// <param name="rader">As many fields as headings in each; null is empty.</param>
public sealed class CsvSvar(string filnamn, string[] rubriker, IEnumerable<string?[]> rader) : IActionResult
{
    private static readonly CsvWriterOptions Form = new() { Separator = ';', WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var svar = context.HttpContext.Response;
        svar.ContentType = "text/csv; charset=utf-8";
        svar.Headers.ContentDisposition = $"attachment; filename=\"{filnamn}\"";
        await using var csv = CsvWriter.Create(svar.Body, Form, leaveOpen: true);
        await csv.WriteRecordAsync(rubriker, context.HttpContext.RequestAborted);
        foreach (var rad in rader)
        {
            await csv.WriteRecordAsync(rad!, context.HttpContext.RequestAborted);
        }

        await csv.FlushAsync(context.HttpContext.RequestAborted);
    }
}
