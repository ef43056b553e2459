using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Franvarocoach.Listor;

/// <summary>A line of the check page as the report's own rules judge it now.</summary>
/// <param name="Bedomning">With the confirmation given where one is required: whether it is given is asked on the page.</param>
/// <param name="Rapport">What it was sent as; null while it is not.</param>
public sealed record Provadurvalsrad(Franvarourvalsrad Rad, Studerandelage Studerande, Skolkbedomning Bedomning, Skolkfoljd Foljd, Skolkrapport? Rapport)
{
    /// <summary>The same with the reporter's own word on the confirmation.</summary>
    public Skolkbedomning Slutlig => Skolkregel.Bedom(Rad.Uppgift, Studerande.Lage);
}

/// <summary>What became of a check page.</summary>
public enum Urvalsutfall
{
    IngenVald,
    Skickat,

    /// <summary>The list was removed while it was being sent, so there are no receipts for many: each report has its own.</summary>
    Borttaget,
}

/// <param name="Skickade">Reports that were sent, where the choice does not tell.</param>
/// <param name="Av">Those that were ticked.</param>
public sealed record Urvalssvar(Urvalsutfall Utfall, int Skickade = 0, int Av = 0);

/// <summary>Reports for many students of a list: chosen, checked on one page, sent once each by the report's own service and rules.</summary>
public sealed class FranvarourvalService(
    PortalDbContext db, FranvarolistaQuery listor, ListlageQuery lagen, SkolkrapportService rapporter, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Keeps a choice of students for the check page. Those with protected identity have a page of their own, and are left out here as in every act for many.</summary>
    /// <returns>The choice's key, or the refusals; null when the active school has no such list.</returns>
    public async Task<Result<string>?> SkapaAsync(long listaId, IReadOnlyCollection<long> studerandeIds, CancellationToken ct)
    {
        if (studerandeIds.Count > Franvarourval.Flest)
            return new FranvarourvalForStort();
        if (await listor.ForAsync(listaId, ct) is not { } oversikt)
            return null;
        if (!oversikt.IsAccepted)
            return Result<string>.Refused(oversikt.Refusals);

        var valda = studerandeIds.ToHashSet();
        var rader = oversikt.Value.Elever
            .Where(e => e is { Studerande: { ArSkyddad: false } s, Forslag: not null } && valda.Contains(s.Id))
            .Select(e => Rad(e.Studerande!.Id, e.Forslag!.Uppgift))
            .ToList();
        return rader.Count == 0 ? new FranvarourvalTomt() : await SparaAsync(listaId, rader, ct);
    }

    /// <summary>As <see cref="SkapaAsync"/>, for one student with days that the reporter has chosen.</summary>
    /// <returns>The choice's key, or the refusals; null when the active school has no such list, or the list no such student.</returns>
    public async Task<Result<string>?> SkapaForEnAsync(long listaId, long studerandeId, DateOnly forstaDag, DateOnly? sistaDag, CancellationToken ct)
    {
        if (await listor.ForAsync(listaId, ct) is not { } oversikt)
            return null;
        if (!oversikt.IsAccepted)
            return Result<string>.Refused(oversikt.Refusals);
        if (oversikt.Value.For(studerandeId) is not { Studerande: { } studerande } elev)
            return null;

        return sistaDag < forstaDag || Franvaroanalys.Med(elev.Analys, forstaDag, sistaDag, studerande.Lage) is not { } forslag
            ? new FranvarourvalDag()
            : await SparaAsync(listaId, [Rad(studerandeId, forslag.Uppgift)], ct);
    }

    /// <summary>The signed-in person's own choice at the active school, or null.</summary>
    public Task<Franvarourval?> EgetAsync(string nyckel, CancellationToken ct) =>
        db.Franvarourval.Include(u => u.Rader).SingleOrDefaultAsync(u => u.Nyckel == nyckel && u.KontoId == anvandare.KontoId, ct);

    /// <summary>Its lines as the rule judges them now, in the order they were chosen.</summary>
    public async Task<IReadOnlyList<Provadurvalsrad>> ProvaAsync(Franvarourval urval, CancellationToken ct)
    {
        var studerande = await lagen.ForAsync([.. urval.Rader.Select(r => r.StuderandeId)], ct);
        var nycklar = urval.Rader.Select(r => r.Nyckel).ToList();
        var skickade = await db.Skolkrapporter.AsNoTracking().Where(r => nycklar.Contains(r.Sandningsnyckel)).ToDictionaryAsync(r => r.Sandningsnyckel, ct);
        return
        [
            .. urval.Rader.OrderBy(r => r.Id).Where(r => studerande.ContainsKey(r.StuderandeId)).Select(rad =>
            {
                var lage = studerande[rad.StuderandeId];
                var rapport = skickade.GetValueOrDefault(rad.Nyckel);
                var foljd = rapport is null
                    ? Skolkfoljd.For(rad.ForstaDag, rad.SistaDag, lage.Lage)
                    : Skolkfoljd.ForSkickad(rapport.ForstaDag, rapport.SistaDag, lage.Lage with { Rapportdag = rapport.Rapportdag });
                return new Provadurvalsrad(rad, lage, Skolkregel.Bedom(rad.Uppgift with { Bekraftad = foljd.KraverBekraftelse }, lage.Lage), foljd, rapport);
            }),
        ];
    }

    /// <summary>
    /// Sends the ticked lines, one report each, judged at this moment. A line that is refused changes nothing and leaves the others alone. Whatever is posted twice, or
    /// at the same time, each line gives one report.
    /// </summary>
    /// <param name="valda">Ids of the lines that are ticked.</param>
    /// <param name="bekraftade">Ids of those whose extent the reporter confirms.</param>
    /// <returns>Null when there is no such choice.</returns>
    public async Task<Urvalssvar?> SkickaAsync(string nyckel, IReadOnlyCollection<long> valda, IReadOnlyCollection<long> bekraftade, CancellationToken ct)
    {
        if (await EgetAsync(nyckel, ct) is not { } urval)
            return null;
        if (urval.Skickad is not null)
            return new(Urvalsutfall.Skickat);

        var rader = urval.Rader.Where(r => valda.Contains(r.Id)).OrderBy(r => r.Id).ToList();
        if (rader.Count == 0)
            return new(Urvalsutfall.IngenVald);

        foreach (var rad in urval.Rader)
            rad.Valj(valda.Contains(rad.Id), bekraftade.Contains(rad.Id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // the list has gone since it was read: nothing is sent
        }

        // From here on all ticked lines are tried, also when the browser is closed; what is told of them afterwards is read anew.
        var antal = 0;
        foreach (var rad in rader)
        {
            db.ChangeTracker.Clear();
            var svar = await rapporter.SkickaAsync(rad.Nyckel, rad.StuderandeId, new Skolkformular(rad.Uppgift), CancellationToken.None);
            antal += svar is { IsAccepted: true } ? 1 : 0;
        }

        db.ChangeTracker.Clear();
        // The list may have been removed meanwhile, and the choice with it; the first time stands.
        var urvalen = db.Franvarourval.Where(u => u.Id == urval.Id);
        DateTime? nu = klocka.UtcNu();
        await db.SkrivAsync(
            () => urvalen.Where(u => u.Skickad == null).ExecuteUpdateAsync(u => u.SetProperty(x => x.Skickad, nu), CancellationToken.None), CancellationToken.None);
        return await urvalen.AnyAsync(CancellationToken.None) ? new(Urvalsutfall.Skickat) : new(Urvalsutfall.Borttaget, antal, rader.Count);
    }

    private Franvarourvalsrad Rad(long studerandeId, Skolkuppgift uppgift) => new(anvandare.AktivSkola!.Id, studerandeId, Hemlighet.Ny(), uppgift);

    private async Task<string> SparaAsync(long listaId, IReadOnlyList<Franvarourvalsrad> rader, CancellationToken ct)
    {
        var urval = new Franvarourval(anvandare.AktivSkola!.Id, listaId, anvandare.KontoId, Hemlighet.Ny(), rader, klocka.UtcNu());
        db.Add(urval);
        await db.SaveChangesAsync(ct);
        return urval.Nyckel;
    }
}
