using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>A report that waits for the school: its underlag is missing, CSN has asked for more, or CSN has written and nobody has answered.</summary>
/// <param name="SvarSenast">Last day to answer CSN's question, inclusive; null when nothing is asked.</param>
public sealed record AttGoraRad(
    long SkolkrapportId,
    string Fornamn,
    string Efternamn,
    Personskydd Skydd,
    Personnummer Personnummer,
    DateOnly ForstaDag,
    DateOnly Rapportdag,
    Arendestatus Status,
    DateOnly? SvarSenast)
{
    /// <summary>The report's, for where no name may stand.</summary>
    public string Kvittensnummer { get; init; } = "";

    /// <summary>UTC instant of CSN's message that waits for an answer; null when none does.</summary>
    public DateTime? Meddelande { get; init; }

    /// <summary>Only a message waits: the underlag is with CSN.</summary>
    public bool ArBaraMeddelande => Status is not (Arendestatus.VantarPaUnderlag or Arendestatus.KompletteringBegard);

    public Underlagsfrist Frist => Underlagsfrist.For(ForstaDag, Rapportdag);

    /// <summary>The day the school must have acted, inclusive: rows are sorted by it. A message has no last day, and stands by the day it came.</summary>
    public DateOnly Senast => SvarSenast ?? (ArBaraMeddelande && Meddelande is { } kom ? kom.SvenskDag() : Frist.Senast);
}

/// <summary>What the active school must do now with its reports of ogiltig frånvaro.</summary>
public sealed class AttGoraQuery(PortalDbContext db)
{
    /// <summary>More rows than any school has waiting at once; beyond it the list page is the place.</summary>
    private const int Tak = 500;

    private static readonly Func<PortalDbContext, IAsyncEnumerable<AttGoraRad>> Vantande = EF.CompileAsyncQuery(
        (PortalDbContext db) =>
            (from a in db.Arenden.AsNoTracking()
             where a.Status == Arendestatus.VantarPaUnderlag || a.Status == Arendestatus.KompletteringBegard || a.SkolanSkaSvara != null
             join r in db.Skolkrapporter on a.SkolkrapportId equals r.Id
             join s in db.Studerande on r.StuderandeId equals s.Id
             orderby a.Id
             select new AttGoraRad(
                 r.Id,
                 s.Fornamn,
                 s.Efternamn,
                 s.Skydd,
                 s.Personnummer,
                 r.ForstaDag,
                 r.Rapportdag,
                 a.Status,
                 a.Kompletteringar
                     .Where(k => k.Besvarad == null && k.Aterkallad == null)
                     .Select(k => (DateOnly?)k.SvarSenast)
                     .FirstOrDefault())
             {
                 Kvittensnummer = r.Kvittensnummer,
                 Meddelande = a.SkolanSkaSvara,
             }).Take(Tak));

    /// <summary>For the menu, on pages of any scope: one who works at CSN too has it there.</summary>
    private static readonly Func<PortalDbContext, long, Task<int>> AntalVantande = EF.CompileAsyncQuery(
        (PortalDbContext db, long skolaId) => db.Arenden.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter })
            .Count(a => a.SkolaId == skolaId && (a.Status == Arendestatus.VantarPaUnderlag || a.Status == Arendestatus.KompletteringBegard || a.SkolanSkaSvara != null)));

    private int? _antal;

    /// <summary>All that wait, most urgent first.</summary>
    public async Task<IReadOnlyList<AttGoraRad>> RaderAsync(CancellationToken ct)
    {
        List<AttGoraRad> rader = [];
        await foreach (var rad in Vantande(db).WithCancellation(ct))
        {
            rader.Add(rad);
        }

        _antal = rader.Count;
        return [.. rader.OrderBy(r => r.Senast).ThenBy(r => r.SkolkrapportId)];
    }

    /// <summary>A query that counted on its way saves the menu from asking again.</summary>
    public void Minns(int antal) => _antal = antal;

    /// <summary>How many wait, for the menu; no second query where the rows have been read or another query counted them.</summary>
    public async Task<int> AntalAsync(long skolaId) => _antal ??= await AntalVantande(db, skolaId);
}
