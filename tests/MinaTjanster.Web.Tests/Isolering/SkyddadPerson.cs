using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Sidmarkeringar;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;

namespace MinaTjanster.Web.Tests.Isolering;

/// <summary>A student with protected identity at Anna Lind's school, with a name, number, class and file that nothing else has, and one of each thing that can be about her, all under one id.</summary>
internal sealed class SkyddadPerson
{
    public const string Efternamn = "Qvastenhjelm";
    public const string Fornamn = "Zvetlana";
    public const string Nummer = "200904122389";

    /// <summary>Of the student, her report, case, underlag, file, letter and event.</summary>
    private const long Id = 8_000_001;

    private const string Kvittens = "SR-8888-8888";

    private static readonly string[] Former = [Efternamn, Fornamn, Nummer, "20090412-2389", "0904122389", "090412-2389"];

    public long StuderandeId => Id;

    /// <summary>What an address may name her things by.</summary>
    public IReadOnlyList<string> Varden { get; } = [$"{Id}", Kvittens];

    public static async Task<SkyddadPerson> SkapaAsync(Testdatabas databas, TimeProvider klocka)
    {
        await using var db = databas.Alla();
        var skola = await db.Skolor.Where(s => s.Skolkod == Demoskolor.SodraBerget).Select(s => s.Id).SingleAsync();
        var konto = await db.Konton.Where(k => k.UserName == Personer.AnnaLind.Anvandarnamn).Select(k => k.Id).SingleAsync();
        var studerande = new Studerande(skola, Personnummer.FranVarde(Nummer), Fornamn, Efternamn, Personskydd.Skyddad, "ZQ25X");
        studerande.LaggTill(new Studieperiod(skola, new(2026, 8, 17), new(2027, 6, 11), "Ekonomiprogrammet", Avdelning.A1));
        Ny(studerande);
        await db.SaveChangesAsync();

        // Older than the demo's, so that it is the first of the queue; its window has closed.
        var skickad = SvenskTid.TillUtc(new(2026, 10, 16), new(9, 0));
        var rapport = new Skolkrapport(skola, Id, new(new(2026, 9, 7), null, 690, 6, true), "SK-8888-8888", Hemlighet.Ny(), konto, skickad, skickad.SvenskDag());
        var arende = new Arende(skola, rapport, skickad);
        arende.BeslutaStopp(skickad);
        arende.TaEmotUnderlag(skickad);
        Ny(rapport);
        Ny(arende);
        Ny(arende.Beslut[0]);
        await db.SaveChangesAsync();
        var underlag = new Franvarounderlag(skola, Id, Ankomstsatt.Portal, Hemlighet.Ny(), konto, skickad);
        underlag.Ange(new Underlagsuppgift(new(2026, 9, 7), skickad.SvenskDag(), 690, 6, 30_000, ForstaDagensFranvaro.Ja), null);
        underlag.Skicka("UL-8888-8888", konto, skickad, skickad.SvenskDag());
        Ny(underlag);
        await db.SaveChangesAsync();
        var fil = Testfiler.Pdf("beslut.pdf");
        var dokument = new Dokument(skola, Id, $"{Fornamn} {Efternamn} {Nummer}.pdf", konto, skickad);
        Ny(dokument);
        await db.SaveChangesAsync();
        // Two, so that a page that points at one of them says which.
        var andra = new Dokument(skola, Id, $"Bilaga {Fornamn} {Efternamn}.pdf", konto, skickad);
        db.Add(andra);
        await db.SaveChangesAsync();
        foreach (var ett in new[] { dokument, andra })
        {
            db.Add(new Dokumentdel(skola, ett.Id, 0, fil.Innehall));
            ett.Slutfor(Dokumenttyp.Pdf, fil.Innehall.Length, Hemlighet.Hash("x"), 1);
        }

        var sandning = new Sandning(skola, Kvittens, Hemlighet.Ny(), Sandningskanal.Skarm, konto, klocka.UtcNu(), klocka.SvenskDag());
        Ny(sandning);
        Ny(new Handelse(Id, sandning, new() { Slag = Handelseslag.Franvaro, ForstaDag = new(2026, 11, 2) }));
        await db.SaveChangesAsync();
        return new();

        void Ny<T>(T sak)
            where T : class
        {
            if (db.Entry(sak).State == EntityState.Detached)
                db.Add(sak);
            db.Entry(sak).Property(nameof(Id)).CurrentValue = Id;
        }
    }

    /// <summary>A page of her file is marked, and her case's only request for a complement points at it.</summary>
    public static async Task MarkeraAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        var arende = await db.Nationellt<Arende>().Include(a => a.Kompletteringar).SingleAsync(a => a.Id == Id);
        var fraga = arende.Kompletteringar.Single();
        var markering = new Sidmarkering(arende, Id, 1, "Otydligt.", 0, fraga.BegardAvKontoId, fraga.Begard);
        db.Add(markering);
        db.Entry(markering).Property(m => m.KompletteringId).CurrentValue = fraga.Id;
        await db.SaveChangesAsync();
    }

    /// <summary>The forms of her name and number that the text holds.</summary>
    public IReadOnlyList<string> Spar(string text) => [.. Former.Where(f => text.Contains(f, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The same of an answer: what it says, its headers with the file's name, and where it leads.</summary>
    public IReadOnlyList<string> Spar(Sida svar) =>
        Spar($"{System.Text.Encoding.UTF8.GetString(svar.Innehall)}\n{Uri.UnescapeDataString($"{svar.Svar.Headers}\n{svar.Innehallshuvuden}")}\n{svar.Dokument.Body?.TextContent}");
}
