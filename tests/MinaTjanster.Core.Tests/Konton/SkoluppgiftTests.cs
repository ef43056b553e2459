using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>What CSN keeps of a school, on every configured database.</summary>
public sealed class SkoluppgiftTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Address_IsSavedOnce_AndTheSecondOfTwoIsToldSo(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var skola = await varld.LasAsync(db => db.Skolor.SingleAsync(s => s.Skolkod == "12345678"));
        var fore = SkoluppgiftService.Adress(skola);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            varld.SomAsync(Personer.BeritHagstrom, a => a.Skoluppgifter.SattAdressAsync(skola.Id, $" Nygatan  {i} ", "851 70", fore, Ct)))));

        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        svar.Where(s => !s!.IsAccepted).ShouldAllBe(s => s!.Refusals[0] is SkolanAndrad);
        var efter = await varld.LasAsync(db => db.Skolor.SingleAsync(s => s.Id == skola.Id));
        efter.Gatuadress.ShouldStartWith("Nygatan ");
        efter.Postnummer.ShouldBe("85170");
        var handelser = await varld.HandelserAsync(Acts.SchoolAddressChanged);
        handelser.Count(e => e.Outcome == AuditOutcome.Refused).ShouldBe(3);
        handelser.Single(e => e.Outcome == AuditOutcome.Accepted).Changes.ShouldBe($"Postadress: {fore} → {efter.Gatuadress}, 85170");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Contact_MustBeOne_AndIsAddedOnce(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var (skola, kristina, greta) = await varld.LasAsync(async db => (
            await db.Skolor.FirstAsync(s => !db.Kontaktansvar.Any(k => k.SkolaId == s.Id)),
            await db.Konton.SingleAsync(k => k.UserName == Personer.KristinaOhlin.Anvandarnamn),
            await db.Konton.SingleAsync(k => k.UserName == Personer.GretaGranberg.Anvandarnamn)));

        var fel = await varld.SomAsync(Personer.BeritHagstrom, a => a.Skoluppgifter.LaggTillKontaktAsync(skola.Id, greta.Id, Ct));
        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            varld.SomAsync(Personer.BeritHagstrom, a => a.Skoluppgifter.LaggTillKontaktAsync(skola.Id, kristina.Id, Ct)))));
        var bort = await varld.SomAsync(Personer.BeritHagstrom, a => a.Skoluppgifter.TaBortKontaktAsync(skola.Id, kristina.Id, Ct));
        var igen = await varld.SomAsync(Personer.BeritHagstrom, a => a.Skoluppgifter.TaBortKontaktAsync(skola.Id, kristina.Id, Ct));

        fel!.Refusals[0].ShouldBe(new KontaktpersonSaknas());
        svar.Count(s => s!.IsAccepted).ShouldBe(1);
        bort!.IsAccepted.ShouldBeTrue();
        igen!.Refusals[0].ShouldBe(new SkolanAndrad());
        (await varld.LasAsync(db => db.Kontaktansvar.AnyAsync(k => k.SkolaId == skola.Id))).ShouldBeFalse();
        (await varld.HandelserAsync(Acts.ContactAdded)).Count(e => e.Outcome == AuditOutcome.Refused).ShouldBe(4);
    }
}
