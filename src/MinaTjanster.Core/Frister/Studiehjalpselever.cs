using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Frister;

/// <summary>Does ogiltig frånvaro touch any student of the context's school? Only studiehjälp and lärlingsersättning are stopped by it (domain.md section 5).</summary>
internal static class Studiehjalpselever
{
    /// <summary>
    /// Is some student of today young enough for studiehjälp on a day of last month, whose absence is to be read off, or a lärling of whatever age? Of the ages only the youngest's is asked.
    /// Not asked of a gymnasieskola, whose students are.
    /// </summary>
    public static async Task<bool> FinnsAsync(PortalDbContext db, Skolform? skolform, DateOnly idag, CancellationToken ct)
    {
        var nu = db.Studieperioder.AsNoTracking().Where(p => p.Avdelning != Avdelning.B && p.ForstaDag <= idag && p.SistaDag >= idag);
        if (skolform == Skolform.Gymnasieskola)
            return await nu.AnyAsync(ct);
        if (await nu.AnyAsync(p => p.Larling == Larlingskap.Ja, ct))
            return true;

        var yngst = await (
            from p in nu
            where p.ValdStodform != Stodform.Studiemedel
            join s in db.Studerande on p.StuderandeId equals s.Id
            orderby s.Personnummer descending
            select s.Personnummer).FirstOrDefaultAsync(ct);
        return ArUng(yngst, idag);
    }

    /// <summary>Was the youngest, of those in another avdelning than B who have not chosen studiemedel, young enough for studiehjälp on a day of last month?</summary>
    public static bool ArUng(Personnummer? yngst, DateOnly idag) =>
        yngst is not null && Stodregel.SistaDagMedStudiehjalp(yngst.Fodelsedag) >= new DateOnly(idag.Year, idag.Month, 1).AddMonths(-1);
}
