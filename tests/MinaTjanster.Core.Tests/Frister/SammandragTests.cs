using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Frister;
using MinaTjanster.Core.Frister.Sammandrag;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Tests.Konton;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Frister;

/// <summary>Mails about duties, on every configured database. Today is Sunday 22 November 2026, a stop day.</summary>
public sealed class SammandragTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Daily_GoesOutInTheMorning_OncePerPersonAndDay(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, Sammandragstakt.Dagligen);
        varld.Klocka.Satt(new(2026, 11, 22), new(5, 59));
        (await SkickaAsync(varld)).ShouldBe(0, "nobody is mailed at night");
        varld.Klocka.Satt(new(2026, 11, 22), new(6, 0));
        (await SkickaAsync(varld)).ShouldBe(1);
        (await SkickaAsync(varld)).ShouldBe(0);

        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Till.ShouldBe("anna.lind@sodraberget.example");
        mejl.Text.ShouldContain("Södra Bergets gymnasium (skolkod ");
        mejl.Text.ShouldContain("- Sista dag att stoppa utbetalningen för november. Senast 22 november 2026. 22 november 2026 är en söndag. Den flyttas inte.");
        mejl.Text.ShouldContain("https://portalen.example.org/kalender");
        Personnummermask.Finns(mejl.Text).ShouldBeFalse();
        foreach (var namn in await varld.LasAsync(db => db.Nationellt<Studerande>().Select(s => s.Efternamn).Distinct().ToListAsync()))
            mejl.Text.ShouldNotContain($" {namn}", Case.Sensitive);

        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await SkickaAsync(varld)).ShouldBe(1, "a new day, and something is late still");
    }

    /// <summary>Whatever copies run at once, or are killed between two saves: the row and the mail are one save.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task FourCopiesAtOnce_MailOnce(Databasprovider provider)
    {
        foreach (var takt in new[] { Sammandragstakt.Genast, Sammandragstakt.Dagligen })
        {
            await using var varld = await NyAsync(provider, takt);
            var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SkickaAsync(varld))));
            svar.Sum().ShouldBe(1);
            (await varld.MejlAsync()).Count.ShouldBe(1);
            (await varld.LasAsync(db => db.Fristmejl.CountAsync())).ShouldBe(1);
        }
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Weekly_IsOnMondays_AndNoneIsNone(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, Sammandragstakt.Veckovis);
        (await SkickaAsync(varld)).ShouldBe(0, "a Sunday");
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await SkickaAsync(varld)).ShouldBe(1);
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await SkickaAsync(varld)).ShouldBe(0);

        await using var ingen = await NyAsync(provider, Sammandragstakt.Inget);
        (await SkickaAsync(ingen)).ShouldBe(0);
    }

    /// <summary>Told once when it comes; nothing new, no mail; a new question from CSN is told the day it comes.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task AtOnce_TellsOfWhatIsNew_AndOnlyThat(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, Sammandragstakt.Genast);
        (await SkickaAsync(varld)).ShouldBe(1);
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await SkickaAsync(varld)).ShouldBe(0, "nothing has come since");

        var kvittens = await ForsenadRapportAsync(varld, 0);
        (await SkickaAsync(varld)).ShouldBe(1);
        var mejl = (await varld.MejlAsync())[^1];
        mejl.Text.ShouldContain($"- Försenat: Frånvarounderlag för {kvittens}.");
        mejl.Text.Split('\n').Count(r => r.StartsWith("- ", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>What comes after the morning's mail is told the same day; each thing once, also when four copies see it at once.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task AtOnce_TellsTheSameDayOfWhatComesAfterTheFirstMail(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, Sammandragstakt.Genast);
        (await SkickaAsync(varld)).ShouldBe(1);
        foreach (var omgang in new[] { 2, 3 })
        {
            var kvittens = await ForsenadRapportAsync(varld, omgang);
            varld.Klocka.Flytta(TimeSpan.FromMinutes(10));
            (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SkickaAsync(varld))))).Sum().ShouldBe(1);
            (await SkickaAsync(varld)).ShouldBe(0);
            var mejl = await varld.MejlAsync();
            mejl.Count.ShouldBe(omgang);
            mejl[^1].Text.Split('\n').Where(r => r.StartsWith("- ", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain($"Försenat: Frånvarounderlag för {kvittens}.");
        }

        var dagar = await varld.LasAsync(db => db.Fristmejl.ToListAsync());
        dagar.ShouldHaveSingleItem().Antal.ShouldBe(await varld.LasAsync(db => db.Fristnotiser.CountAsync()));
    }

    /// <summary>The mail, what it told and the day's row are one save: where one of them cannot be written nothing is, and the next run tells of it.</summary>
    [Fact]
    public async Task AtOnce_DyingBetween_LeavesNothingHalf()
    {
        await using var varld = await NyAsync(Databasprovider.Sqlite, Sammandragstakt.Genast);
        (await SkickaAsync(varld)).ShouldBe(1);
        await ForsenadRapportAsync(varld, 2);
        var sagda = await varld.LasAsync(db => db.Fristnotiser.CountAsync());
        await varld.AndraAsync(db => db.Database.ExecuteSqlAsync($"CREATE TRIGGER Stopp BEFORE INSERT ON UtgaendeMejl BEGIN SELECT RAISE(ABORT, 'prov'); END"));

        (await SkickaAsync(varld)).ShouldBe(0);
        (await varld.LasAsync(db => db.Fristnotiser.CountAsync())).ShouldBe(sagda);
        await varld.AndraAsync(db => db.Database.ExecuteSqlAsync($"DROP TRIGGER Stopp"));
        (await SkickaAsync(varld)).ShouldBe(1);
        (await SkickaAsync(varld)).ShouldBe(0);
        (await varld.MejlAsync()).Count.ShouldBe(2);
    }

    /// <summary>The reminder to read off last month, on the day of the setting.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task MidMonth_RemindsToReadOffLastMonth(Databasprovider provider)
    {
        const string Rad = "- Läs av frånvaron för oktober. Helst 15 november 2026, senast 22 november 2026.";
        await using var varld = await NyAsync(provider, Sammandragstakt.Dagligen);
        varld.Klocka.Satt(new(2026, 11, 14), new(6, 0));
        await SkickaAsync(varld);
        (await varld.MejlAsync()).ShouldAllBe(m => !m.Text.Contains("Läs av frånvaron", StringComparison.Ordinal));

        varld.Klocka.Satt(new(2026, 11, 15), new(6, 0));
        (await SkickaAsync(varld)).ShouldBe(1);
        (await varld.MejlAsync())[^1].Text.Split('\n').Count(r => r.StartsWith(Rad, StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>Who has not chosen is told of that alone, once in the month, in the days when something can still be stopped; who has said no is not.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WhoHasNotChosen_IsRemindedOnceInMidMonth_AndOfNothingElse(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, null);
        await ForsenadRapportAsync(varld, 0);
        foreach (var dag in new[] { 14, 23 })
        {
            varld.Klocka.Satt(new(2026, 10, dag), new(6, 0));
            (await SkickaAsync(varld)).ShouldBe(0, $"{dag} October");
        }

        varld.Klocka.Satt(new(2026, 11, 16), new(5, 59));
        (await SkickaAsync(varld)).ShouldBe(0, "nobody is mailed at night");
        varld.Klocka.Satt(new(2026, 11, 16), new(6, 0));
        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SkickaAsync(varld))))).Sum().ShouldBe(1, "the portal stood still on the 15th");
        foreach (var dag in new[] { 17, 22 })
        {
            varld.Klocka.Satt(new(2026, 11, dag), new(6, 0));
            (await SkickaAsync(varld)).ShouldBe(0, $"{dag} November");
        }

        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Amne.ShouldBe("Mina tjänster: läs av frånvaron senast 22 november 2026");
        mejl.Text.Split('\n').Where(r => r.StartsWith("- ", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldStartWith("- Läs av frånvaron för oktober. Senast 22 november 2026.");
        mejl.Text.ShouldContain("Du får mejlet en gång i månaden för att du rapporterar studerande.");

        await ValjAsync(varld, Sammandragstakt.Dagligen);
        (await SkickaAsync(varld)).ShouldBe(1, "what is chosen now is mailed today, though there was nothing to tell before");
        await ValjAsync(varld, Sammandragstakt.Manadsvis);

        varld.Klocka.Satt(new(2026, 12, 15), new(6, 0));
        (await SkickaAsync(varld)).ShouldBe(1, "a new month");
        await ValjAsync(varld, Sammandragstakt.Inget);
        varld.Klocka.Satt(new(2027, 1, 15), new(6, 0));
        (await SkickaAsync(varld)).ShouldBe(0, "has said no");
    }

    /// <summary>Judged at the mail, not at the choice.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task WhoHoldsNothingAnyMore_GetsNothing(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, Sammandragstakt.Dagligen);
        await varld.AndraAsync(async db =>
        {
            foreach (var behorighet in await db.Behorigheter.AsTracking().Where(b => db.Konton.Any(k => k.Id == b.KontoId && k.UserName == Personer.AnnaLind.Anvandarnamn)).ToListAsync())
                db.Entry(behorighet).Property(b => b.Avslutad).CurrentValue = varld.Klocka.UtcNu();
        });

        (await SkickaAsync(varld)).ShouldBe(0);
        (await varld.MejlAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Choice_IsSavedOnce_AndLogged(Databasprovider provider)
    {
        await using var varld = await NyAsync(provider, Sammandragstakt.Dagligen);
        await ValjAsync(varld, Sammandragstakt.Dagligen);
        await ValjAsync(varld, Sammandragstakt.Inget);

        (await varld.HandelserAsync(Acts.DigestChanged)).Select(h => h.Changes).ShouldBe(["Mejl om frister: Bara mitt i månaden, när frånvaron ska läsas av → Varje morgon när något väntar", "Mejl om frister: Varje morgon när något väntar → Inga mejl"]);
        (await varld.LasAsync(db => db.Fristval.CountAsync(v => db.Konton.Any(k => k.Id == v.KontoId && k.UserName == Personer.AnnaLind.Anvandarnamn)))).ShouldBe(1);
    }

    private static async Task<Kontovarld> NyAsync(Databasprovider provider, Sammandragstakt? takt)
    {
        var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db =>
        {
            db.RemoveRange(await db.UtgaendeMejl.ToListAsync());
            // Only Anna is mailed here: all others have said no.
            db.AddRange(await db.Konton.Where(k => k.UserName != Personer.AnnaLind.Anvandarnamn).Select(k => new Fristval(k.Id, Sammandragstakt.Inget)).ToListAsync());
        });
        if (takt is { } vald)
            await ValjAsync(varld, vald);
        return varld;
    }

    /// <summary>A report of the school's whose underlag is late.</summary>
    /// <param name="nummer">Of another student for each.</param>
    private static Task<string> ForsenadRapportAsync(Kontovarld varld, int nummer) => varld.LasAsync(async db =>
    {
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == Demoskolor.SodraBerget);
        var studerande = await db.Nationellt<Studerande>().Where(s => s.SkolaId == skola.Id).OrderBy(s => s.Id).Skip(nummer).FirstAsync();
        var anna = await db.Konton.SingleAsync(k => k.UserName == Personer.AnnaLind.Anvandarnamn);
        var nu = varld.Klocka.UtcNu().AddDays(-80);
        var rapport = new Skolkrapport(skola.Id, studerande.Id, new Skolkuppgift(nu.SvenskDag().AddDays(-40), null, 690, 6, false), Kvittensnummer.Nytt("SK").Text, Hemlighet.Ny(), anna.Id, nu, nu.SvenskDag());
        db.AddRange(rapport, new Arende(skola.Id, rapport, nu));
        await db.SaveChangesAsync();
        return rapport.Kvittensnummer;
    });

    private static Task<bool> ValjAsync(Kontovarld varld, Sammandragstakt takt) => varld.SomAsync(Personer.AnnaLind, async a =>
    {
        await new FristvalService(a.Db, a.Anvandare, a.Audit, varld.Klocka).ValjAsync(takt, Ct);
        return true;
    });

    private static Task<int> SkickaAsync(Kontovarld varld) => new SammandragService(
        varld.Databas.NyDb, new FristQuery(varld.Databas.NyDb, new(), varld.Klocka), new(), Testskydd.Mejl, Kontovarld.Adress, varld.Klocka, NullLogger<SammandragService>.Instance).SkickaAsync(Ct);
}
