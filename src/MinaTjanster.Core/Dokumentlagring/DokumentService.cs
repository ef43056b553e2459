using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring.Filgranskning;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Dokumentlagring;

/// <summary>A whole file that has been judged and stored, but that nobody sees until its <see cref="Dokument.Slutfor"/> is saved.</summary>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record Mottagetdokument(long DokumentId, Dokumenttyp Typ, long Langd, string Sha256, int AntalSidor);

/// <summary>
/// Stores uploads and reads them back, byte for byte (design decision 19). The bytes are written as they arrive, 64 kB in each short
/// transaction: nothing is locked while waiting for the network, and a broken-off upload leaves only what the purge job takes.
/// </summary>
public sealed class DokumentService(PortalDbContext db, NyPortalDbContext nyDb, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Judging holds a whole file in memory: two at a time keep the app's memory bounded.</summary>
    private static readonly SemaphoreSlim Granskningsplatser = new(2, 2);

    /// <summary>Stores and judges a file; a refused or broken-off one leaves nothing. The caller makes it visible.</summary>
    /// <param name="skolaId">The school that owns it.</param>
    /// <param name="franvarounderlagId">The draft it belongs to.</param>
    /// <param name="filnamn">Cleaned by <see cref="Filnamn.Rensa"/>.</param>
    /// <param name="innehall">Read to its end, or to just past the limit.</param>
    /// <returns>The stored file; or <see cref="FilForStor"/>, <see cref="FilTom"/> or what <see cref="Filgranskare"/> says.</returns>
    public Task<Result<Mottagetdokument>> LagraAsync(long skolaId, long franvarounderlagId, string filnamn, Stream innehall, CancellationToken ct) =>
        LagraAsync(new Dokument(skolaId, franvarounderlagId, filnamn, anvandare.KontoId, klocka.UtcNu()), innehall, ct);

    /// <summary>As <see cref="LagraAsync(long, long, string, Stream, CancellationToken)"/>, for a decision about one student.</summary>
    public Task<Result<Mottagetdokument>> LagraBeslutAsync(long skolaId, long studerandeId, string filnamn, Stream innehall, CancellationToken ct) =>
        LagraAsync(Dokument.Beslut(skolaId, studerandeId, filnamn, anvandare.KontoId, klocka.UtcNu()), innehall, ct);

    private async Task<Result<Mottagetdokument>> LagraAsync(Dokument dokument, Stream innehall, CancellationToken ct)
    {
        await using var egen = nyDb.Ny(db.Omfang);
        egen.Add(dokument);
        await egen.SaveChangesAsync(ct);
        try
        {
            var (langd, sha256) = await LagraDelarAsync(egen, dokument, innehall, Dokument.MaxStorlek, ct);
            Result<Granskadfil> granskad = langd switch
            {
                0 => new FilTom(),
                > Dokument.MaxStorlek => new FilForStor(),
                _ => await GranskaAsync(egen, dokument.Id, langd, ct),
            };
            if (granskad.IsAccepted)
                return new Mottagetdokument(dokument.Id, granskad.Value.Typ, langd, sha256, granskad.Value.AntalSidor);

            await TaBortAsync(dokument.Id, CancellationToken.None);
            return Result<Mottagetdokument>.Refused(granskad.Refusals);
        }
        catch
        {
            // Whatever broke it off, what was stored goes at once; after a killed process the purge job takes it.
            await TaBortAsync(dokument.Id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Stores a file that others judge; too large or broken off leaves nothing. The caller makes it visible.</summary>
    /// <param name="maxStorlek">Bytes.</param>
    /// <returns>The document and how long it is; null when it is larger than allowed.</returns>
    public async Task<(long DokumentId, long Langd)?> LagraOgranskadAsync(long skolaId, string filnamn, long maxStorlek, Stream innehall, CancellationToken ct)
    {
        await using var egen = nyDb.Ny(db.Omfang);
        var dokument = new Dokument(skolaId, null, filnamn, anvandare.KontoId, klocka.UtcNu());
        egen.Add(dokument);
        await egen.SaveChangesAsync(ct);
        try
        {
            var (langd, _) = await LagraDelarAsync(egen, dokument, innehall, maxStorlek, ct);
            if (langd <= maxStorlek)
                return (dokument.Id, langd);

            await TaBortAsync(dokument.Id, CancellationToken.None);
            return null;
        }
        catch
        {
            await TaBortAsync(dokument.Id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Removes a document with its parts. The caller has checked that it may go.</summary>
    public Task TaBortAsync(long dokumentId, CancellationToken ct) =>
        db.SkrivAsync(() => db.Synliga<Dokument>().Where(d => d.Id == dokumentId).ExecuteDeleteAsync(ct), ct);

    /// <summary>The content of a complete document, to be read while the caller's context lives.</summary>
    /// <exception cref="InvalidDataException">Parts are missing.</exception>
    public async Task<Stream> OppnaAsync(Dokument dokument, CancellationToken ct)
    {
        var delar = db.Synliga<Dokumentdel>().AsNoTracking().Where(d => d.DokumentId == dokument.Id);
        var vantade = (dokument.Langd + Dokument.Delstorlek - 1) / Dokument.Delstorlek;
        if (dokument.Status != Dokumentstatus.Komplett || await delar.LongCountAsync(ct) != vantade)
            throw new InvalidDataException($"Document {dokument.Id} is not whole.");

        return new Dokumentstrom(delar, dokument.Langd);
    }

    private static async Task<(long Langd, string Sha256)> LagraDelarAsync(
        PortalDbContext egen, Dokument dokument, Stream innehall, long maxStorlek, CancellationToken ct)
    {
        using var summa = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var langd = 0L;
        for (var nummer = 0; ; nummer++)
        {
            var buffert = new byte[Dokument.Delstorlek];
            var last = await innehall.ReadAtLeastAsync(buffert, buffert.Length, throwOnEndOfStream: false, ct);
            langd += last;
            if (last == 0 || langd > maxStorlek)
                break;

            summa.AppendData(buffert, 0, last);
            egen.ChangeTracker.Clear();
            egen.Add(new Dokumentdel(dokument.SkolaId, dokument.Id, nummer, last == buffert.Length ? buffert : buffert[..last]));
            await egen.SaveChangesAsync(ct);
            if (last < buffert.Length)
                break;
        }

        return (langd, Convert.ToHexStringLower(summa.GetHashAndReset()));
    }

    private static async Task<Result<Granskadfil>> GranskaAsync(PortalDbContext egen, long dokumentId, long langd, CancellationToken ct)
    {
        await Granskningsplatser.WaitAsync(ct);
        try
        {
            var hela = new byte[langd];
            await using var strom = new Dokumentstrom(egen.Synliga<Dokumentdel>().AsNoTracking().Where(d => d.DokumentId == dokumentId), langd);
            await strom.ReadExactlyAsync(hela, ct);
            return Filgranskare.Granska(hela);
        }
        finally
        {
            Granskningsplatser.Release();
        }
    }
}
