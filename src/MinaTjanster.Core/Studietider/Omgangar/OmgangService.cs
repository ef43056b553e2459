using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Omgangar;

/// <summary>CSN's rounds: set up, changed, called off, one more reminder. Null answers: no such round.</summary>
public sealed class OmgangService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    public async Task<Result<Rapporteringsomgang>> LaggTillAsync(Omgangstext text, CancellationToken ct) =>
        (await GorAsync(
            Acts.RoundAdded,
            null,
            async () =>
            {
                var bedomt = Omgangsregel.Bedom(text, null, klocka.SvenskDag());
                if (!bedomt.IsAccepted)
                    return Result<Rapporteringsomgang>.Refused(bedomt.Refusals);
                if (await KrockIKonAsync(bedomt.Value, null, ct) is { } krock)
                    return krock;

                var ny = new Rapporteringsomgang(bedomt.Value, anvandare.KontoId, klocka.UtcNu());
                db.Add(ny);
                audit.AddForNew(
                    Acts.RoundAdded, AuditObjects.Rapporteringsomgang, () => ny.Id, null, changes: string.Join('\n', Rapporteringsomgang.Rader(bedomt.Value).Select(r => $"{r.Namn}: {r.Varde}")));
                return ny;
            },
            ct))!;

    /// <param name="version">The version that the form was drawn from.</param>
    public Task<Result<Rapporteringsomgang>?> AndraAsync(long id, Omgangstext text, int version, CancellationToken ct) =>
        MedAsync(
            Acts.RoundChanged,
            id,
            version,
            async omgang =>
            {
                var bedomt = Omgangsregel.Bedom(text, omgang, klocka.SvenskDag());
                if (!bedomt.IsAccepted)
                    return Result<Rapporteringsomgang>.Refused(bedomt.Refusals);
                if (await KrockIKonAsync(bedomt.Value, id, ct) is { } krock)
                    return krock;

                var fore = Rapporteringsomgang.Rader(omgang.Uppgift);
                // A day that has come stays: some schools may have got its reminder already.
                var komna = omgang.Paminnelser.Select(p => p.Dag).Where(d => d <= klocka.SvenskDag());
                omgang.Andra(bedomt.Value with { Paminnelser = [.. bedomt.Value.Paminnelser.Union(komna).Order()] });
                var skilda = fore.Zip(Rapporteringsomgang.Rader(omgang.Uppgift)).Where(p => p.First != p.Second).Select(p => $"{p.First.Namn}: {p.First.Varde} → {p.Second.Varde}").ToList();
                if (skilda.Count > 0)
                    audit.Add(Acts.RoundChanged, AuditObjects.Rapporteringsomgang, id, null, changes: string.Join('\n', skilda));
                // A change of its days alone is a change of the round too.
                db.Entry(omgang).Property(o => o.Oppnar).IsModified = true;
                return omgang;
            },
            ct);

    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Rapporteringsomgang>?> StallInAsync(long id, int version, CancellationToken ct) =>
        MedAsync(
            Acts.RoundCancelled,
            id,
            version,
            omgang =>
            {
                omgang.StallIn();
                audit.Add(Acts.RoundCancelled, AuditObjects.Rapporteringsomgang, id, null);
                return Task.FromResult<Result<Rapporteringsomgang>>(omgang);
            },
            ct);

    /// <summary>One more reminder today: the job sends it, as any other, to those that have not reported. One a day, however often it is asked for.</summary>
    /// <param name="version">The version that the page showed.</param>
    public Task<Result<Rapporteringsomgang>?> PaminnAsync(long id, int version, CancellationToken ct) =>
        MedAsync(
            Acts.RoundReminderAsked,
            id,
            version,
            omgang =>
            {
                var idag = klocka.SvenskDag();
                if (omgang.Paminnelser.Any(p => p.Dag == idag))
                    return Task.FromResult<Result<Rapporteringsomgang>>(new RedanPamindaIDag());
                if (!omgang.ArOppen(idag) || idag > omgang.SistaDag.AddDays(Omgangsregel.EfterSistaDag))
                    return Task.FromResult<Result<Rapporteringsomgang>>(new OmgangenInteOppen());

                omgang.Paminn(idag);
                audit.Add(Acts.RoundReminderAsked, AuditObjects.Rapporteringsomgang, id, null);
                db.Entry(omgang).Property(o => o.Oppnar).IsModified = true;
                return Task.FromResult<Result<Rapporteringsomgang>>(omgang);
            },
            ct);

    /// <summary>
    /// Another round that asks some of the same schools for the same läsår. Whoever asks holds the gate until their own round is there: two at once cannot both find none.
    /// </summary>
    private async Task<OmgangenFinns?> KrockIKonAsync(Omgangsuppgift uppgift, long? id, CancellationToken ct)
    {
        await db.SkrivAsync(() => db.Omgangsgrindar.ExecuteUpdateAsync(g => g.SetProperty(x => x.Passager, x => x.Passager + 1), ct), ct);
        var andra = await db.Rapporteringsomgangar.AsNoTracking().Where(o => o.Id != id && o.Lasar == uppgift.Lasar && o.Status == Omgangsstatus.Galler).ToListAsync(ct);
        var gemensam = uppgift.Skolformer.Where(s => andra.Exists(o => o.Skolformer.Contains(s))).Select(s => s.Text()).FirstOrDefault();
        return gemensam is null ? null : new(gemensam);
    }

    private Task<Result<Rapporteringsomgang>?> MedAsync(string act, long id, int version, Func<Rapporteringsomgang, Task<Result<Rapporteringsomgang>>> gor, CancellationToken ct) =>
        GorAsync(
            act,
            id,
            async () =>
            {
                if (await db.Rapporteringsomgangar.Include(o => o.Paminnelser).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } omgang)
                    return null;
                if (omgang.Status == Omgangsstatus.Installd)
                    return new OmgangenInstalld();

                return omgang.Version != version ? new OmgangenAndrad() : await gor(omgang);
            },
            ct);

    private Task<Result<Rapporteringsomgang>?> GorAsync(string act, long? id, Func<Task<Result<Rapporteringsomgang>?>> gor, CancellationToken ct) =>
        db.GorAsync(gor, new OmgangenAndrad(), nej => audit.AddRefusalAsync(act, AuditObjects.Rapporteringsomgang, id, null, nej), ct);
}
