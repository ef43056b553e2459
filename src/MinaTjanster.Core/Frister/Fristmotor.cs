using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Frister;

/// <summary>
/// The one engine of duties (ADR 0045): what is known of a school, and the table of rules, become its duties with their days. Pure: start page, calendar, mails
/// and feed all ask here, and differ only in which days they show.
/// </summary>
public static class Fristmotor
{
    /// <summary>The days whose rules the start page tells of: until the next stop day.</summary>
    public static Dagperiod Startperiod(DateOnly idag) => new(idag, Utbetalningskalender.FoljandeStopp(idag).SistaStoppdag);

    /// <summary>The school's duties, those with the nearest last day first; among equals in the order of the kinds.</summary>
    /// <param name="period">Which days of rules are asked for; what waits for the school is told whatever its day.</param>
    public static IReadOnlyList<Plikt> Plikter(Fristunderlag u, Dagperiod period, DateOnly idag, Fristinstallning installning) =>
    [
        .. Skolk(u, idag).Concat(Undatat(u, idag)).Concat(Studietider(u, idag)).Concat(Starter(u, period, idag)).Concat(Attesteringen(u, idag)).Concat(Datum(u, period, installning))
            .OrderBy(p => p.Senast ?? DateOnly.MaxValue).ThenBy(p => p.Slag).ThenBy(p => p.ObjektId),
    ];

    private static IEnumerable<Plikt> Skolk(Fristunderlag u, DateOnly idag) =>
        u.Vantande.Where(r => !r.ArBaraMeddelande).Select(r => Underlag(u, r, idag)).Concat(u.Vantande.Where(r => r.Meddelande is not null).Select(r => Meddelande(u, r)));

    private static Plikt Underlag(Fristunderlag u, AttGoraRad r, DateOnly idag)
    {
        var adress = $"/ogiltig-franvaro/{r.SkolkrapportId}";
        var status = Skolkstatus.For(r.Status, r.Frist, r.SvarSenast, idag, narCsn: null);
        var lage = status.Slag == Skolkstatusslag.Forsenad ? Pliktlage.Forsenad : Pliktlage.Vantar;
        return r.Status == Arendestatus.KompletteringBegard
            ? new Plikt(Fristslag.Komplettering, u.Skola.Id, $"komplettering-{r.SkolkrapportId}-{r.Senast:yyyyMMdd}", $"Komplettering till CSN om {r.Kvittensnummer}", status.Forklaring, adress, "Skicka kompletteringen")
            {
                Lage = lage,
                Senast = r.Senast,
                Referens = r.Kvittensnummer,
                ObjektId = r.SkolkrapportId,
            }
            : new(Fristslag.Underlag, u.Skola.Id, $"underlag-{r.SkolkrapportId}", $"Frånvarounderlag för {r.Kvittensnummer}", status.Forklaring, adress, "Skicka underlaget")
            {
                Lage = lage,
                Helst = r.Frist.Rekommenderad,
                Senast = r.Frist.Senast,
                Referens = r.Kvittensnummer,
                ObjektId = r.SkolkrapportId,
            };
    }

    /// <summary>A new message is a new duty: who has been told of the last one is told of it.</summary>
    private static Plikt Meddelande(Fristunderlag u, AttGoraRad r) => new(
        Fristslag.Meddelande,
        u.Skola.Id,
        $"meddelande-{r.SkolkrapportId}-{r.Meddelande:yyyyMMddHHmmss}",
        $"Meddelande från CSN om {r.Kvittensnummer}",
        "Läs och svara, så att CSN kan gå vidare med ärendet.",
        $"/ogiltig-franvaro/{r.SkolkrapportId}/meddelanden",
        "Svara CSN")
    {
        Lage = Pliktlage.Vantar,
        Referens = r.Kvittensnummer,
        ObjektId = r.SkolkrapportId,
    };

