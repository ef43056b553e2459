using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Utbildningar;

/// <summary>What is looked for in the list.</summary>
/// <param name="Text">Words of the name or the code, each the beginning of one; null for all.</param>
/// <param name="Slag">Null for every kind.</param>
/// <param name="Arkiverade">Those that are no longer offered, instead of those that are.</param>
public sealed record Utbildningsurval(string? Text = null, Utbildningsslag? Slag = null, bool Arkiverade = false);

/// <summary>A line of the list.</summary>
/// <param name="Studietider">How many of its own hold or are proposed.</param>
/// <param name="HarSkolans">It has none of its own, and the whole school's hold for it.</param>
public sealed record Utbildningsrad(long Id, Utbildningsuppgift Uppgift, int Studietider, bool HarSkolans);

/// <summary>One education.</summary>
/// <param name="Studietider">Those that hold, the latest first.</param>
public sealed record Utbildningssida(Utbildning Utbildning, IReadOnlyList<Studietid> Studietider, Skolform Skolform);

/// <summary>The active school's educations.</summary>
public sealed class UtbildningQuery(PortalDbContext db, AktuellAnvandare anvandare)
{
    private const int MaxStudietider = 50;

    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Listsida<Utbildningsrad>> ListaAsync(Utbildningsurval urval, int sida, CancellationToken ct)
    {
        var utvalda = Utvalda(urval);
        var antal = await utvalda.CountAsync(ct);
        sida = Math.Clamp(sida, 1, Listsida<Utbildningsrad>.SistaSida(antal));
        var rader = await utvalda.OrderBy(u => u.Sorteringsnyckel).ThenBy(u => u.Id)
            .Skip((sida - 1) * Listsida<Utbildningsrad>.Storlek).Take(Listsida<Utbildningsrad>.Storlek)
            .Select(u => new { u.Id, u.Uppgift, Studietider = db.Studietider.Count(s => s.UtbildningId == u.Id && s.Status != Studietidsstatus.Ersatt) })
            .ToListAsync(ct);
        // What is archived is not offered, whatever the school's times.
        var skolans = urval.Arkiverade ? [] : (await db.Studietider.Where(s => s.UtbildningId == null && s.Status == Studietidsstatus.Galler).Select(s => s.ForstaDag).ToListAsync(ct)).ConvertAll(d => Lasar.For(d).Startar);
        return new(
            rader.ConvertAll(u => new Utbildningsrad(
                u.Id, u.Uppgift, u.Studietider, u.Studietider == 0 && skolans.Exists(l => l >= u.Uppgift.FranLasar && l <= (u.Uppgift.TillLasar ?? int.MaxValue)))),
            antal,
            sida);
    }

    /// <summary>Every education of the choice, for the CSV.</summary>
    public Task<List<Utbildning>> AllaAsync(Utbildningsurval urval, CancellationToken ct) =>
        Utvalda(urval).OrderBy(u => u.Sorteringsnyckel).ThenBy(u => u.Id).ToListAsync(ct);

    /// <returns>Null when the active school has no such education.</returns>
    public async Task<Utbildningssida?> ForAsync(long id, CancellationToken ct) =>
        await db.Utbildningar.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct) is { } utbildning
            ? new(
                utbildning,
                await db.Studietider.AsNoTracking().Include(s => s.Uppehall).Where(s => s.UtbildningId == id && s.Status == Studietidsstatus.Galler)
                    .OrderByDescending(s => s.ForstaDag).Take(MaxStudietider).ToListAsync(ct),
                await SkolformAsync(ct))
            : null;

    public Task<Skolform> SkolformAsync(CancellationToken ct) => db.Skolor.Where(s => s.Id == anvandare.AktivSkola!.Id).Select(s => s.Skolform).SingleAsync(ct);

    private IQueryable<Utbildning> Utvalda(Utbildningsurval urval)
    {
        var status = urval.Arkiverade ? Utbildningsstatus.Arkiverad : Utbildningsstatus.Aktuell;
        var utvalda = db.Utbildningar.AsNoTracking().Where(u => u.Status == status);
        if (urval.Slag is { } slag)
            utvalda = utvalda.Where(u => u.Uppgift.Slag == slag);
        // A school has some tens or hundreds: within it a scan is as good as a word table.
        foreach (var ord in SvenskText.OrdI(urval.Text ?? ""))
        {
            var monster = $"% {ord}%";
            utvalda = utvalda.Where(u => EF.Functions.Like(u.Sokord, monster));
        }

        return utvalda;
    }
}
