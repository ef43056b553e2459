using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>The active school's students in alphabetical order: all of them, or those that a search finds.</summary>
public sealed class StuderandeQuery(PortalDbContext db, AttGoraQuery attGora, TimeProvider klocka)
{
    /// <summary>More words than any name has: a longer search finds nobody.</summary>
    private const int FlestOrd = 10;

    /// <param name="text">Names, or one personnummer, as typed; null or blank for everybody.</param>
    /// <param name="sida">From 1; a page beyond the last gives the last.</param>
    public async Task<Listsida<Studeranderad>> SidaAsync(string? text, int sida, CancellationToken ct)
    {
        sida = Math.Clamp(sida, 1, 100_000);
        while (true)
        {
            var rader = await LasAsync(text, (sida - 1) * Listsida<Studeranderad>.Storlek, Listsida<Studeranderad>.Storlek, ct);
            if (rader.Count > 0 || sida == 1)
                return new(Studeranderader.Samla(rader, klocka.UtcNu()), rader.Count == 0 ? 0 : rader[0].Totalt, sida);

            sida = Math.Min(sida - 1, Listsida<Studeranderad>.SistaSida(await Traffar(text).CountAsync(ct)));
        }
    }

    /// <summary>Every row of the list, for export.</summary>
    public async Task<IReadOnlyList<Studeranderad>> AllaAsync(string? text, CancellationToken ct) =>
        Studeranderader.Samla(await LasAsync(text, 0, int.MaxValue, ct), klocka.UtcNu());

    private async Task<List<Studeranderader.Rad>> LasAsync(string? text, int hoppa, int antal, CancellationToken ct)
    {
        List<Studeranderader.Rad> rader = [];
        var fraga = string.IsNullOrWhiteSpace(text)
            ? Studeranderader.HelaListan(db, hoppa, antal)
            : Studeranderader.Bland(db, Traffar(text), hoppa, antal).AsAsyncEnumerable();
        await foreach (var rad in fraga.WithCancellation(ct))
        {
            rader.Add(rad);
            if (rad.Skydd == Personskydd.Skyddad)
                db.Omfang.NoteraSkyddad(rad.Id, db.Omfang.SkolaId);
        }

        if (rader is [var forsta, ..])
            attGora.Minns(forsta.VantarPaSkolan);

        return rader;
    }

    /// <summary>
    /// A personnummer in any spelling finds exactly that person, protected or not; names find those who have every word as the beginning
    /// of one of theirs. Protected people have no words (<see cref="Sokord"/>).
    /// </summary>
    private IQueryable<Studerande> Traffar(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return db.Studerande;

        if (Personnummer.TryParse(text, klocka.SvenskDag(), out var personnummer))
            return db.Studerande.Where(s => s.Personnummer == personnummer);

        var ord = SvenskText.OrdI(text);
        if (ord.Count is 0 or > FlestOrd)
            return db.Studerande.Where(s => false);

        IQueryable<Studerande> traffar = db.Studerande;
        foreach (var fran in ord.Select(o => o.Length > Sokord.MaxOrd ? o[..Sokord.MaxOrd] : o))
        {
            // A range rather than LIKE: it uses the index on both engines (design decision 17).
            var till = fran + '\uFFFF';
            traffar = traffar.Where(s => db.Sokord.Any(o => o.StuderandeId == s.Id && o.Ord.CompareTo(fran) >= 0 && o.Ord.CompareTo(till) < 0));
        }

        return traffar;
    }
}
