using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Gallring;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Filrapportering;

/// <summary>What is left of a file with time: its receipt, and rows that nobody has corrected.</summary>
public sealed class FilgallringTests
{
    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task BytesAndRows_GoInTheirTime_RefusedOnesStand(Databasprovider provider)
    {
        await using var varld = await Filvarld.SkapaAsync(provider);
        // Sunday 16 August: a warning. No such student: refused.
        var text = Fil.Av(Fil.Start(Filvarld.Person(1), forsta: "2026-08-16"), Fil.Dag(Filvarld.Person(2), "31", "2026-09-07"));
        var prov = await varld.SkickaAsync(text, Filandamal.Testa);
        var skickad = await varld.SkickaAsync(text);
        var vantar = await varld.SkickaAsync(Fil.Av(Fil.Start(Filvarld.Person(3))), las: false);

        await GallraAsync(varld, TimeSpan.Zero, dokument: 0, rader: 0);
        await GallraAsync(varld, GallringService.Filprov, dokument: 0, rader: 0);
        await GallraAsync(varld, TimeSpan.FromSeconds(1), dokument: 0, rader: 2);
        await GallraAsync(varld, GallringService.Studerandefiler - GallringService.Filprov - TimeSpan.FromSeconds(1), dokument: 0, rader: 0);
        await GallraAsync(varld, TimeSpan.FromSeconds(1), dokument: 1, rader: 0);
        await GallraAsync(varld, GallringService.Filrader - GallringService.Studerandefiler, dokument: 0, rader: 1);

        (await varld.RaderAsync(prov.Id)).ShouldBeEmpty();
        (await varld.RaderAsync(skickad.Id)).Count.ShouldBe(1, "refused rows stand until the student passes");
        (await varld.JobbAsync(skickad.Id)).Sandning.ShouldNotBeNull();
        await using var db = varld.Databas.Alla();
        (await db.Nationellt<Dokument>().AnyAsync(d => db.Nationellt<Filuppladdning>().Any(f => f.DokumentId == d.Id && f.Id == vantar.FiluppladdningId))).ShouldBeTrue("a file that waits is kept");
    }

    private static async Task GallraAsync(Filvarld varld, TimeSpan sedan, int dokument, int rader)
    {
        varld.Klocka.Flytta(sedan);
        var svar = await new GallringService(varld.Databas.NyDb, new InloggningssparrService(varld.Databas.NyDb, varld.Klocka, new Sparrinstallning()), new(), new(), new(), varld.Klocka).GallraAsync(CancellationToken.None);
        (svar.Dokument, svar.Filrader).ShouldBe((dokument, rader));
    }
}
