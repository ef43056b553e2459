using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>What became of a draft.</summary>
/// <param name="SandningId">The sending, with its receipt.</param>
/// <param name="Kvar">How many rows could not be sent and stay in the draft.</param>
public sealed record Skickat(long SandningId, int Kvar);

/// <summary>Sends drafts of events, and takes events back.</summary>
public sealed class HandelseService(
    PortalDbContext db,
    HandelseutkastService utkasten,
    HandelselageService lagen,
    AuditService audit,
    AktuellAnvandare anvandare,
    Franvarodagar dagar,
    TimeProvider klocka)
{
    private const string Prefix = "SR";

    /// <summary>The sending that this key was sent as, at the active school, or null.</summary>
    public Task<long?> SkickadAsync(string nyckel, CancellationToken ct) =>
        db.Sandningar.Where(s => s.Sandningsnyckel == nyckel).Select(s => (long?)s.Id).SingleOrDefaultAsync(ct);

    /// <summary>
    /// Sends what of the draft the rule accepts at this moment, whose Swedish day is the report day; the rest stays as a draft of its own.
    /// A second post, click or retry of the same key gives the first one's receipt, also when they come at the same time (design decision 3).
    /// </summary>
    /// <param name="version">The draft's version when the check page was drawn.</param>
    /// <param name="forklaring">The reporter's answer to the warnings, if any; kept with the events that were warned of.</param>
    /// <returns>The sending, or why nothing was sent; null when there is neither draft nor sending.</returns>
    public Task<Result<Skickat>?> SkickaAsync(string nyckel, int version, string? forklaring, CancellationToken ct) =>
        Studerandeserie.MedOmtagAsync(db, () => ForsokSkickaAsync(nyckel, version, string.IsNullOrWhiteSpace(forklaring) ? null : forklaring.Trim(), ct));

    /// <summary>Takes an event back. Before its window closes nothing has come of it; after, CSN gets a correction (domain.md section 6, Ladok).</summary>
    /// <returns>Null when the active school has no such event.</returns>
    public Task<Result<Handelse>?> TaTillbakaAsync(long handelseId, CancellationToken ct) =>
        Studerandeserie.MedOmtagAsync(db, () => ForsokTaTillbakaAsync(handelseId, ct));

    private async Task<Result<Skickat>?> ForsokSkickaAsync(string nyckel, int version, string? forklaring, CancellationToken ct)
    {
        // The draft goes in the same save as the sending comes: without a draft, the sending is there or there never was one.
        if (await utkasten.EgetAsync(nyckel, ct) is not { } utkast)
            return await SkickadAsync(nyckel, ct) is { } id ? (Result<Skickat>)new Skickat(id, 0) : null;

        if (utkast.Version != version)
            return await NekaAsync<Skickat>(utkast, [new UtkastetAndrat()]);

        if (forklaring is { Length: > Handelse.MaxForklaring })
            return new ForLangForklaring();

        var nu = klocka.UtcNu();
        var skola = await db.Skolor.SingleAsync(s => s.Id == utkast.SkolaId, ct);
        var laddade = await lagen.LaddaAsync(skola, [.. utkast.Rader.Select(r => r.StuderandeId)], nu.SvenskDag(), ct);
        var sandning = new Sandning(utkast.SkolaId, Kvittensnummer.Nytt(Prefix).Text, nyckel, Sandningskanal.Skarm, anvandare.KontoId, nu, nu.SvenskDag());
        List<Refusal> nekade = [];
        HashSet<long> kvar = [];
        foreach (var post in utkast.Rader.Select(r => r.Post).Where(p => laddade.ContainsKey(p.StuderandeId)))
        {
            var (studerande, lage) = laddade[post.StuderandeId];
            var bedomning = Kanalregel.Provas(skola, studerande, utkast.Slag) is { } annan ? new([annan], []) : Andringsregel.Bedom(post.Uppgift, lage, utkast.AndrarHandelseId, dagar);
            if (!bedomning.ArGodtagen)
            {
                nekade.AddRange(bedomning.Refusals);
                kvar.Add(post.StuderandeId);
                continue;
            }

            var handelse = new Handelse(studerande.Id, sandning, post.Uppgift, bedomning.Varningar.Count > 0 ? forklaring : null, utkast.AndrarHandelseId);
            await BokforAsync(studerande, lage, handelse, nu, ct);
        }

        if (kvar.Count == utkast.Rader.Count)
            return await SkickadAsync(nyckel, ct) is { } redan ? new Skickat(redan, 0) : await NekaAsync<Skickat>(utkast, nekade);

        db.Add(sandning);
        db.Remove(utkast);
        if (kvar.Count > 0)
        {
            var rest = new Handelseutkast(utkast.SkolaId, utkast.KontoId, Hemlighet.Ny(), utkast.Slag, nu);
            rest.Satt(utkast.Rader.Where(r => kvar.Contains(r.StuderandeId)).Select(r => r.Post));
            db.Add(rest);
        }

        audit.AddForNew(
            utkast.AndrarHandelseId is null ? Acts.HandelseSent : Acts.HandelseChanged,
            AuditObjects.Sandning,
            () => sandning.Id,
            sandning.SkolaId,
            changes: $"{utkast.Slag.Typ().Rubrik}: {utkast.Rader.Count - kvar.Count}");
        await db.SaveChangesAsync(ct);
        return new Skickat(sandning.Id, kvar.Count);
    }

    /// <summary>The event, what it replaces, and the study periods that follow from both; and the student's version, so that acts come one by one.</summary>
    private async Task BokforAsync(Studerande studerande, Rapporteringslage lage, Handelse handelse, DateTime nu, CancellationToken ct)
    {
        const long tillfalligt = -1;
        db.Add(handelse);
        if (handelse.ErsatterId is { } id)
        {
            (await db.Handelser.SingleAsync(h => h.Id == id, ct)).Ersatt(nu);
        }

        await Avstangningsbok.SkickadAsync(db, handelse, nu, ct);
        Studietidsskrivare.Skriv(studerande, lage.Med(new(tillfalligt, handelse.Uppgift), handelse.ErsatterId).Perioder, new Dictionary<long, Handelse> { [tillfalligt] = handelse });
        db.Entry(studerande).Property(s => s.Version).IsModified = true;
    }

    private async Task<Result<Handelse>?> ForsokTaTillbakaAsync(long handelseId, CancellationToken ct)
    {
        if (await db.Handelser.Include(h => h.Sandning).SingleOrDefaultAsync(h => h.Id == handelseId, ct) is not { } handelse)
            return null;

        var nu = klocka.UtcNu();
        var skola = await db.Skolor.SingleAsync(s => s.Id == handelse.SkolaId, ct);
        var (studerande, lage) = (await lagen.LaddaAsync(skola, [handelse.StuderandeId], nu.SvenskDag(), ct))[handelse.StuderandeId];
        Refusal? fel = handelse.Status != Handelsestatus.Galler ? new HandelseRedanTillbakatagen()
            : Kanalregel.Provas(skola, studerande, handelse.Uppgift.Slag) is { } annan ? annan
            : Andringsregel.ProvaTillbaka(handelseId, lage);
        if (fel is not null)
        {
            await audit.AddRefusalAsync(Acts.HandelseTakenBack, AuditObjects.Handelse, handelseId, handelse.SkolaId, [fel]);
            return fel;
        }

        handelse.TaTillbaka(anvandare.KontoId, nu);
        await Avstangningsbok.TillbakatagenAsync(db, handelse, nu, ct);
        Studietidsskrivare.Skriv(studerande, lage.Utan(handelseId).Perioder, new Dictionary<long, Handelse>());
        audit.Add(Acts.HandelseTakenBack, AuditObjects.Handelse, handelseId, handelse.SkolaId, changes: handelse.Uppgift.Slag.Typ().Rubrik);
        await Studerandeserie.SparaAsync(db, studerande, ct);
        return handelse;
    }

    private async Task<Result<T>> NekaAsync<T>(Handelseutkast utkast, IReadOnlyList<Refusal> refusals)
    {
        await audit.AddRefusalAsync(Acts.HandelseSent, AuditObjects.Skola, utkast.SkolaId, utkast.SkolaId, refusals);
        return Result<T>.Refused(refusals);
    }
}
