using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Bestallningar;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>
/// No sequence of acts by school roles ever gives anyone a right outside the table: what a school does not administer is never there unless it was
/// there from the start, and nobody ever gains anything by an act of their own.
/// </summary>
public sealed class RattighetsegenskapTests
{
    private const int Steg = 120;
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnySequenceOfActs_ByAnySchoolRole_StaysWithinTheTable(int fro)
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var slump = new Random(fro);
        var skolfolk = Personer.MedEgetLosenord.Where(p => !p.ArCsn).ToList();
        var fran = await AlltAsync(varld);
        var godtagna = 0;

        for (var i = 0; i < Steg; i++)
        {
            var som = skolfolk[slump.Next(skolfolk.Count)];
            var skolkod = som.Skolkoder.ElementAt(slump.Next(som.Skolkoder.Count()));
            var fore = await AlltAsync(varld);
            // Through the service itself, whatever pages would have let the person come so far: BA, behörighetsansvarig and reporters alike.
            var alla = await varld.LasAsync(db => db.Nationellt<Skolanvandare>().AsNoTracking().ToListAsync());
            godtagna += await varld.SomAsync(som, a => ForsokAsync(a, alla, slump, i), skolkod) ? 1 : 0;

            var nytt = (await AlltAsync(varld)).Except(fore).ToList();
            nytt.ShouldAllBe(r => r.Skolkod == skolkod, $"step {i}: {som} reached another school or CSN");
            nytt.ShouldAllBe(r => r.Anvandarnamn != som.Anvandarnamn, $"step {i}: {som} gained for themselves");
            nytt.ShouldAllBe(
                r => fran.Contains(r) || r.Administrator == Administrator.Skolan,
                $"step {i}: {som} gave what the school does not administer");
        }

        godtagna.ShouldBeGreaterThan(5, "the walk must do something");
    }

    private static async Task<bool> ForsokAsync(Kontoarbete a, List<Skolanvandare> alla, Random slump, int steg)
    {
        // Somebody whose rights have all ended reaches no school at all.
        if (a.Anvandare.AktivSkola is null)
            return false;

        // Mostly the school's own, sometimes anybody's.
        var egna = alla.FindAll(p => p.SkolaId == a.Anvandare.AktivSkola.Id);
        var mal = slump.Next(5) == 0 ? alla[slump.Next(alla.Count)] : egna[slump.Next(egna.Count)];
        var slag = Enum.GetValues<Behorighetsslag>()[slump.Next(Enum.GetValues<Behorighetsslag>().Length)];
        var far = a.Anvandare.Har(Rattighet.AdministreraAnvandare);
        var bestaller = a.Anvandare.Har(Rattighet.BestallBehorigheter);
        switch (slump.Next(11))
        {
            case 0 or 1:
                return (await a.Behorigheter.SattAsync(mal.Id, [new(slag, slump.Next(3) > 0, slump.Next(4) == 0 ? new DateOnly(2027, 1, 1) : null)], mal.Version, Ct))?.IsAccepted == true;
            case 2 when far:
                return (await a.Avslut.AvslutaAsync(mal.Id, null, mal.Version, Ct))?.IsAccepted == true;
            case 3 when far:
                return (await a.Avslut.AterstallAsync(mal.Id, mal.Version, Ct))?.IsAccepted == true;
            case 4 when far:
                return (await a.Konton.SkapaAsync(await a.SkolaAsync(), new($"Slump Person{(char)('a' + (steg % 26))}", $"slump{steg}@skola.example", null, null), false, Ct)).IsAccepted;
            case 5 when far:
                return (await a.Vard.AndraAsync(mal.Id, new("Bytt Namn", $"bytt{steg}@skola.example", null, null), mal.Version, Ct))?.IsAccepted == true
                    && (await a.Behorigheter.SattAsync(mal.Id, [new(slag, true, null)], mal.Version + 1, Ct))?.IsAccepted == true;
            case 6:
                return (await a.Byten.BegarAsync(Hemlighet.NyKort(), new(new("Ny Admin", $"admin{steg}@skola.example", null, null), null, "Rut Rektor", $"rut{steg}@skola.example"), Ct)).IsAccepted;
            case 7:
                return (await a.Begaranden.BegarAsync(slag, "Jag behöver den.", Ct)).IsAccepted;
            case 8 when far || bestaller:
                var begaran = await a.Db.Behorighetsbegaranden.AsNoTracking().OrderByDescending(b => b.Id).FirstOrDefaultAsync(Ct);
                return begaran is not null
                    && (await a.Begaranden.BeviljaAsync((Administrator)slump.Next(Enum.GetValues<Administrator>().Length), begaran.Id, begaran.Version, Ct))?.IsAccepted == true;
            case 9 when bestaller:
                var bestallt = await a.Bestallningar.SkickaDirektAsync(
                    await a.SkolaAsync(), new((Bestallningsradslag)slump.Next(Enum.GetValues<Bestallningsradslag>().Length), KontoId: mal.KontoId, NyEpost: $"ny{steg}@skola.example"), Ct);
                return bestallt.IsAccepted && await a.Db.SaveChangesAsync(Ct) > 0;
            default:
                return (await a.Personal.SattRollerAsync(mal.KontoId, [], [slag], Ct))?.IsAccepted == true;
        }
    }

    private static Task<HashSet<Rad>> AlltAsync(Kontovarld varld) => varld.LasAsync(async db =>
    {
        var idag = new DateOnly(2026, 11, 22);
        var rader = await (
            from b in db.Behorigheter
            where b.Avslutad == null && (b.GiltigTill == null || b.GiltigTill >= idag)
            join k in db.Konton on b.KontoId equals k.Id
            from s in db.Skolor.Where(s => s.Id == b.SkolaId).DefaultIfEmpty()
            select new { k.UserName, b.Slag, Skola = s }).ToListAsync();
        return rader.Select(r => new Rad(
            r.UserName!,
            r.Slag,
            ((Skola?)r.Skola)?.Skolkod,
            r.Skola is null ? Administrator.Csn : Behorighetsadministration.For(r.Slag, r.Skola))).ToHashSet();
    });

    private sealed record Rad(string Anvandarnamn, Behorighetsslag Slag, string? Skolkod, Administrator Administrator);
}
