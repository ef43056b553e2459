using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>Keeps what somebody searched for with their session, under a key that may stand in an address (design decision 10).</summary>
public sealed class SokningService(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Stores the text, cut to <see cref="Sokning.MaxText"/>, and returns its key.</summary>
    public async Task<string> SparaAsync(string text, CancellationToken ct)
    {
        var rensad = text.Trim();
        var nyckel = Hemlighet.NyKort();
        db.Add(new Sokning(anvandare.Session.SessionId, nyckel, rensad.Length > Sokning.MaxText ? rensad[..Sokning.MaxText] : rensad, klocka.UtcNu()));
        await db.SaveChangesAsync(ct);
        return nyckel;
    }

    /// <summary>The text, or null when this session has no such search.</summary>
    public Task<string?> HamtaAsync(string nyckel, CancellationToken ct)
    {
        var sessionId = anvandare.Session.SessionId;
        return db.Sokningar.Where(s => s.SessionId == sessionId && s.Nyckel == nyckel).Select(s => s.Text).SingleOrDefaultAsync(ct);
    }
}
