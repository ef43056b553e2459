using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Mail;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Infrastructure.Mail;

/// <summary>The outbox against a real SMTP server on the loopback address.</summary>
public sealed class MejlutskickTests
{
    private const string Svenska = "Hej Åsa!\r\n\r\n.\r\n..punkt\r\nDu behöver lämna in underlag för frånvaron senast den 22 november – det är brådskande.";
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly Testklocka _klocka = new();

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Skicka_SwedishMail_ArrivesLetterForLetter(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        await using var server = new Testsmtp();
        var id = await LaggIKonAsync(databas, amne: "Underlag för frånvaro: åtgärd krävs", text: Svenska);

        (await Utskick(databas, server).SkickaForfallnaAsync(Ct)).ShouldBe(1);

        var brev = server.Mejl.ShouldHaveSingleItem();
        brev.Fran.ShouldBe("portal@example.org");
        brev.Till.ShouldBe(["anna@example.org"]);
        Huvud(brev, "Subject").ShouldBe("Underlag för frånvaro: åtgärd krävs");
        Huvud(brev, "From").ShouldBe("Mina tjänster <portal@example.org>");
        Huvud(brev, "Auto-Submitted").ShouldBe("auto-generated");
        Huvud(brev, "Message-ID").ShouldBe($"<mejl-{id}-1@example.org>");
        brev.Text.ShouldBe(Svenska);
        var mejl = await HamtaAsync(databas, id);
        mejl.Status.ShouldBe(Mejlstatus.Skickat);
        mejl.Skickat.ShouldBe(_klocka.UtcNu());
    }

    [Theory]
    [InlineData("anna@example.org", "Hej\r\nBcc: alla@example.org")]
    [InlineData("anna@example.org", "Hej\nBcc: alla@example.org")]
    [InlineData("anna@example.org\r\nRCPT TO:<alla@example.org>", "Hej")]
    [InlineData("anna@example.org>\r\nRCPT TO:<alla@example.org", "Hej")]
    [InlineData("inte en adress", "Hej")]
    public async Task Skicka_RowThatWouldAddAHeader_IsGivenUpAndNothingGoes(string till, string amne)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var server = new Testsmtp();
        // Written past MejlService, which refuses it: the way out must hold by itself.
        var id = await LaggIKonAsync(databas, till, amne);
        var nasta = await LaggIKonAsync(databas);

        (await Utskick(databas, server).SkickaForfallnaAsync(Ct)).ShouldBe(1);

