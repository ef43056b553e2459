using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Web.Infrastructure.Security;

namespace MinaTjanster.Web.Utvecklingspost;

/// <summary>The mailbox of a newcomer without a mail server (design decision 23). Does not exist outside Development.</summary>
public sealed class UtvecklingspostController(PortalDbContext db, Mejlskydd skydd, IHostEnvironment miljo) : Controller
{
    /// <summary>As many as one reads; the outbox holds the rest.</summary>
    private const int Antal = 100;

    [HttpGet("/utvecklingspost"), AllowAnonymous, UtanAktivitet]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        if (!miljo.IsDevelopment())
        {
            return NotFound();
        }

        var mejl = await db.UtgaendeMejl.AsNoTracking()
            .Where(m => m.Status != Mejlstatus.Attrapp)
            .OrderByDescending(m => m.Id)
            .Take(Antal)
            .ToListAsync(ct);
        return View(mejl.ConvertAll(m => new Postrad(m, Text(m))));
    }

    /// <summary>What became of a mail, in words.</summary>
    public static string Status(UtgaendeMejl mejl) => mejl.Status switch
    {
        Mejlstatus.Vantar => "Väntar på att skickas",
        Mejlstatus.Skickat => "Skickat",
        Mejlstatus.Misslyckat => "Gick inte att skicka",
        _ => throw new InvalidOperationException($"Unknown status {mejl.Status}."),
    };

    private string Text(UtgaendeMejl mejl)
    {
        try
        {
            return skydd.Text(mejl) ?? "(Texten är raderad: mejlet har skickats med en mejlserver.)";
        }
        catch (CryptographicException)
        {
            return "(Texten går inte att läsa: nyckeln som skyddade den är borta.)";
        }
    }
}

/// <summary>A mail and what it says.</summary>
public sealed record Postrad(UtgaendeMejl Mejl, string Text);
