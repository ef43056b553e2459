using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>What a test leaves behind: nothing but its result.</summary>
internal static class Filstadning
{
    public static string Antal(Filjobb jobb) =>
        $"Rader: {jobb.Rader}\nGodtagna: {jobb.Godtagna}\nNekade: {jobb.Nekade}\nOförändrade: {jobb.Oforandrade}\nVarnade: {jobb.Varnade}";

    /// <summary>Accepted rows of a test go, but for those with a warning to read; some at a time, so that others can write in between.</summary>
    public static async Task TaBortProvAsync(PortalDbContext db, long jobbId, CancellationToken ct)
    {
        const int block = 5_000;
        var provade = db.Synliga<Filjobbsrad>().Where(r => r.FiljobbId == jobbId && r.Tillstand == Filradstillstand.Provad);
        var varnade = provade.Where(r => db.Filradsfel.IgnoreQueryFilters().Any(f => f.FiljobbsradId == r.Id)).OrderBy(r => r.Radnummer).Take(block);
        while (await db.SkrivAsync(() => varnade.ExecuteUpdateAsync(rad => rad.SetProperty(r => r.Tillstand, Filradstillstand.Varnad), ct), ct) > 0)
        {
        }

        while (await db.SkrivAsync(() => provade.OrderBy(r => r.Radnummer).Take(block).ExecuteDeleteAsync(ct), ct) > 0)
        {
        }
    }

    /// <summary>The bytes of a tested file go with its last job.</summary>
    public static async Task TaBortProvfilAsync(NyPortalDbContext nyDb, long uppladdningId, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("filinläsning");
        await db.SkrivAsync(
            () => db.Nationellt<Dokument>().Where(d => db.Nationellt<Filuppladdning>().Any(f =>
                f.Id == uppladdningId && f.DokumentId == d.Id && f.Andamal == Filandamal.Testa
                && !db.Nationellt<Filjobb>().Any(j => j.FiluppladdningId == f.Id && (j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar))))
                .ExecuteDeleteAsync(ct),
            ct);
    }
}
