using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister;

/// <summary>
/// The calendar feed behind a secret link: the duties with a last day at every school where the person holds something on the day of the fetch. No login; the key
/// is all there is, so it tells of no student: receipt numbers only.
/// </summary>
public sealed class Fristflode(NyPortalDbContext nyDb, FristQuery frister, Portaladress adress, TimeProvider klocka)
{
    /// <summary>Days of rules before today and after it [V]; what waits is told whatever its day.</summary>
    private const int DagarBakat = 31;

    private const int DagarFramat = 365;

    public static Dagperiod Period(DateOnly idag) => new(idag.AddDays(-DagarBakat), idag.AddDays(DagarFramat));

    /// <summary>The calendar as text; null when no link has the key.</summary>
    public async Task<string?> ForAsync(string nyckel, CancellationToken ct)
    {
        var hash = Hemlighet.Hash(nyckel);
        long? kontoId;
        await using (var db = nyDb.Ny())
            kontoId = await db.Kalenderlankar.Where(l => l.Nyckelhash == hash).Select(l => (long?)l.KontoId).SingleOrDefaultAsync(ct);
        if (kontoId is null)
            return null;

        var period = Period(klocka.SvenskDag());
        List<Kalenderhandelse> handelser = [];
        foreach (var innehav in await frister.InnehavAsync(kontoId.Value, ct))
            handelser.AddRange(Handelser(await frister.ForAsync(innehav, period, ct), innehav.Skola));
        return Kalender.Skriv("Mina tjänster: frister", "Det som ska göras i Mina tjänster, med sista dag.", handelser);
    }

    /// <summary>One event for each day that a duty stands on.</summary>
    public IEnumerable<Kalenderhandelse> Handelser(IEnumerable<Plikt> plikter, Skolval skola)
    {
        var nu = klocka.UtcNu();
        return plikter.SelectMany(p => p.Dagar().Select(d => new Kalenderhandelse(
            $"{p.Nyckel}{(d.ArHelst ? "-helst" : "")}-{skola.Id}@{adress.Bas.Host}",
            0,
            nu,
            new(d.Dag, d.Dag),
            $"{(d.ArHelst ? "Helst i dag: " : p.ArForsenad ? "Försenat: " : "")}{p.Rubrik}",
            $"{skola.Namn}, {skola.Skolkod}",
            string.Join('\n', new[] { p.Text, d.ArHelst ? null : p.Helgupplysning }.OfType<string>()),
            new(adress.Till(p.Adress)))));
    }
}
