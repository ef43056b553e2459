using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.Core.Skolkrapportering;

internal static class Arendekontroll
{
    /// <summary>The checks of an underlag that was sent, as of the day it was: of a letter, the day it was written where that is known. None where it lacks facts.</summary>
    public static IReadOnlyList<Kontrollrad> For(Skolkrapport rapport, Franvarounderlag underlag) =>
        underlag is { Uppgift: { } uppgift, Ankomstdag: { } ankomst } ? Underlagskontroll.Kontrollera(rapport.Uppgift, uppgift, underlag.Avsantdag ?? ankomst) : [];
}

internal static class ArendeUrval
{
    /// <summary>The cases of all schools that a handläggare may see: those of protected students only when cleared (domain.md section 6).</summary>
    /// <param name="nu">UTC.</param>
    public static IQueryable<Arende> SynligaArenden(this PortalDbContext db, AktuellAnvandare anvandare, DateTime nu)
    {
        var alla = db.Nationellt<Arende>().HosCsn(nu);
        var oskyddade = db.StuderandeILane(Personskydd.Inget);
        return anvandare.Har(Rattighet.SeSkyddadeIdentiteter)
            ? alla
            : alla.Where(a => oskyddade.Any(s => s.Id == a.Skolkrapport.StuderandeId));
    }

    /// <summary>Those whose window has closed, except what was taken back before it did.</summary>
    /// <param name="nu">UTC.</param>
    public static IQueryable<Arende> HosCsn(this IQueryable<Arende> arenden, DateTime nu) =>
        arenden.Where(a => a.SynligFran <= nu && (a.Atertaget == null || a.Atertaget >= a.SynligFran));
}
