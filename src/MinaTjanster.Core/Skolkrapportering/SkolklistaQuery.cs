using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Which reports to list.</summary>
public enum Skolkfilter
{
    /// <summary>All that are not deleted.</summary>
    Alla,
    UnderlagSaknas,
    Komplettering,

    /// <summary>CSN has written, and nobody has answered.</summary>
    Meddelande,

    /// <summary>The absence goes on: no last day.</summary>
    Pagar,
    HosCsn,
    Klara,
    Borttagna,
}

/// <summary>A row of the list of reports.</summary>
public sealed record Skolkrad(
    long Id,
    string Fornamn,
    string Efternamn,
    Personnummer Personnummer,
    Personskydd Skydd,
    DateOnly ForstaDag,
    DateOnly? SistaDag,
    DateOnly Rapportdag,
    string Kvittensnummer,
    Arendestatus Arende,
    DateOnly? SvarSenast)
{
    public long StuderandeId { get; init; }

    /// <summary>CSN has written, and nobody has answered.</summary>
    public bool HarMeddelande { get; init; }

    /// <summary>UTC: when CSN sees the case; null once it does.</summary>
    public DateTime? NarCsn { get; init; }

    public bool ArBorttagen => Arende == Arendestatus.Atertaget;

    public Skolkstatus Status(DateOnly idag) => Skolkstatus.For(Arende, Underlagsfrist.For(ForstaDag, Rapportdag), SvarSenast, idag, NarCsn);

    public string NamnFor(bool farSeSkyddade) => Studerande.VisatNamn(Skydd, Fornamn, Efternamn, farSeSkyddade);

    public string PersonnummerFor(bool farSeSkyddade) => Studerande.VisatPersonnummer(Skydd, Personnummer, farSeSkyddade);
}

/// <summary>A page of reports, and how many there are of each kind.</summary>
public sealed record Skolklista(Listsida<Skolkrad> Sida, IReadOnlyDictionary<Skolkfilter, int> Antal);

/// <summary>The active school's reports of ogiltig frånvaro: what asks for something first, then what goes on, then the rest.</summary>
public sealed class SkolklistaQuery(PortalDbContext db, TimeProvider klocka)
{
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Skolklista> SidaAsync(Skolkfilter filter, int sida, CancellationToken ct)
    {
        var antal = await AntalAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Skolkrad>.SistaSida(antal[filter]));
        var rader = await LasAsync(Rader(filter).Skip((sida - 1) * Listsida<Skolkrad>.Storlek).Take(Listsida<Skolkrad>.Storlek), ct);
        return new(new(rader, antal[filter], sida), antal);
    }

    /// <summary>Every row of the list, for export.</summary>
    public async Task<IReadOnlyList<Skolkrad>> AllaAsync(Skolkfilter filter, CancellationToken ct) => await LasAsync(Rader(filter), ct);

    private async Task<List<Skolkrad>> LasAsync(IQueryable<Skolkrad> vilka, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        var rader = (await vilka.ToListAsync(ct)).ConvertAll(r => r with { NarCsn = Fonsterord.NarCsn(r.NarCsn, nu) });
        rader.FindAll(r => r.Skydd == Personskydd.Skyddad).ForEach(r => db.Omfang.NoteraSkyddad(r.StuderandeId, db.Omfang.SkolaId));
        return rader;
    }

    private async Task<Dictionary<Skolkfilter, int>> AntalAsync(CancellationToken ct)
    {
        var grupper = await (
            from a in db.Arenden
            join r in db.Skolkrapporter on a.SkolkrapportId equals r.Id
            group a by new { a.Status, r.SistaDag.HasValue, Meddelande = a.SkolanSkaSvara != null } into g
            select new { g.Key.Status, Slut = g.Key.HasValue, g.Key.Meddelande, Antal = g.Count() }).ToListAsync(ct);
        return Enum.GetValues<Skolkfilter>().ToDictionary(f => f, f => grupper.Where(g => Ingar(f, g.Status, g.Slut) && (f != Skolkfilter.Meddelande || g.Meddelande)).Sum(g => g.Antal));
    }

    private static bool Ingar(Skolkfilter filter, Arendestatus status, bool slut) => filter switch
    {
        Skolkfilter.Borttagna => status == Arendestatus.Atertaget,
        _ when status == Arendestatus.Atertaget => false,
        Skolkfilter.Alla or Skolkfilter.Meddelande => true,
        Skolkfilter.UnderlagSaknas => status == Arendestatus.VantarPaUnderlag,
        Skolkfilter.Komplettering => status == Arendestatus.KompletteringBegard,
        Skolkfilter.Pagar => !slut,
        Skolkfilter.HosCsn => status is Arendestatus.AttGranska or Arendestatus.Granskas,
        Skolkfilter.Klara => status is Arendestatus.Godkant or Arendestatus.Avslutat,
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };

    private IQueryable<Skolkrad> Rader(Skolkfilter filter)
    {
        var statusar = Enum.GetValues<Arendestatus>().Where(s => Ingar(filter, s, slut: false)).ToList();
        var (baraPagar, baraMeddelanden) = (filter == Skolkfilter.Pagar, filter == Skolkfilter.Meddelande);
        return
            from a in db.Arenden.AsNoTracking()
            where statusar.Contains(a.Status) && (!baraMeddelanden || a.SkolanSkaSvara != null)
            join r in db.Skolkrapporter on a.SkolkrapportId equals r.Id
            where !baraPagar || r.SistaDag == null
            join s in db.Studerande on r.StuderandeId equals s.Id
            let svarSenast = a.Kompletteringar.Where(k => k.Besvarad == null && k.Aterkallad == null).Select(k => (DateOnly?)k.SvarSenast).FirstOrDefault()
            let turordning = a.Status == Arendestatus.KompletteringBegard || a.SkolanSkaSvara != null ? 0
                : a.Status == Arendestatus.VantarPaUnderlag ? 1
                : a.Status == Arendestatus.Atertaget ? 4
                : r.SistaDag == null ? 2
                : 3
            orderby turordning, svarSenast == null ? 1 : 0, svarSenast, turordning == 1 ? r.Rapportdag : (DateOnly?)null, r.ForstaDag descending, r.Id descending
            select new Skolkrad(r.Id, s.Fornamn, s.Efternamn, s.Personnummer, s.Skydd, r.ForstaDag, r.SistaDag, r.Rapportdag, r.Kvittensnummer, a.Status, svarSenast)
            {
                StuderandeId = s.Id,
                HarMeddelande = a.SkolanSkaSvara != null,
                NarCsn = a.SynligFran,
            };
    }
}
