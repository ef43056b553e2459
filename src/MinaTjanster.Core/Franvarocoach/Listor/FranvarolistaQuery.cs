using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>The active school's absence lists, and what they mean today.</summary>
public sealed class FranvarolistaQuery(
    PortalDbContext db, FranvarolistaService listor, ListlageQuery lagen, Franvarocoachinstallning installning, Franvarodagar dagar, TimeProvider klocka)
{
    /// <summary>As many as are worth listing; a list is kept for weeks.</summary>
    private const int Tak = 50;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Listrubrik>> ListorAsync(CancellationToken ct) =>
        (await Rader(db.Franvarolistor.OrderByDescending(l => l.Uppladdad).ThenByDescending(l => l.Id).Take(Tak)).ToListAsync(ct)).ConvertAll(Rubrik);

    /// <summary>Null when the active school has no such list.</summary>
    public async Task<Listrubrik?> RubrikAsync(long listaId, CancellationToken ct) =>
        await Rader(db.Franvarolistor.Where(l => l.Id == listaId)).SingleOrDefaultAsync(ct) is { } rad ? Rubrik(rad) : null;

    /// <summary>What counts as ogiltig frånvaro at the school.</summary>
    public async Task<Raknas> RaknasAsync(CancellationToken ct) => (await db.Franvaroinstallningar.AsNoTracking().SingleOrDefaultAsync(ct))?.Raknas ?? new Raknas();

    /// <summary>The list with every student judged today.</summary>
    /// <returns>Or why it cannot be read, most often since its columns are to be chosen; null when the active school has no such list.</returns>
    public async Task<Result<Listoversikt>?> ForAsync(long listaId, CancellationToken ct)
    {
        if (await RubrikAsync(listaId, ct) is not { } rubrik)
            return null;
        if (rubrik.Mappning is not { } mappning)
            return new FranvarolistaUtanKolumner();
        if (await listor.LasAsync(listaId, mappning, ct) is not { } last)
            return null;
        if (!last.IsAccepted)
            return Result<Listoversikt>.Refused(last.Refusals);

        var (lista, idag) = (last.Value, klocka.SvenskDag());
        var regler = new Coachregler(await RaknasAsync(ct), SammanhangandeDagar: dagar.Studiehjalp);
        var kanda = await lagen.ForAsync([.. lista.Elever.Select(e => e.Personnummer)], ct);
        return new Listoversikt(
            rubrik,
            lista,
            regler.Raknas,
            Listoversikt.Ordna(lista.Elever.Select(elev =>
            {
                var studerande = kanda.GetValueOrDefault(elev.Personnummer);
                return new Listelevlage(elev, Franvaroanalys.For(elev, studerande?.Lage ?? new Skolklage(elev.Personnummer.Fodelsedag, [], [], idag), regler), studerande);
            })),
            idag);
    }

    private IQueryable<Rad> Rader(IQueryable<Franvarolista> listor) =>
        from l in listor.AsNoTracking()
        join d in db.Dokument on l.DokumentId equals d.Id
        join k in db.Konton on l.KontoId equals k.Id
        select new Rad(l.Id, d.Filnamn, d.Langd, l.Uppladdad, k.Namn, l.Mappning);

    private Listrubrik Rubrik(Rad rad) =>
        new(rad.Id, rad.Filnamn, rad.Langd, rad.Uppladdad, rad.Namn, rad.Mappning, rad.Uppladdad.AddDays(installning.ListaDagar).SvenskDag());

    private sealed record Rad(long Id, string Filnamn, long Langd, DateTime Uppladdad, string Namn, string? Mappning);
}
