using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering.Startsida;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Web.Start;

/// <summary>A duty on the start page: how many, of what, by when, and the way to where it is done.</summary>
/// <param name="Senast">The day by which it must be done, inclusive; today for what should be done at once, null where nothing presses.</param>
public sealed record Startkort(string Tal, string Text, string Nar, string Lank, string Url, string Farg, DateOnly? Senast)
{
    /// <summary>The duties of a school, the most urgent first; among equals in this order.</summary>
    /// <param name="utanRapportor">Studietider that are asked for where nobody may report them, for those who can give somebody the behörighet.</param>
    public static IReadOnlyList<Startkort> For(
        Core.Konton.Skolval skola, DateOnly idag, IReadOnlyList<AttGoraRad> vantande, Startlage lage, IReadOnlyList<Studietidsplikt>? utanRapportor = null) =>
    [
        .. Skolk(vantande, idag).Concat(Filer(lage.Filer, skola, idag)).Concat(Studietider(lage.Plikter, idag)).Concat(UtanRapportor(utanRapportor ?? [], idag))
            .Concat(Kvar(lage, skola, idag)).Concat(Utkast(lage)).Concat(Studietidsutkast(lage.Plikter))
            .OrderBy(k => k.Senast ?? DateOnly.MaxValue),
    ];

    /// <summary>What to do about a file, in a few words.</summary>
    public static string AttGora(Startfil fil, Core.Konton.Skolval skola) => fil switch
    {
        { Status: Filjobbstatus.Vantar or Filjobbstatus.Pagar } => "Inget, den läses in",
        { Status: Filjobbstatus.Misslyckad } => "Skicka igen",
        _ => $"Rätta {(fil.Kvar > StartlageQuery.TakRader ? "mer än " : "")}{Math.Min(fil.Kvar, StartlageQuery.TakRader):N0} {(fil.Kvar == 1 ? "rad" : "rader")}{(skola.Rapporteringssatt == Rapporteringssatt.Ladok ? " i Ladok" : "")}",
    };

    /// <summary>Studietider that CSN asks for, or has sent back; none for those who do not report them.</summary>
    public static IEnumerable<Startkort> Studietider(Skolplikter? plikter, DateOnly idag) => (plikter?.Studietider ?? []).Select(p => Plikt(
        p,
        p.ArAter ? "studietider åter från CSN för komplettering" : plikter!.Utkast.Contains(p.Lasar) ? "studietider ska rapporteras. Ni har ett utkast" : "studietider ska rapporteras",
        p.ArAter ? "Komplettera studietiderna" : plikter!.Utkast.Contains(p.Lasar) ? "Fortsätt med studietiderna" : "Rapportera studietiderna",
        $"/studietider/{p.Lasar.Adress}",
        idag));

    /// <summary>What the reminder of a round says to those who get it because nobody else would.</summary>
    public static IEnumerable<Startkort> UtanRapportor(IEnumerable<Studietidsplikt> plikter, DateOnly idag) =>
        plikter.Select(p => Plikt(p, "studietider ska rapporteras, och ingen på skolan har behörigheten", "Ge någon behörigheten", "/identity-manager", idag));

    /// <summary>Reports of studietider that are filled in and not sent, and that no round asks for.</summary>
    public static IEnumerable<Startkort> Studietidsutkast(Skolplikter? plikter) =>
        (plikter?.Utkast ?? []).Where(l => plikter!.Studietider.All(p => p.Lasar != l)).Select(l => new Startkort(
            l.ToString(), "utkast av studietider är inte skickat", "Gäller inte förrän CSN har godkänt", "Fortsätt med studietiderna", $"/studietider/{l.Adress}", "neutral", null));

    private static Startkort Plikt(Studietidsplikt plikt, string text, string lank, string url, DateOnly idag) => new(
        plikt.Lasar.ToString(),
        text,
        plikt.SistaDag switch
        {
            null => "Gäller inte förrän CSN har godkänt",
            { } dag when dag >= idag => $"Senast {SvenskText.Datum(dag)}",
            { } dag => $"{SvenskText.Datum(dag)} var sista dag",
        },
        lank,
        url,
        plikt.SistaDag < idag ? "danger" : plikt.SistaDag is null || plikt.SistaDag <= idag.AddDays(14) ? "warning" : "info",
        plikt.SistaDag is { } sista && sista > idag ? sista : idag);

    private static IEnumerable<Startkort> Skolk(IReadOnlyList<AttGoraRad> vantande, DateOnly idag)
    {
        // The rows come with the most urgent first, so the first of each kind has its date.
        var kompletteringar = vantande.Where(r => r.Status == Arendestatus.KompletteringBegard).ToList();
        if (kompletteringar is [var svar, ..])
        {
            yield return new(
                $"{kompletteringar.Count}",
                En(kompletteringar, "komplettering begärd av CSN", "kompletteringar begärda av CSN"),
                $"Svara senast {SvenskText.Datum(svar.Senast)}",
                $"Skicka {En(kompletteringar, "kompletteringen", "kompletteringarna")}",
                "/ogiltig-franvaro?status=komplettering",
                "warning",
                svar.Senast);
        }

        var underlag = vantande.Where(r => r.Status == Arendestatus.VantarPaUnderlag).ToList();
        if (underlag is [var forsta, ..])
        {
            var sena = underlag.Count(r => r.Frist.ArSent(idag));
            yield return new(
                $"{underlag.Count}",
                "frånvarounderlag saknas",
                sena > 0 ? $"{sena} {(sena == 1 ? "försenat" : "försenade")}" : $"Närmaste sista dag {SvenskText.Datum(forsta.Senast)}",
                "Visa vilka",
                "/ogiltig-franvaro?status=underlag",
                sena > 0 ? "danger" : "info",
                forsta.Senast);
        }
    }

