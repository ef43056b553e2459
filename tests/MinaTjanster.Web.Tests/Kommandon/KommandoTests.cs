using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Kommandon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Kommandon;

public sealed class KommandoTests
{
    private const string Rubrik = "skolkod;namn;ort;skolform;rapporteringssatt\n";

    [Theory]
    [InlineData]
    [InlineData("--urls=http://localhost:5081")]
    public async Task Kor_WithoutCommand_StartsTheWeb(params string[] args)
    {
        await using var prov = await Prov.SkapaAsync();

        (await prov.KorAsync(args)).Kod.ShouldBeNull();
    }

    [Theory]
    [InlineData("migrera")]
    [InlineData("seed", "--allt")]
    [InlineData("importera-skolor")]
    [InlineData("skapa-konto", "--namn", "X")]
    public async Task Kor_UsedWrongly_ExplainsAndAnswersTwo(params string[] args)
    {
        await using var prov = await Prov.SkapaAsync();

        var (kod, text) = await prov.KorAsync(args);

        kod.ShouldBe(Kommando.FelAnvant);
        text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Migrate_OnAnEmptyDatabase_ThenAgain()
    {
        await using var prov = await Prov.SkapaAsync(Testinnehall.Tom);

        (await prov.KorAsync("migrate")).ShouldBe((0, $"Databasen är uppdaterad med {await prov.MigrationerAsync()}.\n"));
        (await prov.KorAsync("migrate")).ShouldBe((0, "Databasen är redan uppdaterad.\n"));
    }

    [Fact]
    public async Task Seed_InProduction_IsRefused()
    {
        await using var prov = await Prov.SkapaAsync(Testinnehall.Tom, miljo: "Production");

        var (kod, text) = await prov.KorAsync("seed");

        kod.ShouldBe(1);
        text.ShouldContain("produktion");
    }

    [Fact]
    public async Task Seed_Twice_SaysThatNothingChanged()
    {
        await using var prov = await Prov.SkapaAsync(Testinnehall.Tom);

        (await prov.KorAsync("seed")).Text.ShouldEndWith("Demodata är inlagda.\n");
        (await prov.KorAsync("seed")).Text.ShouldEndWith("Demodata finns redan. Inget är ändrat.\n");
    }

    [Fact]
    public async Task ImporteraSkolor_AddsAndUpdates_AndIsIdempotent()
    {
        await using var prov = await Prov.SkapaAsync();
        var fil = prov.Fil(Rubrik + "11223344;Björkviks gymnasium;Björkvik;gymnasieskola;fil\n\"22334455\";\"Ö; skolan\";Åsele;Folkhögskola;manuellt\n");

        (await prov.KorAsync("importera-skolor", fil)).ShouldBe((0, "2 nya skolor, 0 ändrade, 0 oförändrade.\n"));
        (await prov.KorAsync("importera-skolor", fil)).ShouldBe((0, "0 nya skolor, 0 ändrade, 2 oförändrade.\n"));
        var andrad = prov.Fil(Rubrik + "11223344;Björkviks gymnasium;Björkvik;gymnasieskola;manuellt\n");
        (await prov.KorAsync("importera-skolor", andrad)).ShouldBe((0, "0 nya skolor, 1 ändrade, 0 oförändrade.\n"));

        await using var db = prov.Databas.Alla();
        var skolor = await db.Skolor.OrderBy(s => s.Skolkod).ToListAsync();
        skolor.Select(s => (s.Skolkod, s.Namn, s.Skolform, s.Rapporteringssatt)).ShouldBe([
            ("11223344", "Björkviks gymnasium", Skolform.Gymnasieskola, Rapporteringssatt.Manuellt),
            ("22334455", "Ö; skolan", Skolform.Folkhogskola, Rapporteringssatt.Manuellt)]);
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.SchoolsImported)).ShouldBe(2);
    }

    [Theory]
    [InlineData("1234567;A;B;komvux;fil", "Rad 3: skolkoden \"1234567\" är inte åtta siffror.")]
    [InlineData("11223344;A;B;komvux;fil", "Rad 3: skolkoden 11223344 finns redan på rad 2.")]
    [InlineData("12345678;;B;komvux;fil", "Rad 3: namnet ska vara 1–120 tecken.")]
    [InlineData("12345678;A;;komvux;fil", "Rad 3: orten ska vara 1–60 tecken.")]
    [InlineData("12345678;A;B;grundskola;fil", "Rad 3: skolformen \"grundskola\" finns inte.")]
    [InlineData("12345678;A;B;komvux;brev", "Rad 3: rapporteringssättet \"brev\" finns inte.")]
    [InlineData("12345678;A;B;komvux;Ladok", "Rad 3: bara högskolor rapporterar med Ladok.")]
    [InlineData("12345678;A;B;komvux", "Rad 3: 4 fält, men rubriken har 5.")]
    [InlineData("12345678;\"A;B;komvux;fil", "Rad 3: citattecknen går inte ihop.")]
    public async Task ImporteraSkolor_WithAFaultyRow_NamesTheLineAndChangesNothing(string rad, string fel)
    {
        await using var prov = await Prov.SkapaAsync();

        var (kod, text) = await prov.KorAsync("importera-skolor", prov.Fil($"{Rubrik}11223344;A;B;komvux;fil\n{rad}\n"));

        kod.ShouldBe(1);
        text.ShouldStartWith(fel);
        text.ShouldContain("Inget är ändrat.");
        await using var db = prov.Databas.Alla();
        (await db.Skolor.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "rubrik saknas")]
    [InlineData("skolkod;namn;ort;skolform\n12345678;A;B;komvux\n", "Rad 1: rubrik saknas för rapporteringssatt.")]
    [InlineData(Rubrik, "Filen innehåller inga skolor.")]
    public async Task ImporteraSkolor_WithoutRows_SaysWhatIsMissing(string innehall, string fel)
    {
        await using var prov = await Prov.SkapaAsync();

        var (kod, text) = await prov.KorAsync("importera-skolor", prov.Fil(innehall));

        kod.ShouldBe(1);
        text.ShouldContain(fel);
    }

    [Fact]
    public async Task ImporteraSkolor_Latin1_SaysThatTheFileIsNotUtf8()
    {
        await using var prov = await Prov.SkapaAsync();

        var (kod, text) = await prov.KorAsync("importera-skolor", prov.Fil(Rubrik + "11223344;Åsskolan;Åsele;komvux;fil\n", Encoding.Latin1));

        kod.ShouldBe(1);
        text.ShouldStartWith("Filen är inte UTF-8.");
    }

    [Fact]
    public async Task ImporteraSkolor_WithByteOrderMarkAndSwedishHeader_IsRead()
    {
        await using var prov = await Prov.SkapaAsync();

        var fil = prov.Fil(Rubrik.Replace("satt", "sätt", StringComparison.Ordinal) + "11223344;Åsskolan;Åsele;komvux;fil\r\n", new UTF8Encoding(true));

        (await prov.KorAsync("importera-skolor", fil)).ShouldBe((0, "1 nya skolor, 0 ändrade, 0 oförändrade.\n"));
    }

    [Fact]
    public async Task ImporteraSkolor_MissingFile_SaysSo()
    {
        await using var prov = await Prov.SkapaAsync();

        (await prov.KorAsync("importera-skolor", "finns-inte.csv")).ShouldBe((1, "Filen finns-inte.csv finns inte.\n"));
    }

    [Fact]
    public async Task SkapaKonto_MakesTheFirst_WithAOneTimePasswordThatWorks()
    {
        await using var prov = await Prov.SkapaAsync();

        var (kod, text) = await prov.SkapaKontoAsync("forsta01");

        kod.ShouldBe(0);
        var losenord = text.Split('\n').Single(r => r.StartsWith("Engångslösenord: ", StringComparison.Ordinal))[17..];
        await using var db = prov.Databas.Alla();
        var konto = await db.Konton.SingleAsync();
        konto.Losenordsstatus.ShouldBe(Losenordsstatus.Engangs);
        Testdatabaser.SnabbHasher().VerifyHashedPassword(konto, konto.PasswordHash!, losenord).ShouldNotBe(PasswordVerificationResult.Failed);
        (await db.Behorigheter.SingleAsync()).Slag.ShouldBe(Behorighetsslag.CsnBehorighetshandlaggare);
        (await db.AuditEvents.SingleAsync()).ShouldSatisfyAllConditions(h => h.Act.ShouldBe(Acts.AccountCreated), h => h.ObjektId.ShouldBe(konto.Id));
    }

    [Fact]
    public async Task SkapaKonto_WhenOneExists_IsRefused()
    {
        await using var prov = await Prov.SkapaAsync();
        await prov.SkapaKontoAsync("forsta01");

        var (kod, text) = await prov.SkapaKontoAsync("andra01");

        (kod, text).ShouldBe((1, "Det finns redan en behörighetshandläggare. Fler konton skapas i portalen.\n"));
        await using var db = prov.Databas.Alla();
        (await db.Konton.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "Berit Ek", "berit@csn.example")]
    [InlineData("berit ek", "Berit Ek", "berit@csn.example")]
    [InlineData("berek01", " ", "berit@csn.example")]
    [InlineData("berek01", "Berit Ek", "berit")]
    public async Task SkapaKonto_WithWrongFacts_IsRefused(string anvandarnamn, string namn, string epost)
    {
        await using var prov = await Prov.SkapaAsync();

        var (kod, _) = await prov.KorAsync("skapa-konto", "--anvandarnamn", anvandarnamn, "--namn", namn, "--epost", epost);

        kod.ShouldBe(1);
        await using var db = prov.Databas.Alla();
        (await db.Konton.CountAsync()).ShouldBe(0);
    }
}
