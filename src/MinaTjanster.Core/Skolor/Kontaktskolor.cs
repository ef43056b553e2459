using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Skolor;

/// <summary>Which schools a contact person decides about.</summary>
internal static class Kontaktskolor
{
    /// <summary>Theirs, and those that nobody answers for.</summary>
    public static IQueryable<Skola> SkolorFor(this PortalDbContext db, long kontoId) =>
        db.Skolor.Where(s => db.Kontaktansvar.Any(k => k.SkolaId == s.Id && k.KontoId == kontoId) || !db.Kontaktansvar.Any(k => k.SkolaId == s.Id));
}