    private static IEnumerable<Startkort> Filer(IReadOnlyList<Startfil> filer, Core.Konton.Skolval skola, DateOnly idag)
    {
        var misslyckade = filer.Where(f => f.Status == Filjobbstatus.Misslyckad).ToList();
        if (misslyckade.Count > 0)
        {
            yield return new(
                $"{misslyckade.Count}",
                En(misslyckade, "fil kunde inte läsas in", "filer kunde inte läsas in"),
                skola.Rapporteringssatt == Rapporteringssatt.Ladok ? "Felet är vårt. Skicka igen från Ladok" : "Felet är vårt. Skicka filen igen",
                En(misslyckade, "Visa filen", "Visa filerna"),
                Adress(misslyckade, ""),
                "danger",
                idag);
        }

        var attRatta = filer.Where(f => f.Kvar > 0 && f.Status is not (Filjobbstatus.Vantar or Filjobbstatus.Pagar)).ToList();
        if (attRatta.Count > 0)
        {
            var rader = attRatta.Sum(f => Math.Min(f.Kvar, StartlageQuery.TakRader));
            var flerAn = filer.Count > StartlageQuery.AntalFiler || attRatta.Exists(f => f.Kvar > StartlageQuery.TakRader);
            var ladok = skola.Rapporteringssatt == Rapporteringssatt.Ladok;
            yield return new(
                $"{rader:N0}{(flerAn ? "+" : "")}",
                rader == 1 ? "rad att rätta" : "rader att rätta",
                ladok ? "Inte rapporterat förrän det är rättat i Ladok" : "Inte rapporterat förrän det är rättat",
                ladok ? "Visa vad som är fel" : rader == 1 ? "Rätta raden" : "Rätta raderna",
                Adress(attRatta, "#rader"),
                "warning",
                idag);
        }

        var lases = filer.Where(f => f.Status is Filjobbstatus.Vantar or Filjobbstatus.Pagar).ToList();
        if (lases.Count > 0)
        {
            yield return new(
                $"{lases.Count}", En(lases, "fil läses in", "filer läses in"), "Du behöver inte vänta", "Följ inläsningen", Adress(lases, ""), "info", null);
        }
    }

    private static IEnumerable<Startkort> Kvar(Startlage lage, Core.Konton.Skolval skola, DateOnly idag)
    {
        if (lage.Kvar.Starter is > 0 and var starter)
        {
            // Only gymnasieskolor have a day for it (domain.md section 6), and only in the autumn.
            DateOnly? senast = skola.Skolform == Skolform.Gymnasieskola && Termin.For(idag).Slag == Terminsslag.Host ? Rapporteringsfrister.StartTillForstaUtbetalning(idag.Year) : null;
            yield return new(
                $"{starter:N0}",
                "studerande väntas ha börjat",
                senast switch
                {
                    null => "Rapportera om de har börjat eller inte",
                    { } dag when dag >= idag => $"Senast {SvenskText.Datum(dag)} för årets första utbetalning",
                    { } dag => $"{SvenskText.Datum(dag)} var sista dag för årets första utbetalning",
                },
                "Visa vilka",
                "/kvar-att-rapportera#kvar-11",
                senast is null ? "info" : "warning",
                senast < idag ? idag : senast);
        }

        if (lage.Kvar.Resultat is > 0 and var resultat)
        {
            yield return new($"{resultat:N0}", "studieresultat saknas", "Perioderna är slut", "Visa vilka", "/kvar-att-rapportera#kvar-71", "info", null);
        }
    }

    private static IEnumerable<Startkort> Utkast(Startlage lage)
    {
        const string nar = "Räknas först när du har skickat";
        if (lage.Skolkutkast is > 0 and var skolk)
        {
            yield return new(
                $"{skolk}",
                skolk == 1 ? "rapport ifylld men inte skickad" : "rapporter ifyllda men inte skickade",
                nar,
                skolk == 1 ? "Visa utkastet" : "Visa utkasten",
                "#utkast",
                "neutral",
                null);
        }

        if (lage.Handelseutkast is > 0 and var handelser)
        {
            yield return new(
                $"{handelser}",
                handelser == 1 ? "händelse ifylld men inte skickad" : "händelser ifyllda men inte skickade",
                nar,
                handelser == 1 ? "Fortsätt med utkastet" : "Fortsätt med utkasten",
                "/utkast",
                "neutral",
                null);
        }
    }

    private static string En<T>(List<T> rader, string en, string flera) => rader.Count == 1 ? en : flera;

    /// <summary>The file itself where it is one, else all files that wait.</summary>
    private static string Adress(List<Startfil> filer, string plats) => filer is [var fil] ? $"/filer/{fil.Id}{plats}" : "#filer";
}
