using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data;
using MinaTjanster.Core.Skolor.Telefon;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Core.Tests.Konton;

/// <summary>What CSN keeps of Kontakta CSN, on every configured database. Today is Sunday 22 November 2026.</summary>
public sealed class KontaktsidaTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static IEnumerable<object[]> Providers => Testdatabaser.Providers();

    [Theory, MemberData(nameof(Providers))]
    public async Task Week_IsSavedOnce_AndTheSecondOfTwoIsToldSo(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var fore = TelefontidQuery.Rad((await BildAsync(varld)).Vecka);

        var svar = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => varld.SomAsync(Personer.KristinaOhlin, a => a.Kontaktsidan.SattVeckaAsync(Vecka("8.00", $"1{i + 2}"), fore, Ct)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        svar.Where(s => !s.IsAccepted).ShouldAllBe(s => s.Refusals[0] is TelefontidernaAndrade);
        var bild = await BildAsync(varld);
        bild.Rader().Select(r => r.Dagar).ShouldBe(["Måndag–torsdag", "Fredag"]);
        bild.Rader()[1].Tid.ShouldBe("Stängt");
        (await varld.HandelserAsync(Acts.PhoneHoursChanged)).Single(e => e.Outcome == AuditOutcome.Accepted).Changes.ShouldBe($"Telefontider: {fore} → {TelefontidQuery.Rad(bild.Vecka)}");
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Week_ThatCannotBe_IsRefusedByDay(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var fore = TelefontidQuery.Rad((await BildAsync(varld)).Vecka);
        List<Veckotext> fel = [new(DayOfWeek.Monday, "9.00", "9.00"), new(DayOfWeek.Tuesday, "9.00", null), new(DayOfWeek.Friday, "nio", "tolv")];

        var svar = await varld.SomAsync(Personer.KristinaOhlin, a => a.Kontaktsidan.SattVeckaAsync(fel, fore, Ct));
        var tom = await varld.SomAsync(Personer.KristinaOhlin, a => a.Kontaktsidan.SattVeckaAsync([new(DayOfWeek.Monday, "", " ")], fore, Ct));

        svar.Refusals.Select(r => r.Field).ShouldBe(["MondayOppnar", "TuesdayOppnar", "FridayOppnar"]);
        tom.Refusals.Single().ShouldBeOfType<AldrigOppet>();
        TelefontidQuery.Rad((await BildAsync(varld)).Vecka).ShouldBe(fore);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Exception_ClosesADay_Once_UntilItIsRemoved(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        DateOnly mandag = new(2026, 11, 23);

        var svar = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => varld.SomAsync(Personer.BeritHagstrom, a => a.Kontaktsidan.LaggTillUndantagAsync(mandag, null, null, " Utbildningsdag ", Ct)))));

        svar.Count(s => s.IsAccepted).ShouldBe(1);
        var bild = await BildAsync(varld);
        bild.Lage.Text(bild.Idag).ShouldBe("Stängt, öppnar tisdag 24 november 9.00");
        var rad = bild.Undantag.Single(u => u.Dag == mandag);
        rad.Orsak.ShouldBe("Utbildningsdag");
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Kontaktsidan.TaBortUndantagAsync(rad.Id, Ct))).IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Kontaktsidan.TaBortUndantagAsync(rad.Id, Ct))).Refusals.Single().ShouldBeOfType<TelefontidernaAndrade>();
        (await BildAsync(varld)).Lage.Text(bild.Idag).ShouldBe("Stängt, öppnar måndag 23 november 9.00");
    }

    [Theory]
    [InlineData("2026-11-21", null, null, "x", "TEL-DAG")]
    [InlineData("2028-11-23", null, null, "x", "TEL-DAG")]
    [InlineData("2026-11-24", "9.00", null, "x", "TEL-UNDANTAGSTID")]
    [InlineData("2026-11-24", "10", "9", "x", "TEL-UNDANTAGSTID")]
    [InlineData("2026-11-24", null, null, " ", "TEL-ORSAK")]
    public async Task Exception_ThatCannotBe_IsRefused(string dag, string? oppnar, string? stanger, string orsak, string kod)
    {
        await using var varld = await Kontovarld.SkapaAsync();

        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Kontaktsidan.LaggTillUndantagAsync(DateOnly.Parse(dag), oppnar, stanger, orsak, Ct))).Refusals.Select(r => r.Code).ShouldBe([kod]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task WithoutRows_TheOrdinaryHoursHold(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        await varld.AndraAsync(async db => db.RemoveRange(await db.Telefontider.ToListAsync()));

        (await BildAsync(varld)).Rader().ShouldBe([("Måndag–fredag", "9.00–13.00")]);
    }

    [Theory, MemberData(nameof(Providers))]
    public async Task Card_GoesBeforeTheAccountsOwn_AndIsForContactPersonsOnly(Databasprovider provider)
    {
        await using var varld = await Kontovarld.SkapaAsync(provider);
        var (kristina, greta) = await varld.LasAsync(async db => (
            await db.Konton.SingleAsync(k => k.UserName == Personer.KristinaOhlin.Anvandarnamn),
            await db.Konton.SingleAsync(k => k.UserName == Personer.GretaGranberg.Anvandarnamn)));
        var kort = (await varld.SomAsync(Personer.KristinaOhlin, a => a.Kontakter.KortAsync(kristina.Id, Ct)))!.Value.Kort!;

        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Kontaktsidan.AndraKortAsync(greta.Id, "Allt", null, null, -1, Ct))).ShouldBeNull();
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Kontaktsidan.AndraKortAsync(kristina.Id, " ", "ring", "fel", kort.Version, Ct)))!.Refusals.Select(r => r.Code).ShouldBe(["TEL-AMNE", "TEL-TELEFON", "TEL-EPOST"]);
        (await varld.SomAsync(Personer.KristinaOhlin, a => a.Kontaktsidan.AndraKortAsync(kristina.Id, "Komvux", null, "komvux@csn.example", kort.Version, Ct)))!.IsAccepted.ShouldBeTrue();
        (await varld.SomAsync(Personer.BeritHagstrom, a => a.Kontaktsidan.AndraKortAsync(kristina.Id, "Annat", null, null, kort.Version, Ct)))!.Refusals.Single().ShouldBeOfType<KortetAndrat>();

        var visad = (await varld.SomAsync(Personer.AnnaLind, a => a.Kontakter.AllaAsync(Ct))).Single(p => p.KontoId == kristina.Id);
        (visad.Ansvarsomrade, visad.Telefon, visad.Epost).ShouldBe(("Komvux", kristina.PhoneNumber, "komvux@csn.example"));
        (await varld.HandelserAsync(Acts.ContactCardChanged)).Single(e => e.Outcome == AuditOutcome.Accepted).Changes!.Split('\n').ShouldBe(
            [$"Ansvarsområde: {kort.Ansvarsomrade} → Komvux", "Telefon: ändrad", "E-post: ändrad"]);
    }

    private static Task<Telefonbild> BildAsync(Kontovarld varld) => varld.SomAsync(Personer.KristinaOhlin, a => a.Telefontider.ForAsync(Ct));

    /// <summary>Monday to Thursday alike, closed on Friday.</summary>
    private static List<Veckotext> Vecka(string oppnar, string stanger) => [.. TelefontidQuery.Veckodagar.Select(d => d == DayOfWeek.Friday ? new Veckotext(d, null, null) : new(d, oppnar, stanger))];
}
