using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>A row of a draft as the rule judges it now.</summary>
public sealed record Provadrad(Studerande Studerande, Utkastpost Post, Handelsebedomning Bedomning);

/// <summary>Keeps what is filled in until the check page has sent it (domain.md section 6; design decision 3).</summary>
public sealed class HandelseutkastService(
    PortalDbContext db, HandelselageService lagen, AuditService audit, AktuellAnvandare anvandare, Franvarodagar dagar, TimeProvider klocka)
{
    /// <summary>Judges one event and keeps it. Refused: nothing is kept.</summary>
    /// <param name="nyckel">The draft that is being changed; null, unknown or somebody else's makes a new one.</param>
    /// <param name="andrarHandelseId">The event that it is to take the place of.</param>
    /// <returns>The draft's key, or the refusals; null when the active school has no such student or event.</returns>
    public async Task<Result<string>?> SparaAsync(Utkastpost post, string? nyckel, long? andrarHandelseId, CancellationToken ct)
    {
        if (await ProvaAsync([post], andrarHandelseId, ct) is not [var rad])
            return null;

        if (!rad.Bedomning.ArGodtagen)
        {
            await audit.AddRefusalAsync(Acts.HandelseSent, AuditObjects.Studerande, post.StuderandeId, rad.Studerande.SkolaId, rad.Bedomning.Refusals);
            return Result<string>.Refused(rad.Bedomning.Refusals);
        }

        // The same once more, from a page that the browser kept, is the same draft.
        var samma = nyckel is null && await SenasteAsync(post.StuderandeId, post.Uppgift.Slag, andrarHandelseId, ct) is { } senaste && senaste.Rader[0].Post == post ? senaste.Nyckel : nyckel;
        return await BehallAsync([post], samma, andrarHandelseId, ct);
    }

    /// <summary>Keeps the same kind of event for many; those that cannot be sent are shown as such on the check page.</summary>
    /// <returns>The draft's key; null when none of the students is the active school's.</returns>
    public async Task<string?> SparaFleraAsync(IReadOnlyList<Utkastpost> poster, string? nyckel, CancellationToken ct)
    {
        var ids = poster.Select(p => p.StuderandeId).ToList();
        var egna = (await db.Studerande.Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct)).ToHashSet();
        var kvar = poster.Where(p => egna.Contains(p.StuderandeId)).DistinctBy(p => p.StuderandeId).ToList();
        return kvar.Count == 0 ? null : await BehallAsync(kvar, nyckel, null, ct);
    }

    /// <summary>The signed-in person's own draft at the active school, with its rows, or null.</summary>
    public Task<Handelseutkast?> EgetAsync(string nyckel, CancellationToken ct) =>
        db.Handelseutkast.Include(u => u.Rader).SingleOrDefaultAsync(u => u.Nyckel == nyckel && u.KontoId == anvandare.KontoId, ct);

    /// <summary>The newest of the signed-in person's drafts of one event for one student, or of a change of the same event; null when there is none.</summary>
    /// <param name="andrarHandelseId">The event that it is to take the place of; null for a new one.</param>
    public Task<Handelseutkast?> SenasteAsync(long studerandeId, Handelseslag slag, long? andrarHandelseId, CancellationToken ct) =>
        db.Handelseutkast.Include(u => u.Rader)
            .Where(u => u.KontoId == anvandare.KontoId && u.Slag == slag && u.AndrarHandelseId == andrarHandelseId && u.Rader.Count == 1 && u.Rader.Any(r => r.StuderandeId == studerandeId))
            .OrderByDescending(u => u.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>The draft's rows as the rule judges them at this moment, in the order of the draft.</summary>
    public Task<IReadOnlyList<Provadrad>> ProvaAsync(Handelseutkast utkast, CancellationToken ct) =>
        ProvaAsync([.. utkast.Rader.Select(r => r.Post)], utkast.AndrarHandelseId, ct);

    /// <summary>Throws the draft away.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> KastaAsync(string nyckel, CancellationToken ct)
    {
        if (await EgetAsync(nyckel, ct) is not { } utkast)
            return false;

        db.Remove(utkast);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<IReadOnlyList<Provadrad>> ProvaAsync(List<Utkastpost> poster, long? andrarHandelseId, CancellationToken ct)
    {
        var skola = await db.Skolor.SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        var lage = await lagen.LaddaAsync(skola, [.. poster.Select(p => p.StuderandeId)], klocka.SvenskDag(), ct);
        if (andrarHandelseId is { } id && !(poster is [var ensam] && lage.TryGetValue(ensam.StuderandeId, out var laddad) && laddad.Lage.Handelser.Any(h => h.Id == id)))
            return [];

        return
        [
            .. poster.Where(p => lage.ContainsKey(p.StuderandeId)).Select(p =>
                new Provadrad(lage[p.StuderandeId].Studerande, p, Prova(p.Uppgift, lage[p.StuderandeId].Lage, andrarHandelseId, skola, lage[p.StuderandeId].Studerande))),
        ];
    }

    private Handelsebedomning Prova(Handelseuppgift uppgift, Rapporteringslage lage, long? andrarHandelseId, Skola skola, Studerande studerande) =>
        Kanalregel.Provas(skola, studerande, uppgift.Slag) is { } annan
            ? new([annan], [])
            : Andringsregel.Bedom(uppgift, lage, andrarHandelseId, dagar);

    private async Task<string> BehallAsync(List<Utkastpost> poster, string? nyckel, long? andrarHandelseId, CancellationToken ct)
    {
        var slag = poster[0].Uppgift.Slag;
        var utkast = nyckel is null ? null : await EgetAsync(nyckel, ct);
        if (utkast is null || utkast.Slag != slag || utkast.AndrarHandelseId != andrarHandelseId)
        {
            utkast = new(anvandare.AktivSkola!.Id, anvandare.KontoId, Hemlighet.Ny(), slag, klocka.UtcNu(), andrarHandelseId);
            db.Add(utkast);
        }
        else
        {
            db.Entry(utkast).Property(u => u.Version).IsModified = true;
        }

        utkast.Satt(poster);
        await db.SaveChangesAsync(ct);
        return utkast.Nyckel;
    }
}
