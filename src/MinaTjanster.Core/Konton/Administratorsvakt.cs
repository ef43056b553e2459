using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Konton;

/// <summary>At least two behörighetsadministratörer are asked for: with one left, the page says so, and a mail once (issue 3, [V]).</summary>
public sealed class Administratorsvakt(PortalDbContext db, MejlService mejl, Portaladress adress, TimeProvider klocka)
{
    /// <summary>As many as a school should have.</summary>
    public const int Onskade = 2;

    /// <summary>How many hold the role at the school today.</summary>
    public Task<int> AntalAsync(long skolaId, CancellationToken ct) => Administratorer(skolaId).CountAsync(ct);

    /// <summary>
    /// Tells those who are left when there are too few, once until there are enough again. Inside the caller's transaction: the flag is set by one
    /// statement that only one of several copies of the portal gets through.
    /// </summary>
    public async Task BevakaAsync(Skola skola, CancellationToken ct)
    {
        var kvar = await Administratorer(skola.Id).Join(db.Konton, b => b.KontoId, k => k.Id, (_, k) => new { k.Id, k.Email }).ToListAsync(ct);
        var forFa = kvar.Count < Onskade;
        DateOnly? sedan = forFa ? klocka.SvenskDag() : null;
        var andrad = await db.SkrivAsync(
            () => db.Skolor.Where(s => s.Id == skola.Id && (s.FaAdministratorerSedan == null) == forFa)
                .ExecuteUpdateAsync(rad => rad.SetProperty(s => s.FaAdministratorerSedan, sedan), ct),
            ct);
        if (andrad == 0)
            return;

        foreach (var person in kvar.Where(_ => forFa).Where(p => Kontouppgifter.ArEpost(p.Email ?? "")))
        {
            mejl.Add(
                person.Email!,
                "Skolan har bara en behörighetsadministratör",
                $"""
                Hej!

                Du är ensam behörighetsadministratör för {skola.Namn} (skolkod {skola.Skolkod}). Skolan behöver minst två, så att någon kan hjälpa till när du är borta.

                Så här gör du: föreslå en till i Identity Manager. Skolans rektor skriver under en försäkran via en länk i ett mejl, och sedan godkänner CSN.
                {adress.Till("/identity-manager/administratorer")}

                Det går inte att svara på det här mejlet.

                Mina tjänster, CSN
                """,
                person.Id);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>All schools, for the days when a right ends by its last day. Saves; returns how many schools were told or are enough again.</summary>
    public async Task<int> BevakaAllaAsync(CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        var gallande = db.Behorigheter.Gallande(idag);
        var andrade = await db.Skolor
            .Where(s => (s.FaAdministratorerSedan != null) != (gallande.Count(b => b.SkolaId == s.Id && b.Slag == Behorighetsslag.Behorighetsadministrator) < Onskade))
            .ToListAsync(ct);
        foreach (var skola in andrade)
        {
            await db.ITransaktionAsync(
                async () =>
                {
                    await BevakaAsync(skola, ct);
                    return skola;
                },
                ct);
        }

        return andrade.Count;
    }

    private IQueryable<Behorighet> Administratorer(long skolaId)
    {
        var idag = klocka.SvenskDag();
        return db.Behorigheter.Gallande(idag).Where(b => b.SkolaId == skolaId && b.Slag == Behorighetsslag.Behorighetsadministrator);
    }
}
