using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tests.Dokumentlagring;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Bestallningar;

public sealed partial class BrevTests
{
    public static IEnumerable<object[]> Databaser => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Databaser))]
    public async Task PrintedBySeveralAtOnce_EachLetterIsInOnePrintout(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        await NyttKontoAsync(varld);

        var utskrifter = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync("csnbeh01", t => t.Brev.SkrivUtNyaAsync(default)))));

        utskrifter.Where(u => u is not null).Sum(u => u!.Antal).ShouldBe(2);
        foreach (var utskrift in utskrifter.Where(u => u is not null))
            (await varld.SomAsync("csnbeh01", t => t.Brev.UtskriftAsync(utskrift!.Nyckel, default))).Count.ShouldBe(utskrift!.Antal);
    }

    [Theory, MemberData(nameof(Databaser))]
    public async Task OneTimePassword_FollowsTheConfiguredDaysLater_OnceByAnyNumberOfWorkers(Databasprovider provider)
    {
        await using var varld = await Behorighetsvarld.SkapaAsync(provider);
        var kontoId = await NyttKontoAsync(varld);
        var ids = await UtskrivnaAsync(varld);
        var fore = (await varld.MejlAsync()).Count;

        (await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraSkickadeAsync(ids, default))).ShouldBe(2);
        (await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraSkickadeAsync(ids, default))).ShouldBe(0, "marked already");
        varld.Klocka.Flytta(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        (await varld.SomAsync(null, t => t.Utskick.MejlaForfallnaAsync(default))).ShouldBe(0);
        varld.Klocka.Flytta(TimeSpan.FromMinutes(1));
        var antal = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => varld.SomAsync(null, t => t.Utskick.MejlaForfallnaAsync(default)))));

        antal.Sum().ShouldBe(1, "Nils has a password already and gets none");
        var mejl = (await varld.MejlAsync()).Skip(fore).ShouldHaveSingleItem();
        (mejl.Till, mejl.KontoId, mejl.Slag).ShouldBe(("vera.ny@skola.example", kontoId, Mejlslag.Hemligt));
        var text = Testskydd.Mejl.Text(mejl)!;
        text.ShouldContain("https://portal.example/losenordskiosk");
        await using var db = varld.Databas.Alla();
        var konto = await db.Konton.SingleAsync(k => k.Id == kontoId);
        konto.Losenordsstatus.ShouldBe(Losenordsstatus.Engangs);
        var losenord = Engangs().Match(text).Value;
        Testdatabaser.SnabbHasher().VerifyHashedPassword(konto, konto.PasswordHash!, losenord).ShouldNotBe(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed);
        (await db.Nationellt<Kontobrev>().SingleAsync(b => b.KontoId == kontoId)).EngangslosenordSkickat.ShouldBe(varld.Klocka.UtcNu());
    }

    [Fact]
    public async Task APrintOut_IsMarkedAsAWhole_AndTheMarkTakenBackTheSameDayUntilThePasswordHasGone()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        await NyttKontoAsync(varld);
        var nyckel = (await varld.SomAsync("csnbeh01", t => t.Brev.SkrivUtNyaAsync(default)))!.Nyckel;

        (await varld.SomAsync("csnbeh01", t => t.Brev.AngraUtskriftAsync(nyckel, default))).ShouldBe(0, "nothing is marked");
        (await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraUtskriftAsync("00000000000000000000000000000000", default))).ShouldBe(0);
        (await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraUtskriftAsync(nyckel, default))).ShouldBe(2);
        (await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraUtskriftAsync(nyckel, default))).ShouldBe(0);
        var skickade = await varld.SomAsync("csnbeh01", t => t.Brev.KoAsync(Brevflik.Skickade, 1, default));
        skickade.Utskrifter.Select(u => u.Nyckel).ShouldBe([nyckel]);
        (await varld.SomAsync("csnbeh01", t => t.Brev.AngraUtskriftAsync(nyckel, default))).ShouldBe(2);

        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Kontobrev>().CountAsync(b => b.Skickad != null || b.EngangslosenordTidigast != null)).ShouldBe(0);
        (await varld.SomAsync("csnbeh01", t => t.Brev.KoAsync(Brevflik.Utskrivna, 1, default))).Utskrifter.ShouldHaveSingleItem().AttSkicka.ShouldBe(2);

        await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraUtskriftAsync(nyckel, default));
        varld.Klocka.Flytta(TimeSpan.FromDays(1));
        (await varld.SomAsync("csnbeh01", t => t.Brev.AngraUtskriftAsync(nyckel, default))).ShouldBe(0, "another day");
    }

    [Fact]
    public async Task AMark_IsNotTakenBack_WhenThePasswordHasGone()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        await NyttKontoAsync(varld);
        var nyckel = (await varld.SomAsync("csnbeh01", t => t.Brev.SkrivUtNyaAsync(default)))!.Nyckel;
        await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraUtskriftAsync(nyckel, default));
        await using (var db = varld.Databas.Alla())
        {
            await db.Nationellt<Kontobrev>().Where(b => b.EngangslosenordTidigast != null).ExecuteUpdateAsync(rad => rad.SetProperty(b => b.EngangslosenordSkickat, varld.Klocka.UtcNu()));
        }

        (await varld.SomAsync("csnbeh01", t => t.Brev.KoAsync(Brevflik.Skickade, 1, default))).Utskrifter.ShouldHaveSingleItem().Antal.ShouldBe(2, "the PDF holds both");
        (await varld.SomAsync("csnbeh01", t => t.Brev.AngraUtskriftAsync(nyckel, default))).ShouldBe(1, "Nils had a password before");
    }

    [Fact]
    public async Task OneTimePassword_IsNotSentToSomebodyWhoHasLeft()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        var kontoId = await NyttKontoAsync(varld);
        await varld.SomAsync("csnbeh01", async t => await t.Brev.MarkeraSkickadeAsync(await UtskrivnaAsync(varld), default));
        await using (var db = varld.Databas.Alla())
            await db.Nationellt<Skolanvandare>().Where(a => a.KontoId == kontoId).ExecuteUpdateAsync(rad => rad.SetProperty(a => a.Avslutad, varld.Klocka.UtcNu()));
        varld.Klocka.Flytta(TimeSpan.FromDays(4));

        (await varld.SomAsync(null, t => t.Utskick.MejlaForfallnaAsync(default))).ShouldBe(0);
        await using var efter = varld.Databas.Alla();
        (await efter.Konton.SingleAsync(k => k.Id == kontoId)).PasswordHash.ShouldBeNull();
    }

    [Fact]
    public async Task Unprinted_CannotBeMarkedAsSent()
    {
        await using var varld = await Behorighetsvarld.SkapaAsync();
        await using var db = varld.Databas.Alla();
        var ids = await db.Nationellt<Kontobrev>().Select(b => b.Id).ToListAsync();

        (await varld.SomAsync("csnbeh01", t => t.Brev.MarkeraSkickadeAsync(ids, default))).ShouldBe(0);
        (await db.Nationellt<Kontobrev>().CountAsync(b => b.Skickad != null)).ShouldBe(0);
    }

    [Fact]
    public void Pdf_IsSound_Tagged_AndHoldsTheAddressInTheWindow()
    {
        var fil = Path.Combine(Directory.CreateTempSubdirectory("brev-").FullName, "brev.pdf");
        var langt = new string('Å', 30) + " " + new string('g', 40);
        Brevuppgift[] brev =
        [
            new(1, "Vera Ny", "verny01", "Södra Bergets gymnasium", "12345678", "Bergsvägen 1", "85170", "Sundsvall", new DateOnly(2026, 11, 22)),
            new(2, langt, "aaaggg01", $"{langt} {langt}"[..120], "23456789", null, null, "Luleå", new DateOnly(2026, 11, 22)),
        ];

        File.WriteAllBytes(fil, Brevpdf.Rita(brev, Testteckensnitt.Inter, new Portaladress(new Uri("https://portal.example")), new DateTime(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc)));

        Verktyg.Run("qpdf", "--check", fil).ShouldContain("No syntax or stream encoding errors found");
        var info = Verktyg.Run("pdfinfo", fil);
        info.ShouldMatch(@"Tagged:\s+yes");
        info.ShouldMatch(@"Pages:\s+2");
        info.ShouldContain("(A4)");
        var text = Verktyg.Run("pdftotext", "-layout", "-f", "1", "-l", "1", fil, "-");
        text.ShouldContain("Att: Vera Ny");
        text.ShouldContain("851 70 Sundsvall");
        text.ShouldContain("verny01");
        text.ShouldContain("https://portal.example/losenordskiosk");
        foreach (var sida in new[] { 1, 2 })
        {
            // Every word that touches the window's rectangle stands wholly inside it, and the address is there.
            var ord = Ord(Verktyg.Run("pdftotext", "-bbox", "-f", $"{sida}", "-l", $"{sida}", fil, "-"));
            var ifonstret = ord.Where(o => o.XMax > 115 && o.XMin < 195 && o.YMax > 45 && o.YMin < 75).ToList();
            ifonstret.ShouldAllBe(o => o.XMin >= 115 && o.XMax <= 195 && o.YMin >= 45 && o.YMax <= 75);
            ifonstret.Select(o => o.Text).ShouldContain("Att:");
            ifonstret.Select(o => o.Text).ShouldContain(sida == 1 ? "Sundsvall" : "Luleå");
        }
    }

    private static async Task<long> NyttKontoAsync(Behorighetsvarld varld)
    {
        var bestallning = await varld.BestalldAsync("cecnor01", Behorighetsvarld.Ny());
        await varld.SomAsync("csnbeh01", t => t.Beslut.GodkannAsync(bestallning.Id, bestallning.Rader[0].Id, bestallning.Version, default));
        return await varld.KontoIdAsync("verny01");
    }

    private static async Task<List<long>> UtskrivnaAsync(Behorighetsvarld varld)
    {
        await varld.SomAsync("csnbeh01", t => t.Brev.SkrivUtNyaAsync(default));
        await using var db = varld.Databas.Alla();
        return await db.Nationellt<Kontobrev>().Where(b => b.Utskriven != null).Select(b => b.Id).ToListAsync();
    }

    /// <summary>The words of a page with their boxes, in millimetres from the upper left corner.</summary>
    private static List<(string Text, double XMin, double XMax, double YMin, double YMax)> Ord(string bbox) =>
        [.. Ordruta().Matches(bbox).Select(m => (m.Groups["ord"].Value, Mm(m, "x1"), Mm(m, "x2"), Mm(m, "y1"), Mm(m, "y2")))];

    private static double Mm(Match traff, string grupp) => double.Parse(traff.Groups[grupp].Value, CultureInfo.InvariantCulture) * 25.4 / 72;

    [GeneratedRegex("xMin=\"(?<x1>[0-9.]+)\" yMin=\"(?<y1>[0-9.]+)\" xMax=\"(?<x2>[0-9.]+)\" yMax=\"(?<y2>[0-9.]+)\">(?<ord>[^<]*)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ordruta();

    [GeneratedRegex("[a-z2-9]{4}(-[a-z2-9]{4}){3}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Engangs();
}
