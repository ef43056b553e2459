using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Brevutskrifter;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <param name="DagarTillEngangslosenord">Days from the letter being marked as sent to the mail with the one-time password (domain.md section 3: [V] 3, in Development 0).</param>
public sealed record Brevinstallning(int DagarTillEngangslosenord = 3);

/// <summary>A tab of the print queue.</summary>
public enum Brevflik
{
    Nya,
    Utskrivna,
    Skickade,
}

/// <summary>What one letter says.</summary>
/// <param name="Gatuadress">Null when CSN lacks the school's address: the letter then bears name and town alone.</param>
/// <param name="Dag">The day it bears.</param>
public sealed record Brevuppgift(long Id, string Namn, string Anvandarnamn, string Skola, string Skolkod, string? Gatuadress, string? Postnummer, string Ort, DateOnly Dag)
{
    /// <summary>The lines in the envelope's window.</summary>
    public IReadOnlyList<string> Adressrader =>
        [Skola, $"Att: {Namn}", .. Gatuadress is null ? [] : new[] { Gatuadress }, Postnummer is null ? Ort : $"{Postnummer[..3]} {Postnummer[3..]} {Ort}"];
}

/// <summary>One line of the print queue.</summary>
public sealed record Brevrad(
    long Id,
    string Namn,
    string Anvandarnamn,
    long SkolaId,
    string Skola,
    string Skolkod,
    bool SaknarAdress,
    DateTime Skapad,
    DateTime? Utskriven,
    DateTime? Skickad,
    DateTime? EngangslosenordTidigast,
    DateTime? EngangslosenordSkickat);

/// <summary>The page of a tab.</summary>
public sealed record Brevko(Brevflik Flik, Listsida<Brevrad> Lista, IReadOnlyDictionary<Brevflik, int> Antal, IReadOnlyList<Utskrift> Utskrifter);

/// <summary>
/// CSN's print queue for letters with usernames (domain.md section 3): new → printed → sent. Each letter is in one print-out, whoever else prints
/// at the same moment; a print-out can be fetched again.
/// </summary>
public sealed class BrevService(PortalDbContext db, AktuellAnvandare anvandare, AuditService audit, Brevinstallning installning, TimeProvider klocka)
{
    private readonly Utskriftsko<Kontobrev> _ko = new(db, klocka);

    public async Task<Brevko> KoAsync(Brevflik flik, int sida, CancellationToken ct)
    {
        var antal = new Dictionary<Brevflik, int>
        {
            [Brevflik.Nya] = await I(Brevflik.Nya).CountAsync(ct),
            [Brevflik.Utskrivna] = await I(Brevflik.Utskrivna).CountAsync(ct),
            [Brevflik.Skickade] = await I(Brevflik.Skickade).CountAsync(ct),
        };
        var vald = Math.Clamp(sida, 1, Listsida<Brevrad>.SistaSida(antal[flik]));
        var ordnade = flik switch
        {
            Brevflik.Nya => I(flik).OrderBy(b => b.Skapad).ThenBy(b => b.Id),
            Brevflik.Utskrivna => I(flik).OrderBy(b => b.Utskriven).ThenBy(b => b.Id),
            _ => I(flik).OrderByDescending(b => b.Skickad).ThenByDescending(b => b.Id),
        };
        var rader = await (
            from b in ordnade.Skip((vald - 1) * Listsida<Brevrad>.Storlek).Take(Listsida<Brevrad>.Storlek)
            join k in db.Konton on b.KontoId equals k.Id
            join s in db.Skolor on b.SkolaId equals s.Id
            select new Brevrad(
                b.Id, k.Namn, k.UserName!, s.Id, s.Namn, s.Skolkod, s.Gatuadress == null, b.Skapad, b.Utskriven, b.Skickad, b.EngangslosenordTidigast, b.EngangslosenordSkickat))
            .ToListAsync(ct);
        rader = flik switch
        {
            Brevflik.Nya => [.. rader.OrderBy(r => r.Skapad).ThenBy(r => r.Id)],
            Brevflik.Utskrivna => [.. rader.OrderBy(r => r.Utskriven).ThenBy(r => r.Id)],
            _ => [.. rader.OrderByDescending(r => r.Skickad).ThenByDescending(r => r.Id)],
        };
        return new Brevko(flik, new Listsida<Brevrad>(rader, antal[flik], vald), antal, await UtskrifterAsync(flik, ct));
    }

    /// <summary>Letters that nobody has printed; for the menu, on pages of any scope: the caller has asked the right.</summary>
    public Task<int> AntalNyaAsync() =>
        db.Kontobrev.IgnoreQueryFilters(new[] { PortalDbContext.Skolfilter }).CountAsync(b => b.Utskriven == null && b.Skickad == null);

    /// <summary>Takes every new letter into one print-out, the oldest first.</summary>
    /// <returns>The print-out, or null when there was no new letter.</returns>
    public Task<Utskrift?> SkrivUtNyaAsync(CancellationToken ct) =>
        _ko.SkrivUtAsync(I(Brevflik.Nya).OrderBy(b => b.Skapad).ThenBy(b => b.Id), _ => true, tagna => NoteraAsync(Acts.LetterPrinted, tagna), ct);

