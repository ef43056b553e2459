using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// CSN's own accounts, looked after by its behörighetshandläggare; never one's own, so there is always somebody left who can. Null answers: no
/// such person at CSN.
/// </summary>
public sealed class CsnpersonalService(
    PortalDbContext db,
    AktuellAnvandare anvandare,
    AuditService audit,
    SessionService sessioner,
    EngangslosenordService engangslosenord,
    InloggningssparrService sparr,
    AndraFaktorService andraFaktor,
    TimeProvider klocka)
{
    private const string Stam = "csn";

    /// <summary>Makes the account; the one-time password goes by mail, and the username is told by whoever makes it.</summary>
    public async Task<Result<Konto>> SkapaAsync(Kontouppgifter uppgifter, IReadOnlyCollection<Behorighetsslag> roller, CancellationToken ct)
    {
        var epost = uppgifter.Epost.ToUpperInvariant();
        Refusal? nej = !anvandare.Innehar(Behorighetsslag.CsnBehorighetshandlaggare) ? new AdministrerasAvAnnan(Behorighetsslag.CsnHandlaggare, Administrator.Csn)
            : roller.Count == 0 || !roller.All(r => r.ArCsn()) ? new RollSaknas()
            : null;
        // The same address, or the same username, added at the same moment: the second try sees which.
        var svar = nej is not null ? nej : (await db.BeslutaAsync<Konto>(
            async () =>
            {
                if (await db.Konton.AnyAsync(k => k.NormalizedEmail == epost, ct))
                    return new AnnatKontoFinns();

                var stam = Stam + Anvandarnamn.Stam(uppgifter.Namn.Split(' ')[^1]);
                stam = stam[..Math.Min(stam.Length, 2 * Stam.Length)];
                var borjan = Konto.Normalisera(stam);
                var upptagna = await db.Konton.Where(k => k.NormalizedUserName!.StartsWith(borjan)).Select(k => k.UserName!).ToListAsync(ct);
                var konto = new Konto(Anvandarnamn.Ledigt(stam, upptagna), uppgifter.Namn, uppgifter.Epost, uppgifter.Telefon);
                db.Add(konto);
                await db.SaveChangesAsync(ct);
                engangslosenord.Mejla(konto, null);
                audit.Add(Acts.AccountCreated, AuditObjects.Konto, konto.Id, null);
                await GeAsync(konto.Id, roller, ct);
                await db.SaveChangesAsync(ct);
                return konto;
            },
            new KontotSkapadesInte(),
            ct))!;
        if (!svar.IsAccepted)
            await audit.AddRefusalAsync(Acts.AccountCreated, AuditObjects.Konto, null, null, svar.Refusals);
        return svar;
    }

    /// <summary>Sets the roles. When somebody changed them after the page was drawn, nothing is changed.</summary>
    /// <param name="fore">The roles that the page showed.</param>
    public async Task<Result<Konto>?> SattRollerAsync(
        long kontoId, IReadOnlyCollection<Behorighetsslag> fore, IReadOnlyCollection<Behorighetsslag> roller, CancellationToken ct)
    {
        if (await HittaAsync(kontoId, ct) is not { } konto)
            return null;

        var har = await RollerAsync(kontoId, ct);
        var slag = har.ConvertAll(b => b.Slag);
        Refusal? nej = !anvandare.Innehar(Behorighetsslag.CsnBehorighetshandlaggare) ? new AdministrerasAvAnnan(Behorighetsslag.CsnHandlaggare, Administrator.Csn)
            : kontoId == anvandare.KontoId ? new InteSigSjalv()
            : !slag.ToHashSet().SetEquals(fore) ? new AnvandarenAndrad()
            : !roller.All(r => r.ArCsn()) ? new RollSaknas()
            : roller.Count == 0 && await CsnpersonalQuery.OppnaArenden(db, kontoId).AnyAsync(ct) ? new ArendenKvar()
            : null;
        if (nej is not null)
            return await NekaAsync(Acts.PermissionGiven, kontoId, nej);

        foreach (var rad in har.Where(b => !roller.Contains(b.Slag)))
        {
            rad.Avsluta(klocka.UtcNu());
            audit.Add(Acts.PermissionEnded, AuditObjects.Konto, kontoId, null, changes: $"Behörighet: {rad.Slag.Text()} → –");
        }

        await GeAsync(kontoId, [.. roller.Except(slag)], ct);
        if (!roller.Contains(Behorighetsslag.CsnKontaktperson))
            await SlappSkolorAsync(kontoId, ct);
        konto.NyVersion();
        try
        {
            return await db.ITransaktionAsync<Result<Konto>>(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    await sessioner.AvslutaOmTomtAsync(kontoId, ct);
                    return konto;
                },
                ct);
        }
        catch (DbUpdateException)
        {
            return await NekaAsync(Acts.PermissionGiven, kontoId, new AnvandarenAndrad());
        }
    }

    /// <summary>Somebody leaves CSN: all roles end, and a colleague takes over the open cases.</summary>
    /// <param name="fore">The roles that the page showed: its version. When somebody changed them after it was drawn, nothing is ended.</param>
    public async Task<Result<Konto>?> AvslutaAsync(long kontoId, IReadOnlyCollection<Behorighetsslag> fore, long? overtagareKontoId, CancellationToken ct)
    {
        var svar = await db.BeslutaAsync<Konto>(
            async () =>
            {
                if (await HittaAsync(kontoId, ct) is not { } konto)
                    return null;

                var har = await RollerAsync(kontoId, ct);
                var arenden = await CsnpersonalQuery.OppnaArenden(db, kontoId).CountAsync(ct);
                Refusal? nej = kontoId == anvandare.KontoId ? new InteSigSjalv()
                    : !har.ConvertAll(b => b.Slag).ToHashSet().SetEquals(fore) ? new AnvandarenAndrad()
                    : arenden > 0 && !await KanTaOverAsync(overtagareKontoId, kontoId, ct) ? new ArendenKvar()
                    : null;
                if (nej is not null)
                    return nej;

                // A change of the person's roles or log-in at this moment is told that it was late, or this is.
                konto.NyStampel();
                foreach (var rad in har)
                    rad.Avsluta(klocka.UtcNu());
                await SlappSkolorAsync(kontoId, ct);
                audit.Add(Acts.AccountEnded, AuditObjects.Konto, kontoId, null, changes: arenden > 0 ? $"Ärenden som tagits över: {arenden}" : null);
                await db.SaveChangesAsync(ct);
                if (arenden > 0)
                {
                    await CsnpersonalQuery.OppnaArenden(db, kontoId)
                        .ExecuteUpdateAsync(rad => rad.SetProperty(a => a.HandlaggareKontoId, overtagareKontoId).SetProperty(a => a.Version, a => a.Version + 1), ct);
                }

                await sessioner.AvslutaOmTomtAsync(kontoId, ct);
                return konto;
            },
            new AnvandarenAndrad(),
            ct);
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(Acts.AccountEnded, AuditObjects.Konto, kontoId, null, svar.Refusals);
        return svar;
    }

    public async Task<Result<Konto>?> SkickaEngangslosenordAsync(long kontoId, CancellationToken ct)
    {
        if (await HittaAsync(kontoId, ct) is not { } konto)
            return null;
        Refusal? nej = kontoId == anvandare.KontoId ? new InteSigSjalv() : !Kontouppgifter.ArEpost(konto.Email ?? "") ? new EpostOgiltig() : null;
        if (nej is not null)
            return await NekaAsync(Acts.OneTimePasswordSent, kontoId, nej);

        engangslosenord.Mejla(konto, null);
        try
        {
            return await db.ITransaktionAsync<Result<Konto>>(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    await sessioner.AvslutaAllaAsync(kontoId, ct);
                    return konto;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await NekaAsync(Acts.OneTimePasswordSent, kontoId, new AnvandarenAndrad());
        }
    }

    public async Task<Result<Konto>?> LasUppAsync(long kontoId, CancellationToken ct)
    {
        if (await HittaAsync(kontoId, ct) is not { } konto)
            return null;

        var nyckel = InloggningssparrService.Nyckel(konto.UserName);
        Refusal? nej = kontoId == anvandare.KontoId ? new InteSigSjalv() : !await sparr.ArLastAsync(nyckel, ct) ? new InteLast() : null;
        if (nej is not null)
            return await NekaAsync(Acts.AccountUnlocked, kontoId, nej);

        audit.Add(Acts.AccountUnlocked, AuditObjects.Konto, kontoId, null);
        await db.SaveChangesAsync(ct);
        await sparr.NollstallAsync(nyckel, ct);
        return konto;
    }

    /// <summary>Takes away the second factor of somebody who has lost it; the service refuses one's own.</summary>
    public async Task<Result<Konto>?> AterstallTvastegAsync(long kontoId, CancellationToken ct) =>
        await HittaAsync(kontoId, ct) is null ? null : await andraFaktor.AterstallAsync(kontoId, null, null, ct);

    private async Task<Konto?> HittaAsync(long kontoId, CancellationToken ct) =>
        await db.Behorigheter.AnyAsync(b => b.KontoId == kontoId && b.SkolaId == null, ct) ? await db.Konton.SingleAsync(k => k.Id == kontoId, ct) : null;

    /// <summary>Is it a colleague who handles cases today?</summary>
    private async Task<bool> KanTaOverAsync(long? overtagareKontoId, long kontoId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        return overtagareKontoId is { } till && till != kontoId && await db.Behorigheter.Gallande(idag).AnyAsync(
            b => b.KontoId == till && b.Slag == Behorighetsslag.CsnHandlaggare, ct);
    }

    /// <summary>One who no longer is a contact person answers for no school: else nobody would get its mails.</summary>
    private async Task SlappSkolorAsync(long kontoId, CancellationToken ct)
    {
        foreach (var rad in await db.Kontaktansvar.Where(k => k.KontoId == kontoId).ToListAsync(ct))
        {
            db.Remove(rad);
            audit.Add(Acts.ContactRemoved, AuditObjects.Konto, kontoId, rad.SkolaId);
        }
    }

    private Task<List<Behorighet>> RollerAsync(long kontoId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        return db.Behorigheter.Gallande(idag).Where(b => b.KontoId == kontoId && b.SkolaId == null).ToListAsync(ct);
    }

    private async Task GeAsync(long kontoId, IReadOnlyCollection<Behorighetsslag> roller, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var tidigare = await db.Behorigheter.Where(b => b.KontoId == kontoId && b.SkolaId == null).ToListAsync(ct);
        foreach (var roll in roller)
        {
            if (tidigare.Find(b => b.Slag == roll) is { } rad)
                rad.Ge(idag, null);
            else
                db.Add(new Behorighet(kontoId, null, roll, null, idag));
            audit.Add(Acts.PermissionGiven, AuditObjects.Konto, kontoId, null, changes: $"Behörighet: – → {roll.Text()}");
        }
    }

    private async Task<Result<Konto>> NekaAsync(string act, long kontoId, Refusal nej)
    {
        db.ChangeTracker.Clear();
        await audit.AddRefusalAsync(act, AuditObjects.Konto, kontoId, null, nej.Code);
        return nej;
    }
}
