using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Skolkrapportering.Meddelandetradar;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.Core.Data.Seed;

/// <summary>Writes the demo cases as the portal itself would have: through the entities' verbs, each act with its event.</summary>
internal sealed class Demofall(PortalDbContext db, Demolasar lasar, IReadOnlyDictionary<string, Konto> konton)
{
    private const string Handlaggare = "csngra01";
    private const int DagarTillBrev = 7;
    private const string Kompletteringstext =
        "Underlaget slutar samma dag som rapporten skickades. Skicka ett underlag som täcker tiden fram till den dag ni skickar det.";

    private readonly Slump _slump = new(20_261_122);

    public async Task LaggInAsync(IReadOnlyDictionary<string, IReadOnlyList<Studerande>> studerande, CancellationToken ct)
    {
        var skolor = await db.Skolor.ToDictionaryAsync(s => s.Skolkod, ct);
        foreach (var fall in Demorapporter.Alla)
        {
            await LaggInAsync(fall, skolor[fall.Skolkod], studerande[fall.Skolkod][fall.Elev], ct);
        }
    }

    private async Task LaggInAsync(Demorapport fall, Skola skola, Studerande studerande, CancellationToken ct)
    {
        var dagar = Demoforlopp.For(fall, lasar);
        var rapportor = konton[fall.Rapportor].Id;
        var skickad = Tid(dagar.Rapport, 9, 10);
        var uppgift = dagar.Uppgift(fall);
        var rapport = new Skolkrapport(
            skola.Id, studerande.Id, uppgift, Kvittens("SK"), _slump.Hex(32), rapportor, skickad, dagar.Rapport);
        var arende = new Arende(skola.Id, rapport, skickad);
        arende.BeslutaStopp(skickad);
        db.Add(arende);
        await db.SaveChangesAsync(ct);
        Handelse(Acts.SkolkrapportSent, rapport, rapportor, skickad, changes: Falt(uppgift));

        if (fall.Lage == Demolage.Atertaget)
        {
            TaBort(rapport, arende, rapportor, Tid(dagar.Beslut, 14, 5));
        }

        if (dagar.Sista is { } sista)
        {
            var (fore, avslutad) = (rapport.Uppgift, Tid(dagar.Avslut, 10, 30));
            rapport.Avsluta(sista);
            arende.BeslutaEfterAndring(fore, Seedbeslut.Avrakning(rapport), avslutad);
            Handelse(Acts.SkolkrapportEnded, rapport, rapportor, avslutad, changes: $"Sista dag: – → {sista:yyyy-MM-dd}");
        }

        if (fall.Underlag > 0)
        {
            await SkickaUnderlagAsync(fall, dagar, skola, Demofranvaro.For(studerande, fall, dagar, lasar), rapport, arende, ct);
            Granska(fall, dagar, rapport, arende);
        }

        // What is older has been posted; the rest is in the print queue.
        arende.SkickaBreven(konton[Handlaggare].Id, $"{arende.Id:x32}", SvenskTid.TillUtc(lasar.Idag.AddDays(-DagarTillBrev), new TimeOnly(9, 0)));
        await db.SaveChangesAsync(ct);
    }

    private async Task SkickaUnderlagAsync(
        Demorapport fall, Demoforlopp dagar, Skola skola, Demofranvaro franvaro, Skolkrapport rapport, Arende arende, CancellationToken ct)
    {
        var rapportor = konton[fall.Rapportor].Id;
        var uppladdat = Tid(dagar.Underlag, 13, 5);
        var skickat = uppladdat.AddMinutes(6);
        var underlag = new Franvarounderlag(skola.Id, rapport.Id, Ankomstsatt.Portal, _slump.Hex(32), rapportor, uppladdat);
        db.Add(underlag);
        await db.SaveChangesAsync(ct);

        var innehall = fall.Bild ? Demobild.Png(franvaro) : Demolista.Pdf(franvaro, skola, uppladdat);
        var dokument = new Dokument(skola.Id, underlag.Id, fall.Bild ? "franvarolista.png" : "franvarorapport.pdf", rapportor, uppladdat);
        db.Add(dokument);
        await db.SaveChangesAsync(ct);
        db.AddRange(innehall.Chunk(Dokument.Delstorlek).Select((del, nummer) => new Dokumentdel(skola.Id, dokument.Id, nummer, del)));
        dokument.Slutfor(fall.Bild ? Dokumenttyp.Png : Dokumenttyp.Pdf, innehall.Length, Convert.ToHexStringLower(SHA256.HashData(innehall)), 1);
        Handelse(Acts.UnderlagFileAdded, rapport, rapportor, uppladdat, changes: $"Dokument: {dokument.Id}");

        var forKort = franvaro.Uppgift.TackerTill < dagar.Underlag;
        underlag.Ange(franvaro.Uppgift, forKort ? "Vårt system skrev bara ut tiden fram till rapportdagen." : null);
        underlag.Skicka(Kvittens("UL"), rapportor, skickat, dagar.Underlag);
        arende.TaEmotUnderlag(skickat);
        Handelse(
            Acts.UnderlagSent,
            rapport,
            rapportor,
            skickat,
            changes: $"Kvittensnummer: {underlag.Kvittensnummer}\nPeriod: {franvaro.Uppgift.TackerFran:yyyy-MM-dd} – {franvaro.Uppgift.TackerTill:yyyy-MM-dd}\n"
                + $"Ogiltig frånvaro: {SvenskText.Timmar(franvaro.Uppgift.OgiltigMinuter)} timmar\nFiler: 1");
    }