    /// <summary>What the letters of a print-out say, in the order they were printed; empty when there is no such print-out.</summary>
    public Task<List<Brevuppgift>> UtskriftAsync(string nyckel, CancellationToken ct) =>
        UppgifterAsync(db.Nationellt<Kontobrev>().Where(b => b.Utskriftsnyckel == nyckel), ct);

    /// <summary>One letter once more, whatever has become of it; null when there is none. Saves the event.</summary>
    public async Task<Brevuppgift?> SkrivUtIgenAsync(long id, CancellationToken ct)
    {
        if (await db.Nationellt<Kontobrev>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.Utskriven != null, ct) is not { } brev)
            return null;

        audit.Add(Acts.LetterReprinted, AuditObjects.Konto, brev.KontoId, brev.SkolaId);
        await db.SaveChangesAsync(ct);
        return (await UppgifterAsync(db.Nationellt<Kontobrev>().Where(b => b.Id == id), ct))[0];
    }

    /// <summary>
    /// Marks printed letters as posted, and says when the one-time passwords may follow. Those that are not printed, or marked already, are left.
    /// </summary>
    /// <returns>How many were marked.</returns>
    public Task<int> MarkeraSkickadeAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        _ko.AndraAsync(I(Brevflik.Utskrivna).Where(b => ids.Contains(b.Id)), (brev, nu) => MarkeraAsync(brev, nu, ct), ct);

    /// <summary>As the other, for all of a print-out.</summary>
    public Task<int> MarkeraUtskriftAsync(string nyckel, CancellationToken ct) =>
        _ko.AndraAsync(I(Brevflik.Utskrivna).Where(b => b.Utskriftsnyckel == nyckel), (brev, nu) => MarkeraAsync(brev, nu, ct), ct);

    /// <summary>Takes back the marks of a print-out that were set today, except where the one-time password has gone.</summary>
    /// <returns>How many are to be sent again.</returns>
    public Task<int> AngraUtskriftAsync(string nyckel, CancellationToken ct) =>
        _ko.AndraAsync(
            Angerbara().Where(b => b.Utskriftsnyckel == nyckel),
            async (brev, _) =>
            {
                brev.ForEach(b => b.AngraSkickad());
                await NoteraAsync(Acts.LetterSentUndone, brev);
                return brev.Count;
            },
            ct);

    private async Task<int> MarkeraAsync(List<Kontobrev> brev, DateTime nu, CancellationToken ct)
    {
        var konton = brev.ConvertAll(b => b.KontoId);
        var medLosenord = await db.Konton.Where(k => konton.Contains(k.Id) && k.PasswordHash != null).Select(k => k.Id).ToListAsync(ct);
        foreach (var ett in brev)
            ett.MarkeraSkickad(nu, anvandare.KontoId, medLosenord.Contains(ett.KontoId) ? null : nu.AddDays(installning.DagarTillEngangslosenord));
        await NoteraAsync(Acts.LetterSent, brev);
        return brev.Count;
    }

    private Task NoteraAsync(string act, List<Kontobrev> brev)
    {
        brev.ForEach(b => audit.Add(act, AuditObjects.Konto, b.KontoId, b.SkolaId));
        return Task.CompletedTask;
    }

    private async Task<List<Utskrift>> UtskrifterAsync(Brevflik flik, CancellationToken ct) => flik switch
    {
        Brevflik.Utskrivna => await _ko.AttSkickaAsync(db.Nationellt<Kontobrev>().AsNoTracking(), ct),
        Brevflik.Skickade => await _ko.SkickadeIdagAsync(db.Nationellt<Kontobrev>().AsNoTracking(), Angerbara(), ct),
        _ => [],
    };

    private IQueryable<Kontobrev> Angerbara() => _ko.Angerbara(db.Nationellt<Kontobrev>().AsNoTracking().Where(b => b.EngangslosenordSkickat == null));

    private IQueryable<Kontobrev> I(Brevflik flik)
    {
        var alla = db.Nationellt<Kontobrev>().AsNoTracking();
        return flik switch
        {
            Brevflik.Nya => alla.Where(b => b.Utskriven == null && b.Skickad == null),
            Brevflik.Utskrivna => alla.Where(b => b.Utskriven != null && b.Skickad == null),
            _ => alla.Where(b => b.Skickad != null),
        };
    }

    private async Task<List<Brevuppgift>> UppgifterAsync(IQueryable<Kontobrev> brev, CancellationToken ct)
    {
        var rader = await (
            from b in brev.AsNoTracking()
            join k in db.Konton on b.KontoId equals k.Id
            join s in db.Skolor on b.SkolaId equals s.Id
            orderby b.Skapad, b.Id
            select new { b.Id, b.Utskriven, k.Namn, k.UserName, Skola = s }).ToListAsync(ct);
        return rader.ConvertAll(r => new Brevuppgift(
            r.Id,
            r.Namn,
            r.UserName!,
            r.Skola.Namn,
            r.Skola.Skolkod,
            r.Skola.Gatuadress,
            r.Skola.Postnummer,
            r.Skola.Ort,
            (r.Utskriven ?? klocka.UtcNu()).SvenskDag()));
    }
}
