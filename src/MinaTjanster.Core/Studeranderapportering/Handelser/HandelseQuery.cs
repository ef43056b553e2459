using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>One event as its own page shows it.</summary>
/// <param name="Kedja">The events that it has taken the place of, or that have taken its place, oldest first; itself included.</param>
/// <param name="SkickadAv">Who sent each of them, by the event's key.</param>
/// <param name="TillbakatagenAv">Who took it back; null otherwise.</param>
/// <param name="Hinder">Why it cannot be changed or taken back on screen; null when it can.</param>
public sealed record Handelsesida(
    Handelse Handelse,
    Studerande Studerande,
    IReadOnlyList<Handelse> Kedja,
    IReadOnlyDictionary<long, Avsandare> SkickadAv,
    string? TillbakatagenAv,
    RapporterasIAnnanKanal? Hinder,
    DateTime Nu)
{
    public Handelsetyp Typ => Handelse.Uppgift.Slag.Typ();

    public bool Galler => Handelse.Status == Handelsestatus.Galler;

    /// <summary>CSN has not acted on it yet.</summary>
    public bool InomFonstret => Nu < Handelse.Fonster;

    /// <summary>Swedish time.</summary>
    public DateTime FonstretStanger => Handelse.Fonster.SvenskTidpunkt();
}

/// <summary>Loads one event of the active school.</summary>
public sealed class HandelseQuery(PortalDbContext db, AvsandareQuery avsandare, TimeProvider klocka)
{
    /// <returns>Null when the active school has no such event.</returns>
    public async Task<Handelsesida?> ForAsync(long id, CancellationToken ct)
    {
        if (await db.Handelser.AsNoTracking().Include(h => h.Sandning).SingleOrDefaultAsync(h => h.Id == id, ct) is not { } handelse)
            return null;

        var studerande = await db.Studerande.AsNoTracking().SingleAsync(s => s.Id == handelse.StuderandeId, ct);
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == handelse.SkolaId, ct);
        var kedja = await KedjaAsync(handelse, ct);
        return new(
            handelse,
            studerande,
            kedja,
            await avsandare.ForAsync(studerande.Personnummer, kedja, ct),
            handelse.TillbakatagenAvKontoId is { } konto ? await db.Konton.Where(k => k.Id == konto).Select(k => k.Namn).SingleAsync(ct) : null,
            Kanalregel.Provas(skola, studerande, handelse.Uppgift.Slag),
            klocka.UtcNu());
    }

    /// <returns>Null when the active school has no such event, or there is no paper of its kind.</returns>
    public async Task<Intyg?> IntygAsync(long id, CancellationToken ct) =>
        await ForAsync(id, ct) is { Typ.ArIntyg: true } sida
            ? new(sida.Handelse, sida.Studerande, await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == sida.Studerande.SkolaId, ct), sida.SkickadAv[sida.Handelse.Id].Namn)
            : null;

    private async Task<IReadOnlyList<Handelse>> KedjaAsync(Handelse handelse, CancellationToken ct)
    {
        // A student has tens of events, a chain a few: read once, followed here.
        var alla = await db.Handelser.AsNoTracking().Include(h => h.Sandning).Where(h => h.StuderandeId == handelse.StuderandeId).ToListAsync(ct);
        List<Handelse> kedja = [alla.Single(h => h.Id == handelse.Id)];
        while (alla.Find(h => h.Id == kedja[0].ErsatterId) is { } fore)
            kedja.Insert(0, fore);
        while (alla.Find(h => h.ErsatterId == kedja[^1].Id) is { } efter)
            kedja.Add(efter);
        return kedja;
    }
}
