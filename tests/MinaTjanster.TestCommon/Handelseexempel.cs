using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;

namespace MinaTjanster.TestCommon;

/// <summary>
/// A report that is right for each event at each school form, made from the table itself, for a student who studies 17 August–18 December 2026.
/// A new row in the table is tested without anybody writing a test.
/// </summary>
public static class Handelseexempel
{
    private static readonly SemaphoreSlim Las = new(1);

    public static readonly DateOnly Start = new(2026, 8, 17);

    /// <summary>There is no such school among the demo schools: it is made by <see cref="SkolaForAnnanEftergymnasialAsync"/>.</summary>
    private const string AnnanEftergymnasial = "91234567";

    /// <summary>The key of the decision in an example: a real one gets another.</summary>
    public const long Dokument = 1;

    public static readonly DateOnly Slut = new(2026, 12, 18);

    /// <summary>A school of the one form that demo.md does not have, where Karin Vik reports too. Made once for each database.</summary>
    public static async Task SkolaForAnnanEftergymnasialAsync(PortalDbContext db)
    {
        await Las.WaitAsync();
        try
        {
            if (await db.Skolor.AnyAsync(s => s.Skolkod == AnnanEftergymnasial))
                return;

            var skola = new Skola(AnnanEftergymnasial, "Tandteknikerskolan", "Umeå", Skolform.AnnanEftergymnasial, Rapporteringssatt.Manuellt);
            db.Add(skola);
            await db.SaveChangesAsync();
            var karin = await db.Konton.Where(k => k.UserName == Personer.KarinVik.Anvandarnamn).Select(k => k.Id).SingleAsync();
            db.AddRange(new Behorighet(karin, skola.Id, Behorighetsslag.Studeranderapportering), new Skolanvandare(skola.Id, karin, DateTime.UnixEpoch, null));
            await db.SaveChangesAsync();
        }
        finally
        {
            Las.Release();
        }
    }

    /// <summary>Every event but skolk, which has tests of its own, at every school form that reports it.</summary>
    public static IEnumerable<object[]> Alla() =>
        from typ in Handelsetyper.Alla
        where typ.Slag != Handelseslag.Skolk
        from skolform in typ.Skolformer.Keys.Order()
        select new object[] { typ.Slag, skolform };

    /// <summary>A demo school of the form that reports on screen, or is made to in the test.</summary>
    public static string Skolkod(Skolform skolform) => skolform switch
    {
        Skolform.Gymnasieskola => Demoskolor.SodraBerget,
        Skolform.Komvux => "45678901",
        Skolform.Folkhogskola => "56789012",
        Skolform.Yrkeshogskola => "67890123",
        Skolform.Hogskola => Demoskolor.Tonklang,
        Skolform.KonstOchKultur => "90123456",
        _ => AnnanEftergymnasial,
    };

    public static Person Rapportor(Skolform skolform) => skolform switch
    {
        Skolform.Gymnasieskola => Personer.AnnaLind,
        Skolform.Komvux => Personer.FredrikDahl,
        Skolform.Folkhogskola => Personer.GunBerg,
        Skolform.Yrkeshogskola => Personer.HasanYilmaz,
        Skolform.Hogskola => Personer.JonasHolm,
        _ => Personer.KarinVik,
    };

    /// <summary>Whether the student must have a study period before: all but what begins one, and what says that none began.</summary>
    public static bool KraverStudietid(Handelseslag slag) => slag.Typ() is not ({ Verkan: Studietidsverkan.Borjar } or { Slag: Handelseslag.Antagen or Handelseslag.EjPaborjat });

    /// <summary>By column, as typed.</summary>
    public static Dictionary<string, string> Falt(Handelseslag slag, Skolform skolform) =>
        slag.Typ().For(skolform)!.Falt.Where(f => f.Krav != Faltkravslag.Frivilligt).ToDictionary(f => f.Kolumn, f => Text(slag, skolform, f));

    public static Handelseuppgift Uppgift(Handelseslag slag, Skolform skolform)
    {
        var falt = Falt(slag, skolform);
        return Handelsetolk.Tolka(slag.Typ(), skolform, f => falt.GetValueOrDefault(f.Kolumn())).Value;
    }

    private static string Text(Handelseslag slag, Skolform skolform, Faltkrav krav) => krav.Falt switch
    {
        Handelsefalt.ForstaDag => $"{ForstaDag(slag):yyyy-MM-dd}",
        Handelsefalt.SistaDag => slag == Handelseslag.PlaneratUppehall || slag == Handelseslag.Jullov ? "2026-12-11" : $"{Slut:yyyy-MM-dd}",
        Handelsefalt.Utbildning => "Provkurs",
        Handelsefalt.Kurskod => skolform == Skolform.Folkhogskola ? "306812C" : "PRV101",
        Handelsefalt.Studievagskod => "NANAT0000",
        Handelsefalt.Arskurs => "2",
        Handelsefalt.Omfattning => "100",
        Handelsefalt.Poang => "75",
        Handelsefalt.Totalpoang => "100",
        Handelsefalt.Handledare or Handelsefalt.UtfardadAv => "Siv Handledare",
        Handelsefalt.Beslut => $"{Dokument}",
        _ => krav.Alternativ![^1].Varde,
    };

    private static DateOnly ForstaDag(Handelseslag slag) => slag switch
    {
        Handelseslag.Franvaro => new(2026, 11, 2),
        Handelseslag.AterIStudier => new(2026, 11, 20),
        Handelseslag.Jullov or Handelseslag.PlaneratUppehall => new(2026, 12, 7),
        Handelseslag.AndradOmfattning => new(2026, 10, 5),
        Handelseslag.Forlangning => new(2027, 1, 29),
        Handelseslag.Avbrott or Handelseslag.BytAvSkola => new(2026, 11, 13),
        Handelseslag.EjPaborjat => new(2026, 8, 24),
        _ => Start,
    };
}
