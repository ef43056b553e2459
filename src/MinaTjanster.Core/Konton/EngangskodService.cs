using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>Settings <c>Losenordskiosk:*</c>. domain.md section 3: ten minutes and three entries; how many codes is our choice [V].</summary>
public sealed record Kodinstallning(int PerTimme = 3, int PerDygn = 8, int Minuter = 10, int MaxForsok = 3);

/// <summary>
/// One-time codes for a forgotten password (domain.md section 3). Answer, text and cost are the same whatever is typed as username: the same lookups,
/// a code hashed, a row, a mail in the outbox and an event, and for a name that gets no code the row leads nowhere and the mail is a decoy.
/// </summary>
/// <remarks>
/// Codes are hashed as passwords are: forty bits would fall in minutes to plain SHA-256 in the hands of one who has copied the database, and a key of
/// data protection stands in that same database. One hashing in each step, for known and unknown alike.
/// </remarks>
public sealed class EngangskodService(
    PortalDbContext db,
    NyPortalDbContext nyDb,
    MejlService mejl,
    AuditService audit,
    IPasswordHasher<Konto> hasher,
    Kodinstallning installning,
    TimeProvider klocka)
{
    public const string Mejlamne = "Engångslösenord till Mina tjänster";

    /// <summary>Characters that are not mistaken for one another; 31 to the power of 8 is close to forty bits.</summary>
    private const string Alfabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Langd = 8;

    /// <summary>Asks for a code for the typed name. Voids the earlier ones.</summary>
    /// <returns>The handle with which the code is typed, for the browser's cookie; null when as many as may be had been asked for.</returns>
    public async Task<string?> BegarAsync(string? anvandarnamn, CancellationToken ct)
    {
        var namn = InloggningssparrService.Nyckel(anvandarnamn);
        var mottagare = await MottagareAsync(anvandarnamn, ct);
        var kod = RandomNumberGenerator.GetString(Alfabet, Langd);
        var nyckel = Hemlighet.Ny();
        var nu = klocka.UtcNu();
        var engangskod = new Engangskod(
            Hemlighet.Hash(nyckel),
            namn,
            mottagare?.KontoId,
            mottagare?.Stampel ?? Hemlighet.NyKort(),
            // Outside the transaction: it is slow on purpose. A name that gets no code has one too, which is thrown away.
            hasher.HashPassword(null!, kod),
            nu,
            nu.AddMinutes(installning.Minuter));
        bool? sparad;
        do
        {
            await SakerstallSparrAsync(namn, ct);
            sparad = await db.ITransaktionAsync(() => SparaAsync(engangskod, mottagare, kod, ct), ct);
        }
        while (sparad is null);

        if (sparad is true)
        {
            return nyckel;
        }

        await audit.AddRefusalAsync(Acts.CodeRequested, AuditObjects.Konto, mottagare?.KontoId, null, "KOD-ANTAL");
        return null;
    }

    /// <summary>
    /// Tries a typed code. The try is counted before anything is verified, in one statement, so that any number of parallel posts verify three at most.
    /// </summary>
    /// <returns>The permission to set a new password, as after the present one.</returns>
    public async Task<Result<Losenordsbiljett>> VerifieraAsync(string nyckel, string? kod, CancellationToken ct)
    {
        var hash = Hemlighet.Hash(nyckel);
        var nu = klocka.UtcNu();
        var max = installning.MaxForsok;
        var raknade = await db.SkrivAsync(
            () => db.Engangskoder
                .Where(k => k.NyckelHash == hash && k.Status == Kodstatus.Utgiven && k.AntalForsok < max && k.GiltigTill > nu)
                .ExecuteUpdateAsync(rad => rad.SetProperty(k => k.AntalForsok, k => k.AntalForsok + 1), ct),
            ct);
        if (raknade == 0)
        {
            return await NekaAsync(new EngangskodenGallerInte(installning.Minuter, max), null);
        }

        var engangskod = await db.Engangskoder.AsNoTracking().SingleAsync(k => k.NyckelHash == hash, ct);
        var kontoId = engangskod.KontoId ?? 0; // nobody's: looked up all the same
        var konto = await db.Konton.SingleOrDefaultAsync(k => k.Id == kontoId, ct);
        var stammer = hasher.VerifyHashedPassword(null!, engangskod.Kodhash, Rensa(kod)) != PasswordVerificationResult.Failed;
        if (!stammer || konto is null)
        {
            return await NekaAsync(
                engangskod.AntalForsok < max ? new FelEngangskod() : new EngangskodenGallerInte(installning.Minuter, max),
                engangskod.KontoId);
        }

        // A password set in the meantime, by the person or by an administrator, has voided the code.
        var giltig = konto.SecurityStamp == engangskod.Stampel && await db.ITransaktionAsync(
            async () =>
            {
                var anvanda = await db.Engangskoder
                    .Where(k => k.Id == engangskod.Id && k.Status == Kodstatus.Utgiven)
                    .ExecuteUpdateAsync(rad => rad.SetProperty(k => k.Status, Kodstatus.Anvand), ct);
                if (anvanda == 0)
                {
                    return false;
                }

                audit.Add(Acts.CodeEntered, AuditObjects.Konto, konto.Id, null);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
        return giltig ? LosenordService.Biljett(konto) : await NekaAsync(new EngangskodenGallerInte(installning.Minuter, max), konto.Id);
    }

    /// <summary>As it is read in the mail: spaces, hyphens and capitals do not matter. What is longer than any code is cut, so that it costs no more.</summary>
    private static string Rensa(string? kod)
    {
        var rensad = string.Concat((kod ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return rensad.Length > Langd ? rensad[..Langd] + "\n" : rensad;
    }

    /// <returns>True when it was saved, false when it would be one too many, null when the name's row was purged just now.</returns>
    private async Task<bool?> SparaAsync(Engangskod engangskod, Mottagare? mottagare, string kod, CancellationToken ct)
    {
        var nu = engangskod.Skapad;
        var namn = engangskod.Anvandarnyckel;
        if (await db.Kodsparrar.Where(s => s.Nyckel == namn).ExecuteUpdateAsync(rad => rad.SetProperty(s => s.Senast, nu), ct) == 0)
        {
            return null;
        }

        var ettDygn = nu.AddDays(-1);
        var enTimme = nu.AddHours(-1);
        var tider = await db.Engangskoder.Where(k => k.Anvandarnyckel == namn && k.Skapad > ettDygn).Select(k => k.Skapad).ToListAsync(ct);
        if (tider.Count >= installning.PerDygn || tider.Count(t => t > enTimme) >= installning.PerTimme)
        {
            return false;
        }

        await db.Engangskoder
            .Where(k => k.Anvandarnyckel == namn && k.Status == Kodstatus.Utgiven)
            .ExecuteUpdateAsync(rad => rad.SetProperty(k => k.Status, Kodstatus.Upphavd), ct);
        db.Add(engangskod);
        var text = Mejltext(kod, engangskod.GiltigTill);
        if (mottagare is null)
        {
            mejl.AddAttrapp(Mejlamne, text);
        }
        else
        {
            mejl.AddHemligt(mottagare.Epost, Mejlamne, text, mottagare.KontoId);
        }

        audit.Add(Acts.CodeRequested, AuditObjects.Konto, mottagare?.KontoId, null, mottagare is null ? "KOD-INGET-KONTO" : null);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private string Mejltext(string kod, DateTime giltigTill) =>
        $"""
        Hej!

        Ditt engångslösenord är: {kod[..4]}-{kod[4..]}

        Skriv det i fältet Ange engångslösenord, på sidan där du bad om det och i samma webbläsare. Det fungerar inte på inloggningssidan eller som nuvarande lösenord. Det gäller en gång, i {installning.Minuter} minuter: till klockan {giltigTill.SvenskTidpunkt():HH:mm}.

        Du får mejlet för att någon har skrivit ditt användarnamn i lösenordskiosken. Om det inte var du behöver du inte göra något: lösenordet är inte ändrat. Händer det flera gånger, säg till behörighetsadministratören på din skola. Lämna aldrig ut engångslösenordet till någon.

        Det går inte att svara på mejlet.

        CSN
        """;

    /// <summary>Whom the code goes to: an account that has had a password, holds something today and has an address. One question, whoever it is.</summary>
    private async Task<Mottagare?> MottagareAsync(string? anvandarnamn, CancellationToken ct)
    {
        var sokt = Konto.Soknamn(anvandarnamn);
        var gallande = db.Behorigheter.Gallande(klocka.SvenskDag());
        var funnet = await db.Konton
            .Where(k => k.NormalizedUserName == sokt)
            .Select(k => new
            {
                k.Id,
                k.NormalizedUserName,
                k.Email,
                k.SecurityStamp,
                HarLosenord = k.PasswordHash != null,
                HarBehorighet = gallande.Any(b => b.KontoId == k.Id),
            })
            .SingleOrDefaultAsync(ct);
        // Only the very name is the account: InloggningService says why.
        return funnet is { HarLosenord: true, HarBehorighet: true, Email: { Length: > 0 } epost } && funnet.NormalizedUserName == sokt
            ? new Mottagare(funnet.Id, epost, funnet.SecurityStamp!)
            : null;
    }

    private async Task SakerstallSparrAsync(string namn, CancellationToken ct)
    {
        await using var egen = nyDb.Ny();
        if (await egen.Kodsparrar.AsNoTracking().AnyAsync(s => s.Nyckel == namn, ct))
        {
            return;
        }

        try
        {
            egen.Add(new Kodsparr(namn, klocka.UtcNu()));
            await egen.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Another request added it first; else the fault was another.
            if (!await egen.Kodsparrar.AsNoTracking().AnyAsync(s => s.Nyckel == namn, ct))
            {
                throw;
            }
        }
    }

    private async Task<Refusal> NekaAsync(Refusal refusal, long? kontoId)
    {
        await audit.AddRefusalAsync(Acts.CodeEntered, AuditObjects.Konto, kontoId, null, refusal.Code);
        return refusal;
    }

    private sealed record Mottagare(long KontoId, string Epost, string Stampel);
}
