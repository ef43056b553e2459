using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Forsening;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Punktlighet;

/// <summary>How reminders to silent schools went, in schools.</summary>
/// <param name="Skickade">Reminded now.</param>
/// <param name="Redan">Reminded this month already.</param>
/// <param name="Klara">Silent no more, or not there.</param>
/// <param name="UtanMottagare">Where nobody can be mailed.</param>
/// <param name="Misslyckade">Whose mails could not be saved: they can be tried again.</param>
public sealed record Tystutfall(int Skickade, int Redan, int Klara, int UtanMottagare, int Misslyckade);

/// <summary>
/// Asks silent schools whether they have something to report, once a school and calendar month: its mails, the row that says so and the event in one save, so that nothing is sent twice
/// however often it is clicked. Nobody is late here: a school that has nothing to report need do nothing, and the mail says so.
/// </summary>
public sealed class TystpaminnelseService(
    NyPortalDbContext nyDb, TystskolaQuery tysta, Punktlighetsinstallning installning, Mejlskydd skydd, Portaladress adress, AktuellAnvandare anvandare, TimeProvider klocka, ILogger<TystpaminnelseService> logg)
{
    public async Task<Tystutfall> PaminnAsync(IReadOnlyCollection<long> skolor, CancellationToken ct)
    {
        var valda = skolor.Distinct().ToList();
        var utfall = Enumerable.Repeat(Utskick.Klar, valda.Count).ToList();
        foreach (var (plats, skola) in (await tysta.ValdaAsync(valda, ct)).Index())
            utfall[plats] = await SkickaAsync(skola.Rad, ct);

        int Antal(Utskick sadant) => utfall.Count(u => u == sadant);
        return new(Antal(Utskick.Skickat), Antal(Utskick.Redan), Antal(Utskick.Klar), Antal(Utskick.UtanMottagare), Antal(Utskick.Misslyckat));
    }

    /// <summary>Whether the school has been reminded this calendar month.</summary>
    /// <param name="pamind">UTC, the latest reminder.</param>
    public bool ArPamind(DateTime? pamind) => pamind is { } tid && Manad(tid.SvenskDag()) == Manad(klocka.SvenskDag());

    /// <summary>How many the mail would go to, for whoever is about to send it.</summary>
    public async Task<int> AntalMottagareAsync(long skolaId, CancellationToken ct)
    {
        await using var db = nyDb.NyForAlla("punktlighet");
        return (await MottagareAsync(db, skolaId, ct)).Konton.Count;
    }

    private async Task<Utskick> SkickaAsync(Punktlighetsrad skola, CancellationToken ct)
    {
        var omfang = new Skolomfang();
        omfang.ValjSkola(skola.SkolaId);
        await using var db = nyDb.Ny(omfang);

        // The country's figures may be an hour old; the school's own are asked for.
        if ((await Punktlighetsfraga.RapporterAsync(db, Punktlighetsminne.Manad(klocka.SvenskDag(), installning.TystaManader), ct)).Count > 0)
            return Utskick.Klar;

        var nyckel = Manad(klocka.SvenskDag());
        if (await db.Fristpaminnelser.AnyAsync(p => p.Steg == Paminnelsesteg.Tyst && p.Plikt == nyckel, ct))
            return Utskick.Redan;

        var (konton, vilka) = await MottagareAsync(db, skola.SkolaId, ct);
        if (konton.Count == 0)
            return Utskick.UtanMottagare;

        var mejl = new MejlService(db, klocka, skydd);
        foreach (var (epost, kontoId) in konton)
            mejl.Add(epost, Tystmejl.Amne, Tystmejl.Text(skola, vilka, adress), kontoId);
        db.Add(new Fristpaminnelse(skola.SkolaId, Paminnelsesteg.Tyst, nyckel, 0, konton.Count, anvandare.KontoId, klocka.UtcNu()));
        new AuditService(db, nyDb, anvandare, klocka).Add(Acts.SilentSchoolReminded, AuditObjects.Skola, skola.SkolaId, skola.SkolaId, changes: $"Mottagare: {konton.Count}");
        return await db.SparaEnGangAsync(
            async () =>
            {
                await using var efter = nyDb.Ny(omfang);
                return await efter.Fristpaminnelser.AnyAsync(p => p.Steg == Paminnelsesteg.Tyst && p.Plikt == nyckel, ct);
            },
            fel => logg.LogWarning(fel, "Frågan till den tysta skolan {Skola} kunde inte sparas, och kan försökas igen", skola.SkolaId),
            ct) switch
        {
            Sparutfall.Sparat => Utskick.Skickat,
            Sparutfall.GjortAvAnnan => Utskick.Redan,
            _ => Utskick.Misslyckat,
        };
    }

    /// <summary>Those who report at the school; where none of them can be mailed, those who can tell them, or see to it that somebody may.</summary>
    private async Task<(IReadOnlyList<(string Epost, long KontoId)> Konton, Tystmottagare Vilka)> MottagareAsync(PortalDbContext db, long skolaId, CancellationToken ct)
    {
        var idag = klocka.SvenskDag();
        if (await db.InnehavareAsync(Behorighetsslag.Studeranderapportering, skolaId, idag, ct) is { Count: > 0 } rapportorer)
            return (rapportorer, Tystmottagare.Rapportorerna);

        // Nobody to mail is not nobody: an account may be without an address.
        var nagon = await db.Behorigheter.Gallande(idag).AnyAsync(b => b.SkolaId == skolaId && b.Slag == Behorighetsslag.Studeranderapportering, ct);
        return (
            await db.InnehavareAsync(Behorighetsslag.Behorighetsadministrator, skolaId, idag, ct),
            nagon ? Tystmottagare.AdministratorernaDaIngenNas : Tystmottagare.AdministratorernaDaIngenFinns);
    }

    private static string Manad(DateOnly dag) => $"{dag:yyyy-MM}";

    private enum Utskick
    {
        Skickat,
        Redan,
        Klar,
        UtanMottagare,
        Misslyckat,
    }
}

