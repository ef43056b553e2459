using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Dokumentlagring.Pdf;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>Where the underlag of a report stands.</summary>
public enum Underlagsstallning
{
    Saknas,

    /// <summary>A draft with a file waits for somebody to send it.</summary>
    Utkast,

    Skickat,
}

/// <summary>What became of the underlag of a report.</summary>
/// <param name="Finns">A draft with a file is there for the reporter to look at and send.</param>
/// <param name="Hinder">Why not; null when it is.</param>
public sealed record Skapatunderlag(long SkolkrapportId, bool Finns, Refusal? Hinder);

/// <summary>
/// Draws the underlag of reports from their list, and puts it in each report's draft with its facts. Nothing is sent: the reporter looks at it and sends it from the
/// underlag's own check page. Its försättsblad is the portal's own, which goes with every underlag.
/// </summary>
public sealed class ListunderlagService(
    PortalDbContext db,
    FranvarourvalService urvalen,
    FranvarolistaQuery listor,
    UnderlagQuery underlagen,
    UnderlagService underlag,
    Pdftypsnitt typsnitt,
    AktuellAnvandare anvandare,
    TimeProvider klocka)
{
    /// <summary>For every report that the choice was sent as. A draft that has a file already is left as it is, so that twice is once.</summary>
    /// <returns>Null when the signed-in person has no such choice at the active school, or its list is gone.</returns>
    public async Task<IReadOnlyList<Skapatunderlag>?> SkapaAsync(string nyckel, CancellationToken ct)
    {
        if (await urvalen.EgetAsync(nyckel, ct) is not { } urval || await listor.ForAsync(urval.FranvarolistaId, ct) is not { IsAccepted: true } oversikt)
            return null;

        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        List<Skapatunderlag> svar = [];
        foreach (var rad in (await urvalen.ProvaAsync(urval, ct)).Where(r => r.Rapport is { ArBorttagen: false }))
        {
            db.ChangeTracker.Clear();
            var nekad = oversikt.Value.For(rad.Studerande.Id) is { } elev
                ? await SkapaAsync(rad.Rapport!.Id, elev, oversikt.Value, skola.Namn, skola.Skolkod, ct)
                : new ListunderlagListanBorta();
            svar.Add(new(rad.Rapport!.Id, nekad is null, nekad));
        }

        return svar;
    }

    /// <summary>Where the underlag of each of the active school's reports stands.</summary>
    public async Task<IReadOnlyDictionary<long, Underlagsstallning>> LagenAsync(IReadOnlyCollection<long> rapportIds, CancellationToken ct) =>
        (await db.Franvarounderlag.AsNoTracking()
            .Where(u => rapportIds.Contains(u.SkolkrapportId))
            .Select(u => new { u.SkolkrapportId, u.Status, Filer = u.Dokument.Count(d => d.Status == Dokumentstatus.Komplett) })
            .ToListAsync(ct))
        .GroupBy(u => u.SkolkrapportId)
        .ToDictionary(
            g => g.Key,
            g => g.Any(u => u.Status == Underlagsstatus.Inskickat) ? Underlagsstallning.Skickat : g.Any(u => u.Filer > 0) ? Underlagsstallning.Utkast : Underlagsstallning.Saknas);

    private async Task<Refusal?> SkapaAsync(long rapportId, Listelevlage elev, Listoversikt oversikt, string skola, string skolkod, CancellationToken ct)
    {
        // The name stands in full in the file, which everybody who reports at the school can open.
        if (elev.ArSkyddad && !anvandare.Har(Rattighet.SeSkyddadeIdentiteter))
            return new ListunderlagSkyddad();
        if (await underlagen.LageAsync(rapportId, ct) is not { } lage)
            return new ListunderlagListanBorta();
        if (lage.Hinder is { } hinder)
            return hinder;
        if (lage.Utkast(Ankomstsatt.Portal) is { Dokument.Count: > 0 } || lage.Inskickade.Any())
            return null;

        if (oversikt.Lista.TackerTill(lage.Rapport.ForstaDag, oversikt.Idag) is not { } tackerTill)
            return new ListunderlagTackerInte();

        var innehall = Listunderlag.For(elev.Elev, oversikt.Raknas, lage.Rapport.ForstaDag, tackerTill, elev.Studerande!.NamnFor(farSeSkyddade: true), skola, skolkod);
        var pdf = Listunderlagspdf.Rita(innehall, lage.Rapport.Kvittensnummer, typsnitt, klocka.UtcNu());
        var sandningsnyckel = lage.Nyckel(Ankomstsatt.Portal);
        using var fil = new MemoryStream(pdf.Innehall);
        // Named by the report, never by a person.
        var lagrad = await underlag.LaggTillFilAsync(rapportId, Ankomstsatt.Portal, sandningsnyckel, $"franvarounderlag-{lage.Rapport.Kvittensnummer}.pdf", fil, ct, flest: 1);
        // Somebody made it in the same moment.
        if (lagrad is { Refusals: [UnderlagForMangaFiler] })
            return null;
        if (lagrad is not { IsAccepted: true })
            return lagrad?.Refusals[0] ?? new ListunderlagListanBorta();

        db.ChangeTracker.Clear();
        if (await underlagen.LageAsync(rapportId, ct) is { } efter && efter.Utkast(Ankomstsatt.Portal) is { Uppgift: null } utkast)
        {
            var angivet = await underlag.AngeAsync(rapportId, Ankomstsatt.Portal, sandningsnyckel, innehall.Uppgift, utkast.Version, ct);
            return angivet is { IsAccepted: false } ? angivet.Refusals[0] : null;
        }

        return null;
    }
}
