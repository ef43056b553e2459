using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studietider.Publikt;

/// <summary>Makes what is public of a school's approved studietider, again from the beginning: running it once more changes nothing (ADR 0038).</summary>
public static class Utbudspublicering
{
    private static long _antal;

    /// <summary>How many times something has been published by this process: who remembers the edition asks for it again when this has changed.</summary>
    public static long Antal => Interlocked.Read(ref _antal);

    /// <summary>
    /// In the transaction of the act, which has changed things and saved none of them: saves them, and lets the public page follow. Acts come one after the other
    /// here, each seeing what the one before did, since the edition is locked before anything is saved. It is raised only when something public went or came.
    /// </summary>
    /// <param name="valda">Asked when all is saved: only these educations, and the school as a whole; null for all.</param>
    public static async Task PubliceraAsync(PortalDbContext db, long skolaId, Func<IReadOnlyCollection<long>?> valda, TimeProvider klocka, CancellationToken ct)
    {
        await SkrivUtgavaAsync(db, 0, ct);
        await db.SaveChangesAsync(ct);
        var utbildningar = valda();
        // Nothing is public of the school: it is made whole, or what is made at the start of an emptied table (FyllSaknadeAsync) would take it for filled.
        if (utbildningar is not null && !await db.Utbudsposter.AnyAsync(p => p.SkolaId == skolaId, ct))
            utbildningar = null;
        var gamla = db.Utbudsposter.Where(p => p.SkolaId == skolaId);
        if (utbildningar is not null)
            gamla = gamla.Where(p => p.UtbildningId == null || utbildningar.Contains(p.UtbildningId.Value));
        var borttagna = await db.SkrivAsync(() => gamla.ExecuteDeleteAsync(ct), ct);

        var nya = (await LasAsync(db, skolaId, utbildningar, klocka, ct)).Skapa();
        if (borttagna == 0 && nya.Count == 0)
            return;

        await LaddaAsync(db, nya, ct);
        await SkrivUtgavaAsync(db, 1, ct);
        db.EfterTransaktionen(() => Interlocked.Increment(ref _antal));
    }

    /// <summary>All of the school's educations.</summary>
    public static IReadOnlyCollection<long>? Alla() => null;

    /// <summary>All schools: after the tables were made, and when a rule of theirs has changed. A school a transaction.</summary>
    /// <returns>How many schools have something public.</returns>
    public static async Task<int> PubliceraAllaAsync(NyPortalDbContext nyDb, TimeProvider klocka, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("publicering av studietider");
        var skolor = await db.Nationellt<Studietid>().Where(s => s.Status == Studietidsstatus.Galler).Select(s => s.SkolaId)
            .Union(db.Utbudsposter.Select(p => p.SkolaId)).OrderBy(id => id).ToListAsync(ct);
        await PubliceraSkolorAsync(db, skolor, klocka, ct);
        return await db.Utbudsposter.Select(p => p.SkolaId).Distinct().CountAsync(ct);
    }

    /// <summary>After an upgrade that emptied the tables, because they are made otherwise now: makes what is lacking. What a stop leaves is taken the next time.</summary>
    public static async Task FyllSaknadeAsync(NyPortalDbContext nyDb, TimeProvider klocka, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("publicering av studietider");
        var fran = Tidigast(klocka);
        var skolor = await db.Nationellt<Studietid>()
            .Where(s => s.Status == Studietidsstatus.Galler && s.SistaDag >= fran && !db.Utbudsposter.Any(p => p.SkolaId == s.SkolaId))
            .Select(s => s.SkolaId).Distinct().OrderBy(id => id).ToListAsync(ct);
        await PubliceraSkolorAsync(db, skolor, klocka, ct);
    }

    /// <summary>
    /// The schools that stand on the public page with another name, town or skolform than they now have: a school a transaction, so that others' acts need not wait for all.
    /// What a stop leaves is taken the next time.
    /// </summary>
    public static async Task PubliceraOmAsync(PortalDbContext db, TimeProvider klocka, CancellationToken ct)
    {
        var skolor = await db.Skolor.AsNoTracking().ToDictionaryAsync(s => s.Id, s => (s.Namn, s.Ort, s.Skolform), ct);
        var publika = await db.Utbudsposter.Select(p => new { p.SkolaId, p.Skola, p.Ort, p.Skolform }).Distinct().ToListAsync(ct);
        await PubliceraSkolorAsync(db, publika.Where(p => skolor[p.SkolaId] != (p.Skola, p.Ort, p.Skolform)).Select(p => p.SkolaId).Distinct(), klocka, ct);
    }

