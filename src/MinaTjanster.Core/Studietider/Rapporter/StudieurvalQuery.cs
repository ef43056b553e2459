using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Rapporter;

/// <summary>The study periods that are reported in an education, within some days.</summary>
/// <param name="Utbildning">Null for the whole school.</param>
/// <param name="Dagar">Null for whenever.</param>
internal sealed record Studieurval(long SkolaId, Utbildning? Utbildning, Dagperiod? Dagar)
{
    /// <summary>Periods name their education by name or code, since they also come by file.</summary>
    public IQueryable<Studieperiod> Perioder(PortalDbContext db)
    {
        var perioder = db.Synliga<Studieperiod>().Where(p => p.SkolaId == SkolaId);
        if (Dagar is { ForstaDag: var fran, SistaDag: var till })
            perioder = perioder.Where(p => p.ForstaDag <= till && p.SistaDag >= fran);
        if (Utbildning is { Uppgift: { Namn: var namn, Kod: var kod } })
            perioder = perioder.Where(p => p.Utbildning == namn || (kod != null && (p.Kurskod == kod || p.Studievagskod == kod)));
        return perioder;
    }

    /// <summary>How many students.</summary>
    public Task<int> AntalAsync(PortalDbContext db, CancellationToken ct) => Perioder(db).Select(p => p.StuderandeId).Distinct().CountAsync(ct);
}

/// <summary>A student of an education, and when.</summary>
public sealed record Urvalsrad(long Id, string Fornamn, string Efternamn, Personnummer Personnummer, Personskydd Skydd, string? Klass, DateOnly ForstaDag, DateOnly SistaDag)
{
    /// <summary>What they study is masked too: the row leads nowhere and says nothing that could point at them.</summary>
    public bool ArDold(bool farSeSkyddade) => Skydd == Personskydd.Skyddad && !farSeSkyddade;
}

/// <summary>Who is reported in an education, or touched by a studietid.</summary>
/// <param name="Vad">The education's name, or null for the whole school.</param>
/// <param name="Dagar">The studietid's; null for an education at any time.</param>
public sealed record Studerandeurval(string? Vad, Dagperiod? Dagar, Listsida<Urvalsrad> Rader);

/// <summary>The active school's students by education and studietid.</summary>
public sealed class StudieurvalQuery(PortalDbContext db, StudietidQuery studietider)
{
    /// <summary>How many are reported in the education, ever; null when the active school has no such education.</summary>
    public async Task<int?> AntalAsync(long utbildningId, CancellationToken ct) =>
        await db.Utbildningar.AsNoTracking().SingleOrDefaultAsync(u => u.Id == utbildningId, ct) is { } utbildning
            ? await new Studieurval(utbildning.SkolaId, utbildning, null).AntalAsync(db, ct)
            : null;

    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    /// <returns>Null when the active school has no such education.</returns>
    public async Task<Studerandeurval?> ForUtbildningAsync(long utbildningId, int sida, CancellationToken ct) =>
        await db.Utbildningar.AsNoTracking().SingleOrDefaultAsync(u => u.Id == utbildningId, ct) is { } utbildning
            ? await ListaAsync(new(utbildning.SkolaId, utbildning, null), sida, ct)
            : null;

    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    /// <returns>Null when the active school has no such approved studietid.</returns>
    public async Task<Studerandeurval?> ForStudietidAsync(long studietidId, int sida, CancellationToken ct) =>
        await db.Studietider.AsNoTracking().SingleOrDefaultAsync(s => s.Id == studietidId && s.Status == Studietidsstatus.Galler, ct) is { } studietid
            ? await ListaAsync(await studietider.StudieurvalAsync(studietid, ct), sida, ct)
            : null;

    private async Task<Studerandeurval> ListaAsync(Studieurval urval, int sida, CancellationToken ct)
    {
        var perioder = urval.Perioder(db);
        var alla = db.Studerande.AsNoTracking().Where(s => perioder.Any(p => p.StuderandeId == s.Id));
        var antal = await alla.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Urvalsrad>.SistaSida(antal));
        var rader = await alla.OrderBy(s => s.Sorteringsnyckel).ThenBy(s => s.Id)
            .Skip((sida - 1) * Listsida<Urvalsrad>.Storlek).Take(Listsida<Urvalsrad>.Storlek)
            .Select(s => new Urvalsrad(
                s.Id,
                s.Fornamn,
                s.Efternamn,
                s.Personnummer,
                s.Skydd,
                s.Klass,
                perioder.Where(p => p.StuderandeId == s.Id).Min(p => p.ForstaDag),
                perioder.Where(p => p.StuderandeId == s.Id).Max(p => p.SistaDag)))
            .ToListAsync(ct);
        rader.FindAll(r => r.Skydd == Personskydd.Skyddad).ForEach(r => db.Omfang.NoteraSkyddad(r.Id, urval.SkolaId));
        return new(urval.Utbildning?.Uppgift.Namn, urval.Dagar, new(rader, antal, sida));
    }
}
