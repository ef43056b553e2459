using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>Keeps the rows that somebody has to look at, and strikes those off earlier lists whose student has now passed.</summary>
internal sealed class Radbehallare(PortalDbContext db)
{
    private static readonly Action<Filjobbsrad, long> RadId = Bulkladdning.Sattare<Filjobbsrad>(nameof(Filjobbsrad.Id));
    private static readonly Action<Filradsfel, long> FelId = Bulkladdning.Sattare<Filradsfel>(nameof(Filradsfel.Id));
    private static readonly Action<Filradsfel, long> FelRad = Bulkladdning.Sattare<Filradsfel>(nameof(Filradsfel.FiljobbsradId));

    public async Task BehallAsync(Filjobb jobb, Filblock block, IReadOnlyList<Radutfall> utfall, CancellationToken ct)
    {
        if (jobb.Andamal == Filandamal.Skicka)
            await StrykAsync(utfall, jobb.Id, ct);
        if (block.Skyddade.Count > 0)
            await DoljAsync(block.Skyddade, ct);

        var rader = utfall.Select(u => Rad(jobb, block, u)).OfType<Filjobbsrad>().ToList();
        if (rader.Count == 0)
            return;

        var bulk = new Bulkladdning(db);
        var id = await bulk.ReserveraIdAsync<Filjobbsrad>(ct);
        foreach (var rad in rader)
        {
            RadId(rad, id++);
            foreach (var fel in rad.Fel)
                FelRad(fel, rad.Id);
        }

        await bulk.LaddaAsync(rader, ct);
        var felen = rader.SelectMany(r => r.Fel).ToList();
        if (felen.Count == 0)
            return;

        id = await bulk.ReserveraIdAsync<Filradsfel>(ct);
        foreach (var fel in felen)
            FelId(fel, id++);
        await bulk.LaddaAsync(felen, ct);
    }

    /// <summary>Rows kept before anybody said that the person is protected; of one whom the school has, the student says it.</summary>
    private Task<int> DoljAsync(IReadOnlyCollection<Personnummer> personer, CancellationToken ct)
    {
        // Every state: the index begins with it.
        var listade = Enum.GetValues<Filradstillstand>();
        return db.Filjobbsrader
            .Where(r => listade.Contains(r.Tillstand) && personer.Contains(r.Personnummer!) && r.Skydd == Personskydd.Inget)
            .ExecuteUpdateAsync(rad => rad.SetProperty(r => r.Skydd, Personskydd.Skyddad), ct);
    }

    internal static IEnumerable<Filradsfel> Felen(long skolaId, Radutfall utfall) =>
    [
        .. utfall.Fel.Select(f => new Filradsfel(skolaId, Filfelslag.Fel, Kolumn(f.Field), f.Code, f.Sentence)),
        .. utfall.Varningar.Select(v => new Filradsfel(skolaId, Filfelslag.Varning, Kolumn(v.Falt), v.Kod, v.Mening)),
    ];

    /// <summary>The rules of ogiltig frånvaro name the fields of their form.</summary>
    internal static string? Kolumn(string? falt) => falt switch
    {
        nameof(Skolkrapportering.Skolkuppgift.ForstaDag) => Handelsefalt.ForstaDag.Kolumn(),
        nameof(Skolkrapportering.Skolkuppgift.SistaDag) => Handelsefalt.SistaDag.Kolumn(),
        nameof(Skolkrapportering.Skolkuppgift.OgiltigMinuter) => Handelsefalt.Timmar.Kolumn(),
        nameof(Skolkrapportering.Skolkuppgift.Tillfallen) => Handelsefalt.Tillfallen.Kolumn(),
        nameof(Skolkrapportering.Skolkuppgift.Bekraftad) => Handelsefalt.Bekraftelse.Kolumn(),
        "Skal" or "Forklaring" => Filformat.Forklaring,
        null => null,
        _ => Filformat.Kolumner.Plats(falt) is { } plats ? Filformat.Kolumner.Kolumner[plats].Namn : null,
    };

