using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Tvasteg;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Short and stable, for addresses.</param>
/// <param name="Tillagd">UTC.</param>
/// <param name="SenastAnvand">UTC; null before it was first used.</param>
public sealed record Passernyckelrad(string Id, string Namn, DateTime Tillagd, DateTime? SenastAnvand);

/// <summary>The account's second factors as their owner sees them.</summary>
/// <param name="Kravs">The person must have one.</param>
public sealed record Faktoroversikt(
    DateTime? AppAktiverad,
    DateTime? AppSenastAnvand,
    IReadOnlyList<Passernyckelrad> Passernycklar,
    int Aterstallningskoder,
    bool Kravs)
{
    public bool HarFaktor => AppAktiverad is not null || Passernycklar.Count > 0;

    /// <summary>The only one of a person who must have one.</summary>
    public bool FarTaBort => !Kravs || (AppAktiverad is null ? 0 : 1) + Passernycklar.Count > 1;
}

/// <param name="Sessionsnyckel">The session's new key, for its cookie.</param>
/// <param name="Koder">Recovery codes in clear, to be shown once; null when none were made.</param>
public sealed record Faktorandring(string Sessionsnyckel, IReadOnlyList<string>? Koder = null);

/// <summary>
/// What a person changes of their own second factors. Each change was preceded by the present password; it ends the person's other sessions, gives
/// this one a new key, voids begun log-ins and is told by mail.
/// </summary>
public sealed class FaktorandringService(
    PortalDbContext db,
    FaktorstegService steg,
    AppService app,
    AterstallningskodService koder,
    SessionService sessioner,
    Faktormejl mejl,
    AuditService audit,
    TimeProvider klocka)
{
    public async Task<Faktoroversikt> OversiktAsync(Sessionsuppgift session, CancellationToken ct)
    {
        var egen = await db.Autentiseringsappar.AsNoTracking().SingleOrDefaultAsync(a => a.KontoId == session.KontoId, ct);
        var nycklar = await NycklarAsync(session.KontoId).AsNoTracking()
            .Select(p => new
            {
                p.CredentialId,
                p.Data.Name,
                Tillagd = EF.Property<DateTime>(p, PassernyckelKolumner.Tillagd),
                SenastAnvand = EF.Property<DateTime?>(p, PassernyckelKolumner.SenastAnvand),
            })
            .ToListAsync(ct);
        return new Faktoroversikt(
            egen?.Aktiverad,
            egen?.SenastAnvand,
            [.. nycklar.OrderBy(n => n.Tillagd).Select(n => new Passernyckelrad(KortId(n.CredentialId), n.Name ?? "", n.Tillagd, n.SenastAnvand))],
            await db.Aterstallningskoder.CountAsync(k => k.KontoId == session.KontoId && k.Anvand == null, ct),
            session.FaktorKravs);
    }

    /// <summary>The app's first code is right: from now on it is asked for. Takes the place of an earlier app.</summary>
    public async Task<Result<Faktorandring>> AktiveraAppAsync(Sessionsuppgift session, string? kod, CancellationToken ct)
    {
        if (await steg.AndringAsync(session.SessionId, Faktorandamal.NyApp, ct) is not { } paborjat || steg.Nyckel(paborjat) is not { } nyckel)
        {
            return await NekaAsync(session, Acts.SecondFactorAdded, new FaktorandringenForGammal());
        }

        if (app.Aktivera(session.KontoId, nyckel, kod ?? "") is not { } ny)
        {
            return await NekaAsync(session, Acts.SecondFactorAdded, new FelForstaKod());
        }

        return await AndraAsync(
            session,
            paborjat,
            Acts.SecondFactorAdded,
            "autentiseringsapp",
            async () =>
            {
                await db.Autentiseringsappar.Where(a => a.KontoId == session.KontoId).ExecuteDeleteAsync(ct);
                db.Add(ny);
            },
            ct);
    }

    /// <param name="nyckel">As the passkey handler verified it.</param>
    /// <param name="namn">What its owner calls it.</param>
    public async Task<Result<Faktorandring>> LaggTillPassernyckelAsync(Sessionsuppgift session, Paborjat paborjat, UserPasskeyInfo nyckel, string? namn, CancellationToken ct)
    {
        var rensat = namn?.Trim() ?? "";
        if (rensat.Length is 0 or > PassernyckelRegel.MaxNamn || rensat.Any(char.IsControl))
        {
            return await NekaAsync(session, Acts.SecondFactorAdded, new PassernyckelUtanNamn());
        }

        if (nyckel.CredentialId.Length > PassernyckelRegel.MaxId || await db.UserPasskeys.AnyAsync(p => p.CredentialId == nyckel.CredentialId, ct))
        {
            return await NekaAsync(session, Acts.SecondFactorAdded, new PassernyckelnAvvisad());
        }

        if (await NycklarAsync(session.KontoId).CountAsync(ct) >= PassernyckelRegel.MaxAntal)
        {
            return await NekaAsync(session, Acts.SecondFactorAdded, new ForMangaPassernycklar());
        }

        return await AndraAsync(
            session,
            paborjat,
            Acts.SecondFactorAdded,
            "passernyckel",
            () =>
            {
                var rad = new IdentityUserPasskey<long>
                {
                    UserId = session.KontoId,
                    CredentialId = nyckel.CredentialId,
                    Data = new IdentityPasskeyData
                    {
                        PublicKey = nyckel.PublicKey,
                        Name = rensat,
                        CreatedAt = nyckel.CreatedAt,
                        SignCount = nyckel.SignCount,
                        Transports = nyckel.Transports,
                        IsUserVerified = nyckel.IsUserVerified,
                        IsBackupEligible = nyckel.IsBackupEligible,
                        IsBackedUp = nyckel.IsBackedUp,
                        AttestationObject = nyckel.AttestationObject,
                        ClientDataJson = nyckel.ClientDataJson,
                    },
                };
                db.Add(rad).Property<DateTime>(PassernyckelKolumner.Tillagd).CurrentValue = klocka.UtcNu();
                return Task.CompletedTask;
            },
            ct);
    }

    public async Task<Result<Faktorandring>> TaBortAppAsync(Sessionsuppgift session, CancellationToken ct) =>
        !(await OversiktAsync(session, ct)).FarTaBort
            ? await NekaAsync(session, Acts.SecondFactorRemoved, new SistaFaktornKravs())
            : await AndraAsync(
                session,
                null,
                Acts.SecondFactorRemoved,
                "autentiseringsapp",
                () => db.Autentiseringsappar.Where(a => a.KontoId == session.KontoId).ExecuteDeleteAsync(ct),
                ct);

    /// <param name="id">As in <see cref="Passernyckelrad"/>: one of the person's own, the caller has looked.</param>
    public async Task<Result<Faktorandring>> TaBortPassernyckelAsync(Sessionsuppgift session, string id, CancellationToken ct)
    {
        if (!(await OversiktAsync(session, ct)).FarTaBort)
        {
            return await NekaAsync(session, Acts.SecondFactorRemoved, new SistaFaktornKravs());
        }

        var egna = await NycklarAsync(session.KontoId).ToListAsync(ct);
        return await AndraAsync(
            session,
            null,
            Acts.SecondFactorRemoved,
            "passernyckel",
            () =>
            {
                db.RemoveRange(egna.Where(p => KortId(p.CredentialId) == id));
                return Task.CompletedTask;
            },
            ct);
    }

    /// <summary>Ten new codes; the old ones are void.</summary>
    public Task<Result<Faktorandring>> NyaKoderAsync(Sessionsuppgift session, CancellationToken ct) =>
        AndraAsync(session, null, Acts.RecoveryCodesMade, "återställningskoder", () => Task.CompletedTask, ct, nyaKoder: true);

    private static string KortId(byte[] credentialId) => Hemlighet.Hash(Convert.ToHexStringLower(credentialId))[..16];

    private IQueryable<IdentityUserPasskey<long>> NycklarAsync(long kontoId) => db.UserPasskeys.Where(p => p.UserId == kontoId);

    private async Task<Result<Faktorandring>> AndraAsync(
        Sessionsuppgift session,
        Paborjat? paborjat,
        string act,
        string vad,
        Func<Task> andra,
        CancellationToken ct,
        bool nyaKoder = false)
    {
        var konto = paborjat?.Konto ?? await db.Konton.SingleAsync(k => k.Id == session.KontoId, ct);
        Refusal nej = new FaktorandringenForGammal();
        try
        {
            var svar = await db.ITransaktionAsync<Faktorandring?>(
                async () =>
                {
                    if (paborjat is not null && !await steg.AnvandAsync(paborjat, ct))
                    {
                        return null;
                    }

                    // The stamp voids begun log-ins and changes, and makes the later of two changes at once fail.
                    konto.NyStampel();
                    await andra();
                    audit.Add(act, AuditObjects.Konto, konto.Id, null, changes: $"Tvåstegsinloggning: {vad}");
                    mejl.Add(konto, act, vad);
                    await db.SaveChangesAsync(ct);
                    return new Faktorandring(
                        await sessioner.BytNyckelOchAvslutaAndraAsync(session, ct),
                        await KoderAsync(konto.Id, nyaKoder, ct));
                },
                ct);
            if (svar is not null)
            {
                return svar;
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            nej = new KontotAndratSamtidigt();
        }

        // After the transaction, which holds the write gate.
        db.ChangeTracker.Clear();
        return await NekaAsync(session, act, nej);
    }

    /// <summary>Codes come with the first factor and go with the last.</summary>
    private async Task<IReadOnlyList<string>?> KoderAsync(long kontoId, bool nya, CancellationToken ct)
    {
        if (!await db.Autentiseringsappar.AnyAsync(a => a.KontoId == kontoId, ct) && !await NycklarAsync(kontoId).AnyAsync(ct))
        {
            await koder.TaBortAsync(kontoId, ct);
            return null;
        }

        return nya || !await db.Aterstallningskoder.AnyAsync(k => k.KontoId == kontoId, ct) ? await koder.SkapaAsync(kontoId, ct) : null;
    }

    private async Task<Refusal> NekaAsync(Sessionsuppgift session, string act, Refusal refusal)
    {
        await audit.AddRefusalAsync(act, AuditObjects.Konto, session.KontoId, null, refusal.Code);
        return refusal;
    }
}
