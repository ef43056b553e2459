using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Skolor.Kontaktuppgifter;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>A school's own facts and contact persons, on every configured database.</summary>
public sealed class KontaktuppgiftTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Skolfakta Fakta = new() { Besoksadress = " Nya  gatan 1 ", Telefon = "08-465 004 70", Epost = "ny@sodraberget.example", Webbplats = "www.sodraberget.example", Skolsystem = "Registret" };
    private static readonly Kontakttext Rut = new("Rapportering", "Rut Rask", "08-465 004 71", "rut@sodraberget.example");

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    /// <summary>Both ends: the 90th day after is in time, the 91st asks.</summary>
    [Theory]
    [InlineData("2026-08-24 10:00", false)] // 90 days before 22 November
    [InlineData("2026-08-23 23:59", true)]
    [InlineData("2026-11-22 09:00", false)]
    [InlineData(null, true)]
    public void SkaBekraftas_FromDay91(string? svensk, bool ska)
    {
        DateTime? tid = svensk is null ? null : DateTime.Parse(svensk, System.Globalization.CultureInfo.InvariantCulture);
        DateTime? utc = tid is { } t ? SvenskTid.TillUtc(DateOnly.FromDateTime(t), TimeOnly.FromDateTime(t)) : null;

        Skolinformation.SkaBekraftas(utc, Testklocka.Standarddag).ShouldBe(ska);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Change_IsStored_Confirms_AndTellsFromWhatToWhat_OutsideTheLog(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var fore = await BildAsync(varld);
        fore.SkaBekraftas.ShouldBeFalse("the demo's school has confirmed");

        var svar = await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraAsync(Fakta, fore.Version, Ct));

        svar.Value.Fakta.ShouldBe(Fakta with { Besoksadress = "Nya gatan 1", Webbplats = "https://www.sodraberget.example" });
        svar.Value.Bekraftad.ShouldBe(varld.Klocka.UtcNu());
        var rad = (await varld.HandelserAsync(Acts.SchoolDetailsChanged)).ShouldHaveSingleItem();
        rad.Changes.ShouldBe("Ändrat: Besöksadress, Telefon, E-post, Webbplats, Skolsystem".Replace("Webbplats, ", fore.Fakta.Webbplats == "https://www.sodraberget.example" ? "" : "Webbplats, ", StringComparison.Ordinal));
        var historik = (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktbilder.HistorikAsync(a.Anvandare.AktivSkola!.Id, Ct)))[0];
        (historik.Vem, historik.Text).ShouldBe(("Anna Lind", "Skolans uppgifter ändrade"));
        historik.Andringar.ShouldContain($"Telefon: {fore.Fakta.Telefon} → 08-465 004 70");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task TwoWhoHadItOpen_TheSecondIsTold_AndOverwritesNothing(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var version = (await BildAsync(varld)).Version;

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            varld.SomAsync(i % 2 == 0 ? Personer.AnnaLind : Personer.BjornSvensson, a => a.Kontaktuppgifter.AndraAsync(Fakta with { Telefon = $"08-465 004 9{i}" }, version, Ct)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        svar.Where(s => !s.IsAccepted).ShouldAllBe(s => s.Refusals[0] is SkoluppgifternaAndrade);
        (await BildAsync(varld)).Fakta.Telefon.ShouldBe(svar.Single(s => s.IsAccepted).Value.Fakta.Telefon);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FaultyFields_AreAllTold_AndNothingIsStored(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var fore = await BildAsync(varld);

        var svar = await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraAsync(
            new() { Besoksadress = new('a', 201), Telefon = "ring", Epost = "fel", Webbplats = "javascript:alert(1)", Skolsystem = new('s', 81) }, fore.Version, Ct));

        svar.Refusals.Select(r => r.Code).ShouldBe(["SU-ADRESS", "SU-TELEFON", "SU-EPOST", "SU-WEBB", "SU-SYSTEM"]);
        (await BildAsync(varld)).Fakta.ShouldBe(fore.Fakta);
        (await varld.HandelserAsync(Acts.SchoolDetailsChanged)).ShouldHaveSingleItem().Outcome.ShouldBe(AuditOutcome.Refused);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Contact_IsAdded_Changed_Removed_EachAConfirmation_WithNamesInTheSchoolsHistoryOnly(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        await AlderAsync(varld, -200);
        (await BildAsync(varld)).SkaBekraftas.ShouldBeTrue();

        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.LaggTillAsync(Rut, Ct))).IsAccepted.ShouldBeTrue();
        var person = (await BildAsync(varld)).Kontakter.Single(k => k.Namn == "Rut Rask");
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.LaggTillAsync(Rut, Ct))).Refusals.Single().ShouldBeOfType<KontaktenFinnsRedan>();
        await AlderAsync(varld, -200);
        (await varld.SomAsync(Personer.BjornSvensson, a => a.Kontaktuppgifter.AndraKontaktAsync(person.Id, Rut with { Telefon = "08-465 004 72" }, person.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await BildAsync(varld)).SkaBekraftas.ShouldBeFalse();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.TaBortAsync(person.Id, person.Version, Ct)))!.Refusals.Single().ShouldBeOfType<SkoluppgifternaAndrade>();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.TaBortAsync(person.Id, person.Version + 1, Ct)))!.IsAccepted.ShouldBeTrue();
        (await BildAsync(varld)).Kontakter.ShouldNotContain(k => k.Namn == "Rut Rask");

        var historik = await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktbilder.HistorikAsync(a.Anvandare.AktivSkola!.Id, Ct));
        historik.Take(3).Select(h => h.Text).ShouldBe(["Skolans kontaktperson borttagen", "Skolans kontaktperson ändrad", "Skolans kontaktperson tillagd"]);
        historik[1].Andringar.ShouldBe(["Gäller: Rut Rask", "Telefon: 08-465 004 71 → 08-465 004 72"]);
        historik[2].Andringar.ShouldContain("Namn: Rut Rask");
        (await varld.LasAsync(db => db.AuditEvents.Where(e => e.Changes!.Contains("Rut")).CountAsync())).ShouldBe(0, "the log holds no names");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Contact_OfAnotherSchool_IsNone(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var annans = await varld.LasAsync(db => db.Nationellt<Skolkontaktperson>().FirstAsync(k => db.Skolor.Any(s => s.Id == k.SkolaId && s.Skolkod == Demoskolor.Viken)));

        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraKontaktAsync(annans.Id, Rut, annans.Version, Ct))).ShouldBeNull();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.TaBortAsync(annans.Id, annans.Version, Ct))).ShouldBeNull();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktbilder.KontaktAsync(annans.Id, Ct))).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Confirm_AsksForSomebodyToAsk_AndForWhatWasSeen(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        await AlderAsync(varld, -91);
        var version = (await BildAsync(varld)).Version;

        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.BekraftaAsync(version - 1, Ct))).Refusals.Single().ShouldBeOfType<SkoluppgifternaAndrade>();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.BekraftaAsync(version, Ct))).Value.Bekraftad.ShouldBe(varld.Klocka.UtcNu());
        (await BildAsync(varld)).BekraftadAv.ShouldBe("Anna Lind");

        await varld.AndraAsync(async db => db.RemoveRange(await db.Nationellt<Skolkontaktperson>().ToListAsync()));
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.BekraftaAsync(version + 1, Ct))).Refusals.Single().ShouldBeOfType<IngenRapporteringskontakt>();
    }

    /// <summary>A school of the register, which has said nothing: the first change makes its row, whatever that is.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task SchoolThatHasSaidNothing_BeginsWithAnything(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db =>
        {
            db.RemoveRange(await db.Nationellt<Skolkontaktperson>().ToListAsync());
            db.RemoveRange(await db.Nationellt<Skolinformation>().ToListAsync());
        });
        var tom = await BildAsync(varld);
        (tom.Version, tom.SkaBekraftas, tom.Saknas.Count).ShouldBe((-1, true, 4));

        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.LaggTillAsync(Rut, Ct))).IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraAsync(Fakta, -1, Ct))).Refusals.Single().ShouldBeOfType<SkoluppgifternaAndrade>();
        var bild = await BildAsync(varld);
        (bild.SkaBekraftas, bild.Saknas.Count).ShouldBe((false, 3));
    }

    /// <summary>What <em>Uppgifterna stämmer</em> refuses, no change does by the way.</summary>
    [Theory, MemberData(nameof(Providers))]
    public async Task Change_WithNobodyToAsk_IsNoConfirmation(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db => db.RemoveRange(await db.Nationellt<Skolkontaktperson>().ToListAsync()));
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.LaggTillAsync(Rut, Ct))).IsAccepted.ShouldBeTrue();
        var rut = (await BildAsync(varld)).Kontakter.Single();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.LaggTillAsync(Rut with { Namn = "Någon Annan" }, Ct))).Refusals.Single().ShouldBe(new KontaktenFinnsRedan("Rut Rask"));
        await AlderAsync(varld, -200);
        var fore = await BildAsync(varld);

        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.TaBortAsync(rut.Id, rut.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        var utan = await BildAsync(varld);
        (utan.SkaBekraftas, utan.Bekraftad).ShouldBe((true, fore.Bekraftad));
        utan.Version.ShouldBeGreaterThan(fore.Version, "nobody confirms what somebody else has just changed");
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraAsync(Fakta, utan.Version, Ct))).IsAccepted.ShouldBeTrue();
        var andrad = await BildAsync(varld);
        andrad.SkaBekraftas.ShouldBeTrue();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraAsync(Fakta, andrad.Version, Ct))).Refusals.Single().ShouldBeOfType<IngenRapporteringskontakt>();
        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.LaggTillAsync(Rut, Ct))).IsAccepted.ShouldBeTrue();
        (await BildAsync(varld)).SkaBekraftas.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task FirstWord_WithNobodyToAsk_IsStored_AndNeverConfirmed(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db =>
        {
            db.RemoveRange(await db.Nationellt<Skolkontaktperson>().ToListAsync());
            db.RemoveRange(await db.Nationellt<Skolinformation>().ToListAsync());
        });

        (await varld.SomAsync(Personer.AnnaLind, a => a.Kontaktuppgifter.AndraAsync(Fakta, -1, Ct))).IsAccepted.ShouldBeTrue();

        var bild = await BildAsync(varld);
        (bild.Fakta.Telefon, bild.Bekraftad, bild.SkaBekraftas).ShouldBe((Fakta.Telefon, null, true));
    }

    private static Task<Kontaktbild> BildAsync(Kontovarld varld) => varld.SomAsync(Personer.AnnaLind, a => a.Kontaktbilder.ForAsync(a.Anvandare.AktivSkola!.Id, Ct));

    private static Task AlderAsync(Kontovarld varld, int dagar) => varld.AndraAsync(async db =>
    {
        var rad = await db.Nationellt<Skolinformation>().SingleAsync(i => db.Skolor.Any(s => s.Id == i.SkolaId && s.Skolkod == Demoskolor.SodraBerget));
        rad.Bekrafta(rad.BekraftadAvKontoId, varld.Klocka.UtcNu().AddDays(dagar));
    });
}
