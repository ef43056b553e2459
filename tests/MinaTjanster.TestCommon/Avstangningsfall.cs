using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Avstangningar;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;

namespace MinaTjanster.TestCommon;

/// <summary>A suspension as Jonas Holm's school has sent it, for a student of its own. Sent on Friday 20 November 2026 at 10: its window closed that day at 15.</summary>
public sealed record Avstangningsfall(long Id, long HandelseId, long DokumentId, long StuderandeId, long SkolaId, string Personnummer)
{
    public static readonly DateOnly Fredag = new(2026, 11, 20);

    private static int _nummer;

    public static Testfil Beslut => Testfiler.Pdf("beslut.pdf");

    public static async Task<Avstangningsfall> SkapaAsync(Testdatabas databas, Personskydd skydd = Personskydd.Inget, DateTime? skickad = null)
    {
        await using var db = databas.Alla();
        var (skola, studerande) = await StuderandeAsync(databas, skydd);
        var konto = await db.Konton.Where(k => k.UserName == Personer.JonasHolm.Anvandarnamn).Select(k => k.Id).SingleAsync();
        var nar = skickad ?? SvenskTid.TillUtc(Fredag, new TimeOnly(10, 0));
        var dokument = Dokument.Beslut(skola, studerande.Id, Beslut.Namn, konto, nar);
        db.Add(dokument);
        await db.SaveChangesAsync();
        db.Add(new Dokumentdel(skola, dokument.Id, 0, Beslut.Innehall));
        dokument.Slutfor(Dokumenttyp.Pdf, Beslut.Innehall.Length, Hemlighet.Hash("beslut"), 1);
        var sandning = new Sandning(skola, Kvittensnummer.Nytt("SR").Text, Hemlighet.Ny(), Sandningskanal.Skarm, konto, nar, nar.SvenskDag());
        var handelse = new Handelse(
            studerande.Id, sandning, new() { Slag = Handelseslag.Avstangning, ForstaDag = new(2026, 11, 23), SistaDag = new(2026, 12, 11), DokumentId = dokument.Id });
        var avstangning = new Avstangning(handelse);
        db.AddRange(sandning, handelse, avstangning);
        await db.SaveChangesAsync();
        return new(avstangning.Id, handelse.Id, dokument.Id, studerande.Id, skola, studerande.Personnummer.Fullt);
    }

    /// <summary>Somebody who studies 17 August–18 December 2026, at Jonas Holm's school or another.</summary>
    public static async Task<(long SkolaId, Studerande Studerande)> StuderandeAsync(Testdatabas databas, Personskydd skydd = Personskydd.Inget, string skolkod = Demoskolor.Tonklang)
    {
        await using var db = databas.Alla();
        var skola = await db.Skolor.Where(s => s.Skolkod == skolkod).Select(s => s.Id).SingleAsync();
        var studerande = new Studerande(skola, Core.Personidentiteter.Personnummer.FranVarde($"19970101B{Interlocked.Increment(ref _nummer):000}"), "Astrid", "Avstängd", skydd);
        studerande.LaggTill(new(skola, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", Avdelning.B));
        db.Add(studerande);
        await db.SaveChangesAsync();
        return (skola, studerande);
    }
}
