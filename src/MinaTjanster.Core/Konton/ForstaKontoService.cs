using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>A new account and its one-time password in clear: to be shown once and never stored.</summary>
public sealed record NyttKonto(string Anvandarnamn, string Engangslosenord, DateTime GiltigtTill);

/// <summary>
/// Makes the account from which all others come: CSN's first behörighetshandläggare. A production has none to start with,
/// and once there is one, accounts are made in the portal.
/// </summary>
public sealed class ForstaKontoService(PortalDbContext db, AuditService audit, IPasswordHasher<Konto> hasher, TimeProvider klocka)
{
    public async Task<Result<NyttKonto>> SkapaAsync(string anvandarnamn, string namn, string epost, CancellationToken ct = default)
    {
        (anvandarnamn, namn, epost) = (anvandarnamn.Trim(), namn.Trim(), epost.Trim());
        if (Granska(anvandarnamn, namn, epost) is { } fel)
        {
            return fel;
        }

        var normaliserat = Konto.Normalisera(anvandarnamn);
        if (await db.Konton.AnyAsync(k => k.NormalizedUserName == normaliserat, ct))
        {
            return new AnvandarnamnetUpptaget(anvandarnamn);
        }

        var konto = new Konto(anvandarnamn, namn, epost, telefon: null);
        var losenord = EngangslosenordService.Nytt();
        var giltigtTill = klocka.UtcNu() + EngangslosenordService.Giltighet;
        konto.SattEngangslosenord(hasher.HashPassword(konto, losenord), giltigtTill);
        return await db.ITransaktionAsync<Result<NyttKonto>>(
            async () =>
            {
                // Asked where nothing else is written: of two commands at once, the other one is seen.
                if (await db.Behorigheter.AnyAsync(b => b.Slag == Behorighetsslag.CsnBehorighetshandlaggare, ct))
                    return new ForstaKontotFinns();

                db.Add(konto);
                audit.AddForNew(Acts.AccountCreated, AuditObjects.Konto, () => konto.Id, null);
                await db.SaveChangesAsync(ct);
                db.Add(new Behorighet(konto.Id, null, Behorighetsslag.CsnBehorighetshandlaggare));
                await db.SaveChangesAsync(ct);
                return new NyttKonto(anvandarnamn, losenord, giltigtTill);
            },
            ct);
    }

    private static OgiltigKontouppgift? Granska(string anvandarnamn, string namn, string epost)
    {
        if (anvandarnamn.Length is 0 or > Konto.MaxAnvandarnamn || !anvandarnamn.All(char.IsAsciiLetterOrDigit))
        {
            return new($"Användarnamnet ska vara 1–{Konto.MaxAnvandarnamn} tecken, bara bokstäverna a–z och siffror.");
        }

        if (namn.Length is 0 or > Konto.MaxNamn)
        {
            return new($"Namnet ska vara 1–{Konto.MaxNamn} tecken.");
        }

        return Kontouppgifter.ArEpost(epost) ? null : new("E-postadressen är inte giltig. Skriv den som namn@exempel.se.");
    }
}
