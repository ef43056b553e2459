using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.TestCommon;

namespace MinaTjanster.EndToEndTests;

/// <summary>The pages that look at a case's documents, and what they show while they are walked.</summary>
internal static class Visarsidor
{
    public static IReadOnlyList<Portalsida> Alla { get; } =
    [
        new("/granskning/{arendeId:long}/sidmarkeringar", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/sidmarkeringar"),
        new("/granskning/{arendeId:long}/jamforelse", Personer.GretaGranberg, u => $"/granskning/{u.ArendeSomGranskas}/jamforelse"),
        new("/granskning/{arendeId:long}/jamforelse", Personer.GretaGranberg, u => $"/granskning/{u.ArendeAttGranska}/jamforelse"),
    ];

    /// <summary>Marks the first page of each file of the case.</summary>
    public static async Task ForberedAsync(PortalDbContext db, Arende arende, long kontoId, DateTime nu)
    {
        var filer = await db.Nationellt<Franvarounderlag>()
            .Where(u => u.SkolkrapportId == arende.SkolkrapportId && u.Status == Underlagsstatus.Inskickat)
            .SelectMany(u => u.Dokument)
            .Select(d => d.Id)
            .ToListAsync();
        db.AddRange(filer.Select(fil => new Sidmarkering(arende, fil, 1, "Det syns inte vilka lektioner som har hållits.", 0, kontoId, nu)));
    }
}
