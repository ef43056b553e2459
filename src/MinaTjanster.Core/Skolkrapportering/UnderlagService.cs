using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// The draft of an underlag: its facts and files. A school fills in one that it will send, a handläggare one that came by post;
/// a report has at most one of each at a time. Everything is judged within the scope of whoever is signed in.
/// </summary>
/// <remarks>Every method gives null when the report is not there, or another school's.</remarks>
public sealed class UnderlagService(PortalDbContext db, AuditService audit, DokumentService dokument, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>
    /// The sändningsnyckel of a report's n-th underlag of a kind. It is the same for everyone who starts that draft, so the unique index
    /// lets only one of two parallel starts through; it is no secret, since every use asks for the right and the school.
    /// </summary>
    internal static string Nyckel(Ankomstsatt satt, long skolkrapportId, int tidigareSkickade) =>
        $"{(satt == Ankomstsatt.Papper ? "papper" : "portal")}-{skolkrapportId}-{tidigareSkickade + 1}";

    /// <summary>Saves what the underlag shows, in the draft.</summary>
    /// <param name="nyckel">The draft's key when the form was drawn (<see cref="Underlagslage.Nyckel"/>).</param>
    /// <param name="version">The draft's version when the form was drawn; 0 when there was none.</param>
    /// <returns>The draft's version; or what <see cref="Underlagsregel"/> says, or <see cref="UnderlagAndrat"/> when somebody has saved other facts.</returns>
    public async Task<Result<int>?> AngeAsync(long skolkrapportId, Ankomstsatt satt, string nyckel, Underlagsuppgift uppgift, int version, CancellationToken ct)
    {
        for (var forsok = 0; ; forsok++)
        {
            if (await UtkastAsync(Acts.UnderlagFactsSaved, skolkrapportId, satt, nyckel, ct) is not { } utkast)
                return null;
            if (!utkast.IsAccepted)
                return Result<int>.Refused(utkast.Refusals);

            var underlag = utkast.Value;
            if (Underlagsregel.Prova(uppgift, klocka.SvenskDag()) is { Count: > 0 } nej)
                return await NekaAsync<int>(Acts.UnderlagFactsSaved, skolkrapportId, underlag.SkolaId, nej);

            // An older version alone is no conflict: files change it too, and equal facts agree.
            if (underlag.Uppgift is { } lagrad && lagrad != uppgift && underlag.Version != version)
                return await NekaAsync<int>(Acts.UnderlagFactsSaved, skolkrapportId, underlag.SkolaId, [new UnderlagAndrat(lagrad, underlag.Version)]);

            if (underlag.Uppgift != uppgift)
                audit.Add(Acts.UnderlagFactsSaved, AuditObjects.Skolkrapport, skolkrapportId, underlag.SkolaId);
            underlag.Ange(uppgift, underlag.Forklaring);
            try
            {
                await db.SaveChangesAsync(ct);
                return underlag.Version;
            }
            catch (DbUpdateConcurrencyException) when (forsok < 3)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Stores, judges and adds a file to the draft, which is made when there is none.</summary>
    /// <param name="nyckel">The draft's key when the form was drawn.</param>
    /// <param name="filnamn">As the user's computer sent it.</param>
    /// <param name="flest">Files that the draft may have with this one: 1 for a file that is to be the first.</param>
    public async Task<Result<Dokument>?> LaggTillFilAsync(
        long skolkrapportId, Ankomstsatt satt, string nyckel, string filnamn, Stream innehall, CancellationToken ct, int flest = Underlagsregel.FlestFiler)
    {
        if (await UtkastAsync(Acts.UnderlagFileAdded, skolkrapportId, satt, nyckel, ct) is not { } utkast)
            return null;

        if (!utkast.IsAccepted)
            return Result<Dokument>.Refused(utkast.Refusals);

        var underlag = utkast.Value;
        db.ChangeTracker.Clear();
        Result<Mottagetdokument> mottaget = await AntalFilerAsync(underlag.Id, ct) >= flest
            ? new UnderlagForMangaFiler()
            : await dokument.LagraAsync(underlag.SkolaId, underlag.Id, Filnamn.Rensa(filnamn), innehall, ct);
        if (!mottaget.IsAccepted)
        {
            return await NekaAsync<Dokument>(Acts.UnderlagFileAdded, skolkrapportId, underlag.SkolaId, mottaget.Refusals);
        }

        // From here on the file is whole: a closed browser no longer stops it.
        var svar = await db.ITransaktionAsync(() => SynliggorAsync(skolkrapportId, underlag, mottaget.Value, flest), CancellationToken.None);
        if (!svar.IsAccepted)
        {
            await dokument.TaBortAsync(mottaget.Value.DokumentId, CancellationToken.None);
            await audit.AddRefusalAsync(Acts.UnderlagFileAdded, AuditObjects.Skolkrapport, skolkrapportId, underlag.SkolaId, svar.Refusals);
        }

        return svar;
    }

    /// <summary>Takes a file away from the draft; true also when somebody already has.</summary>
    public async Task<Result<bool>?> TaBortFilAsync(long skolkrapportId, Ankomstsatt satt, long dokumentId, CancellationToken ct)
    {
        var underlag = await db.Synliga<Franvarounderlag>().AsNoTracking()
            .Where(u => u.SkolkrapportId == skolkrapportId && u.Ankomstsatt == satt && u.Dokument.Any(d => d.Id == dokumentId))
            .SingleOrDefaultAsync(ct);
        if (underlag is null)
            return null;

        var svar = await db.ITransaktionAsync(
            async () =>
            {
                if (!await RorUtkastAsync(underlag.Id))
                    return (Result<bool>)await RedanSkickatAsync(underlag.Id);

                if (await db.Synliga<Dokument>().Where(d => d.Id == dokumentId).ExecuteDeleteAsync(CancellationToken.None) > 0)
                {
                    audit.Add(Acts.UnderlagFileRemoved, AuditObjects.Skolkrapport, skolkrapportId, underlag.SkolaId, changes: $"Dokument: {dokumentId}");
                    await db.SaveChangesAsync(CancellationToken.None);
                }

                return true;
            },
            ct);
        return svar.IsAccepted ? svar : await NekaAsync<bool>(Acts.UnderlagFileRemoved, skolkrapportId, underlag.SkolaId, svar.Refusals);
    }

    private async Task<Result<T>> NekaAsync<T>(string act, long skolkrapportId, long skolaId, IReadOnlyList<Refusal> nej)
    {
        await audit.AddRefusalAsync(act, AuditObjects.Skolkrapport, skolkrapportId, skolaId, nej);
        return Result<T>.Refused(nej);
    }

    /// <summary>The tracked draft; made, but not saved with anything else, when there is none.</summary>
    private async Task<Result<Franvarounderlag>?> UtkastAsync(string act, long skolkrapportId, Ankomstsatt satt, string nyckel, CancellationToken ct)
    {
        for (var forsok = 0; ; forsok++)
        {
            var arende = await db.Synliga<Arende>().AsNoTracking().Include(a => a.Skolkrapport).SingleOrDefaultAsync(a => a.SkolkrapportId == skolkrapportId, ct);
            if (arende is null)
                return null;

            if (Underlagsregel.ProvaOppet(arende.Skolkrapport, arende) is { } nej)
                return await NekaAsync<Franvarounderlag>(act, skolkrapportId, arende.SkolaId, [nej]);

            var alla = await db.Synliga<Franvarounderlag>().AsTracking().Where(u => u.SkolkrapportId == skolkrapportId && u.Ankomstsatt == satt).ToListAsync(ct);
            var utkast = alla.SingleOrDefault(u => !u.ArInskickat);
            var aktuell = utkast?.Sandningsnyckel ?? Nyckel(satt, skolkrapportId, alla.Count);
            if (nyckel != aktuell)
            {
                var skickat = alla.OrderBy(u => u.Skickad).LastOrDefault(u => u.ArInskickat)?.Kvittensnummer ?? "";
                return await NekaAsync<Franvarounderlag>(act, skolkrapportId, arende.SkolaId, [new UnderlagRedanSkickat(skickat)]);
            }

            if (utkast is not null)
                return utkast;

            var nytt = new Franvarounderlag(arende.SkolaId, skolkrapportId, satt, aktuell, anvandare.KontoId, klocka.UtcNu());
            db.Add(nytt);
            try
            {
                await db.SaveChangesAsync(ct);
                return nytt;
            }
            catch (DbUpdateException) when (forsok < 3)
            {
                db.ChangeTracker.Clear(); // somebody started it in the same moment: theirs is found in the next round
            }
        }
    }

    private async Task<Result<Dokument>> SynliggorAsync(long skolkrapportId, Franvarounderlag underlag, Mottagetdokument mottaget, int flest)
    {
        if (!await RorUtkastAsync(underlag.Id))
            return await RedanSkickatAsync(underlag.Id);

        if (await AntalFilerAsync(underlag.Id, CancellationToken.None) >= flest)
            return new UnderlagForMangaFiler();

        var rad = await db.Synliga<Dokument>().AsTracking().SingleAsync(d => d.Id == mottaget.DokumentId);
        rad.Slutfor(mottaget.Typ, mottaget.Langd, mottaget.Sha256, mottaget.AntalSidor);
        audit.Add(Acts.UnderlagFileAdded, AuditObjects.Skolkrapport, skolkrapportId, underlag.SkolaId, changes: $"Dokument: {rad.Id}");
        await db.SaveChangesAsync(CancellationToken.None);
        return rad;
    }

    private async Task<UnderlagRedanSkickat> RedanSkickatAsync(long underlagId) =>
        new(await db.Synliga<Franvarounderlag>().Where(u => u.Id == underlagId).Select(u => u.Kvittensnummer).SingleAsync() ?? "");

    private Task<int> AntalFilerAsync(long underlagId, CancellationToken ct) =>
        db.Synliga<Dokument>().CountAsync(d => d.FranvarounderlagId == underlagId && d.Status == Dokumentstatus.Komplett, ct);

    /// <summary>Raises the draft's version, so that a check page drawn before does not send files it did not show; false when it has been sent.</summary>
    private async Task<bool> RorUtkastAsync(long underlagId) =>
        await db.Synliga<Franvarounderlag>()
            .Where(u => u.Id == underlagId && u.Status == Underlagsstatus.Utkast)
            .ExecuteUpdateAsync(rad => rad.SetProperty(u => u.Version, u => u.Version + 1), CancellationToken.None) > 0;
}
