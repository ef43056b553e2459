using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Studeranderapportering.Kvar;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Omgangar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Studeranderapportering.Startsida;

/// <summary>What waits at the active school beside its reports of ogiltig frånvaro.</summary>
/// <param name="Skolkutkast">The signed-in person's reports that are filled in and not sent.</param>
/// <param name="Handelseutkast">Their events that are filled in and not sent.</param>
/// <param name="Filer">Files that are read in, have failed or have refused rows, the newest first.</param>
/// <param name="Kvar">Students and periods of whom something is missing.</param>
public sealed record Startlage(int Skolkutkast, int Handelseutkast, IReadOnlyList<Startfil> Filer, Kvarantal Kvar)
{
    /// <summary>What those who report studietider keep for the school; null for others.</summary>
    public Skolplikter? Plikter { get; init; }

    /// <summary>Some student may have studiehjälp today: studies in another avdelning than B.</summary>
    public bool HarStudiehjalp { get; init; }
}

/// <summary>A file that somebody has to see to, or wait for.</summary>
/// <param name="Kvar">Refused rows; one more than <see cref="StartlageQuery.TakRader"/> stands for more than that.</param>
public sealed record Startfil(long Id, string Filnamn, DateTime Uppladdad, Filjobbstatus Status, int Kvar);

/// <summary>
/// The duties of the active school that are counted rather than listed. One command when nothing is new: it also brings the newest line of the log,
/// by which <see cref="Kvarminne"/> knows whether what it remembers still holds.
/// </summary>
public sealed class StartlageQuery(PortalDbContext db, AktuellAnvandare anvandare, KvarQuery kvar, Kvarminne minne, SkolpliktQuery plikter, TimeProvider klocka)
{
    /// <summary>More refused rows than anybody counts.</summary>
    public const int TakRader = 1000;

    /// <summary>More files than are seen to at once; the list of files has them all, and one more than this says that there are more.</summary>
    public const int AntalFiler = 20;

    /// <summary>How long a file that could not be read in is shown [V]; it can be sent again at any time.</summary>
    private static readonly TimeSpan Misslyckad = TimeSpan.FromDays(14);

    // Lines are counted from 1; that it is said makes SQLite go by the file's index, not through all refused rows of the school.
    private static readonly Func<PortalDbContext, long, long, DateTime, DateOnly, int, int, string, bool, Task<Rad>> Raknat = EF.CompileAsyncQuery(
        (PortalDbContext db, long skolaId, long kontoId, DateTime misslyckadEfter, DateOnly idag, int fran, int till, string skolform, bool gymnasieskola) => db.Skolor.Where(s => s.Id == skolaId).Select(s => new Rad(
            db.Skolkutkast.Count(u => u.KontoId == kontoId),
            db.Handelseutkast.Count(u => u.KontoId == kontoId),
            db.Filjobb.Any(j => j.Andamal == Filandamal.Skicka && (
                j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar
                || (j.Status == Filjobbstatus.Misslyckad && j.Uppladdad > misslyckadEfter && !db.Filjobb.Any(k => k.Sha256 == j.Sha256 && k.Id > j.Id && k.Status == Filjobbstatus.Klar && k.Andamal == Filandamal.Skicka))
                || (j.Nekade > 0 && db.Filjobbsrader.Any(r => r.FiljobbId == j.Id && r.Tillstand == Filradstillstand.Kvar && r.Radnummer > 0)))),
            db.AuditEvents.Where(e => e.SkolaId == skolaId).OrderByDescending(e => e.Tid).ThenByDescending(e => e.Id).Select(e => (long?)e.Id).FirstOrDefault(),
            db.Skolinformationer.Select(i => (DateTime?)i.Bekraftad).FirstOrDefault(),
            db.Studietidsrapporter.Any(r => r.Status == Rapportstatus.Ater && r.Lasar >= fran && r.Lasar <= till) || db.Rapporteringsomgangar.Any(o => o.Status == Omgangsstatus.Galler && o.Oppnar <= idag && o.Lasar >= fran && o.Lasar <= till && o.Skolformstext.Contains(skolform)
                && !db.Studietidsrapporter.Where(Omgangslagen.Inskickad).Any(r => r.Lasar == o.Lasar)),
            db.Studietidsrapporter.Where(r => r.SkolaId == s.Id && r.Status == Rapportstatus.Utkast && r.Lasar >= fran && r.Lasar <= till && db.Studietider.Any(t => t.StudietidsrapportId == r.Id))
                .OrderBy(r => r.Lasar).Select(r => r.Lasar).ToList(),
            db.Skolkontaktpersoner.Where(k => k.SkolaId == s.Id).OrderBy(k => k.Id).Select(k => new Kontaktrad(k.Roll, k.Namn)).ToList(),
            // As Studiehjalpselever asks: of a gymnasieskola not the ages.
            db.Studieperioder.Any(p => (gymnasieskola || p.Larling == Larlingskap.Ja) && p.Avdelning != Avdelning.B && p.ForstaDag <= idag && p.SistaDag >= idag),
            db.Studieperioder.Where(p => !gymnasieskola && p.Avdelning != Avdelning.B && p.ForstaDag <= idag && p.SistaDag >= idag && p.ValdStodform != Stodform.Studiemedel)
                .Join(db.Studerande, p => p.StuderandeId, x => x.Id, (p, x) => x.Personnummer).OrderByDescending(n => n).FirstOrDefault())).Single());

