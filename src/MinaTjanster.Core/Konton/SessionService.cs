using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>What a cookie's key leads to.</summary>
/// <param name="Session">The live session, or null.</param>
/// <param name="Agare">The owner of a session that merely timed out (not logged out), for keeping a posted form; otherwise null.</param>
/// <param name="Slut">The session was ended from elsewhere; null when it was not, and when there is none.</param>
public sealed record Sessionslage(Sessionsuppgift? Session, Sessionsagare? Agare, Sessionsslut? Slut = null)
{
    public static Sessionslage Ingen { get; } = new(null, null);
}

/// <summary>Why a browser that held a session does so no more. Logging out takes the cookie away, so it is never that.</summary>
public enum Sessionsslut
{
    /// <summary>Ended from another browser, by a new password or with the account.</summary>
    Avslutad,

    /// <summary>The account was given a one-time password by mail in place of the password.</summary>
    NyttEngangslosenord,
}

/// <summary>Whose timed-out session it was, and the school its forms were drawn for.</summary>
public sealed record Sessionsagare(long KontoId, long? SkolaId);

/// <summary>Sessions in the database (design decision 11): read in one query, touched at most once a minute.</summary>
public sealed class SessionService(PortalDbContext db, AuditService audit, AndraFaktorInstallning andraFaktor, TimeProvider klocka)
{
    private static readonly Func<PortalDbContext, string, DateOnly, IAsyncEnumerable<Rad>> Las = EF.CompileAsyncQuery(
        (PortalDbContext db, string hash, DateOnly idag) =>
            from s in db.Inloggningssessioner
            where s.NyckelHash == hash
            join k in db.Konton on s.KontoId equals k.Id
            // As Gallande, which a compiled query cannot call.
            from b in db.Behorigheter.Where(b => b.KontoId == k.Id && b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= idag)).DefaultIfEmpty()
            from sk in db.Skolor.Where(sk => sk.Id == b!.SkolaId).DefaultIfEmpty()
            select new Rad(
                s.Id,
                s.KontoId,
                s.SkolaId,
                s.Skapad,
                s.SenastAktiv,
                s.Avslutad,
                k.Losenordsstatus,
                k.UserName!,
                k.Namn,
                k.Email,
                k.PhoneNumber,
                b == null ? null : b.Slag,
                b == null ? null : b.SkolaId,
                sk == null ? null : sk.Skolkod,
                sk == null ? null : sk.Namn,
                s.Satt,
                db.Autentiseringsappar.Any(a => a.KontoId == k.Id) || db.UserPasskeys.Any(p => p.UserId == k.Id),
                sk == null ? null : sk.AndraFaktor,
                sk == null ? null : sk.Rapporteringssatt,
                sk == null ? null : sk.Skolform));

    /// <summary>Makes a session and returns the key for its cookie; only the key's hash is stored.</summary>
    /// <param name="webblasare">From <see cref="Webblasarnamn"/>.</param>
    public async Task<string> SkapaAsync(Konto konto, CancellationToken ct, Inloggningssatt satt = Inloggningssatt.BaraLosenord, string? webblasare = null)
    {
        var nyckel = LaggTill(konto, satt, webblasare);
        await db.SaveChangesAsync(ct);
        return nyckel;
    }

    /// <summary>As <see cref="SkapaAsync"/>, saved by the caller together with the login: a password changed meanwhile stops both.</summary>
    public string LaggTill(Konto konto, Inloggningssatt satt, string? webblasare)
    {
        var nyckel = Hemlighet.Ny();
        db.Add(new Inloggningssession(Hemlighet.Hash(nyckel), konto.Id, konto.SenasteSkolaId, klocka.UtcNu(), satt, webblasare));
        return nyckel;
    }

    public async Task<Sessionslage> LasAsync(string nyckel, CancellationToken ct)
    {
        // The first question of every signed-in request: on SQLite the connection stays open for the rest of it, instead of being opened for each
        // question. SQL Server's pool is cheap, and a slow upload must not keep a connection from it.
        if (db is SqlitePortalDbContext)
            await db.Database.OpenConnectionAsync(ct);

        List<Rad> rader = [];
        await foreach (var rad in Las(db, Hemlighet.Hash(nyckel), klocka.SvenskDag()).WithCancellation(ct))
        {
            rader.Add(rad);
        }

        if (rader is not [var forsta, ..])
        {
            return Sessionslage.Ingen;
        }

        if (forsta.Avslutad is not null)
        {
            return new Sessionslage(null, null, forsta.Losenordsstatus == Losenordsstatus.Engangs ? Sessionsslut.NyttEngangslosenord : Sessionsslut.Avslutad);
        }

        if (forsta.HarFaktor && forsta.Satt != Inloggningssatt.TvaSteg)
        {
            // The factor was added after this login: what the password alone opened must not reach the page where factors are changed.
            return Sessionslage.Ingen;
        }

        var kravs = rader.Any(r => r.Slag is { } slag && andraFaktor.Kravs(slag, r.SkolansKrav));
        var behorigheter = rader.Where(r => r.Slag is not null)
            .Select(r => new InnehavdBehorighet(r.Slag!.Value, r.BehorighetSkolaId, r.Skolkod, r.Skolnamn, r.Rapporteringssatt, r.Skolform))
            .ToList();
        var session = new Sessionsuppgift(
            forsta.SessionId,
            forsta.KontoId,
            forsta.Anvandarnamn,
            forsta.Namn,
            forsta.Epost,
            forsta.Telefon,
            forsta.SkolaId,
            forsta.Skapad,
            forsta.SenastAktiv,
            behorigheter)
        {
            FaktorKravs = kravs,
            Niva = kravs && !forsta.HarFaktor ? Sessionsniva.BaraRegistrering : Sessionsniva.Full,
        };
        if (Inloggningssession.Slut(forsta.Skapad, forsta.SenastAktiv) > klocka.UtcNu())
        {
            return new Sessionslage(session, null);
        }

        var agare = new AktuellAnvandare();
        agare.LoggaIn(session);
        return new Sessionslage(null, new Sessionsagare(agare.KontoId, agare.AktivSkola?.Id));
    }

    /// <summary>Notes activity; written at most once a minute unless <paramref name="genast"/>.</summary>
    /// <returns>The instant the session now ends by itself.</returns>
    public async Task<DateTime> RorAsync(Sessionsuppgift session, bool genast, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        if (!genast && nu - session.SenastAktiv < Inloggningssession.Skrivintervall)
        {
            return Inloggningssession.Slut(session.Skapad, session.SenastAktiv);
        }

        await db.SkrivAsync(
            () => db.Inloggningssessioner
                .Where(s => s.Id == session.SessionId && s.SenastAktiv < nu)
                .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.SenastAktiv, nu), ct),
            ct);
        return Inloggningssession.Slut(session.Skapad, nu);
    }

    /// <summary>The signed-in person logs out.</summary>
    public Task LoggaUtAsync(Sessionsuppgift session, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        return db.ITransaktionAsync(
            async () =>
            {
                await db.Inloggningssessioner.Where(s => s.Id == session.SessionId).ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Avslutad, nu), ct);
                audit.Add(Acts.LoggedOut, AuditObjects.Konto, session.KontoId, null);
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    /// <summary>Ends the session of the cookie's key, if there is one.</summary>
    public Task AvslutaAsync(string nyckel, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var hash = Hemlighet.Hash(nyckel);
        return db.SkrivAsync(
            () => db.Inloggningssessioner
                .Where(s => s.NyckelHash == hash && s.Avslutad == null)
                .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Avslutad, nu), ct),
            ct);
    }

    /// <summary>Ends every live session of the account, for example when its password changes.</summary>
    public Task AvslutaAllaAsync(long kontoId, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        return db.SkrivAsync(
            () => db.Inloggningssessioner
                .Where(s => s.KontoId == kontoId && s.Avslutad == null)
                .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Avslutad, nu), ct),
            ct);
    }

    /// <summary>
    /// After a change of the person's factors: ends the account's other sessions, and gives this one a new key, made with the factor that it now has.
    /// The caller has a transaction. Returns the key for the cookie.
    /// </summary>
    internal async Task<string> BytNyckelOchAvslutaAndraAsync(Sessionsuppgift session, CancellationToken ct)
    {
        var nyckel = Hemlighet.Ny();
        var hash = Hemlighet.Hash(nyckel);
        await AvslutaAndraAsync(session, ct);
        await db.SkrivAsync(
            () => db.Inloggningssessioner
                .Where(s => s.Id == session.SessionId && s.Avslutad == null)
                .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.NyckelHash, hash).SetProperty(s => s.Satt, Inloggningssatt.TvaSteg), ct),
            ct);
        return nyckel;
    }

    /// <summary>The person ends one of their sessions, as on a computer they have left. False when it is not theirs or not live.</summary>
    public async Task<bool> AvslutaEgenAsync(Sessionsuppgift session, long id, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        return await db.ITransaktionAsync(
            async () =>
            {
                var antal = await db.Inloggningssessioner
                    .Where(s => s.Id == id && s.KontoId == session.KontoId && s.Avslutad == null)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Avslutad, nu), ct);
                if (antal == 0)
                    return false;

                audit.Add(Acts.SessionEnded, AuditObjects.Konto, session.KontoId, null);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    /// <summary>The person ends all their sessions but this one.</summary>
    public Task AvslutaEgnaAndraAsync(Sessionsuppgift session, CancellationToken ct) =>
        db.ITransaktionAsync(
            async () =>
            {
                await AvslutaAndraAsync(session, ct);
                audit.Add(Acts.SessionEnded, AuditObjects.Konto, session.KontoId, null, "alla andra");
                return await db.SaveChangesAsync(ct);
            },
            ct);

    private Task<int> AvslutaAndraAsync(Sessionsuppgift session, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        return db.SkrivAsync(
            () => db.Inloggningssessioner
                .Where(s => s.KontoId == session.KontoId && s.Id != session.SessionId && s.Avslutad == null)
                .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Avslutad, nu), ct),
            ct);
    }

    /// <summary>Ends every live session of an account that holds nothing any more.</summary>
    public async Task AvslutaOmTomtAsync(long kontoId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (!await db.Behorigheter.Gallande(idag).AnyAsync(b => b.KontoId == kontoId, ct))
            await AvslutaAllaAsync(kontoId, ct);
    }

    /// <summary>Chooses the school to report for, in this session and for the next login. The caller has checked that the person may.</summary>
    public Task ValjSkolaAsync(Sessionsuppgift session, long skolaId, CancellationToken ct) =>
        db.ITransaktionAsync(
            async () =>
            {
                await db.Inloggningssessioner.Where(s => s.Id == session.SessionId)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.SkolaId, skolaId), ct);
                await db.Konton.Where(k => k.Id == session.KontoId)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(k => k.SenasteSkolaId, skolaId), ct);
                audit.Add(Acts.SchoolChosen, AuditObjects.Skola, skolaId, skolaId);
                return await db.SaveChangesAsync(ct);
            },
            ct);

    private sealed record Rad(
        long SessionId,
        long KontoId,
        long? SkolaId,
        DateTime Skapad,
        DateTime SenastAktiv,
        DateTime? Avslutad,
        Losenordsstatus Losenordsstatus,
        string Anvandarnamn,
        string Namn,
        string? Epost,
        string? Telefon,
        Behorighetsslag? Slag,
        long? BehorighetSkolaId,
        string? Skolkod,
        string? Skolnamn,
        Inloggningssatt Satt,
        bool HarFaktor,
        AndraFaktor? SkolansKrav,
        Rapporteringssatt? Rapporteringssatt,
        Skolform? Skolform);
}
