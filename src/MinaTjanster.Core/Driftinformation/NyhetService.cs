using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Driftinformation;

/// <summary>CSN's news: written as a draft, changed, published, taken down. Null answers: no such item.</summary>
public sealed class NyhetService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, Driftminne minne, TimeProvider klocka)
{
    /// <summary>As a draft.</summary>
    /// <param name="nyckel">The one-time key of the form.</param>
    public async Task<Result<Nyhet>> LaggTillAsync(Nyhetstext text, string nyckel, CancellationToken ct) =>
        (await GorAsync(
            Acts.NewsAdded,
            null,
            async () =>
            {
                if (await db.Nyheter.SingleOrDefaultAsync(n => n.Nyckel == nyckel, ct) is { } forsta)
                    return forsta;

                var bedomd = Nyhetsregel.Bedom(text, null, klocka.SvenskDag());
                if (!bedomd.IsAccepted)
                    return Result<Nyhet>.Refused(bedomd.Refusals);

                var ny = new Nyhet(bedomd.Value, nyckel, anvandare.KontoId, klocka.UtcNu());
                db.Add(ny);
                audit.AddForNew(Acts.NewsAdded, AuditObjects.Nyhet, () => ny.Id, null, changes: string.Join('\n', Nyhet.Rader(bedomd.Value).Select(r => $"{r.Namn}: {r.Varde}")));
                return ny;
            },
            ct))!;

    /// <summary>A published one is changed where it stands.</summary>
    /// <param name="version">The version that the form was drawn from.</param>
    public Task<Result<Nyhet>?> AndraAsync(long id, Nyhetstext text, int version, CancellationToken ct) =>
        MedAsync(
            Acts.NewsChanged,
            id,
            nyhet =>
            {
                if (nyhet.Version != version)
                    return new NyhetenAndrad();

                var bedomd = Nyhetsregel.Bedom(text, nyhet, klocka.SvenskDag());
                if (!bedomd.IsAccepted)
                    return Result<Nyhet>.Refused(bedomd.Refusals);

                var fore = nyhet.Uppgift;
                nyhet.Andra(bedomd.Value);
                var skilda = Nyhet.Rader(fore).Zip(Nyhet.Rader(nyhet.Uppgift)).Where(p => p.First != p.Second).Select(p => $"{p.First.Namn}: {p.First.Varde} → {p.Second.Varde}").ToList();
                if (fore.Text != nyhet.Text)
                    skilda.Add("Text: ändrad");
                if (skilda.Count > 0)
                    audit.Add(Acts.NewsChanged, AuditObjects.Nyhet, id, null, changes: string.Join('\n', skilda));
                return nyhet;
            },
            ct);

    /// <summary>As the page showed it; once, however often it is asked for.</summary>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Nyhet>?> PubliceraAsync(long id, int version, CancellationToken ct) =>
        MedAsync(
            Acts.NewsPublished,
            id,
            nyhet =>
            {
                if (nyhet.Status == Nyhetsstatus.Publicerad)
                    return nyhet;
                if (nyhet.Version != version)
                    return new NyhetenAndrad();
                if (nyhet.ArSlut(klocka.SvenskDag()))
                    return new NyhetenSlut();

                nyhet.Publicera();
                audit.Add(Acts.NewsPublished, AuditObjects.Nyhet, id, null);
                return nyhet;
            },
            ct);

    /// <summary>Whatever version: what must not be read is taken down at once. Nothing where it is not published.</summary>
    public Task<Result<Nyhet>?> TaNedAsync(long id, CancellationToken ct) =>
        MedAsync(
            Acts.NewsTakenDown,
            id,
            nyhet =>
            {
                if (nyhet.Status != Nyhetsstatus.Publicerad)
                    return nyhet;

                nyhet.TaNed();
                audit.Add(Acts.NewsTakenDown, AuditObjects.Nyhet, id, null);
                return nyhet;
            },
            ct);

    private Task<Result<Nyhet>?> MedAsync(string act, long id, Func<Nyhet, Result<Nyhet>> gor, CancellationToken ct) =>
        GorAsync(act, id, async () => await db.Nyheter.SingleOrDefaultAsync(n => n.Id == id, ct) is { } nyhet ? gor(nyhet) : null, ct);

    private async Task<Result<Nyhet>?> GorAsync(string act, long? id, Func<Task<Result<Nyhet>?>> gor, CancellationToken ct)
    {
        var svar = await db.BeslutaAsync(
            async () =>
            {
                var gjort = await gor();
                if (gjort is { IsAccepted: true })
                    await db.SaveChangesAsync(ct);
                return gjort;
            },
            new NyhetenAndrad(),
            ct);
        minne.Glom();
        if (svar is { IsAccepted: false })
            await audit.AddRefusalAsync(act, AuditObjects.Nyhet, id, null, svar.Refusals);
        return svar;
    }
}