    private static IEnumerable<Plikt> Undatat(Fristunderlag u, DateOnly idag)
    {
        if (u.Lage is not { } lage)
            return Utkast(u);

        var ladok = u.Skola.Rapporteringssatt == Rapporteringssatt.Ladok;
        Plikt Fil(Startfil fil, Fristslag slag, Pliktlage lage, string text, string lank, string plats = "") =>
            new(slag, u.Skola.Id, $"{slag}-{fil.Id}", fil.Filnamn, text, $"/filer/{fil.Id}{plats}", lank) { Lage = lage, Antal = fil.Kvar, ObjektId = fil.Id };

        return lage.Filer.Where(f => f.Status == Filrapportering.Filjobbstatus.Misslyckad)
                .Select(f => Fil(f, Fristslag.FilMisslyckad, Pliktlage.Forsenad, ladok ? "Felet är vårt. Skicka igen från Ladok." : "Felet är vårt. Skicka filen igen.", "Visa filen"))
            .Concat(lage.Filer.Where(f => f.Kvar > 0 && f.Status is not (Filrapportering.Filjobbstatus.Vantar or Filrapportering.Filjobbstatus.Pagar))
                .Select(f => Fil(f, Fristslag.FilRader, Pliktlage.Vantar, ladok ? "Raderna är inte rapporterade förrän de är rättade i Ladok." : "Raderna är inte rapporterade förrän du har rättat dem.", "Rätta raderna", "#rader")))
            .Concat(lage.Filer.Where(f => f.Status is Filrapportering.Filjobbstatus.Vantar or Filrapportering.Filjobbstatus.Pagar)
                .Select(f => Fil(f, Fristslag.FilLases, Pliktlage.Upplysning, "Filen läses in. Du behöver inte vänta.", "Följ inläsningen")))
            .Concat(Antal(u, Fristslag.Resultat, lage.Kvar.Resultat, Pliktlage.Vantar, "Studieresultat saknas", "Perioderna är slut. Rapportera hur det gick.", "/kvar-att-rapportera#kvar-71"))
            .Concat(Antal(u, Fristslag.Skolkutkast, lage.Skolkutkast, Pliktlage.Upplysning, "Rapporter om ogiltig frånvaro som inte är skickade", "De räknas först när du har skickat dem.", "/utkast"))
            .Concat(Antal(u, Fristslag.Handelseutkast, lage.Handelseutkast, Pliktlage.Upplysning, "Händelser som inte är skickade", "De räknas först när du har skickat dem.", "/utkast"))
            .Concat(Utkast(u));
    }

    private static IEnumerable<Plikt> Antal(Fristunderlag u, Fristslag slag, int antal, Pliktlage lage, string rubrik, string text, string adress) =>
        antal > 0 ? [new(slag, u.Skola.Id, $"{slag}", rubrik, text, adress, "Visa vilka") { Lage = lage, Antal = antal }] : [];

    /// <summary>Reports of studietider that are filled in and not sent, and that no round asks for.</summary>
    private static IEnumerable<Plikt> Utkast(Fristunderlag u) => u.Studietidsutkast.Where(l => u.Studietider.All(p => p.Lasar != l)).Select(l => new Plikt(
        Fristslag.Studietidsutkast, u.Skola.Id, $"studietidsutkast-{l.Adress}", $"Utkast av studietider för {l}", "De gäller inte förrän CSN har godkänt dem.", $"/studietider/{l.Adress}", "Fortsätt med studietiderna")
    {
        Lage = Pliktlage.Upplysning,
        Referens = l.ToString(),
    });

    /// <summary>What CSN asks for, or has sent back; where nobody may report it, what its reminder says to those who can give somebody the behörighet.</summary>
    private static IEnumerable<Plikt> Studietider(Fristunderlag u, DateOnly idag) =>
        u.Studietider.Select(p => u.Studietidsutkast.Contains(p.Lasar) switch
        {
            _ when p.ArAter => Studietid(u, p, idag, Fristslag.Studietider, "studietider åter från CSN för komplettering", "Komplettera studietiderna"),
            true => Studietid(u, p, idag, Fristslag.Studietider, "studietider ska rapporteras. Ni har ett utkast", "Fortsätt med studietiderna"),
            false => Studietid(u, p, idag, Fristslag.Studietider, "studietider ska rapporteras", "Rapportera studietiderna"),
        })
        .Concat(u.UtanRapportor.Select(p => Studietid(u, p, idag, Fristslag.StudietiderUtanRapportor, "studietider ska rapporteras, och ingen på skolan har behörigheten", "Ge någon behörigheten") with { Adress = "/identity-manager" }));

    private static Plikt Studietid(Fristunderlag u, Studietidsplikt p, DateOnly idag, Fristslag slag, string korttext, string lank) => new(
        slag,
        u.Skola.Id,
        $"{(slag == Fristslag.Studietider ? "studietider" : "studietider-behorighet")}-{p.Lasar.Adress}",
        $"Läsåret {p.Lasar}: {korttext}",
        p.SistaDag switch
        {
            null => "Studietiderna gäller inte förrän CSN har godkänt dem.",
            { } dag when dag >= idag => $"Skicka dem senast {SvenskText.Datum(dag)}.",
            { } dag => $"Sista dag var {SvenskText.Datum(dag)}. Skicka dem så snart du kan.",
        },
        $"/studietider/{p.Lasar.Adress}",
        lank)
    {
        Korttext = korttext,
        Lage = p.SistaDag < idag ? Pliktlage.Forsenad : Pliktlage.Vantar,
        Senast = p.SistaDag,
        Referens = p.Lasar.ToString(),
    };

