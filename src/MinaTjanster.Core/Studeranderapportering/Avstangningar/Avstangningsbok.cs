using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Studeranderapportering.Avstangningar;

/// <summary>Keeps CSN's side in step with what the school does, in the same save.</summary>
internal static class Avstangningsbok
{
    /// <summary>Call it when an event has been added, and what it replaces marked.</summary>
    public static async Task SkickadAsync(PortalDbContext db, Handelse handelse, DateTime nu, CancellationToken ct)
    {
        if (handelse.Uppgift.Slag != Handelseslag.Avstangning)
            return;

        db.Add(new Avstangning(handelse));
        if (handelse.ErsatterId is { } id)
            (await ForAsync(db, id, ct)).HarErsatts(nu);
    }

    /// <summary>What CSN has seen is what is taken back: an event of the open window is nothing to it, but the one that it took the place of is.</summary>
    public static async Task TillbakatagenAsync(PortalDbContext db, Handelse handelse, DateTime nu, CancellationToken ct)
    {
        if (handelse.Uppgift.Slag != Handelseslag.Avstangning)
            return;

        for (long? id = handelse.Id; id is { } led;)
        {
            var avstangning = await ForAsync(db, led, ct);
            avstangning.HarTagitsTillbaka(nu);
            id = avstangning.Mottagen > nu ? avstangning.Handelse.ErsatterId : null;
        }
    }

    private static Task<Avstangning> ForAsync(PortalDbContext db, long handelseId, CancellationToken ct) =>
        db.Avstangningar.Include(a => a.Handelse).SingleAsync(a => a.HandelseId == handelseId, ct);
}
