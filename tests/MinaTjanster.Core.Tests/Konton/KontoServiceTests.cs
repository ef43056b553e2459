using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Tests.Personidentiteter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>New users, on every configured database.</summary>
public sealed class KontoServiceTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task NewPerson_GetsAnAccountAndALetter_AndNoRight(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);

        var svar = await SkapaAsync(varld, Personer.BjornSvensson, new("Åsa Öberg", "asa.oberg@sodraberget.example", "060-12 34 56", null));

        var konto = await varld.LasAsync(db => db.Konton.SingleAsync(k => k.Id == svar.Value.Person.KontoId));
        (konto.UserName, konto.Namn, konto.PasswordHash).ShouldBe(("asaobe01", "Åsa Öberg", null));
        (await varld.LasAsync(db => db.Nationellt<Kontobrev>().SingleAsync(b => b.KontoId == konto.Id))).Skickad.ShouldBeNull();
        (await varld.LasAsync(db => db.Behorigheter.AnyAsync(b => b.KontoId == konto.Id))).ShouldBeFalse();
        (await varld.HandelserAsync(Acts.AccountCreated)).ShouldHaveSingleItem().ObjektId.ShouldBe(konto.Id);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task PersonWithAnAccount_GetsTheSchoolAdded_NotASecondAccount(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var fore = await varld.LasAsync(db => db.Konton.CountAsync());

        var svar = await SkapaAsync(varld, Personer.BjornSvensson, new("Fredrik Dahl", "Fredrik.Dahl@viken.example", null, null));

        svar.Value.Person.KontoId.ShouldBe((await varld.AnvandarenAsync(Personer.FredrikDahl, "45678901")).KontoId);
        (await varld.LasAsync(db => db.Konton.CountAsync())).ShouldBe(fore);
        (await varld.LasAsync(db => db.Nationellt<Kontobrev>().AnyAsync(b => b.KontoId == svar.Value.Person.KontoId))).ShouldBeFalse();
        (svar.Value.Satt, svar.Value.Anvandarnamn).ShouldBe((Tillaggssatt.SkolanTillagd, "fredah01"));
        var mejl = (await varld.MejlAsync()).ShouldHaveSingleItem();
        mejl.Amne.ShouldBe("Du är nu användare för Södra Bergets gymnasium");
        mejl.Text.ShouldContain("Du har inte fått någon behörighet där än.");
        mejl.Text.ShouldNotContain("startsidan");
        (await varld.HandelserAsync(Acts.AccountSchoolAdded)).Count.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TheNameOfAUserOfTheSchool_IsAskedAboutBeforeASecondAccountIsMade(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var anna = new Kontouppgifter("ANNA  Lind".Replace("  ", " "), "anna.lind@annan.example", null, null);

        var svar = await SkapaAsync(varld, Personer.BjornSvensson, anna);
        svar.Refusals[0].ShouldBe(new NamneFinns("ANNA Lind", "annlin01"));
        (await varld.LasAsync(db => db.Konton.AnyAsync(k => k.Email == anna.Epost))).ShouldBeFalse();

        var andra = await varld.SomAsync(Personer.BjornSvensson, async a => await a.Konton.SkapaAsync(await a.SkolaAsync(), anna, true, Ct));
        (andra.Value.Satt, andra.Value.Anvandarnamn).ShouldBe((Tillaggssatt.NyttKonto, "annlin02"));
        (await SkapaAsync(varld, Personer.ElinEriksson, anna with { Epost = "anna.lind@tredje.example" })).IsAccepted.ShouldBeTrue("another school's users are nobody's to ask about");
    }

    [Theory]
    [InlineData("Någon Annan", "fredrik.dahl@viken.example")]
    [InlineData("Greta Granberg", "greta.granberg@csn.example")]
    public async Task FactsThatHalfAgree_OrCsnStaff_AreRefusedWithoutDetails(string namn, string epost)
    {
        await using var varld = await Kontovarld.SkapaAsync();

        (await SkapaAsync(varld, Personer.BjornSvensson, new(namn, epost, null, null))).Refusals[0].ShouldBeOfType<AnnatKontoFinns>();
        (await varld.HandelserAsync(Acts.AccountCreated)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Refused);
    }

    [Fact]
    public async Task ThePersonnummerOfAnother_IsRefused()
    {
        await using var varld = await Kontovarld.SkapaAsync();
        var nummer = Personnummer.FranVarde(Testnummer.Skapa(new DateOnly(1980, 1, 1), 980));
        await SkapaAsync(varld, Personer.BjornSvensson, new("Eva Ett", "eva@sodraberget.example", null, nummer));

        (await SkapaAsync(varld, Personer.BjornSvensson, new("Tor Tva", "tor@sodraberget.example", null, nummer))).Refusals[0].ShouldBeOfType<AnnatKontoFinns>();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TheSamePersonAtOnce_BecomesOneAccount(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);

        var svar = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
            SkapaAsync(varld, Personer.BjornSvensson, new("Nina Ny", "nina@sodraberget.example", null, null)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        (await varld.LasAsync(db => db.Konton.CountAsync(k => k.Email == "nina@sodraberget.example"))).ShouldBe(1);
        (await varld.LasAsync(db => db.Nationellt<Kontobrev>().CountAsync(b => db.Konton.Any(k => k.Id == b.KontoId && k.Email == "nina@sodraberget.example")))).ShouldBe(1);
    }

    /// <summary>What the services ask first, the database guarantees.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task TheDatabase_HoldsOneAccountForAnAddressAndAPersonnummer_AndOneRowForARoleAtCsn(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var nummer = Personnummer.FranVarde(Testnummer.Skapa(new DateOnly(1980, 1, 1), 980));
        await varld.AndraAsync(db =>
        {
            db.Add(new Konto("evaett01", "Eva Ett", "eva@sodraberget.example", null, nummer));
            return Task.CompletedTask;
        });
        var eva = await varld.LasAsync(db => db.Konton.Where(k => k.UserName == "evaett01").Select(k => k.Id).SingleAsync());
        await LaggTillAsync(new Behorighet(eva, null, Behorighetsslag.CsnHandlaggare));

        await Should.ThrowAsync<DbUpdateException>(() => LaggTillAsync(new Konto("annan01", "Annan Person", "EVA@sodraberget.example", null)));
        await Should.ThrowAsync<DbUpdateException>(() => LaggTillAsync(new Konto("annan02", "Annan Person", "annan@sodraberget.example", null, nummer)));
        await Should.ThrowAsync<DbUpdateException>(() => LaggTillAsync(new Behorighet(eva, null, Behorighetsslag.CsnHandlaggare)));
        await LaggTillAsync(new Konto("annan03", "Annan Person", "annan@sodraberget.example", null));
        await LaggTillAsync(new Konto("annan04", "Ytterligare Person", "fler@sodraberget.example", null));
        await LaggTillAsync(new Behorighet(eva, null, Behorighetsslag.CsnKontaktperson));

        Task LaggTillAsync(object rad) => varld.AndraAsync(db =>
        {
            db.Add(rad);
            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("Anna Lind", "annlin", "annlin02")]
    [InlineData("Bo Ek", "boek", "boek01")]
    [InlineData("Zoë Ågren-Öst", "zoeagr", "zoeagr01")]
    [InlineData("Иван Петров", "konto", "konto01")]
    public void Username_IsMadeOfTheName(string namn, string stam, string ledigt)
    {
        Anvandarnamn.Stam(namn).ShouldBe(stam);
        Anvandarnamn.Ledigt(stam, ["ANNLIN01"]).ShouldBe(ledigt);
    }

    [Theory]
    [InlineData("Anna", "a@b.se", "", "", typeof(NamnSaknas))]
    [InlineData("Anna <b>", "a@b.se", "", "", typeof(NamnSaknas))]
    [InlineData("Anna Lind", "Anna Lind <a@b.se>", "", "", typeof(EpostOgiltig))]
    [InlineData("Anna Lind", "a@b.se\r\nBcc: x@y.se", "", "", typeof(EpostOgiltig))]
    [InlineData("Anna Lind", "a@b.se", "ring mig", "", typeof(TelefonOgiltig))]
    [InlineData("Anna Lind", "a@b.se", "", "19800101-0000", typeof(PersonnummerOgiltigt))]
    public void Facts_ThatAreWrong_AreNamed(string namn, string epost, string telefon, string personnummer, Type refusal) =>
        Kontouppgifter.Tolka(namn, epost, telefon, personnummer, new(2026, 11, 22)).Refusals.ShouldHaveSingleItem().ShouldBeOfType(refusal);

    private static Task<Result<NyAnvandare>> SkapaAsync(Kontovarld varld, Person som, Kontouppgifter uppgifter) =>
        varld.SomAsync(som, async a => await a.Konton.SkapaAsync(await a.SkolaAsync(), uppgifter, false, Ct));
}
