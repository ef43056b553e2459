using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>The demo data is made for Development only: everybody's password is known.</summary>
public sealed class DemodataForbjudnaException()
    : InvalidOperationException("Demodata läggs aldrig in i produktion (miljön Production): alla demokonton har ett känt lösenord.");

/// <summary>The data of demo.md: deterministic, relative to the clock's today. All in one transaction; a second time changes nothing.</summary>
/// <param name="nyDb">Gives the context.</param>
/// <param name="klocka">The app's clock.</param>
/// <param name="hasher">Hashes the two known passwords, once each.</param>
/// <param name="miljo">The environment's name.</param>
public sealed class Demodata(NyPortalDbContext nyDb, TimeProvider klocka, IPasswordHasher<Konto> hasher, string miljo)
{
    private static readonly TimeSpan EngangslosenordGaller = TimeSpan.FromDays(14);

    /// <summary>True when the data was added, false when it was there.</summary>
    /// <param name="sedan">What belongs with the data, added in the same transaction.</param>
    /// <param name="ct">Stops it; nothing is then added.</param>
    /// <exception cref="DemodataForbjudnaException">The environment is Production.</exception>
    public async Task<bool> SeedaAsync(Func<PortalDbContext, Task>? sedan = null, CancellationToken ct = default)
    {
        KravTillaten();
        await using var db = nyDb.NyForAlla("demodata");
        var forsta = Konto.Normalisera(Demokonton.Alla[0].Anvandarnamn);
        return !await db.Konton.AnyAsync(k => k.NormalizedUserName == forsta, ct)
            && await db.ITransaktionAsync(
                async () =>
                {
                    await LaggInAsync(db, ct);
                    if (sedan is not null)
                    {
                        db.ChangeTracker.Clear();
                        await sedan(db);
                    }

                    return true;
                },
                ct);
    }

    /// <exception cref="DemodataForbjudnaException">The environment is Production.</exception>
    public void KravTillaten()
    {
        if (string.Equals(miljo, "Production", StringComparison.OrdinalIgnoreCase))
        {
            throw new DemodataForbjudnaException();
        }
    }

    private async Task<bool> LaggInAsync(PortalDbContext db, CancellationToken ct)
    {
        var skolor = await SkolorAsync(db, ct);
        var konton = Konton();
        db.AddRange(konton.Values);
        await db.SaveChangesAsync(ct);

        db.AddRange(Demokonton.Alla.SelectMany(k => k.Behorigheter.Select(b =>
            new Behorighet(konton[k.Anvandarnamn].Id, b.Skolkod is null ? null : skolor[b.Skolkod].Id, b.Slag))));
        db.AddRange(Demokonton.Alla.SelectMany(k => k.Behorigheter.Where(b => b.Skolkod is not null).Select(b => b.Skolkod!).Distinct().Select(skolkod =>
            new Skolanvandare(skolor[skolkod].Id, konton[k.Anvandarnamn].Id, klocka.UtcNu(), skapadAvKontoId: null))));
        // A round that has just opened, so that the list can be tried; the other schools get theirs by the calendar.
        var oppnad = klocka.SvenskDag().AddDays(-3);
        db.Add(new Attestering(skolor[Demoskolor.SodraBerget].Id, Attestering.SenasteStart(klocka.SvenskDag()), oppnad));
        var lasar = new Demolasar(klocka.SvenskDag());
        var studerande = new Dictionary<string, IReadOnlyList<Studerande>>();
        var upptagna = new HashSet<string>();
        foreach (var demoskola in Demoskolor.Alla)
        {
            studerande[demoskola.Skolkod] = new Demostuderande(skolor[demoskola.Skolkod], lasar, upptagna).Skapa(demoskola.AntalStuderande);
            db.AddRange(studerande[demoskola.Skolkod]);
            db.AddRange(Demoutbud.For(demoskola.Skolform, demoskola.Skolkod, lasar.Lasar).Select(u => new Utbildning(skolor[demoskola.Skolkod].Id, u)));
        }

        await db.SaveChangesAsync(ct);
        var starter = new Demostarter(db, lasar, konton);
        foreach (var demoskola in Demoskolor.Alla)
        {
            await starter.LaggInAsync(skolor[demoskola.Skolkod], studerande[demoskola.Skolkod], ct);
        }

        // The cases are saved in many small steps, and each would look through the thousands of rows above.
        db.ChangeTracker.Clear();

        await new Demofall(db, lasar, konton).LaggInAsync(studerande, ct);
        await new Demostudietider(db, lasar, konton, skolor).LaggInAsync(ct);
        await new Demobestallningar(db, klocka.SvenskDag(), konton, skolor).LaggInAsync(ct);
        await new Demokontakter(db, klocka.SvenskDag(), konton, skolor).LaggInAsync(ct);
        await new Demomaterial(db, klocka.SvenskDag(), konton, skolor).LaggInAsync(ct);
        await new Demodrift(db, klocka.SvenskDag(), konton).LaggInAsync(ct);
        Demosidsvar.LaggIn(db, klocka.SvenskDag());
        await db.SaveChangesAsync(ct);
        // Last: what of the schools' studietider is approved is public.
        foreach (var skola in skolor.Values)
            await Utbudspublicering.PubliceraAsync(db, skola.Id, Utbudspublicering.Alla, klocka, ct);
        return true;
    }

    private static async Task<Dictionary<string, Skola>> SkolorAsync(PortalDbContext db, CancellationToken ct)
    {
        var skolkoder = Demoskolor.Alla.Select(s => s.Skolkod).ToList();
        var skolor = await db.Skolor.Where(s => skolkoder.Contains(s.Skolkod)).ToDictionaryAsync(s => s.Skolkod, ct);
        foreach (var demo in Demoskolor.Alla.Where(d => !skolor.ContainsKey(d.Skolkod)))
        {
            skolor[demo.Skolkod] = new Skola(demo.Skolkod, demo.Namn, demo.Ort, demo.Skolform, demo.Rapporteringssatt);
            skolor[demo.Skolkod].SattAdress(demo.Gatuadress, demo.Postnummer);
            db.Add(skolor[demo.Skolkod]);
        }

        await db.SaveChangesAsync(ct);
        return skolor;
    }

    /// <summary>One hash serves all: the slow function is what a hash costs, and the password is no secret.</summary>
    private Dictionary<string, Konto> Konton()
    {
        var konton = new Dictionary<string, Konto>();
        var hash = "";
        foreach (var (nummer, demo) in Demokonton.Alla.Index())
        {
            // Kept by PTS for fiction: 070-174 06 05 to 070-174 06 99.
            var konto = new Konto(demo.Anvandarnamn, demo.Namn, demo.Epost, $"070-174 06 {nummer + 5:00}");
            if (demo.Anvandarnamn == Demokonton.Nyanstalld)
            {
                konto.SattEngangslosenord(hasher.HashPassword(konto, Demokonton.Engangslosenord), klocka.UtcNu() + EngangslosenordGaller);
            }
            else
            {
                hash = hash.Length > 0 ? hash : hasher.HashPassword(konto, Demokonton.Losenord);
                konto.BytLosenord(hash);
            }

            konton[demo.Anvandarnamn] = konto;
        }

        return konton;
    }
}
