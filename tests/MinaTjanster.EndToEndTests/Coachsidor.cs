using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Franvarocoach;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;

namespace MinaTjanster.EndToEndTests;

/// <summary>A list of absence that is read, with a student of it, and one whose columns are to be chosen; a choice of students that is to be checked, and one that is sent.</summary>
public sealed record Coachunderlag(long Lista, long Okand, long Elev, string Urval, string Skickat);

/// <summary>What the pages of the Frånvarocoach show while they are walked.</summary>
internal static class Coachsidor
{
    public static async Task<Coachunderlag> ForberedAsync(PortalDbContext db, long skolaId, long annaId, DateTime nu)
    {
        var elever = await db.Nationellt<Studerande>()
            .Where(s => s.SkolaId == skolaId && s.Skydd == Personskydd.Inget && !db.Nationellt<Skolkrapport>().Any(r => r.StuderandeId == s.Id))
            .OrderBy(s => s.Id).Take(3).ToListAsync();
        string Rader(string nummer, string dag, string slag = "missad") => $"{nummer};Ek, Lisa;EK25A;{dag};08:20;Matematik;80;80;{slag}\n";
        string[] dagar = ["2026-10-05", "2026-10-07", "2026-10-12", "2026-10-15"];
        var text = "personnummer;namn;klass;datum;start;lektion;schemalagt;franvaro;slag\n"
            + string.Concat(elever.SelectMany(e => dagar.Select(d => Rader(e.Personnummer.Fullt, d))))
            + string.Concat(dagar.Select(d => Rader("20090412-Q777", d)))
            + Rader(elever[0].Personnummer.Fullt, "2026-11-10", "okänt ord") + "trasig;rad\n";
        var layout = Kandalayouter.Kann(text.Split('\n')[0].Split(';'))!.TillText();
        var lista = await ListaAsync(db, skolaId, annaId, nu, text, layout);
        var okand = await ListaAsync(db, skolaId, annaId, nu, "vem;när;hur\n20090412-Q777;2026-10-05;borta\n", null);

        Franvarourvalsrad Rad(int elev, string dag) => new(skolaId, elever[elev].Id, Hemlighet.Ny(), new(DateOnly.Parse(dag), null, 320, 4, false));
        var urval = new Franvarourval(skolaId, lista, annaId, Hemlighet.Ny(), [Rad(0, "2026-10-05"), Rad(1, "2026-11-02"), Rad(2, "2026-11-20")], nu);
        var rad = Rad(2, "2026-10-05");
        var nekad = Rad(1, "2026-11-20");
        rad.Valj(true, false);
        nekad.Valj(true, false);
        var skickat = new Franvarourval(skolaId, lista, annaId, Hemlighet.Ny(), [rad, nekad], nu);
        var rapport = new Skolkrapport(skolaId, elever[2].Id, rad.Uppgift, Kvittensnummer.Nytt("SK").Text, rad.Nyckel, annaId, nu, new(2026, 11, 22));
        db.AddRange(urval, skickat, rapport, new Arende(skolaId, rapport, nu));
        await db.SaveChangesAsync();
        await db.Nationellt<Franvarourval>().Where(u => u.Id == skickat.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Skickad, nu));
        return new(lista, okand, elever[0].Id, urval.Nyckel, skickat.Nyckel);
    }

    private static async Task<long> ListaAsync(PortalDbContext db, long skolaId, long kontoId, DateTime nu, string text, string? mappning)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var dokument = new Dokument(skolaId, null, "franvaro.csv", kontoId, nu);
        dokument.Slutfor(Dokumenttyp.Franvarolista, bytes.Length, Hemlighet.Hash(text), 0);
        db.Add(dokument);
        await db.SaveChangesAsync();
        var lista = new Franvarolista(skolaId, dokument.Id, kontoId, nu, mappning);
        db.AddRange(lista, new Dokumentdel(skolaId, dokument.Id, 0, bytes));
        await db.SaveChangesAsync();
        return lista.Id;
    }
}
