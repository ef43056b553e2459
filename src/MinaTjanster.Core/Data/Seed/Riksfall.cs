using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>One made-up report with its case, underlag (on paper: no files) and history. Keys are set by whoever loads it.</summary>
internal sealed record Riksfall(Skolkrapport Rapport, Arende Arende, Franvarounderlag? Underlag, Komplettering? Komplettering, IReadOnlyList<AuditEvent> Handelser)
{
    private const string Kvittensalfabet = "23456789ACDEFGHJKMNPQRSTVWXYZ";

    /// <summary>29⁷ receipts; a step that shares no factor with 29 visits each once.</summary>
    private const long AntalKvittenser = 17_249_876_309;

    private const long Kvittenssteg = 7_368_787;

    /// <param name="nummer">Of all reports in the country, from 0.</param>
    /// <param name="medUnderlag">Whether its underlag has been sent.</param>
    public static Riksfall Skapa(
        int nummer, bool medUnderlag, long skolaId, long studerandeId, long rapportorId, IReadOnlyList<long> handlaggare, Demolasar lasar, Slump slump)
    {
        var idag = lasar.Idag;
        var forsta = lasar.SkoldagSenast(slump.Dag(lasar.Start, idag.AddDays(-32)));
        var normal = new Skolkgrind(forsta).NormalDag;
        var rapportdag = lasar.Vardag(slump.Mellan(1, idag.DayNumber - normal.DayNumber), normal);
        var skickad = Tid(rapportdag, 8, slump);
        var uppgift = new Skolkuppgift(forsta, null, slump.Mellan(48, 240) * 5, slump.Mellan(3, 12), Bekraftad: false);
        var rapport = new Skolkrapport(skolaId, studerandeId, uppgift, Kvittens("SK", nummer), slump.Hex(32), rapportorId, skickad, rapportdag);
        var arende = new Arende(skolaId, rapport, skickad);
        var handelser = new List<AuditEvent> { Handelse(Acts.SkolkrapportSent, skolaId, rapportorId, skickad) };
        if (slump.Tal(2) == 0)
        {
            rapport.Avsluta(lasar.Vardag(slump.Mellan(1, idag.DayNumber - rapportdag.DayNumber), rapportdag));
            handelser.Add(Handelse(Acts.SkolkrapportEnded, skolaId, rapportorId, Tid(rapport.SistaDag!.Value, 11, slump)));
        }

        if (!medUnderlag)
        {
            return new(rapport, arende, null, null, handelser);
        }

        var person = slump.Ur(handlaggare);
        var ankomst = lasar.Vardag(slump.Mellan(1, idag.DayNumber - rapportdag.DayNumber), rapportdag);
        var inkom = Tid(ankomst, 13, slump);
        var underlag = new Franvarounderlag(skolaId, 0, Ankomstsatt.Papper, slump.Hex(32), person, inkom);
        underlag.Ange(
            new Underlagsuppgift(forsta, ankomst, uppgift.OgiltigMinuter!.Value, uppgift.Tillfallen!.Value, lasar.AntalSkoldagar(forsta, ankomst) * 300, ForstaDagensFranvaro.Ja),
            forklaring: null);
        underlag.Skicka(Kvittens("UL", nummer), person, inkom, ankomst, slump.Mellan(2, 4));
        arende.TaEmotUnderlag(inkom);
        handelser.Add(Handelse(Acts.UnderlagPaperRegistered, skolaId, person, inkom));
        return new(rapport, arende, underlag, Granska(arende, person, inkom, ankomst, slump, handelser), handelser);
    }

    /// <summary>Most cases are closed; one in twenty is in the queue.</summary>
    private static Komplettering? Granska(Arende arende, long person, DateTime inkom, DateOnly ankomst, Slump slump, List<AuditEvent> handelser)
    {
        var utfall = slump.Tal(100);
        if (utfall < 5)
        {
            return null;
        }

        void Hant(string act, DateTime tid) => handelser.Add(Handelse(act, arende.SkolaId, person, tid));
        var tid = inkom.AddMinutes(20);
        arende.Ta(person, tid);
        Hant(Acts.CaseTaken, tid);
        if (utfall == 5)
        {
            return null;
        }

        tid = tid.AddMinutes(15);
        if (utfall == 6)
        {
            var komplettering = new Komplettering(
                arende.SkolaId, Kompletteringsorsak.UndervisningstidSaknas, "Skicka ett underlag som visar den totala undervisningstiden.", person, tid, ankomst.AddDays(14));
            arende.BegarKomplettering(person, komplettering, tid);
            Hant(Acts.CaseComplementRequested, tid);
            return komplettering;
        }

        arende.Godkann(person, tid);
        Hant(Acts.CaseApproved, tid);
        if (utfall > 7)
        {
            tid = tid.AddMinutes(5);
            arende.AvslutaMedBeslut(person, tid);
            Hant(Acts.CaseClosed, tid);
        }

        return null;
    }

    private static AuditEvent Handelse(string act, long skolaId, long kontoId, DateTime tid) =>
        new(tid, act, AuditOutcome.Accepted) { SkolaId = skolaId, KontoId = kontoId, Objekt = AuditObjects.Skolkrapport };

    private static DateTime Tid(DateOnly dag, int timme, Slump slump) => SvenskTid.TillUtc(dag, new TimeOnly(timme, slump.Tal(60)));

    private static string Kvittens(string prefix, int nummer)
    {
        var tal = (nummer + 1) * Kvittenssteg % AntalKvittenser;
        Span<char> tecken = stackalloc char[7];
        for (var i = 0; i < tecken.Length; i++, tal /= Kvittensalfabet.Length)
        {
            tecken[i] = Kvittensalfabet[(int)(tal % Kvittensalfabet.Length)];
        }

        return Kvittensnummer.Skapa(prefix, new string(tecken)).Text;
    }
}
