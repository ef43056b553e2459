using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>A report with everything that its underlag pages show. Read only.</summary>
/// <param name="Underlag">Drafts and sent ones, oldest first, each with its complete files only.</param>
public sealed record Underlagslage(Skolkrapport Rapport, Studerande Studerande, Arende Arende, IReadOnlyList<Franvarounderlag> Underlag)
{
    public IEnumerable<Franvarounderlag> Inskickade => Underlag.Where(u => u.ArInskickat).OrderBy(u => u.Skickad);

    public Underlagsfrist Frist => Underlagsfrist.For(Rapport.ForstaDag, Rapport.Rapportdag);

    /// <summary>Why no underlag is taken any more, or null.</summary>
    public Refusal? Hinder => Underlagsregel.ProvaOppet(Rapport, Arende);

    /// <summary>The draft that is being filled in, or null.</summary>
    public Franvarounderlag? Utkast(Ankomstsatt satt) => Underlag.SingleOrDefault(u => !u.ArInskickat && u.Ankomstsatt == satt);

    /// <summary>The key that the next underlag gets, whoever starts it.</summary>
    public string Nyckel(Ankomstsatt satt) =>
        Utkast(satt)?.Sandningsnyckel ?? UnderlagService.Nyckel(satt, Rapport.Id, Underlag.Count(u => u.ArInskickat && u.Ankomstsatt == satt));
}

/// <summary>A document with what decides who may see it.</summary>
public sealed record Dokumentlage(Dokument Dokument, Franvarounderlag Underlag, long StuderandeId, Personskydd Skydd);

/// <summary>Reads for the underlag pages, within the scope of whoever asks: the active school, or all schools for CSN.</summary>
public sealed class UnderlagQuery(PortalDbContext db, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Null when the report is not there, or another school's.</summary>
    public async Task<Underlagslage?> LageAsync(long skolkrapportId, CancellationToken ct)
    {
        var arende = await db.Synliga<Arende>().AsNoTracking()
            .Include(a => a.Skolkrapport)
            .Include(a => a.Kompletteringar).ThenInclude(k => k.Markeringar)
            .SingleOrDefaultAsync(a => a.SkolkrapportId == skolkrapportId, ct);
        if (arende is null)
            return null;

        var studerande = await db.Synliga<Studerande>().AsNoTracking().SingleAsync(s => s.Id == arende.Skolkrapport.StuderandeId, ct);
        var underlag = await db.Synliga<Franvarounderlag>().AsNoTracking()
            .Where(u => u.SkolkrapportId == skolkrapportId)
            .Include(u => u.Dokument.Where(d => d.Status == Dokumentstatus.Komplett).OrderBy(d => d.Id))
            .OrderBy(u => u.Id)
            .ToListAsync(ct);
        return new Underlagslage(arende.Skolkrapport, studerande, arende, underlag);
    }

    /// <summary>As <see cref="LageAsync"/>, by the case's id, for CSN: null also when the person is not cleared to see the student.</summary>
    public async Task<Underlagslage?> LageForArendeAsync(long arendeId, CancellationToken ct)
    {
        var skolkrapportId = await db.SynligaArenden(anvandare, klocka.UtcNu()).Where(a => a.Id == arendeId).Select(a => (long?)a.SkolkrapportId).SingleOrDefaultAsync(ct);
        if (skolkrapportId is not { } id || await LageAsync(id, ct) is not { } lage)
            return null;

        if (await db.ArSkyddadNagonstansAsync(lage.Studerande.Id, ct))
            db.Omfang.NoteraSkyddad(lage.Studerande.Id, lage.Studerande.SkolaId, id);

        return lage;
    }

    /// <summary>Null when the document is not there, not complete, or another school's.</summary>
    public async Task<Dokumentlage?> DokumentAsync(long dokumentId, CancellationToken ct)
    {
        var dokument = await db.Synliga<Dokument>().AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == dokumentId && d.Status == Dokumentstatus.Komplett && d.FranvarounderlagId != null, ct);
        if (dokument is null)
            return null;

        // CSN sees it with its case.
        var skolans = !db.Omfang.ArAlla;
        var hosCsn = db.Synliga<Arende>().HosCsn(klocka.UtcNu());
        var agare = await (
            from u in db.Synliga<Franvarounderlag>().AsNoTracking()
            where u.Id == dokument.FranvarounderlagId
            join r in db.Synliga<Skolkrapport>() on u.SkolkrapportId equals r.Id
            join s in db.Synliga<Studerande>() on r.StuderandeId equals s.Id
            where skolans || hosCsn.Any(a => a.SkolkrapportId == r.Id)
            select new { Underlag = u, StuderandeId = s.Id, s.Skydd }).SingleOrDefaultAsync(ct);
        if (agare is null)
            return null;

        var skydd = !skolans && await db.ArSkyddadNagonstansAsync(agare.StuderandeId, ct) ? Personskydd.Skyddad : agare.Skydd;
        if (skydd == Personskydd.Skyddad)
            db.Omfang.NoteraSkyddad(agare.StuderandeId, dokument.SkolaId, agare.Underlag.SkolkrapportId);

        return new Dokumentlage(dokument, agare.Underlag, agare.StuderandeId, skydd);
    }
}