    /// <summary>Gives the posts their keys and stores them with what hangs on them. Nobody else adds any meanwhile: the edition is held.</summary>
    internal static async Task LaddaAsync(PortalDbContext db, IReadOnlyList<Utbudsunderlag> underlag, CancellationToken ct)
    {
        var bulk = new Bulkladdning(db);
        await db.SkrivAsync(() => db.Utbudsutgavor.ExecuteUpdateAsync(u => u.SetProperty(e => e.NastaPost, e => e.NastaPost + underlag.Count), ct), ct);
        var postId = await db.Utbudsutgavor.Select(u => u.NastaPost).SingleAsync(ct) - underlag.Count;
        var tidId = await bulk.NastaIdAsync<Utbudstid>(ct);
        List<Utbudspost> poster = [];
        List<Utbudstid> tider = [];
        List<Utbudsord> ord = [];
        foreach (var ett in underlag)
        {
            var post = ett.Post(postId++);
            poster.Add(post);
            tider.AddRange(ett.Tider.Select(t => t.Tid(tidId++, post.Id)));
            ord.AddRange(ett.Ordrader(post));
        }

        await bulk.LaddaAsync(poster, ct);
        await bulk.LaddaAsync(tider, ct);
        await bulk.LaddaAsync(ord, ct);
    }

    /// <summary>A school a transaction.</summary>
    private static async Task PubliceraSkolorAsync(PortalDbContext db, IEnumerable<long> skolor, TimeProvider klocka, CancellationToken ct)
    {
        foreach (var skolaId in skolor)
        {
            await db.ITransaktionAsync(
                async () =>
                {
                    await PubliceraAsync(db, skolaId, Alla, klocka, ct);
                    return true;
                },
                ct);
        }
    }

    /// <summary>What ended before the läsår that was is history: the page keeps no more of it.</summary>
    private static DateOnly Tidigast(TimeProvider klocka) => Lasar.For(klocka.SvenskDag()).Foregaende.ForstaDag;

    /// <summary>Writes the row also where nothing is added: whoever writes it holds it until the transaction ends.</summary>
    private static Task<int> SkrivUtgavaAsync(PortalDbContext db, int tillagg, CancellationToken ct) =>
        db.SkrivAsync(() => db.Utbudsutgavor.ExecuteUpdateAsync(u => u.SetProperty(e => e.Nummer, e => e.Nummer + tillagg), ct), ct);

    private static async Task<Skolutbud> LasAsync(PortalDbContext db, long skolaId, IReadOnlyCollection<long>? valda, TimeProvider klocka, CancellationToken ct)
    {
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == skolaId, ct);
        var aktuella = db.Synliga<Utbildning>().AsNoTracking().Where(u => u.SkolaId == skolaId && u.Status == Utbildningsstatus.Aktuell);
        var tider = db.Synliga<Studietid>().AsNoTracking().Where(s => s.SkolaId == skolaId);
        var utbildningar = aktuella;
        if (valda is not null)
        {
            utbildningar = utbildningar.Where(u => valda.Contains(u.Id));
            tider = tider.Where(s => s.UtbildningId == null || valda.Contains(s.UtbildningId.Value));
        }

        var fran = Tidigast(klocka);
        return new(
            skola,
            await aktuella.AnyAsync(ct),
            await utbildningar.ToListAsync(ct),
            await tider.Include(s => s.Uppehall).Where(s => s.Status == Studietidsstatus.Galler && s.SistaDag >= fran).ToListAsync(ct),
            await tider.Where(s => s.ErsatterId != null).Select(s => new { s.Id, s.ErsatterId }).ToDictionaryAsync(s => s.Id, s => s.ErsatterId!.Value, ct),
            klocka.UtcNu());
    }
}

/// <summary>What a school offers, as it was read.</summary>
/// <param name="HarUtbildningar">Whether it offers any education at all.</param>
/// <param name="Utbildningar">Those that are offered, of those that are asked for.</param>
/// <param name="Galler">The studietider that hold, for them and for the whole school.</param>
/// <param name="Kedja">Of each studietid that replaced another: which.</param>
internal sealed record Skolutbud(
    Skola Skola, bool HarUtbildningar, IReadOnlyList<Utbildning> Utbildningar, IReadOnlyList<Studietid> Galler, IReadOnlyDictionary<long, long> Kedja, DateTime Nu)
{
    public IReadOnlyList<Utbudsunderlag> Skapa()
    {
        var skolans = Galler.Where(s => s.UtbildningId is null).ToList();
        var egna = Galler.Where(s => s.UtbildningId is not null).ToLookup(s => s.UtbildningId!.Value);
        List<Utbudsunderlag> alla = [.. Utbildningar.Select(u => Underlag(u, TiderFor(u, egna[u.Id], skolans)))];
        if (!HarUtbildningar)
            alla.Add(Underlag(null, skolans));
        return alla.FindAll(u => u.Tider.Count > 0);
    }

    /// <summary>In each läsår in which it is offered: its own, and the whole school's in each termin in which it has none.</summary>
    private static IEnumerable<Studietid> TiderFor(Utbildning utbildning, IEnumerable<Studietid> egna, List<Studietid> skolans)
    {
        var sina = egna.ToList();
        var harEgna = sina.SelectMany(s => new[] { Termin.For(s.ForstaDag), Termin.For(s.SistaDag) }).ToHashSet();
        return sina.Concat(skolans.Where(s => !harEgna.Contains(Termin.For(s.ForstaDag)) && !harEgna.Contains(Termin.For(s.SistaDag))))
            .Where(s => Lasar.For(s.ForstaDag).Startar is var ar && ar >= utbildning.Uppgift.FranLasar && ar <= (utbildning.Uppgift.TillLasar ?? int.MaxValue));
    }

    private Utbudsunderlag Underlag(Utbildning? utbildning, IEnumerable<Studietid> tider) =>
        new(Skola, utbildning, [.. tider.OrderBy(t => t.ForstaDag).ThenBy(t => t.Id).Select(Tid)], Nu);

    private Utbudstidsunderlag Tid(Studietid tid)
    {
        var (ursprung, andringar) = (tid.Id, 0);
        while (Kedja.TryGetValue(ursprung, out var fore))
            (ursprung, andringar) = (fore, andringar + 1);
        return new(tid.Uppgift, tid.UtbildningId is null ? Studietidsgallande.HelaSkolan : Studietidsgallande.Utbildningen, ursprung, andringar);
    }
}

