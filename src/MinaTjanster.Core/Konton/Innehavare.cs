using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;

namespace MinaTjanster.Core.Konton;

/// <summary>Whom a mail to "the school's administrator" or "CSN's officers" goes to.</summary>
public static class Innehavare
{
    /// <summary>Everybody with a mail address who holds the behörighet that day, at the school or (null) at CSN.</summary>
    public static async Task<IReadOnlyList<(string Epost, long KontoId)>> InnehavareAsync(
        this PortalDbContext db, Behorighetsslag slag, long? skolaId, DateOnly dag, CancellationToken ct)
    {
        var konton = await (
            from b in db.Behorigheter.Gallande(dag)
            where b.SkolaId == skolaId && b.Slag == slag
            join k in db.Konton on b.KontoId equals k.Id
            where k.Email != null && k.Email != ""
            orderby k.Id
            select new { k.Email, k.Id }).ToListAsync(ct);
        return konton.Where(k => Kontouppgifter.ArEpost(k.Email!)).Select(k => (k.Email!, k.Id)).ToList();
    }
}

/// <summary>How somebody who has been given something comes in to it, for mails.</summary>
public static class Inloggningsvagen
{
    /// <param name="adress">The page, in full.</param>
    public static string Inloggningsvag(this Konto konto, string adress) => konto.PasswordHash is null
        ? "Ditt användarnamn kommer i ett brev till skolan, märkt med ditt namn. Några dagar senare får du ett mejl med ett engångslösenord, och kan logga in."
        : $"Du loggar in med ditt vanliga användarnamn. Har du behörighet vid flera skolor väljer du skola överst på sidan.\n{adress}";
}
