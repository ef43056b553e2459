using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Granskning;

/// <summary>Opens a case for a page, and records that it was looked at (design decision 8).</summary>
public sealed class Arendeoppning(ArendedetaljQuery query, AuditService audit)
{
    /// <summary>The case; null, and nothing recorded, when it does not exist or the signed-in person is not cleared to see it.</summary>
    public async Task<Arendedetaljer?> OppnaAsync(long arendeId, CancellationToken ct)
    {
        if (await query.HamtaAsync(arendeId, ct) is not { } detaljer)
        {
            return null;
        }

        var (rapport, studerande) = (detaljer.Rapport, detaljer.Studerande);
        await audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skolkrapport, rapport.Id, rapport.SkolaId);
        if (studerande.ArSkyddad)
        {
            await audit.AddVisningAsync(Visningsslag.SkyddadIdentitet, AuditObjects.Studerande, studerande.Id, studerande.SkolaId);
        }

        return detaljer;
    }
}
