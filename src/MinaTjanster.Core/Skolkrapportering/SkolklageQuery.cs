using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>A student as the head of a form shows them, and what the rule needs to know.</summary>
public sealed record Studerandelage(
    long Id,
    string Fornamn,
    string Efternamn,
    Personnummer Personnummer,
    Personskydd Skydd,
    string? Klass,
    IReadOnlyList<string> Utbildningar,
    Skolklage Lage)
{
    public bool ArSkyddad => Skydd == Personskydd.Skyddad;

    /// <summary>Avdelning A3 under the age boundary: the reporter is asked which support the student has chosen (domain.md section 4).</summary>
    public bool StodformFragas =>
        Lage.Studieperioder.Any(p => p.Avdelning == Avdelning.A3 && p.ForstaDag <= Stodregel.SistaDagMedStudiehjalp(Lage.Fodelsedag));

    public string NamnFor(bool farSeSkyddade) => Studerande.VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade);

    public string PersonnummerFor(bool farSeSkyddade) => Studerande.VisatPersonnummer(Skydd, Personnummer, farSeSkyddade);
}

/// <summary>Loads a student's state for a page: one round trip, since the form asks for it at every key stroke.</summary>
public sealed class SkolklageQuery(PortalDbContext db, TimeProvider klocka)
{
    private static readonly Func<PortalDbContext, long, IAsyncEnumerable<Rad>> Las = EF.CompileAsyncQuery(
        (PortalDbContext db, long id) =>
            from s in db.Studerande
            where s.Id == id
            from p in db.Studieperioder.Where(p => p.StuderandeId == s.Id).DefaultIfEmpty()
            from r in db.Skolkrapporter.Where(r => r.StuderandeId == s.Id && r.Status != Skolkrapportstatus.Borttagen).DefaultIfEmpty()
            select new Rad(
                s.Id,
                s.Fornamn,
                s.Efternamn,
                s.Personnummer,
                s.Skydd,
                s.Klass,
                p == null ? null : p.Id,
                p == null ? null : p.Utbildning,
                p == null ? null : p.ForstaDag,
                p == null ? null : p.SistaDag,
                p == null ? null : p.Avdelning,
                p == null ? null : p.Larling,
                p == null ? null : p.ValdStodform,
                r == null ? null : r.Id,
                r == null ? null : r.ForstaDag,
                r == null ? null : r.SistaDag));

    /// <param name="utomRapportId">The report that is being changed, left out of the others.</param>
    /// <returns>Null when the active school has no such student.</returns>
    public async Task<Studerandelage?> ForAsync(long studerandeId, CancellationToken ct, long? utomRapportId = null)
    {
        List<Rad> rader = [];
        await foreach (var rad in Las(db, studerandeId).WithCancellation(ct))
        {
            rader.Add(rad);
        }

        if (rader is not [var forsta, ..])
            return null;

        var perioder = rader.Where(r => r.PeriodId is not null).DistinctBy(r => r.PeriodId).OrderBy(r => r.PeriodForsta).ToList();
        return new(
            forsta.Id,
            forsta.Fornamn,
            forsta.Efternamn,
            forsta.Personnummer,
            forsta.Skydd,
            forsta.Klass,
            [.. perioder.Select(p => p.Utbildning!).Distinct()],
            new Skolklage(
                forsta.Personnummer.Fodelsedag,
                [.. perioder.Select(p => new Studieperiodlage(p.PeriodForsta!.Value, p.PeriodSista!.Value, p.Avdelning!.Value, p.Larling == Larlingskap.Ja, p.ValdStodform))],
                [.. rader.Where(r => r.RapportId is not null && r.RapportId != utomRapportId).DistinctBy(r => r.RapportId).Select(r => new AnnanSkolkrapport(r.RapportId!.Value, r.RapportForsta!.Value, r.RapportSista))],
                klocka.SvenskDag()));
    }

    private sealed record Rad(
        long Id,
        string Fornamn,
        string Efternamn,
        Personnummer Personnummer,
        Personskydd Skydd,
        string? Klass,
        long? PeriodId,
        string? Utbildning,
        DateOnly? PeriodForsta,
        DateOnly? PeriodSista,
        Avdelning? Avdelning,
        Larlingskap? Larling,
        Stodform? ValdStodform,
        long? RapportId,
        DateOnly? RapportForsta,
        DateOnly? RapportSista);
}