    /// <summary>What is said of a row once it has been corrected: its warnings, if it has any.</summary>
    public async Task ErsattFelAsync(Filjobbsrad rad, Radutfall utfall, CancellationToken ct)
    {
        await db.Filradsfel.Where(f => f.FiljobbsradId == rad.Id).ExecuteDeleteAsync(ct);
        var bulk = new Bulkladdning(db);
        var felen = Felen(rad.SkolaId, utfall).ToList();
        if (felen.Count == 0)
            return;

        var id = await bulk.ReserveraIdAsync<Filradsfel>(ct);
        foreach (var fel in felen)
        {
            FelId(fel, id++);
            FelRad(fel, rad.Id);
        }

        await bulk.LaddaAsync(felen, ct);
    }

    private static Filjobbsrad? Rad(Filjobb jobb, Filblock block, Radutfall utfall)
    {
        Filradstillstand? tillstand = utfall switch
        {
            // A test lists all that is wrong.
            { Fel.Count: > 0, ArRattad: true } when jobb.Andamal == Filandamal.Skicka => Filradstillstand.Rattad,
            { Fel.Count: > 0 } => Filradstillstand.Kvar,
            { ArOforandrad: true } => null,
            _ when jobb.Andamal == Filandamal.Testa => Filradstillstand.Provad,
            { Varningar.Count: > 0, Handelse.Forklaring: not null } => Filradstillstand.Besvarad,
            { Varningar.Count: > 0 } => Filradstillstand.Varnad,
            _ => null,
        };
        if (tillstand is not { } givet)
            return null;

        var kalla = utfall.Rad;
        var rad = new Filjobbsrad(jobb.SkolaId, jobb.Id, kalla.Radnummer, kalla.Varden, kalla.Person, kalla.Typ?.Kod, block.Skydd(kalla), givet);
        if (jobb.Andamal == Filandamal.Skicka)
            rad.Blev(utfall.Handelse?.Id);
        foreach (var fel in Felen(jobb.SkolaId, utfall))
            rad.LaggTill(fel);
        return rad;
    }

    /// <param name="jobbId">The file that the rows come in.</param>
    private async Task StrykAsync(IReadOnlyList<Radutfall> utfall, long jobbId, CancellationToken ct)
    {
        // A test's list is its own.
        var kvar = db.Filjobbsrader.Where(r => r.Tillstand == Filradstillstand.Kvar && db.Filjobb.Any(j => j.Id == r.FiljobbId && j.Andamal == Filandamal.Skicka));
        if (!await kvar.AnyAsync(ct))
            return;

        await StrykAsync(kvar, utfall.Where(u => u.Fel.Count == 0), Filradstillstand.Rattad, ct);
        // Of the same thing refused twice, the newer stands: what was sent again is looked at where it was sent last.
        await StrykAsync(kvar.Where(r => r.FiljobbId != jobbId), utfall.Where(u => u.Fel.Count > 0 && u.Rad is { Person: not null, Typ: not null }), Filradstillstand.Ersatt, ct);
    }

    private static async Task StrykAsync(IQueryable<Filjobbsrad> kvar, IEnumerable<Radutfall> utfall, Filradstillstand till, CancellationToken ct)
    {
        foreach (var grupp in utfall.GroupBy(u => u.Rad.Typ!.Kod))
        {
            var nya = grupp.ToLookup(u => u.Rad.Person!, u => u.Rad.Varden);
            var personer = nya.Select(g => g.Key).ToList();
            var rader = await kvar.AsNoTracking().Where(r => r.Handelsekod == grupp.Key && personer.Contains(r.Personnummer!)).ToListAsync(ct);
            var ids = rader.FindAll(r => r.Falt is var falt && nya[r.Personnummer!].Any(ny => Radsak.Samma(falt, ny))).ConvertAll(r => r.Id);
            if (ids.Count > 0)
                await kvar.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(rad => rad.SetProperty(r => r.Tillstand, till), ct);
        }
    }
}
