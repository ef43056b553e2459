using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>
/// Keeps what was typed in a form whose session had timed out, and gives it back to the same account and school (domain.md section 3).
/// </summary>
public sealed class SparatformularService(PortalDbContext db, IDataProtectionProvider skydd, TimeProvider klocka)
{
    /// <summary>Beyond this a form is not kept; larger posts are files, which stand as drafts already.</summary>
    public const int MaxTecken = 100_000;

    private readonly IDataProtector _skydd = skydd.CreateProtector("Sparatformular");

    /// <returns>The key to ask for it with, or null when it was too large to keep.</returns>
    public async Task<string?> SparaAsync(Sessionsagare agare, string sokvag, IReadOnlyDictionary<string, string[]> falt, CancellationToken ct)
    {
        if (sokvag.Length > 400 || falt.Sum(f => f.Key.Length + f.Value.Sum(v => v.Length)) > MaxTecken)
        {
            return null;
        }

        var formular = new Sparatformular(
            Hemlighet.NyKort(),
            agare.KontoId,
            agare.SkolaId,
            sokvag,
            _skydd.Protect(JsonSerializer.SerializeToUtf8Bytes(falt)),
            klocka.UtcNu());
        db.Add(formular);
        db.Add(new AuditEvent(formular.Tid, Acts.FormKept, AuditOutcome.Accepted)
        {
            KontoId = agare.KontoId,
            SkolaId = agare.SkolaId,
            Objekt = AuditObjects.Konto,
            ObjektId = agare.KontoId,
        });
        await db.SaveChangesAsync(ct);
        return formular.Nyckel;
    }

    /// <summary>The fields, or null when there are none for this account, school and path, or they are too old.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>?> HamtaAsync(string nyckel, long kontoId, long? skolaId, string sokvag, CancellationToken ct)
    {
        var aldst = klocka.UtcNu() - Sparatformular.Livslangd;
        var formular = await db.Sparadeformular.AsNoTracking()
            .SingleOrDefaultAsync(f => f.Nyckel == nyckel && f.KontoId == kontoId && f.Sokvag == sokvag && f.Tid > aldst, ct);
        return formular is null || formular.SkolaId != skolaId
            ? null
            : JsonSerializer.Deserialize<Dictionary<string, string[]>>(_skydd.Unprotect(formular.Innehall));
    }
}
