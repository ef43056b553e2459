using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Filrapportering;

/// <summary>
/// What a school does with the rows that were held: corrects and sends one, answers a warning, or takes a row off the list. A corrected row is judged
/// by the same rule at the moment of correction, and stands on the file's receipt. Null answers: no such row at the active school.
/// </summary>
public sealed class FilrattningService(
    PortalDbContext db, NyPortalDbContext nyDb, AuditService audit, AktuellAnvandare anvandare, Mejlskydd mejlskydd, Franvarodagar dagar, TimeProvider klocka)
{
    private const int FlestForsok = 5;

    /// <summary>Columns that say who it is: of a protected person they stand as they came unless the reader may see them.</summary>
    public static IReadOnlyList<string> Personkolumner { get; } = [Filformat.Personnummer, Filformat.Fornamn, Filformat.Efternamn, Filformat.Klass, Filformat.Skydd];

    /// <param name="falt">By column; columns that are left out stay as they were.</param>
    public async Task<Result<Filjobbsrad>?> RattaAsync(long jobbId, long radId, IReadOnlyDictionary<string, string?> falt, CancellationToken ct)
    {
        for (var forsok = 1; ; forsok++)
        {
            try
            {
                var svar = await ForsokRattaAsync(jobbId, radId, falt, ct);
                if (svar is { IsAccepted: false })
                    await audit.AddRefusalAsync(Acts.FileRowCorrected, AuditObjects.Filjobb, jobbId, anvandare.AktivSkola!.Id, svar.Refusals);
                return svar;
            }
            catch (Exception e) when (forsok < FlestForsok && e is BlocketInaktuelltException or DbUpdateException or DbException)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The answer to a row's warnings; kept with the event.</summary>
    public async Task<Result<Filjobbsrad>?> BesvaraAsync(long jobbId, long radId, string? forklaring, CancellationToken ct)
    {
        if (await LaddaAsync(jobbId, radId, ct) is not var (jobb, rad))
            return null;

        var text = forklaring?.Trim() ?? "";
        Refusal? fel = jobb.Andamal == Filandamal.Testa ? new RadenRedanRattad()
            : text.Length == 0 ? new ForklaringSaknas()
            : text.Length > Handelse.MaxForklaring ? new RadForklaring()
            : null;
        if (fel is not null)
        {
            await audit.AddRefusalAsync(Acts.FileRowCorrected, AuditObjects.Filjobb, jobbId, rad.SkolaId, [fel]);
            return fel;
        }

        return await AvgorAsync(
            rad,
            (Filradstillstand.Varnad, Filradstillstand.Besvarad),
            "förklarad",
            async () =>
            {
                if (rad.HandelseId is { } id && await db.Handelser.SingleOrDefaultAsync(h => h.Id == id, ct) is { } handelse)
                    handelse.Forklara(text);
                rad.Besvara(text);
            },
            ct);
    }

    /// <summary>Takes a refused row off the list: nothing of it is sent.</summary>
    public async Task<Result<Filjobbsrad>?> TaBortAsync(long jobbId, long radId, CancellationToken ct)
    {
        if (await LaddaAsync(jobbId, radId, ct) is not var (_, rad))
            return null;

        return await AvgorAsync(rad, (Filradstillstand.Kvar, Filradstillstand.Borttagen), "borttagen", () => Task.CompletedTask, ct);
    }

    /// <summary>Takes a row from one state to another, unless somebody else is doing so just now.</summary>
    /// <param name="ocksa">What is saved with it.</param>
    private async Task<Result<Filjobbsrad>> AvgorAsync(
        Filjobbsrad rad, (Filradstillstand Fran, Filradstillstand Till) tillstand, string vad, Func<Task> ocksa, CancellationToken ct)
    {
        var svar = await db.ITransaktionAsync<Result<Filjobbsrad>>(
            async () =>
            {
                var egen = db.Filjobbsrader.Where(r => r.Id == rad.Id && r.Tillstand == tillstand.Fran);
                if (await egen.ExecuteUpdateAsync(r => r.SetProperty(x => x.Tillstand, tillstand.Till), ct) != 1)
                    return new RadenRedanRattad();

                await ocksa();
                audit.Add(Acts.FileRowCorrected, AuditObjects.Filjobb, rad.FiljobbId, rad.SkolaId, changes: $"Rad {rad.Radnummer}: {vad}");
                await db.SaveChangesAsync(ct);
                return rad;
            },
            ct);
        if (!svar.IsAccepted)
            await audit.AddRefusalAsync(Acts.FileRowCorrected, AuditObjects.Filjobb, rad.FiljobbId, rad.SkolaId, svar.Refusals);
        return svar;
    }

    private async Task<(Filjobb Jobb, Filjobbsrad Rad)?> LaddaAsync(long jobbId, long radId, CancellationToken ct) =>
        await db.Filjobb.AsNoTracking().Include(j => j.Sandning).SingleOrDefaultAsync(j => j.Id == jobbId, ct) is { } jobb
        && await db.Filjobbsrader.SingleOrDefaultAsync(r => r.Id == radId && r.FiljobbId == jobbId, ct) is { } rad
            ? (jobb, rad)
            : null;

    private async Task<Result<Filjobbsrad>?> ForsokRattaAsync(long jobbId, long radId, IReadOnlyDictionary<string, string?> falt, CancellationToken ct)
    {
        if (await LaddaAsync(jobbId, radId, ct) is not var (jobb, rad))
            return null;
        if (rad.Tillstand != Filradstillstand.Kvar || jobb.Sandning is null || !jobb.ArAvslutad)
            return new RadenRedanRattad();

        var nu = klocka.UtcNu();
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == jobb.SkolaId, ct);
        // The school has left files since, or it is Ladok's: corrected there. A protected student is entered by hand at every school.
        if (skola.Rapporteringssatt != Rapporteringssatt.Fil && rad.Skydd != Personskydd.Skyddad)
            return new SkolanSkickarInteFil(skola.Rapporteringssatt);

        var last = await ArLastAsync(rad, ct) ? Personkolumner : [];
        var varden = Filformat.Namn.Select((namn, i) => !last.Contains(namn) && falt.TryGetValue(namn, out var nytt) ? nytt?.Trim() ?? "" : rad.Falt[i]).Append("").ToList();
        var kod = Radtolk.Skolkod(varden);
        var tolkad = Radtolk.Tolka(rad.Radnummer, varden, kod.Length == 0 || kod == skola.Skolkod ? null : new RadSkolkod(), skola.Skolform, nu.SvenskDag());
        var sandning = new Filsandning(skola, jobb.Sandning, anvandare.KontoId, nu, nu.SvenskDag(), dagar);
        var block = new Filblock(db, nyDb, sandning);
        await block.LaddaAsync([tolkad], ct);
        block.Bedom([tolkad]);
        var utfall = block.Utfall[0];
        if (utfall.Fel.Count > 0)
            return Result<Filjobbsrad>.Refused([.. utfall.Fel.Select(f => f with { Field = Radbehallare.Kolumn(f.Field) })]);

        await db.ITransaktionAsync(
            async () =>
            {
                // Two who correct the same row: one of them.
                var tillstand = utfall is { Varningar.Count: > 0, Handelse.Forklaring: null } ? Filradstillstand.Varnad : Filradstillstand.Rattad;
                if (await db.Filjobbsrader.Where(r => r.Id == radId && r.Tillstand == Filradstillstand.Kvar).ExecuteUpdateAsync(r => r.SetProperty(x => x.Tillstand, tillstand), ct) != 1)
                    throw new BlocketInaktuelltException();

                if (utfall.ArGodtagen)
                    await db.Filjobb.Where(j => j.Id == jobbId).ExecuteUpdateAsync(j => j.SetProperty(x => x.Rattade, x => x.Rattade + 1), ct);
                audit.Add(Acts.FileRowCorrected, AuditObjects.Filjobb, jobbId, rad.SkolaId, changes: $"Rad {rad.Radnummer}: rättad");
                await new Blockskrivare(db, mejlskydd, sandning, klocka).SkrivAsync(block, ct);
                var text = Filformat.TillText(varden, Filjobbsrad.MaxVarden);
                var handelseId = utfall.Handelse?.Id;
                await db.Filjobbsrader.Where(r => r.Id == radId).ExecuteUpdateAsync(
                    r => r.SetProperty(x => x.HandelseId, handelseId)
                        .SetProperty(x => x.Varden, text)
                        .SetProperty(x => x.Personnummer, tolkad.Person)
                        .SetProperty(x => x.Handelsekod, tolkad.Typ!.Kod)
                        .SetProperty(x => x.Skydd, block.Skydd(tolkad)),
                    ct);
                await new Radbehallare(db).ErsattFelAsync(rad, utfall, ct);
                return true;
            },
            ct);
        return rad;
    }

    /// <summary>Who a protected person is, is not shown, and so not changed, by those who may not see it.</summary>
    private async Task<bool> ArLastAsync(Filjobbsrad rad, CancellationToken ct) =>
        !anvandare.Har(Rattighet.SeSkyddadeIdentiteter)
        && (rad.Skydd == Personskydd.Skyddad
            || (rad.Personnummer is { } person && await db.Studerande.AnyAsync(s => s.Personnummer == person && s.Skydd == Personskydd.Skyddad, ct)));
}
