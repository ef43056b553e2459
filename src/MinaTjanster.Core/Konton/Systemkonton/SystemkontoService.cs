using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton.Systemkonton;

/// <summary>A service account as its list shows it.</summary>
/// <param name="Galler">The key opens today.</param>
public sealed record Systemkontorad(long Id, string Namn, DateTime Skapad, string SkapadAv, DateOnly GiltigTill, DateTime? SenastAnvand, DateTime? Aterkallad, bool Galler, int Version);

/// <summary>The active school's service accounts, for its behörighetsadministratörer.</summary>
public sealed class SystemkontoService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, TimeProvider klocka)
{
    /// <summary>Says what the key is for where it turns up, so that scanners find it.</summary>
    public const string Nyckelprefix = "mtsk_";

    public Task<Rapporteringssatt> SattAsync(CancellationToken ct) => db.Skolor.Where(s => s.Id == anvandare.AktivSkola!.Id).Select(s => s.Rapporteringssatt).SingleAsync(ct);

    /// <summary>Those in use first, then by name.</summary>
    public async Task<IReadOnlyList<Systemkontorad>> AllaAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var rader = await (
            from s in db.Systemkonton.AsNoTracking().Include(s => s.Konto)
            join av in db.Konton on s.SkapadAvKontoId equals av.Id
            select new { Systemkonto = s, av.Namn }).ToListAsync(ct);
        return
        [
            .. rader.Select(r => new Systemkontorad(
                r.Systemkonto.Id, r.Systemkonto.Konto.Namn, r.Systemkonto.Skapad, r.Namn, r.Systemkonto.GiltigTill, r.Systemkonto.SenastAnvand, r.Systemkonto.Aterkallad, r.Systemkonto.GallerDen(idag), r.Systemkonto.Version))
                .OrderByDescending(r => r.Galler).ThenBy(r => r.Namn, StringComparer.CurrentCulture).ThenByDescending(r => r.Id),
        ];
    }

    /// <returns>The key: kept nowhere, only its hash.</returns>
    public async Task<Result<string>> SkapaAsync(string? namn, string sandningsnyckel, CancellationToken ct)
    {
        var skolaId = anvandare.AktivSkola!.Id;
        var text = namn?.Trim() ?? "";
        var satt = await SattAsync(ct);
        var idag = klocka.SvenskDag();
        Refusal? fel = satt != Rapporteringssatt.Ladok ? new SystemkontoBaraLadok(satt)
            : await db.Systemkonton.AnyAsync(s => s.Sandningsnyckel == sandningsnyckel, ct) ? new SystemkontotRedanSkapat()
            : text.Length == 0 ? new SystemkontonamnSaknas()
            : text.Length > Systemkonto.MaxNamn || text.Any(char.IsControl) ? new SystemkontonamnForLangt()
            : (await AllaAsync(ct)).Any(s => s.Galler && SvenskText.Folda(s.Namn) == SvenskText.Folda(Konto.Systemnamn(text))) ? new SystemkontonamnUpptaget()
            : null;
        if (fel is not null)
            return await NekaAsync(Acts.ServiceAccountCreated, null, skolaId, fel);

        var nyckel = Nyckelprefix + Hemlighet.Ny();
        var konto = new Systemkonto(skolaId, text, Hemlighet.Hash(nyckel), sandningsnyckel, anvandare.KontoId, klocka.UtcNu(), idag.AddYears(Systemkonto.Giltighetsar));
        db.Add(konto);
        audit.AddForNew(Acts.ServiceAccountCreated, AuditObjects.Konto, () => konto.KontoId, skolaId, changes: $"Gäller till: – → {konto.GiltigTill:yyyy-MM-dd}");
        try
        {
            await db.SaveChangesAsync(ct);
            return nyckel;
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // The same form at the same moment.
            db.ChangeTracker.Clear();
            if (!await db.Systemkonton.AnyAsync(s => s.Sandningsnyckel == sandningsnyckel, ct))
                throw;
            return await NekaAsync(Acts.ServiceAccountCreated, null, skolaId, new SystemkontotRedanSkapat());
        }
    }

    /// <returns>Null when the active school has no such service account.</returns>
    public async Task<Result<string>?> AterkallaAsync(long id, CancellationToken ct)
    {
        if (await db.Systemkonton.Include(s => s.Konto).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } konto)
            return null;

        if (konto.Aterkallad is not null)
            return await NekaAsync(Acts.ServiceAccountRevoked, konto.KontoId, konto.SkolaId, new SystemkontotRedanAterkallat());

        konto.Aterkalla(anvandare.KontoId, klocka.UtcNu());
        audit.Add(Acts.ServiceAccountRevoked, AuditObjects.Konto, konto.KontoId, konto.SkolaId);
        try
        {
            await db.SaveChangesAsync(ct);
            return konto.Konto.Namn;
        }
        catch (DbUpdateConcurrencyException)
        {
            return await NekaAsync(Acts.ServiceAccountRevoked, konto.KontoId, konto.SkolaId, new SystemkontotRedanAterkallat());
        }
    }

    private async Task<Result<string>> NekaAsync(string act, long? kontoId, long skolaId, Refusal fel)
    {
        await audit.AddRefusalAsync(act, kontoId is null ? AuditObjects.Skola : AuditObjects.Konto, kontoId ?? skolaId, skolaId, [fel]);
        return fel;
    }
}