    /// <summary>
    /// Only gymnasieskolor have a day for starts (domain.md section 6), and only in the autumn. The day is told whether or not it is known how many are left.
    /// </summary>
    private static IEnumerable<Plikt> Starter(Fristunderlag u, Dagperiod period, DateOnly idag)
    {
        const string Adress = "/kvar-att-rapportera#kvar-11";
        var kvar = u.Lage?.Kvar.Starter ?? u.Starter;
        var gymnasieskola = u.Skola.Skolform == Skolform.Gymnasieskola;
        var idagensDag = gymnasieskola && Termin.For(idag).Slag == Terminsslag.Host ? Rapporteringsfrister.StartTillForstaUtbetalning(idag.Year) : (DateOnly?)null;
        if (kvar > 0)
        {
            yield return new(
                Fristslag.ForstaUtbetalning, u.Skola.Id, idagensDag is { } d ? $"forsta-utbetalning-{d.Year}" : "starter", "Studerande väntas ha börjat", "Rapportera om de har börjat eller inte.", Adress, "Visa vilka")
            {
                Lage = idagensDag < idag ? Pliktlage.Forsenad : Pliktlage.Vantar,
                Senast = idagensDag,
                Antal = kvar,
            };
        }

        if (!u.ArRapportor || !gymnasieskola)
            yield break;

        for (var ar = period.ForstaDag.Year; ar <= period.SistaDag.Year; ar++)
        {
            var dag = Rapporteringsfrister.StartTillForstaUtbetalning(ar);
            if (period.Innehaller(dag) && (kvar == 0 || dag != idagensDag))
            {
                yield return new(
                    Fristslag.ForstaUtbetalning,
                    u.Skola.Id,
                    $"forsta-utbetalning-{ar}",
                    "Sista dag att rapportera studiestart för läsårets första utbetalning",
                    "Den som är rapporterad till dess får pengar i den första utbetalningen.",
                    Adress,
                    "Se vilka som är kvar")
                {
                    Lage = Pliktlage.Kommande,
                    Senast = dag,
                };
            }
        }
    }

    private static IEnumerable<Plikt> Attesteringen(Fristunderlag u, DateOnly idag)
    {
        if (u.Attestering is not { Status: Attesteringsstatus.Oppen } runda)
            yield break;

        // What is not confirmed lapses on the day after the last one.
        var senast = runda.Forfallodag.AddDays(-1);
        yield return new(
            Fristslag.Attestering, u.Skola.Id, $"attestering-{runda.Start:yyyyMMdd}", "Gå igenom skolans behörigheter", $"Behörigheter som ingen har bekräftat upphör {SvenskText.Datum(runda.Forfallodag)}.", "/identity-manager/attestering", "Bekräfta behörigheterna")
        {
            Lage = senast < idag ? Pliktlage.Forsenad : Pliktlage.Vantar,
            Senast = senast,
        };
    }

    /// <summary>Last month's absence is to be read off: from the day of the setting to the month's stop day, both included; never in a month without a stop day.</summary>
    public static bool ArAvlasningstid(DateOnly idag, Fristinstallning installning) =>
        Utbetalningskalender.SistaStoppdag(idag.Year, idag.Month) is { } stopp && idag >= Avlasningsdag(stopp, installning) && idag <= stopp;

    private static DateOnly Avlasningsdag(DateOnly stopp, Fristinstallning installning) => new(stopp.Year, stopp.Month, Math.Clamp(installning.AvlasningDag, 1, stopp.Day));

    /// <summary>The days of the rules that come back each month, for those who report ogiltig frånvaro.</summary>
    private static IEnumerable<Plikt> Datum(Fristunderlag u, Dagperiod period, Fristinstallning installning)
    {
        if (!u.ArRapportor || !u.Skola.HarSkolk)
            yield break;

        for (var manad = new DateOnly(period.ForstaDag.Year, period.ForstaDag.Month, 1); manad <= period.SistaDag; manad = manad.AddMonths(1))
        {
            if (Utbetalningskalender.SistaStoppdag(manad.Year, manad.Month) is not { } stopp)
                continue;

            var namn = SvenskText.Manad(manad);
            if (period.Innehaller(stopp))
            {
                yield return new(
                    Fristslag.Stoppdag,
                    u.Skola.Id,
                    $"stoppdag-{manad:yyyyMM}",
                    $"Sista dag att stoppa utbetalningen för {namn}",
                    $"Rapportera ogiltig frånvaro senast {SvenskText.Datum(stopp)}, så stoppas utbetalningen för {namn}.",
                    "/studerande?rapportera=ja",
                    "Rapportera ogiltig frånvaro")
                {
                    Lage = Pliktlage.Kommande,
                    Senast = stopp,
                };
            }

            var avlasning = Avlasningsdag(stopp, installning);
            if (u.HarStudiehjalp && (period.Innehaller(avlasning) || period.Innehaller(stopp)))
            {
                yield return new(
                    Fristslag.Franvaroavlasning,
                    u.Skola.Id,
                    $"avlasning-{manad:yyyyMM}",
                    $"Läs av frånvaron för {SvenskText.Manad(manad.AddMonths(-1))}",
                    $"Läs av förra månadens frånvaro före den {stopp.Day} {namn}. Då hinner du rapportera ogiltig frånvaro i tid för att stoppa utbetalningen.",
                    "/franvarocoach",
                    "Läs in en frånvarolista")
                {
                    Lage = Pliktlage.Kommande,
                    Helst = avlasning,
                    Senast = stopp,
                };
            }
        }
    }
}