    private static readonly Func<PortalDbContext, DateTime, IAsyncEnumerable<Startfil>> Filer = EF.CompileAsyncQuery(
        (PortalDbContext db, DateTime misslyckadEfter) => db.Filjobb
            .Where(j => j.Andamal == Filandamal.Skicka && (
                j.Status == Filjobbstatus.Vantar || j.Status == Filjobbstatus.Pagar
                || (j.Status == Filjobbstatus.Misslyckad && j.Uppladdad > misslyckadEfter && !db.Filjobb.Any(k => k.Sha256 == j.Sha256 && k.Id > j.Id && k.Status == Filjobbstatus.Klar && k.Andamal == Filandamal.Skicka))
                || (j.Nekade > 0 && db.Filjobbsrader.Any(r => r.FiljobbId == j.Id && r.Tillstand == Filradstillstand.Kvar && r.Radnummer > 0))))
            .OrderByDescending(j => j.Uppladdad).ThenByDescending(j => j.Id)
            .Select(j => new Startfil(
                j.Id, j.Filnamn, j.Uppladdad, j.Status, db.Filjobbsrader.Where(r => r.FiljobbId == j.Id && r.Tillstand == Filradstillstand.Kvar && r.Radnummer > 0).Take(TakRader + 1).Count()))
            .Take(AntalFiler + 1));

    public async Task<Startlage> ForAsync(CancellationToken ct)
    {
        var skola = anvandare.AktivSkola!;
        var misslyckadEfter = klocka.UtcNu() - Misslyckad;
        var idag = klocka.SvenskDag();
        var (fran, till) = Rapportserie.Rapporteras(idag);
        var raknat = await Raknat(db, skola.Id, anvandare.KontoId, misslyckadEfter, idag, fran, till, Rapporteringsomgang.Monster(skola.Skolform!.Value), skola.Skolform == Skolform.Gymnasieskola);
        // Where files are not how the school reports any longer, nothing can be done about them.
        List<Startfil> filer = [];
        if (raknat.HarFiler && skola.Rapporteringssatt != Rapporteringssatt.Manuellt)
        {
            await foreach (var fil in Filer(db, misslyckadEfter).WithCancellation(ct))
            {
                filer.Add(fil);
            }
        }

        var kvarAntal = await minne.ForAsync(skola.Id, raknat.SenasteHandelse, () => kvar.AntalAsync(skola.Skolform!.Value, ct));
        return new(raknat.Skolkutkast, raknat.Handelseutkast, filer, kvarAntal)
        {
            HarStudiehjalp = raknat.HarStudiehjalp || Studiehjalpselever.ArUng(raknat.Yngst, idag),
            Plikter = anvandare.Har(Rattighet.RapporteraStudietider)
                ? new(Skolinformation.Bekraftelse(raknat.Bekraftad), raknat.Kontakter, raknat.VantarStudietider ? await plikter.StudietiderAsync(ct) : []) { Utkast = raknat.Utkast.ConvertAll(ar => new Lasar(ar)) }
                : null,
        };
    }

    private sealed record Rad(int Skolkutkast, int Handelseutkast, bool HarFiler, long? SenasteHandelse, DateTime? Bekraftad, bool VantarStudietider, List<int> Utkast, List<Kontaktrad> Kontakter, bool HarStudiehjalp, Personnummer? Yngst);
}