/// <summary>A studietid that becomes public.</summary>
internal sealed record Utbudstidsunderlag(Studietidsuppgift Uppgift, Studietidsgallande Galler, long UrsprungId, int Andringar)
{
    public Utbudstid Tid(long id, long postId) => new()
    {
        Id = id,
        UtbudspostId = postId,
        UrsprungId = UrsprungId,
        Andringar = Andringar,
        Galler = Galler,
        ForstaDag = Uppgift.Period.ForstaDag,
        SistaDag = Uppgift.Period.SistaDag,
        PoangTiondelar = Uppgift.PoangTiondelar,
        Omfattning = Uppgift.Omfattning,
        Uppehallstext = Utbudstid.SkrivUppehall(Uppgift.Uppehall),
    };
}

/// <summary>What a post is made of.</summary>
/// <param name="Utbildning">Null for a whole school.</param>
/// <param name="Tider">In order of time.</param>
internal sealed record Utbudsunderlag(Skola Skola, Utbildning? Utbildning, IReadOnlyList<Utbudstidsunderlag> Tider, DateTime Nu)
{
    /// <summary>Long names are told apart by less than all they have: the word table carries the key in every row.</summary>
    private const int NamnINyckel = 40;

    private const int SkolaINyckel = 24;

    private Utbildningsuppgift? Uppgift => Utbildning?.Uppgift;

    private IReadOnlyList<string> Ord => SvenskText.OrdI($"{Uppgift?.Namn} {Uppgift?.Kod} {Skola.Namn} {Skola.Ort}");

    /// <summary>The tab comes before every sign of a key: an education before another that begins with its name.</summary>
    public string Sorteringsnyckel => $"{Kort(Uppgift?.Namn ?? Skola.Namn, NamnINyckel)}\t{Kort(Skola.Namn, SkolaINyckel)}";

    public Utbudspost Post(long id) => new()
    {
        Id = id,
        SkolaId = Skola.Id,
        UtbildningId = Utbildning?.Id,
        Skolkod = Skola.Skolkod,
        Skola = Skola.Namn,
        Ort = Skola.Ort,
        Skolform = Skola.Skolform,
        Namn = Uppgift?.Namn,
        Slag = Uppgift?.Slag,
        Niva = Uppgift?.Niva,
        Kod = Uppgift?.Kod,
        Takt = Uppgift?.Omfattning,
        Undervisning = Uppgift?.Undervisning,
        PoangTiondelar = Uppgift?.PoangTiondelar,
        Sorteringsnyckel = Sorteringsnyckel,
        Sokord = $" {string.Join(' ', Ord)}",
        ForstaDag = Tider.Min(t => t.Uppgift.Period.ForstaDag),
        SistaDag = Tider.Max(t => t.Uppgift.Period.SistaDag),
        SenasteStart = Tider.Max(t => t.Uppgift.Period.ForstaDag),
        Publicerad = Nu,
    };

    public IEnumerable<Utbudsord> Ordrader(Utbudspost post)
    {
        Takt? takt = post.Takt is { } procent ? Takter.For(procent) : null;
        return Ord.SelectMany(Utbudsord.Borjor)
            .Concat(new Enum?[] { post.Skolform, post.Niva, post.Undervisning, takt }.OfType<Enum>().Select(Utbudsord.TermFor))
            .Concat(Tider.SelectMany(t => Utbudsord.Tider(t.Uppgift.Period)))
            .Distinct(StringComparer.Ordinal)
            .Select(term => new Utbudsord
            {
                Term = term,
                Sorteringsnyckel = post.Sorteringsnyckel,
                UtbudspostId = post.Id,
            });
    }

    private static string Kort(string text, int tecken) => SvenskText.SorteringsNyckel(text) is var nyckel && nyckel.Length > tecken ? nyckel[..tecken].TrimEnd(' ') : nyckel;
}