        server.Mejl.ShouldHaveSingleItem().Till.ShouldBe(["anna@example.org"]);
        (await HamtaAsync(databas, id)).Status.ShouldBe(Mejlstatus.Misslyckat);
        (await HamtaAsync(databas, nasta)).Status.ShouldBe(Mejlstatus.Skickat);
    }

    [Theory]
    [InlineData(Smtplage.NekarMottagare)]
    [InlineData(Smtplage.NekarMeddelande)]
    [InlineData(Smtplage.BryterMittI)]
    public async Task Skicka_ServerFails_TriesAgainLaterAndThenSucceeds(Smtplage lage)
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var server = new Testsmtp { Lage = lage };
        var id = await LaggIKonAsync(databas, text: new string('å', 6000));
        var utskick = Utskick(databas, server);

        (await utskick.SkickaForfallnaAsync(Ct)).ShouldBe(0);
        var mejl = await HamtaAsync(databas, id);
        mejl.Status.ShouldBe(Mejlstatus.Vantar);
        mejl.AntalForsok.ShouldBe(1);
        mejl.NastaForsok.ShouldBe(_klocka.UtcNu().AddMinutes(1));
        mejl.SenasteFel.ShouldNotBeNullOrWhiteSpace();

        server.Lage = Smtplage.TarEmot;
        (await utskick.SkickaForfallnaAsync(Ct)).ShouldBe(0, "not due yet");
        _klocka.Flytta(TimeSpan.FromMinutes(1));
        (await utskick.SkickaForfallnaAsync(Ct)).ShouldBe(1);
        server.Mejl.ShouldHaveSingleItem().Text.ShouldBe(new string('å', 6000));
        (await HamtaAsync(databas, id)).SenasteFel.ShouldBeNull();
    }

    [Fact]
    public async Task Skicka_NobodyListens_TriesAgainLater()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var server = new Testsmtp();
        var utskick = Utskick(databas, server);
        await server.DisposeAsync();
        var id = await LaggIKonAsync(databas);

        (await utskick.SkickaForfallnaAsync(Ct)).ShouldBe(0);

        (await HamtaAsync(databas, id)).NastaForsok.ShouldBe(_klocka.UtcNu().AddMinutes(1));
    }

    [Fact]
    public async Task Skicka_ServerDemandsTlsItDoesNotHave_SendsNothingInTheClear()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var server = new Testsmtp();
        await LaggIKonAsync(databas);

        (await Utskick(databas, server, tls: true).SkickaForfallnaAsync(Ct)).ShouldBe(0);

        server.Mejl.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task Skicka_SeveralCopiesAtOnce_EachMailGoesOnce(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        await using var server = new Testsmtp();
        for (var i = 0; i < 30; i++)
        {
            await LaggIKonAsync(databas, amne: $"Mejl {i}");
        }

        var skickade = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Utskick(databas, server).SkickaForfallnaAsync(Ct))));

        skickade.Sum().ShouldBe(30);
        server.Mejl.Select(m => Huvud(m, "Subject")).Order().ShouldBe(Enumerable.Range(0, 30).Select(i => $"Mejl {i}").Order());
    }

    [Fact]
    public async Task Skicka_SecretMail_ArrivesAndItsTextIsErased()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var server = new Testsmtp { Lage = Smtplage.NekarMeddelande };
        await using (var db = databas.Alla())
        {
            var mejl = new MejlService(db, _klocka, Testskydd.Mejl);
            mejl.AddHemligt("anna@example.org", "Din kod", Svenska);
            mejl.AddAttrapp("Din kod", Svenska);
            await db.SaveChangesAsync(Ct);
        }

        (await Utskick(databas, server).SkickaForfallnaAsync(Ct)).ShouldBe(0);
        await using (var db = databas.Alla())
        {
            var vantar = await db.UtgaendeMejl.SingleAsync(m => m.Status == Mejlstatus.Vantar, Ct);
            vantar.Text.ShouldBe("");
            vantar.SkyddadText.ShouldNotBeNull();
        }

        server.Lage = Smtplage.TarEmot;
        _klocka.Flytta(TimeSpan.FromMinutes(1));
        (await Utskick(databas, server).SkickaForfallnaAsync(Ct)).ShouldBe(1);

        var brev = server.Mejl.ShouldHaveSingleItem("the decoy never goes");
        brev.Till.ShouldBe(["anna@example.org"]);
        brev.Text.ShouldBe(Svenska);
        await using (var db = databas.Alla())
        {
            (await db.UtgaendeMejl.SingleAsync(m => m.Status == Mejlstatus.Skickat, Ct)).SkyddadText.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Skicka_SecretMailWhoseKeyIsGone_IsGivenUpAtOnce()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var server = new Testsmtp();
        await using (var db = databas.Alla())
        {
            new MejlService(db, _klocka, new Mejlskydd(new EphemeralDataProtectionProvider())).AddHemligt("anna@example.org", "Din kod", "Koden");
            await db.SaveChangesAsync(Ct);
        }

        (await Utskick(databas, server).SkickaForfallnaAsync(Ct)).ShouldBe(0);

        server.Mejl.ShouldBeEmpty();
        await using var efter = databas.Alla();
        (await efter.UtgaendeMejl.SingleAsync(Ct)).Status.ShouldBe(Mejlstatus.Misslyckat);
    }

    [Fact]
    public async Task Skicka_PortalStops_CountsAsNoTry()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        await using var server = new Testsmtp();
        var id = await LaggIKonAsync(databas);
        using var stopp = new CancellationTokenSource();
        var utskick = new Mejlutskick(new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning()), Testskydd.Mejl, new StoppandeTransport(stopp), NullLogger<Mejlutskick>.Instance);

        await Should.ThrowAsync<OperationCanceledException>(() => utskick.SkickaForfallnaAsync(stopp.Token));

        var mejl = await HamtaAsync(databas, id);
        mejl.AntalForsok.ShouldBe(0);
        mejl.Status.ShouldBe(Mejlstatus.Vantar);
    }

    private Mejlutskick Utskick(Testdatabas databas, Testsmtp server, bool tls = false) =>
        new(
            new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning()),
            Testskydd.Mejl,
            new Smtptransport(new Epostinstallning { Host = "127.0.0.1", Port = server.Port, Avsandare = "portal@example.org", Tls = tls }),
            NullLogger<Mejlutskick>.Instance);

    private async Task<long> LaggIKonAsync(Testdatabas databas, string till = "anna@example.org", string amne = "Ämne", string text = "Text")
    {
        await using var db = databas.Alla();
        var mejl = new UtgaendeMejl(till, amne, text, _klocka.UtcNu());
        db.Add(mejl);
        await db.SaveChangesAsync();
        return mejl.Id;
    }

    private static async Task<UtgaendeMejl> HamtaAsync(Testdatabas databas, long id)
    {
        await using var db = databas.Alla();
        return await db.UtgaendeMejl.AsNoTracking().SingleAsync(m => m.Id == id);
    }

    private static string Huvud(Mottagetmejl brev, string namn) =>
        Kodord.Avkoda(brev.Huvudrader.Single(r => r.StartsWith($"{namn}:", StringComparison.OrdinalIgnoreCase))[(namn.Length + 1)..].Trim());

    private sealed class StoppandeTransport(CancellationTokenSource stopp) : IMejltransport
    {
        public async Task SkickaAsync(UtgaendeMejl mejl, string text, CancellationToken ct)
        {
            await stopp.CancelAsync();
            ct.ThrowIfCancellationRequested();
        }
    }
}
