using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Sidomdomen;

/// <summary>Takes answers from anyone. There is nobody to write in the log: an answer tells of its page alone.</summary>
public sealed class SidsvarService(PortalDbContext db, TimeProvider klocka)
{
    /// <param name="sida">A page that asks; the caller has seen to it.</param>
    /// <param name="hjalpte">Null when neither was chosen.</param>
    /// <returns>False when the form had been sent before: nothing was added.</returns>
    public async Task<Result<bool>> SvaraAsync(string sida, string nyckel, bool? hjalpte, string? kommentar, CancellationToken ct)
    {
        var text = kommentar?.Trim().ReplaceLineEndings("\n") is { Length: > 0 } skrivet ? skrivet : null;
        List<Refusal> nej = [];
        if (hjalpte is null)
            nej.Add(new SidsvarSaknas());
        if (text is { Length: > Sidsvar.MaxKommentar })
            nej.Add(new SidkommentarForLang());
        else if (Personnummermask.Finns(text))
            nej.Add(new SidkommentarMedPersonnummer());
        if (nej.Count > 0)
            return Result<bool>.Refused(nej);

        if (await db.Sidsvar.AnyAsync(s => s.Nyckel == nyckel, ct))
            return false;

        db.Add(new Sidsvar(sida, nyckel, hjalpte!.Value, text, klocka.SvenskDag()));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // The same form, sent at the same moment.
            db.ChangeTracker.Clear();
            if (await db.Sidsvar.AnyAsync(s => s.Nyckel == nyckel, ct))
                return false;
            throw;
        }
    }
}
