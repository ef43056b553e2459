using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Systemkonton;

/// <summary>Who a key is: before that nobody is signed in, and no school chosen.</summary>
public sealed class NyckelService(NyPortalDbContext nyDb, AuditService audit, TimeProvider klocka)
{
    /// <summary>How often the last use is noted.</summary>
    private static readonly TimeSpan Anteckning = TimeSpan.FromMinutes(1);

    /// <returns>What a session would say: the right to report at the one school. Null for a key that does not hold, whatever the reason.</returns>
    public async Task<Sessionsuppgift?> LasAsync(string nyckel, CancellationToken ct)
    {
        var hash = Hemlighet.Hash(nyckel);
        await using var db = nyDb.NyForAlla("systemkonto");
        var funnet = await (
            from s in db.Nationellt<Systemkonto>().AsNoTracking()
            where s.Nyckelhash == hash
            join skola in db.Skolor on s.SkolaId equals skola.Id
            join konto in db.Konton on s.KontoId equals konto.Id
            select new { Systemkonto = s, skola.Skolkod, Skolnamn = skola.Namn, konto.Namn }).SingleOrDefaultAsync(ct);
        var nu = klocka.UtcNu();
        // The index finds the hash of what was sent, which tells nobody the key; that it is the whole hash is asked in constant time.
        var stammer = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(funnet?.Systemkonto.Nyckelhash ?? new string('0', hash.Length)), Encoding.ASCII.GetBytes(hash));
        if (funnet is not { Systemkonto: { } systemkonto } || !stammer || !systemkonto.GallerDen(nu.SvenskDag()))
        {
            // Of a key that was right once, the school can see that somebody still has it.
            await audit.AddRefusalAsync(Acts.ServiceKeyRefused, AuditObjects.Konto, funnet?.Systemkonto.KontoId, funnet?.Systemkonto.SkolaId, [new NyckelnGallerInte()]);
            return null;
        }

        if (systemkonto.SenastAnvand is null || systemkonto.SenastAnvand < nu - Anteckning)
        {
            await db.SkrivAsync(
                () => db.Nationellt<Systemkonto>().Where(s => s.Id == systemkonto.Id).ExecuteUpdateAsync(rad => rad.SetProperty(s => s.SenastAnvand, nu), ct), ct);
        }

        return new Sessionsuppgift(
            0, systemkonto.KontoId, "", funnet.Namn, null, null, systemkonto.SkolaId, nu, nu,
            [new InnehavdBehorighet(Behorighetsslag.Studeranderapportering, systemkonto.SkolaId, funnet.Skolkod, funnet.Skolnamn)])
        { Niva = Sessionsniva.Full };
    }
}
