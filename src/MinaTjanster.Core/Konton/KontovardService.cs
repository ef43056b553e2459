using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton.Tvasteg;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>What is in the way of helping a user.</summary>
/// <param name="Inloggning">Why neither a one-time password, nor unlocking, nor a reset of the second factor can be had here; null when they can.</param>
/// <param name="Engangslosenord">Why a one-time password in particular cannot.</param>
/// <param name="FarBytaIdentitet">Name and e-mail may be changed here.</param>
public sealed record Kontohinder(Refusal? Inloggning, Refusal? Engangslosenord, bool FarBytaIdentitet);

/// <summary>
/// Looks after a user's account: facts, a new one-time password, a lock lifted. Null answers: no such user at the schools the signed-in person
/// reaches.
/// </summary>
public sealed class KontovardService(
    PortalDbContext db,
    NyPortalDbContext nyDb,
    AktuellAnvandare anvandare,
    AuditService audit,
    SessionService sessioner,
    EngangslosenordService engangslosenord,
    InloggningssparrService sparr,
    AndraFaktorService andraFaktor,
    EpostbyteService epostbyte,
    TimeProvider klocka)
{
    /// <summary>
    /// Changes the facts. Name and e-mail decide who the account is: a school changes them only when the school itself administers everything the
    /// account holds, so that nobody reaches a right by taking over an account (the form of domain.md section 2 orders the change from CSN).
    /// </summary>
    public async Task<Result<Skolanvandare>?> AndraAsync(long skolanvandareId, Kontouppgifter uppgifter, int version, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not var (person, konto, skola))
            return null;

        Refusal? nej = person.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : !person.ArAktiv ? new KontotAvslutat()
            : person.Version != version ? new AnvandarenAndrad()
            : await ProvaAsync(konto, skola, uppgifter, ct);
        if (nej is not null)
            return await NekaAsync(Acts.AccountDetailsChanged, person, nej);

        var tidigare = konto.Email;
        var andringar = Andringar(konto, uppgifter);
        konto.AndraUppgifter(uppgifter.Namn, uppgifter.Epost, uppgifter.Telefon);
        if (uppgifter.Personnummer is { } nummer)
            konto.SattPersonnummer(nummer);
        person.Ror(klocka.UtcNu());
        audit.Add(Acts.AccountDetailsChanged, AuditObjects.Konto, konto.Id, skola.Id, changes: andringar);
        try
        {
            return await db.ITransaktionAsync<Result<Skolanvandare>>(
                async () =>
                {
                    if (tidigare != konto.Email)
                        await epostbyte.FoljAsync(konto, tidigare, skola.Id, ct);
                    await db.SaveChangesAsync(ct);
                    return person;
                },
                ct);
        }
        catch (DbUpdateException)
        {
            return await NekaAsync(Acts.AccountDetailsChanged, person, new AnvandarenAndrad());
        }
    }

    /// <summary>Whether name, e-mail and personnummer may be changed here, or the phone number alone.</summary>
    public async Task<bool> FarBytaIdentitetAsync(Konto konto, Skola skola, CancellationToken ct)
    {
        if (anvandare.Innehar(Behorighetsslag.CsnBehorighetshandlaggare))
            return true;
        if (await FinnsAnnorstadesAsync(konto, skola, ct))
            return false;

        // Also what has ended: it may be given back to whoever the account has become.
        var slag = await db.Behorigheter.Where(b => b.KontoId == konto.Id).Select(b => b.Slag).ToListAsync(ct);
        return slag.TrueForAll(s => anvandare.Ar(Behorighetsadministration.For(s, skola), skola));
    }

    /// <summary>What the signed-in person could not do for the user now, and why: so that no page offers it. Nothing of one's own account is asked here.</summary>
    public async Task<Kontohinder?> HinderAsync(long skolanvandareId, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not var (_, konto, skola))
            return null;

        return new Kontohinder(
            await InteBaraHarAsync(konto, skola, ct) ? new KontotDelas() : null,
            await EngangslosenordshinderAsync(konto, ct),
            await FarBytaIdentitetAsync(konto, skola, ct));
    }

    private async Task<Refusal?> EngangslosenordshinderAsync(Konto konto, CancellationToken ct) =>
        !Kontouppgifter.ArEpost(konto.Email ?? "") ? new EpostOgiltig()
        : konto.PasswordHash is null && !await db.Synliga<Kontobrev>().AnyAsync(b => b.KontoId == konto.Id && b.Skickad != null, ct) ? new BrevetInteSkickat()
        : null;

    /// <summary>Mails a new one-time password. It takes the place of the password; sessions end.</summary>
    public async Task<Result<Skolanvandare>?> SkickaEngangslosenordAsync(long skolanvandareId, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not var (person, konto, skola))
            return null;

        Refusal? nej = person.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : !person.ArAktiv ? new KontotAvslutat()
            : await InteBaraHarAsync(konto, skola, ct) ? new KontotDelas()
            : await EngangslosenordshinderAsync(konto, ct);
        if (nej is not null)
            return await NekaAsync(Acts.OneTimePasswordSent, person, nej);

        engangslosenord.Mejla(konto, skola.Id);
        try
        {
            return await db.ITransaktionAsync<Result<Skolanvandare>>(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    await sessioner.AvslutaAllaAsync(konto.Id, ct);
                    return person;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await NekaAsync(Acts.OneTimePasswordSent, person, new AnvandarenAndrad());
        }
    }

    /// <summary>Lifts the lock of the username (domain.md section 3: BA or CSN may). Not one's own: then the lock would protect nothing.</summary>
    public async Task<Result<Skolanvandare>?> LasUppAsync(long skolanvandareId, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not var (person, konto, skola))
            return null;

        var nyckel = InloggningssparrService.Nyckel(konto.UserName);
        var tvasteg = TvastegsinloggningService.Sparrnyckel(konto);
        Refusal? nej = person.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : !person.ArAktiv ? new KontotAvslutat()
            : await InteBaraHarAsync(konto, skola, ct) ? new KontotDelas()
            : !await sparr.ArLastAsync(nyckel, ct) && !await sparr.ArLastAsync(tvasteg, ct) ? new InteLast()
            : null;
        if (nej is not null)
            return await NekaAsync(Acts.AccountUnlocked, person, nej);

        audit.Add(Acts.AccountUnlocked, AuditObjects.Konto, konto.Id, skola.Id);
        await db.SaveChangesAsync(ct);
        await sparr.NollstallAsync(nyckel, ct);
        await sparr.NollstallAsync(tvasteg, ct);
        return person;
    }

    /// <summary>
    /// Takes away the user's second factor, for one who has lost it. The password and the e-mail address stay, so nobody comes in by it but the
    /// person; CSN's own staff are CSN's to help.
    /// </summary>
    public async Task<Result<Skolanvandare>?> AterstallTvastegAsync(long skolanvandareId, CancellationToken ct)
    {
        if (await HittaAsync(skolanvandareId, ct) is not var (person, konto, skola))
            return null;

        Refusal? nej = person.KontoId == anvandare.KontoId ? new InteSigSjalv()
            : !person.ArAktiv ? new KontotAvslutat()
            : await InteBaraHarAsync(konto, skola, ct) ? new KontotDelas()
            : null;
        if (nej is not null)
            return await NekaAsync(Acts.SecondFactorReset, person, nej);

        var svar = await andraFaktor.AterstallAsync(konto.Id, skola.Id, null, ct);
        return svar.IsAccepted ? person : Result<Skolanvandare>.Refused(svar.Refusals);
    }

    /// <summary>Is the account used elsewhere too, and the signed-in person not CSN's behörighetshandläggare? A school helps its own users only.</summary>
    private async Task<bool> InteBaraHarAsync(Konto konto, Skola skola, CancellationToken ct) =>
        !anvandare.Innehar(Behorighetsslag.CsnBehorighetshandlaggare) && await FinnsAnnorstadesAsync(konto, skola, ct);

    /// <summary>Is or was the person somebody at CSN or at another school? Read over all schools, since a school's own context does not see it.</summary>
    private async Task<bool> FinnsAnnorstadesAsync(Konto konto, Skola skola, CancellationToken ct)
    {
        await using var alla = nyDb.NyForAlla("kontots skolor");
        return await alla.Behorigheter.AnyAsync(b => b.KontoId == konto.Id && b.SkolaId != skola.Id, ct)
            || await alla.Nationellt<Skolanvandare>().AnyAsync(a => a.KontoId == konto.Id && a.SkolaId != skola.Id, ct);
    }

    private async Task<(Skolanvandare Person, Konto Konto, Skola Skola)?> HittaAsync(long skolanvandareId, CancellationToken ct)
    {
        if (await db.Synliga<Skolanvandare>().SingleOrDefaultAsync(a => a.Id == skolanvandareId, ct) is not { } person)
            return null;

        return (person, await db.Konton.SingleAsync(k => k.Id == person.KontoId, ct), await db.Skolor.SingleAsync(s => s.Id == person.SkolaId, ct));
    }

    private async Task<Refusal?> ProvaAsync(Konto konto, Skola skola, Kontouppgifter uppgifter, CancellationToken ct)
    {
        var bytt = konto.Namn != uppgifter.Namn || konto.Email != uppgifter.Epost || (uppgifter.Personnummer is not null && konto.Personnummer != uppgifter.Personnummer);
        if (bytt && !await FarBytaIdentitetAsync(konto, skola, ct))
            return new UppgifternaSkotsAvAnnan();
        if (uppgifter.Personnummer is { } nummer && konto.Personnummer is { } har && har != nummer)
            return new PersonnummerKanInteBytas();

        var epost = uppgifter.Epost.ToUpperInvariant();
        return await db.Konton.AnyAsync(
            k => k.Id != konto.Id && (k.NormalizedEmail == epost || (uppgifter.Personnummer != null && k.Personnummer == uppgifter.Personnummer)), ct)
            ? new AnnatKontoFinns()
            : null;
    }

    private async Task<Result<Skolanvandare>> NekaAsync(string act, Skolanvandare person, Refusal nej)
    {
        // What was begun is not to be saved by anything that comes after it.
        db.ChangeTracker.Clear();
        await audit.AddRefusalAsync(act, AuditObjects.Konto, person.KontoId, person.SkolaId, nej.Code);
        return nej;
    }

    /// <summary>Which facts changed; never what they were, for the log holds no names and addresses.</summary>
    private static string? Andringar(Konto konto, Kontouppgifter uppgifter)
    {
        List<string> rader = [];
        if (konto.Namn != uppgifter.Namn)
            rader.Add("Namn: ändrat");
        if (konto.Email != uppgifter.Epost)
            rader.Add("E-post: ändrad");
        if (konto.PhoneNumber != uppgifter.Telefon)
            rader.Add("Telefon: ändrad");
        if (uppgifter.Personnummer is not null && konto.Personnummer is null)
            rader.Add("Personnummer: tillagt");
        return rader.Count == 0 ? null : string.Join('\n', rader);
    }
}