/// <summary>Who at the school gets the mail, and why them.</summary>
internal enum Tystmottagare
{
    Rapportorerna,

    /// <summary>Somebody may report, but none of them has an address.</summary>
    AdministratorernaDaIngenNas,

    /// <summary>Nobody may report.</summary>
    AdministratorernaDaIngenFinns,
}

/// <summary>The words: no student, no number of what was to be expected, and no blame.</summary>
internal static class Tystmejl
{
    public const string Amne = "Har ni ogiltig frånvaro att rapportera till CSN?";

    public static string Text(Punktlighetsrad skola, Tystmottagare vilka, Portaladress adress)
    {
        var sedan = skola.SenasteManad is { } manad ? $"sedan {SvenskText.ManadAr(manad)}" : "de senaste två åren";
        var gor = vilka switch
        {
            Tystmottagare.Rapportorerna => $"Har ni elever att rapportera gör du det här, så snart du kan:\n{adress.Till("/ogiltig-franvaro")}",
            Tystmottagare.AdministratorernaDaIngenNas =>
                $"De som har behörighet att rapportera för skolan går inte att nå med mejl, så vi skriver till dig. Har ni elever att rapportera behöver någon av dem göra det här, så snart det går:\n{adress.Till("/ogiltig-franvaro")}",
            _ => $"Ingen på skolan har behörighet att rapportera. Har ni elever att rapportera behöver någon få behörigheten. I Identity Manager ser du vem som ger den:\n{adress.Till("/identity-manager")}",
        };
        return $"""
            Hej!

            Vi har inte fått någon rapport om ogiltig frånvaro (skolk) från {skola.Namn} (skolkod {skola.Skolkod}) {sedan}.

            Har ni ingen ogiltig frånvaro att rapportera behöver ni inte göra något.

            {gor}

            Är något oklart? Under Kontakta CSN i Mina tjänster står skolans kontaktperson.

            Det går inte att svara på det här mejlet.

            Mina tjänster, CSN
            """;
    }
}
