using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;

namespace MinaTjanster.Web.Areas.Granskning;

/// <summary>Opens a case for a page, and records that it was looked at (design decision 8).</summary>
public sealed class Arendeoppning(ArendedetaljQuery query, UnderlagQuery underlag, AuditService audit)
{
    /// <summary>The case; null, and nothing recorded, when it does not exist or the signed-in person is not cleared to see it.</summary>
    public async Task<Arendedetaljer?> OppnaAsync(long arendeId, CancellationToken ct)
    {
        if (await query.HamtaAsync(arendeId, ct) is not { } detaljer)
        {
            return null;
        }

        await NoteraAsync(detaljer.Rapport);
        return detaljer;
    }

    /// <summary>As <see cref="OppnaAsync"/>, for the page about its underlag on paper.</summary>
    public async Task<Underlagslage?> OppnaUnderlagAsync(long arendeId, CancellationToken ct)
    {
        if (await underlag.LageForArendeAsync(arendeId, ct) is not { } lage)
        {
            return null;
        }

        await NoteraAsync(lage.Rapport);
        return lage;
    }

    /// <summary>That the student is protected, and the report, was noted by what read them: it becomes a view of her where a page is shown, and none where the reader is sent back.</summary>
    private Task NoteraAsync(Skolkrapport rapport) => audit.AddVisningAsync(Visningsslag.Csn, AuditObjects.Skolkrapport, rapport.Id, rapport.SkolaId);
}
