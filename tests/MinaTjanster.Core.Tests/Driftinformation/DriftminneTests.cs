using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Driftinformation;

/// <summary>What every page asks is kept, and asked of the database again when this copy has changed it. On every configured database.</summary>
public sealed class DriftminneTests
{
    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Kept_UntilSomethingIsSaved_AndJudgedByTheClockWhenAsked(Databasprovider provider)
    {
        await using var databas = await Testdatabas.SkapaAsync(provider);
        var klocka = new Testklocka();
        var minne = new Driftminne(databas.NyDb, klocka);
        (await minne.HamtaAsync(default)).Avbrott.ShouldNotContain(a => a.Nummer == "DA-2345-6789");
        await using (var db = databas.Alla())
        {
            var konto = (await db.Konton.FirstAsync()).Id;
            var nu = klocka.UtcNu();
            db.Add(new Driftavbrott(
                new("Uppdatering", "Vi uppdaterar.", nu.AddHours(1), nu.AddHours(2), Enum.GetValues<Drifttjanst>(), [Skolform.Komvux, Skolform.Hogskola], Laslage: true), "DA-2345-6789", Hemlighet.Ny(), konto, nu));
            await db.SaveChangesAsync();
        }

        minne.Glom();

        var bild = await minne.HamtaAsync(default);
        var avbrott = bild.Avbrott.Single(a => a.Nummer == "DA-2345-6789");
        avbrott.Skolformer.ShouldBe([Skolform.Komvux, Skolform.Hogskola]);
        avbrott.Tjanster.ShouldBe(Enum.GetValues<Drifttjanst>());
        bild.Laslage(klocka.UtcNu()).ShouldBeNull();
        klocka.Flytta(TimeSpan.FromHours(1));
        (await minne.HamtaAsync(default)).Laslage(klocka.UtcNu()).ShouldNotBeNull();
    }
}
