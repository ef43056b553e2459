using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Meddelanden;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Meddelanden;

public sealed class MejlkoServiceTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private readonly Testklocka _klocka = new();

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task TaAsync_ManyWorkersAtOnce_OneGetsTheMail(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        var id = await LaggIKonAsync(databas);
        var ko = new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning());

        var tagna = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ko.TaAsync(id, Ct))));

        tagna.Count(m => m is not null).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task TaAsync_WorkerDied_IsDueAgainWhenTheLeaseIsOut(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        var id = await LaggIKonAsync(databas);
        var ko = new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning());
        (await ko.TaAsync(id, Ct)).ShouldNotBeNull().AntalForsok.ShouldBe(0);

        _klocka.Flytta(MejlkoService.Lan - TimeSpan.FromSeconds(1));
        (await ko.HamtaForfallnaAsync(10, Ct)).ShouldBeEmpty();
        (await ko.TaAsync(id, Ct)).ShouldBeNull();

        _klocka.Flytta(TimeSpan.FromSeconds(1));
        (await ko.HamtaForfallnaAsync(10, Ct)).ShouldBe([id]);
        (await ko.TaAsync(id, Ct)).ShouldNotBeNull();
    }

    [Fact]
    public async Task HarSkickats_IsNeverTakenAgain()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var id = await LaggIKonAsync(databas);
        var ko = new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning());
        await ko.TaAsync(id, Ct);
        await ko.HarSkickatsAsync(id);

        _klocka.Flytta(TimeSpan.FromDays(1));
        (await ko.HamtaForfallnaAsync(10, Ct)).ShouldBeEmpty();
        (await ko.TaAsync(id, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task HarMisslyckats_WaitsLongerEachTimeAndGivesUpAtTheTenth()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var id = await LaggIKonAsync(databas);
        var ko = new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning());
        var vantetider = new List<double>();

        while (await ko.TaAsync(id, Ct) is not null && await ko.HarMisslyckatsAsync(id, "550 nej till 20090412-2380", meningslost: false) is { } nasta)
        {
            vantetider.Add((nasta - _klocka.UtcNu()).TotalMinutes);
            _klocka.Flytta(nasta - _klocka.UtcNu());
        }

        vantetider.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 240]);
        var mejl = await HamtaAsync(databas, id);
        mejl.Status.ShouldBe(Mejlstatus.Misslyckat);
        mejl.AntalForsok.ShouldBe(10);
        mejl.SenasteFel.ShouldBe("550 nej till [personnummer]");
    }

    [Fact]
    public async Task HarMisslyckats_Meningslost_GivesUpAtOnce()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var id = await LaggIKonAsync(databas);
        var ko = new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning());
        await ko.TaAsync(id, Ct);

        (await ko.HarMisslyckatsAsync(id, "ingen adress", meningslost: true)).ShouldBeNull();

        (await HamtaAsync(databas, id)).Status.ShouldBe(Mejlstatus.Misslyckat);
    }

    [Theory, MemberData(nameof(Testdatabaser.Providers), MemberType = typeof(Testdatabaser))]
    public async Task SecretMail_IsProtectedWhileItWaits_AndErasedWhenSentOrGivenUp(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider, Testinnehall.Migrerad);
        var ko = new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning());
        long skickat = await LaggHemligtAsync(databas), uppgivet = await LaggHemligtAsync(databas);

        var vantar = (await ko.TaAsync(skickat, Ct)).ShouldNotBeNull();
        vantar.Text.ShouldBe("");
        System.Text.Encoding.UTF8.GetString(vantar.SkyddadText.ShouldNotBeNull()).ShouldNotContain("K7M4");
        Testskydd.Mejl.Text(vantar).ShouldBe("Koden är K7M4");

        await ko.HarSkickatsAsync(skickat);
        await ko.HarMisslyckatsAsync(uppgivet, "fel", meningslost: false);
        (await HamtaAsync(databas, uppgivet)).SkyddadText.ShouldNotBeNull("it is tried again");
        await ko.HarMisslyckatsAsync(uppgivet, "fel", meningslost: true);

        Testskydd.Mejl.Text(await HamtaAsync(databas, skickat)).ShouldBeNull();
        Testskydd.Mejl.Text(await HamtaAsync(databas, uppgivet)).ShouldBeNull();
    }

    [Fact]
    public async Task SecretMail_InDevelopmentsMailbox_IsKept()
    {
        await using var databas = await Testdatabas.SkapaAsync(innehall: Testinnehall.Migrerad);
        var id = await LaggHemligtAsync(databas);

        await new MejlkoService(databas.NyDb, _klocka, new Mejlinstallning(BehallHemliga: true)).HarSkickatsAsync(id);

        Testskydd.Mejl.Text(await HamtaAsync(databas, id)).ShouldBe("Koden är K7M4");
    }

    private async Task<long> LaggHemligtAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        new MejlService(db, _klocka, Testskydd.Mejl).AddHemligt("anna@example.org", "Ämne", "Koden är K7M4");
        var mejl = db.UtgaendeMejl.Local.Single();
        await db.SaveChangesAsync(Ct);
        return mejl.Id;
    }

    private async Task<long> LaggIKonAsync(Testdatabas databas)
    {
        await using var db = databas.Alla();
        var mejl = new UtgaendeMejl("anna@example.org", "Ämne", "Text", _klocka.UtcNu());
        db.Add(mejl);
        await db.SaveChangesAsync();
        return mejl.Id;
    }

    private static async Task<UtgaendeMejl> HamtaAsync(Testdatabas databas, long id)
    {
        await using var db = databas.Alla();
        return await db.UtgaendeMejl.AsNoTracking().SingleAsync(m => m.Id == id);
    }
}
