using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>
/// The student list in one round trip: a page of students, joined with their periods and open reports, and the number of all.
/// The whole list is the page that is opened most, so its query is compiled once; a search runs the same expression over what it finds.
/// </summary>
internal static class Studeranderader
{
    private static readonly Expression<Func<PortalDbContext, IQueryable<Studerande>, int, int, IQueryable<Rad>>> Uttryck =
        (db, traffar, hoppa, antal) =>
            from s in traffar.OrderBy(s => s.Sorteringsnyckel).ThenBy(s => s.Id).Skip(hoppa).Take(antal)
            from p in db.Studieperioder.Where(p => p.StuderandeId == s.Id).DefaultIfEmpty()
            from r in db.Skolkrapporter.Where(r => r.StuderandeId == s.Id && r.Status != Skolkrapportstatus.Borttagen).DefaultIfEmpty()
            from a in db.Arenden.Where(a => a.SkolkrapportId == r!.Id).DefaultIfEmpty()
            from k in db.Kompletteringar.Where(k => k.ArendeId == a!.Id && k.Besvarad == null && k.Aterkallad == null).DefaultIfEmpty()
            select new Rad(
                s.Id,
                s.Sorteringsnyckel,
                s.Fornamn,
                s.Efternamn,
                s.Personnummer,
                s.Skydd,
                s.Klass,
                p == null ? null : p.ForstaDag,
                p == null ? null : p.SistaDag,
                r == null ? null : r.Id,
                r == null ? null : r.ForstaDag,
                r == null ? null : r.SistaDag,
                r == null ? null : r.Rapportdag,
                a == null ? null : a.Status,
                a == null ? null : a.SynligFran,
                k == null ? null : k.SvarSenast,
                traffar.Count(),
                db.Arenden.Count(v => v.Status == Arendestatus.VantarPaUnderlag || v.Status == Arendestatus.KompletteringBegard || v.SkolanSkaSvara != null));

    public static readonly Func<PortalDbContext, int, int, IAsyncEnumerable<Rad>> HelaListan =
        EF.CompileAsyncQuery(OverAlla());

    public static readonly Func<PortalDbContext, IQueryable<Studerande>, int, int, IQueryable<Rad>> Bland = Uttryck.Compile();

    /// <summary>One row for each student, from the rows that the joins multiply; in order again, which is cheaper here than a second sort in the database.</summary>
    public static IReadOnlyList<Studeranderad> Samla(List<Rad> rader, DateTime nu) =>
    [
        .. rader.GroupBy(r => (r.Sorteringsnyckel, r.Id)).OrderBy(g => g.Key.Sorteringsnyckel, StringComparer.Ordinal).ThenBy(g => g.Key.Id).Select(g => new Studeranderad(
            g.Key.Id,
            g.First().Fornamn,
            g.First().Efternamn,
            g.First().Personnummer,
            g.First().Skydd,
            g.First().Klass,
            Periodrad.Aktuell([.. g.Where(r => r.PeriodForsta is not null).Select(r => new Periodrad(r.PeriodForsta!.Value, r.PeriodSista!.Value))], nu.SvenskDag()),
            Mestangelagen(g, nu))),
    ];

    private static Oppenskolk? Mestangelagen(IEnumerable<Rad> rader, DateTime nu) => rader
        .Where(r => r.SkolkrapportId is not null && r.Arende is not null)
        .Select(r => new Oppenskolk(r.SkolkrapportId!.Value, r.SkolkForsta!.Value, r.SkolkSista, r.Rapportdag!.Value, r.Arende!.Value, r.SvarSenast) { NarCsn = Fonsterord.NarCsn(r.SynligFran, nu) })
        .Where(o => o.Pagar || o.Arende is not (Arendestatus.Avslutat or Arendestatus.Atertaget))
        .OrderByDescending(o => o.Status(nu.SvenskDag()).Slag)
        .ThenBy(o => o.Status(nu.SvenskDag()).Senast)
        .ThenByDescending(o => o.ForstaDag)
        .FirstOrDefault();

    private static Expression<Func<PortalDbContext, int, int, IQueryable<Rad>>> OverAlla()
    {
        var (db, traffar) = (Uttryck.Parameters[0], Uttryck.Parameters[1]);
        var alla = Expression.Property(db, nameof(PortalDbContext.Studerande));
        return Expression.Lambda<Func<PortalDbContext, int, int, IQueryable<Rad>>>(
            ReplacingExpressionVisitor.Replace(traffar, alla, Uttryck.Body), db, Uttryck.Parameters[2], Uttryck.Parameters[3]);
    }

    internal sealed record Rad(
        long Id,
        string Sorteringsnyckel,
        string Fornamn,
        string Efternamn,
        Personnummer Personnummer,
        Personskydd Skydd,
        string? Klass,
        DateOnly? PeriodForsta,
        DateOnly? PeriodSista,
        long? SkolkrapportId,
        DateOnly? SkolkForsta,
        DateOnly? SkolkSista,
        DateOnly? Rapportdag,
        Arendestatus? Arende,
        DateTime? SynligFran,
        DateOnly? SvarSenast,
        int Totalt,
        int VantarPaSkolan);
}
