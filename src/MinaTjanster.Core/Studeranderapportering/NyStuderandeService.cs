using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.Core.Studeranderapportering;

/// <summary>What became of a student who was entered by hand.</summary>
public enum Tillagt
{
    Ny,

    /// <summary>The school had the student, whose data is protected from now on.</summary>
    Skyddad,
}

/// <param name="Namn">Null where the data is protected: the name stands nowhere but on the student's own page, for the cleared.</param>
public sealed record Tillagdstuderande(long Id, Tillagt Satt, string? Namn);

/// <summary>
/// Adds a student by hand to the active school. Any school may enter one with protected identity; schools that report by file or Ladok enter
/// no others (domain.md section 2).
/// </summary>
public sealed class NyStuderandeService(PortalDbContext db, AuditService audit, AktuellAnvandare anvandare)
{
    /// <summary>Two who enter the same person at once get one student: the unique key lets one through, and the other is told that it exists.</summary>
    public async Task<Result<Tillagdstuderande>> LaggTillAsync(Studerandeuppgift uppgift, CancellationToken ct)
    {
        var svar = await Studerandeserie.MedOmtagAsync(db, () => ForsokAsync(uppgift, ct));
        if (!svar.IsAccepted)
        {
            var finns = svar.Refusals.OfType<StuderandeFinnsRedan>().FirstOrDefault()?.StuderandeId;
            await audit.AddRefusalAsync(Acts.StudentAdded, AuditObjects.Studerande, finns, anvandare.AktivSkola!.Id, svar.Refusals);
        }

        return svar;
    }

    private async Task<Result<Tillagdstuderande>> ForsokAsync(Studerandeuppgift uppgift, CancellationToken ct)
    {
        var skola = await db.Skolor.AsNoTracking().SingleAsync(s => s.Id == anvandare.AktivSkola!.Id, ct);
        var skyddad = uppgift.Skydd == Personskydd.Skyddad;
        if (await db.Studerande.Include(s => s.Sokord).SingleOrDefaultAsync(s => s.Personnummer == uppgift.Personnummer, ct) is { } finns)
        {
            // An exact number finds the student at the own school, protected or not, as the search does: no more is said here.
            if (!skyddad || finns.ArSkyddad)
                return new StuderandeFinnsRedan(finns.Id);

            finns.Skydda();
            audit.Add(Acts.StudentProtected, AuditObjects.Studerande, finns.Id, skola.Id);
            await Studerandeserie.SparaAsync(db, finns, ct);
            return new Tillagdstuderande(finns.Id, Tillagt.Skyddad, null);
        }

        if (Kanalregel.Provas(skola.Rapporteringssatt, skyddad) is { } annan)
            return new BaraSkyddadeForHand(annan.Satt);

        var klass = Studerandeuppgift.HarKlass(skola.Skolform) ? uppgift.Klass : null;
        var ny = new Studerande(skola.Id, uppgift.Personnummer, uppgift.Fornamn, uppgift.Efternamn, uppgift.Skydd, klass);
        db.Add(ny);
        audit.AddForNew(Acts.StudentAdded, AuditObjects.Studerande, () => ny.Id, skola.Id);
        await db.SaveChangesAsync(ct);
        return new Tillagdstuderande(ny.Id, Tillagt.Ny, skyddad ? null : $"{ny.Fornamn} {ny.Efternamn}");
    }
}