    private void Granska(Demorapport fall, Demoforlopp dagar, Skolkrapport rapport, Arende arende)
    {
        if (fall.Tagen == 0)
        {
            return;
        }

        var handlaggare = konton[Handlaggare].Id;
        var tagen = Tid(dagar.Tagen, 8, 40);
        arende.Ta(handlaggare, tagen);
        Handelse(Acts.CaseTaken, rapport, handlaggare, tagen);
        if (fall.Lage == Demolage.Granskas)
        {
            Fraga(rapport, arende, handlaggare, konton[fall.Rapportor].Id, dagar.Tagen);
        }

        var beslutat = Tid(dagar.Beslut, 11, 15);
        if (fall.Lage == Demolage.KompletteringBegard)
        {
            const Kompletteringsorsak orsak = Kompletteringsorsak.ForKortPeriod;
            arende.BegarKomplettering(
                handlaggare,
                new Komplettering(arende.SkolaId, orsak, Kompletteringstext, handlaggare, beslutat, dagar.Beslut.AddDays(Svarstid)),
                beslutat);
            Handelse(Acts.CaseComplementRequested, rapport, handlaggare, beslutat, orsak.Text());
        }
        else if (fall.Lage == Demolage.Avslutat)
        {
            arende.Godkann(handlaggare, beslutat);
            Handelse(Acts.CaseApproved, rapport, handlaggare, beslutat);
            var stangt = Tid(dagar.Stangt, 15, 20);
            arende.AvslutaMedBeslut(handlaggare, stangt);
            foreach (var fraga in arende.Beslut.Where(b => b.Slag == Skolkbeslutsslag.Kommunicering))
            {
                Handelse(
                    Acts.CaseHearingSent, rapport, handlaggare, fraga.Beslutat, changes: $"Uppskattning: {SvenskText.Kronor(fraga.FelUtbetalt)}\nBilagor: 0");
            }

            Handelse(Acts.CaseOutcomeDecided, rapport, handlaggare, stangt.AddMinutes(-2), changes: $"Utfall: {arende.Beslut[^1].Orsakskod.Text}");
            Handelse(Acts.CaseClosed, rapport, handlaggare, stangt);
        }
    }

    /// <summary>CSN has asked and the school has answered the same day; the answer waits to be read.</summary>
    private void Fraga(Skolkrapport rapport, Arende arende, long handlaggare, long rapportor, DateOnly dag)
    {
        var (fragat, svarat) = (SvenskTid.TillUtc(dag, new TimeOnly(9, 25)), SvenskTid.TillUtc(dag, new TimeOnly(13, 5)));
        arende.Skriv(Meddelandepart.Csn, "Underlaget har en rad som heter Resurstid. Är den schemalagd för hela klassen?", handlaggare, new string('a', 64), fragat);
        arende.Skriv(Meddelandepart.Skolan, "Ja, resurstiden är schemalagd och obligatorisk för alla i klassen.", rapportor, new string('b', 64), svarat);
        Handelse(Acts.CaseMessageSent, rapport, handlaggare, fragat);
        Handelse(Acts.CaseMessageSent, rapport, rapportor, svarat);
    }

    /// <summary>Days for a complement (domain.md section 5, Underlag due).</summary>
    private const int Svarstid = 14;

    private void TaBort(Skolkrapport rapport, Arende arende, long rapportor, DateTime tid)
    {
        const string skal = "Frånvaron hade anmälts av vårdnadshavaren i tid men registrerats fel hos oss.";
        rapport.TaBort(skal);
        arende.Aterta(tid);
        Handelse(Acts.SkolkrapportDeleted, rapport, rapportor, tid, skal);
        Handelse(Acts.CaseWithdrawn, rapport, rapportor, tid);
    }

    private void Handelse(string act, Skolkrapport rapport, long kontoId, DateTime tid, string? why = null, string? changes = null) =>
        db.Add(new AuditEvent(tid, act, AuditOutcome.Accepted)
        {
            SkolaId = rapport.SkolaId,
            KontoId = kontoId,
            Objekt = AuditObjects.Skolkrapport,
            ObjektId = rapport.Id,
            Why = why,
            Changes = changes,
        });

    private static string Falt(Skolkuppgift uppgift) =>
        $"Första dag: – → {uppgift.ForstaDag:yyyy-MM-dd}\nTimmar: – → {SvenskText.Timmar(uppgift.OgiltigMinuter!.Value)}\n"
        + $"Tillfällen: – → {uppgift.Tillfallen}\nBekräftad omfattning: – → {(uppgift.Bekraftad ? "ja" : "nej")}";

    /// <summary>The Swedish hour and minute that day, some minutes later for each case.</summary>
    private DateTime Tid(DateOnly dag, int timme, int minut) => SvenskTid.TillUtc(dag, new TimeOnly(timme, minut + _slump.Tal(20)));

    private string Kvittens(string prefix) => Kvittensnummer.Skapa(prefix, _slump.Kvittens()).Text;
}
