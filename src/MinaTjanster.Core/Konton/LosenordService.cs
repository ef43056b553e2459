using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Permission to set a new password, given when the present one was verified. Its stamp makes it single use: changing the password changes the stamp.
/// </summary>
public sealed record Losenordsbiljett(long KontoId, string Stampel);

/// <summary>Sets a new password (Lösenordskiosken, domain.md section 3).</summary>
public sealed class LosenordService(PortalDbContext db, SessionService sessioner, IPasswordHasher<Konto> hasher, Vanligalosenord vanliga, AuditService audit)
{
    public static Losenordsbiljett Biljett(Konto konto) => new(konto.Id, konto.SecurityStamp!);

    /// <summary>Changes the password and ends the account's sessions.</summary>
    public async Task<Result<Konto>> BytAsync(Losenordsbiljett biljett, string nyttLosenord, CancellationToken ct)
    {
        var konto = await db.Konton.SingleOrDefaultAsync(k => k.Id == biljett.KontoId, ct);
        if (konto is null || konto.SecurityStamp != biljett.Stampel)
        {
            return new BytetForGammalt();
        }

        var refusals = Losenordsregler.Granska(nyttLosenord, konto, vanliga);
        if (refusals.Count == 0 && hasher.VerifyHashedPassword(konto, konto.PasswordHash!, nyttLosenord) != PasswordVerificationResult.Failed)
        {
            refusals = [new SvagtLosenord("Det nya lösenordet är samma som det gamla. Välj ett annat.")];
        }

        if (refusals.Count > 0)
        {
            await audit.AddRefusalAsync(Acts.PasswordChanged, AuditObjects.Konto, konto.Id, null, refusals);
            return Result<Konto>.Refused(refusals);
        }

        try
        {
            return await db.ITransaktionAsync<Result<Konto>>(
                async () =>
                {
                    konto.BytLosenord(hasher.HashPassword(konto, nyttLosenord));
                    audit.Add(Acts.PasswordChanged, AuditObjects.Konto, konto.Id, null);
                    await db.SaveChangesAsync(ct);
                    await sessioner.AvslutaAllaAsync(konto.Id, ct);
                    return konto;
                },
                ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same permission was used twice at once: the other one was first.
            return new BytetForGammalt();
        }
    }
}
