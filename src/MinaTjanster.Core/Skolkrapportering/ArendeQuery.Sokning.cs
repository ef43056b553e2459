using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>
/// Searching the queue. A number finds by its unique index; names are looked up by the student of each case that the tab holds, on the words' own index, so that the cost follows
/// the cases and not the country's students. Protected students have no words, and in their lane words are schools' alone: a person there is found by the whole number only.
/// </summary>
public sealed partial class ArendeQuery
{
    /// <summary>Words that begin more schools' names than this tell no school from another.</summary>
    private const int FlestSkolor = 500;

    /// <summary>More words than any name has: a longer search finds nothing.</summary>
    private const int FlestSokord = 10;

    /// <summary>What is searched for, read: one of the first three, or words with the schools that have all of them in name or town.</summary>
    private sealed record Sokt(string? Kvittensnummer = null, Personnummer? Personnummer = null, string? Skolkod = null)
    {
        public IReadOnlyList<string> Ord { get; init; } = [];

        public List<long> Skolor { get; init; } = [];

        public bool ForBred => Skolor.Count > FlestSkolor;
    }

    private async Task<Sokt?> SoktAsync(Kofraga fraga, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(fraga.Soktext))
            return null;

        var text = fraga.Soktext.Trim();
        if (Kvittensnummer.TryParse(text, out var kvittensnummer))
            return new(Kvittensnummer: kvittensnummer.Text);
        if (Skola.ArSkolkod(text))
            return new(Skolkod: text);
        if (Personnummer.TryParse(text, klocka.SvenskDag(), out var personnummer))
            return new(Personnummer: personnummer);

        var ord = SvenskText.OrdI(text);
        if (ord.Count is 0 or > FlestSokord)
            return new();

        // The country has some thousands of schools: folded here, the same on both engines.
        var skolor = (await db.Skolor.Select(s => new { s.Id, s.Namn, s.Ort }).ToListAsync(ct))
            .Where(s => SvenskText.OrdI($"{s.Namn} {s.Ort}") is var namn && ord.All(o => namn.Any(n => n.StartsWith(o, StringComparison.Ordinal))))
            .Select(s => s.Id).ToList();
        return new() { Ord = ord, Skolor = skolor };
    }

    /// <summary>Those of the rows that the search finds; all when nothing is searched for.</summary>
    private IQueryable<Kopost> Funna(IQueryable<Kopost> poster, Personskydd lane, Sokt? sokt)
    {
        switch (sokt)
        {
            case null:
                return poster;
            case { Kvittensnummer: { } kvittensnummer }:
                var underlag = db.Nationellt<Franvarounderlag>().Where(u => u.Kvittensnummer == kvittensnummer);
                return poster.Where(p => p.Rapport.Kvittensnummer == kvittensnummer || underlag.Any(u => u.SkolkrapportId == p.Rapport.Id));
            case { Personnummer: { } personnummer }:
                return poster.Where(p => p.Studerande.Personnummer == personnummer);
            case { Skolkod: { } skolkod }:
                return poster.Where(p => db.Skolor.Any(s => s.Id == p.Arende.SkolaId && s.Skolkod == skolkod));
            case { Ord.Count: 0 } or { ForBred: true }:
                return poster.Where(p => false);
        }

        var skolor = sokt.Skolor;
        var avSkolorna = poster.Where(p => skolor.Contains(p.Arende.SkolaId));
        if (lane == Personskydd.Skyddad)
            return avSkolorna;

        var medNamnet = db.Nationellt<Studerande>();
        foreach (var fran in sokt.Ord.Select(o => o.Length > Sokord.MaxOrd ? o[..Sokord.MaxOrd] : o))
        {
            // A range rather than LIKE: it uses the index on both engines (design decision 17).
            var till = fran + '\uFFFF';
            medNamnet = medNamnet.Where(s => db.Nationellt<Sokord>().Any(o => o.StuderandeId == s.Id && o.Ord.CompareTo(fran) >= 0 && o.Ord.CompareTo(till) < 0));
        }

        return skolor.Count == 0
            ? poster.Where(p => medNamnet.Any(s => s.Id == p.Studerande.Id))
            : poster.Where(p => skolor.Contains(p.Arende.SkolaId) || medNamnet.Any(s => s.Id == p.Studerande.Id));
    }
}
