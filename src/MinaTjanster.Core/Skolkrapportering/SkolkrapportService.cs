using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>Reports ogiltig frånvaro for a student of the active school: first a draft, then the report itself (domain.md section 5).</summary>
public sealed class SkolkrapportService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare, TimeProvider klocka)
{
    /// <summary>Judges what is filled in and keeps it for the check page.</summary>
    /// <param name="nyckel">The draft that is being changed; null, unknown or somebody else's makes a new one.</param>
    /// <returns>The draft's key, or the refusals; null when the active school has no such student.</returns>
    public async Task<Result<string>?> SparaUtkastAsync(long studerandeId, Skolkformular formular, string? nyckel, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        if (await Skolkladdning.LaddaAsync(db, studerandeId, null, nu.SvenskDag(), ct) is not var (studerande, lage))
            return null;

        var bedomning = Skolkregel.Bedom(formular.Uppgift, lage.MedVal(formular.ValdStodform));
        if (!bedomning.ArGodtagen)
            return await NekaAsync<string>(studerande, bedomning.Refusals, ct);

        var utkast = nyckel is null ? null : await EgetUtkastAsync(nyckel, ct);
        if (utkast is null || utkast.StuderandeId != studerandeId)
        {
            utkast = new Skolkutkast(studerande.SkolaId, studerandeId, anvandare.KontoId, Hemlighet.Ny(), formular, nu);
            db.Add(utkast);
        }
        else
        {
            utkast.Satt(formular);
        }

        await db.SaveChangesAsync(ct);
        return utkast.Nyckel;
    }

    /// <summary>The signed-in person's own draft at the active school, or null.</summary>
    public Task<Skolkutkast?> EgetUtkastAsync(string nyckel, CancellationToken ct) =>
        db.Skolkutkast.SingleOrDefaultAsync(u => u.Nyckel == nyckel && u.KontoId == anvandare.KontoId, ct);

    /// <summary>The report that this key was sent as, at the active school, or null.</summary>
    public Task<long?> SkickadAsync(string nyckel, CancellationToken ct) =>
        db.Skolkrapporter.Where(r => r.Sandningsnyckel == nyckel).Select(r => (long?)r.Id).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Sends the draft: judged again at this moment, whose Swedish day is the report date. A second post, click or retry of the same key
    /// gives the first one's report, also when they come at the same time (design decision 3).
    /// </summary>
    /// <param name="version">The draft's version when the check page was drawn.</param>
    /// <returns>The report's id, or the refusals; null when there is neither draft nor report.</returns>
    public Task<Result<long>?> SkickaAsync(string nyckel, int version, CancellationToken ct) =>
        Studerandeserie.MedOmtagAsync(db, () => ForsokSkickaAsync(nyckel, version, ct));

    /// <summary>
    /// Sends what has been checked elsewhere than in a draft: one line of a check page for many. The key is the line's own: a second post gives the first one's report.
    /// </summary>
    /// <returns>The report's id, or the refusals; null when the active school has no such student.</returns>
    public Task<Result<long>?> SkickaAsync(string nyckel, long studerandeId, Skolkformular formular, CancellationToken ct) =>
        Studerandeserie.MedOmtagAsync(db, async () => await SkickadAsync(nyckel, ct) is { } redan ? (Result<long>)redan : await ForsokSkickaAsync(nyckel, studerandeId, formular, null, ct));

    private async Task<Result<long>?> ForsokSkickaAsync(string nyckel, int version, CancellationToken ct)
    {
        // The draft goes in the same save as the report comes: without a draft, the report is there or there never was one.
        if (await EgetUtkastAsync(nyckel, ct) is not { } utkast)
            return await SkickadAsync(nyckel, ct) is { } id ? (Result<long>)id : null;

        return await ForsokSkickaAsync(nyckel, utkast.StuderandeId, utkast.Formular, (utkast, version), ct);
    }

    private async Task<Result<long>?> ForsokSkickaAsync(string nyckel, long studerandeId, Skolkformular formular, (Skolkutkast Utkast, int Version)? ur, CancellationToken ct)
    {
        var nu = klocka.UtcNu();
        if (await Skolkladdning.LaddaAsync(db, studerandeId, null, nu.SvenskDag(), ct) is not var (studerande, lage))
            return null;

        if (ur is var (utkast, version) && utkast.Version != version)
            return await NekaAsync<long>(studerande, [new UtkastetAndrat()], ct);

        var bedomning = Skolkregel.Bedom(formular.Uppgift, lage.MedVal(formular.ValdStodform));
        if (!bedomning.ArGodtagen)
        {
            // Somebody may have sent this very draft or line a moment ago: then the refusal is its own report.
            return await SkickadAsync(nyckel, ct) is { } redan ? redan : await NekaAsync<long>(studerande, bedomning.Refusals, ct);
        }

        var (rapport, arende) = Skolkakter.Ny(studerande, formular.Uppgift, nyckel, anvandare.KontoId, nu, lage.Rapportdag);
        db.Add(rapport);
        db.Add(arende);
        if (ur is { } draft)
            db.Remove(draft.Utkast);
        audit.AddForNew(
            Acts.SkolkrapportSent, AuditObjects.Skolkrapport, () => rapport.Id, studerande.SkolaId, changes: Rader(formular, Skolkakter.ValjStod(studerande, formular.Uppgift.ForstaDag, formular.ValdStodform)));
        await Studerandeserie.SparaAsync(db, studerande, ct);
        return rapport.Id;
    }

    private static string Rader(Skolkformular formular, IEnumerable<string> val) => string.Join('\n', [Skolkandringar.Rader(null, formular.Uppgift), .. val]);

    private async Task<Result<T>> NekaAsync<T>(Studerande studerande, IReadOnlyList<Refusal> refusals, CancellationToken ct)
    {
        await audit.AddRefusalAsync(Acts.SkolkrapportSent, AuditObjects.Studerande, studerande.Id, studerande.SkolaId, refusals);
        return Result<T>.Refused(refusals);
    }
}
