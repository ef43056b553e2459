using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Tells of CSN's decision about a change of behörighetsadministratör: the new one, the one who leaves, and whoever at the school can read it. The
/// caller saves, before and after.
/// </summary>
public sealed class Bytesmejl(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    public async Task BeslutAsync(Administratorsbyte bytet, Skola skola, CancellationToken ct)
    {
        if (bytet.Status is not (Bytesstatus.Godkant or Bytesstatus.Avslaget))
            return;

        var godkant = bytet.Status == Bytesstatus.Godkant;
        var namn = $"{skola.Namn} (skolkod {skola.Skolkod})";
        var normaliserad = bytet.Epost.ToUpperInvariant();
        var ny = godkant ? await db.Konton.SingleAsync(k => k.NormalizedEmail == normaliserad, ct) : null;
        if (ny is not null)
        {
            Till(
                ny.Email,
                ny.Id,
                $"Du är behörighetsadministratör för {skola.Namn}",
                $"CSN har godkänt att du är behörighetsadministratör för {namn}. Du sköter skolans användare i Identity Manager.\n\n{ny.Inloggningsvag(adress.Till("/identity-manager"))}");
        }

        var avgar = godkant ? bytet.AvgarKontoId : null;
        if (avgar is { } id)
        {
            Till(
                await EpostAsync(id, ct),
                id,
                $"Du är inte längre behörighetsadministratör för {skola.Namn}",
                $"CSN har godkänt att {bytet.Namn} är behörighetsadministratör för {namn} i stället för dig. Andra behörigheter som du har gäller som förut.");
        }

        var besked = godkant ? $"{bytet.Namn} är nu behörighetsadministratör för {namn}." : $"CSN har inte godkänt den nya behörighetsadministratören för {namn}.";
        var idag = klocka.SvenskDag();
        var laser = (await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, skola.Id, idag, ct))
            .Concat((await db.InnehavareAsync(Behorighetsslag.Behorighetsansvarig, skola.Id, idag, ct)).Where(a => a.KontoId == bytet.BegartAvKontoId))
            .DistinctBy(l => l.KontoId).ToList();
        foreach (var (epost, kontoId) in laser.Where(l => l.KontoId != ny?.Id && l.KontoId != avgar))
            Till(epost, kontoId, "CSN har svarat om behörighetsadministratör", $"{besked}{(godkant ? "" : " Skälet står i Identity Manager.")}\n{adress.Till("/identity-manager/administratorer")}");

        // One who asked and can no longer open the page: the answer itself.
        if (bytet.BegartAvKontoId != avgar && laser.TrueForAll(l => l.KontoId != bytet.BegartAvKontoId))
        {
            Till(
                await EpostAsync(bytet.BegartAvKontoId, ct),
                bytet.BegartAvKontoId,
                "CSN har svarat om behörighetsadministratör",
                $"{besked}{(godkant ? "" : " Skälet kan skolans behörighetsadministratör läsa i Identity Manager.")}");
        }
    }

    private Task<string?> EpostAsync(long kontoId, CancellationToken ct) => db.Konton.Where(k => k.Id == kontoId).Select(k => k.Email).SingleAsync(ct);

    private void Till(string? epost, long kontoId, string amne, string besked)
    {
        if (!Kontouppgifter.ArEpost(epost ?? ""))
            return;

        mejl.Add(
            epost!,
            amne,
            $"""
            Hej!

            {besked}

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """,
            kontoId);
    }
}
