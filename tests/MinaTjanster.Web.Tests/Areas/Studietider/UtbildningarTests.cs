using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.Core.Studietider;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.Core.Tid;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>The pages of the educations. Today is 22 November 2026.</summary>
public sealed class UtbildningarTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Lista = "/utbildningar";
    private const string Ny = "/utbildningar/ny";

    private static int _nummer;

    public static IEnumerable<object[]> UtanRatten =>
        from p in Personer.Utan(Rattighet.RapporteraStudietider)
        from a in new[] { "", "/ny", "/csv", "/{0}", "/{0}/andra", "/{0}/arkivera", "/{0}/aterta" }
        select new[] { p[0], a };

    public static IEnumerable<object[]> MedRatten => Personer.MedEgetLosenord.Where(p => p.Har(Rattighet.RapporteraStudietider)).Select(p => new object[] { p });

    [Theory, MemberData(nameof(UtanRatten))]
    public async Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu(Person person, string adress)
    {
        using var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());
        var id = await UtbildningAsync();

        (await klient.HamtaAsync(Lista + string.Format(adress, id))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await klient.HamtaAsync("/")).Dokument.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
    }

    [Theory]
    [InlineData("/{0}")]
    [InlineData("/{0}/andra")]
    [InlineData("/{0}/arkivera")]
    [InlineData("/{0}/aterta")]
    public async Task Missing_OrAnotherSchools_IsNotFound(string adress)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var annans = await UtbildningAsync(skolkod: Demoskolor.NorraHamnen);

        foreach (var id in new[] { 0, 99_999_999, annans })
            (await anna.HamtaAsync(Lista + string.Format(adress, id))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(MedRatten))]
    public async Task EverySchoolForm_HasItsMenu_ItsList_AndItsOwnFields(Person person)
    {
        using var klient = await portal.InloggadAsync(person);
        var skola = Demoskolor.Alla.Single(s => s.Skolkod == person.Skolkoder.Single());
        var form = Utbildningsformer.For(skola.Skolform);

        var lista = await (await klient.HamtaAsync("/")).KlickaAsync("Utbildningar");
        var sida = await lista.KlickaAsync("Lägg till utbildning");

        lista.Dokument.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(1);
        var falt = sida.FindForm("Lägg till");
        foreach (var (namn, fragas) in new[] { ("Slag", form.Slag.Count > 1), ("Niva", form.Nivaer.Count > 1), ("Avdelning", form.Avdelningar.Count > 1), ("PoangTiondelar", form.HarPoang), ("Kod", form.Kodslag != Kodslag.Ingen) })
            falt.Falt.Any(f => f.Namn == namn).ShouldBe(fragas, namn);
        sida.Texter("label").ShouldContain(t => t.StartsWith(form.Kodetikett, StringComparison.Ordinal));
        if (form.Kodhjalp is { } hjalp)
            sida.Text.ShouldContain(hjalp);
        if (form.Nivaer.Count == 1)
            sida.Text.ShouldContain($"Nivån är {form.Nivaer[0].Text().ToLowerInvariant()}");
        falt.Varde("FranLasar").ShouldBe("2026/27");
    }

    [Fact]
    public async Task List_SaysWhereTheWholeSchoolsTimesHold()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var (nu, sen) = (Namn(), Namn());
        foreach (var (namn, fran) in new[] { (nu, "2026/27"), (sen, "2029/30") })
            await (await anna.HamtaAsync(Ny)).SkickaAsync("Lägg till", ("Namn", namn), ("Kod", "NANAT0000"), ("FranLasar", fran), ("Undervisning", "DistansMedTraffar"));
        async Task<string> Studietider(string namn) =>
            (await (await anna.HamtaAsync(Lista)).SkickaAsync("Sök", ("Text", namn))).Texter("tbody td[data-rubrik='Studietider']").ShouldHaveSingleItem();

        (await Studietider(nu)).ShouldBe("Skolans gemensamma");
        (await Studietider(sen)).ShouldBe("Inga", "nothing is approved so far ahead");
    }

    [Fact]
    public async Task ChangeOfNameCodePaceOrPoints_OfOneWithStudents_SaysHowMany_AndAsksOnce()
    {
        using var hasan = await portal.InloggadAsync(Personer.HasanYilmaz);
        var lagrad = (await MedAsync("Systemutvecklare .NET"))!;
        var form = await hasan.HamtaAsync($"{Lista}/{lagrad.Id}/andra");
        form.Text.ShouldContain("rapporterad");
        form.Text.ShouldContain("i utbildningen. Ändringen syns för studerande så fort du sparar.");

        foreach (var (falt, varde) in new[] { ("Namn", "Systemutvecklare"), ("Kod", "YH999"), ("Omfattning", "50"), ("PoangTiondelar", "7,5") })
        {
            var fraga = await form.SkickaAsync("Spara ändringen", (falt, varde));
            fraga.Status.ShouldBe(HttpStatusCode.BadRequest, falt);
            fraga.FelFor("Bekraftad").ShouldHaveSingleItem().ShouldContain("Bekräfta att du vill ändra namn, kod, takt eller poäng ändå.");
            fraga.FindForm("Spara ändringen").Varde(falt).ShouldBe(varde);
        }

        (await MedAsync("Systemutvecklare .NET"))!.Version.ShouldBe(lagrad.Version);
        // What changes none of them is not asked about.
        (await form.SkickaAsync("Spara ändringen", ("TillLasar", "2031/32"))).Notis.ShouldContain("Ändringen är sparad.");
        var andra = await (await hasan.HamtaAsync($"{Lista}/{lagrad.Id}/andra")).SkickaAsync("Spara ändringen", ("Omfattning", "50"), ("Bekraftad", "true"));
        andra.Notis.ShouldContain("Ändringen är sparad.");
        (await MedAsync("Systemutvecklare .NET"))!.Uppgift.Omfattning.ShouldBe(50);
    }

    [Fact]
    public async Task Gymnasium_AddsAProgramme_WithTheWarningOfTheDatedTable()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var namn = Namn();

        var sida = await (await anna.HamtaAsync(Ny)).SkickaAsync("Lägg till", ("Namn", $" {namn} "), ("Kod", "frfri"), ("FranLasar", "2024/25"), ("Undervisning", "Distans"));

        var lagrad = (await MedAsync(namn))!;
        sida.Url.PathAndQuery.ShouldBe($"{Lista}/{lagrad.Id}");
        sida.Notis.ShouldContain($"{namn} är tillagd.");
        sida.Text.ShouldContain("Programkoden FR (Frisör- och stylistprogrammet) gäller inte 1 juli 2024");
        sida.Text.ShouldContain("Utbildning tillagd · Anna Lind");
        lagrad.Uppgift.ShouldBe(new()
        {
            Namn = namn,
            Slag = Utbildningsslag.Program,
            Niva = Utbildningsniva.Gymnasial,
            Avdelning = Avdelning.A1,
            Kod = "FRFRI0000",
            Omfattning = 100,
            Undervisning = Undervisningssatt.Distans,
            FranLasar = 2024,
        });
    }

    [Theory]
    [InlineData("Namn", " ", "Skriv vad utbildningen heter")]
    [InlineData("Kod", "en kod med alltför många", "Utbildningsnummer: skriv högst 20 tecken")]
    [InlineData("Omfattning", "101", "Skriv takten i procent")]
    [InlineData("Omfattning", "halvtid", "Skriv takten i procent")]
    [InlineData("PoangTiondelar", "x", "Skriv poäng som är större än 0")]
    [InlineData("FranLasar", "2026", "Skriv läsåret som 2026/27")]
    [InlineData("TillLasar", "2027", "Skriv läsåret som 2026/27")]
    [InlineData("TillLasar", "2020/21", "Det sista läsåret kan inte ligga före det första")]
    public async Task FaultyField_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string mening)
    {
        using var hasan = await portal.InloggadAsync(Personer.HasanYilmaz);
        var namn = Namn();
        var form = (await hasan.HamtaAsync(Ny)).FindForm("Lägg till").Satt("Namn", namn).Satt("Kod", "YH-9").Satt("PoangTiondelar", "400").Satt("Undervisning", "DistansMedTraffar");

        var sida = await form.Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(falt).ShouldHaveSingleItem().ShouldStartWith(mening);
        sida.FindForm("Lägg till").Varde(falt).ShouldBe(varde);
        sida.FindForm("Lägg till").Varde("Undervisning").ShouldBe("DistansMedTraffar");
        (await MedAsync(namn)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Kod", "", "Skriv inriktning")]
    [InlineData("Kod", "999812C", "Inriktningskoden är fel")]
    [InlineData("Niva", "Eftergymnasial", "Inriktningen hör till nivån gymnasial")]
    [InlineData("Avdelning", "B", "Inriktningen hör till avdelning A2")]
    public async Task Folkhogskola_LevelAndAvdelning_AgreeWithTheInriktning(string falt, string varde, string mening)
    {
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        var namn = Namn();

        var sida = await (await gun.HamtaAsync(Ny)).FindForm("Lägg till").Satt("Namn", namn).Satt("Kod", "306010a").Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains(mening, StringComparison.Ordinal));
        (await MedAsync(namn)).ShouldBeNull();
        (await sida.FindForm("Lägg till").Satt("Kod", "306010a").Satt("Niva", "Gymnasial").Satt("Avdelning", "A2").SkickaAsync()).Notis.ShouldContain("är tillagd");
        (await MedAsync(namn))!.Uppgift.Kod.ShouldBe("306010A");
    }

    /// <summary>What the form does not ask is not taken: neither another school, an archive, nor a level that the school form does not have.</summary>
    [Fact]
    public async Task TamperedPost_ChangesNothingThatTheFormDoesNotAsk()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var namn = Namn();
        var annans = await UtbildningAsync(skolkod: Demoskolor.NorraHamnen);
        var form = (await anna.HamtaAsync(Ny)).FindForm("Lägg till").Satt("Namn", namn).Satt("Kod", "NANAT");
        foreach (var (falt, varde) in new[] { ("Niva", "Grundlaggande"), ("Avdelning", "B"), ("PoangTiondelar", "400"), ("SkolaId", "2"), ("Id", $"{annans}"), ("Status", "Arkiverad"), ("Nu.Id", $"{annans}"), ("Form.Skolform", "Hogskola"), ("ArKonflikt", "true") })
            form.Manipulera(falt, varde);

        (await form.SkickaAsync()).Notis.ShouldContain("är tillagd");
        var lagrad = (await MedAsync(namn))!;
        (lagrad.Uppgift.Niva, lagrad.Uppgift.Avdelning, lagrad.Uppgift.PoangTiondelar, lagrad.Status).ShouldBe((Utbildningsniva.Gymnasial, Avdelning.A1, null, Utbildningsstatus.Aktuell));
        (await form.Manipulera("Namn", Namn()).Manipulera("Slag", "Kurs").SkickaAsync()).Fel.ShouldContain(f => f.Contains("Välj något av alternativen.", StringComparison.Ordinal));
        (await form.Manipulera("Undervisning", "1").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task PostTwice_AddsOne()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var namn = Namn();
        var form = (await anna.HamtaAsync(Ny)).FindForm("Lägg till").Satt("Namn", namn).Satt("Kod", "NANAT");

        await form.SkickaUtanOmdirigeringAsync();
        var andra = await form.SkickaAsync();

        andra.FelFor("Namn").ShouldHaveSingleItem().ShouldStartWith($"{namn} finns redan");
        (await MedAsync(namn)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Change_IsSaved_WithOldAndNewInTheHistory()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var (namn, nytt) = (Namn(), Namn());
        var id = await UtbildningAsync(namn);
        var form = await (await anna.HamtaAsync($"{Lista}/{id}")).KlickaAsync("Ändra");
        form.FindForm("Spara ändringen").Varde("FranLasar").ShouldBe("2026/27");

        var fel = await form.SkickaAsync("Spara ändringen", ("Namn", ""));
        (fel.Status, fel.FelFor("Namn").Count).ShouldBe((HttpStatusCode.BadRequest, 1));
        var sida = await fel.SkickaAsync("Spara ändringen", ("Namn", nytt), ("Omfattning", "50"), ("Bekraftad", "true"));

        sida.Url.PathAndQuery.ShouldBe($"{Lista}/{id}");
        sida.Notis.ShouldContain("Ändringen är sparad.");
        sida.Text.ShouldContain($"Namn: {namn} → {nytt}");
        sida.Text.ShouldContain("Takt: 100 % → 50 %");
    }

    [Fact]
    public async Task TwoWhoChange_TheSecondSeesBothVersions_AndDecides()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        using var bjorn = await portal.InloggadAsync(Personer.BjornSvensson);
        var (namn, annas, bjorns) = (Namn(), Namn(), Namn());
        var id = await UtbildningAsync(namn);
        var hos = await bjorn.HamtaAsync($"{Lista}/{id}/andra");
        await (await anna.HamtaAsync($"{Lista}/{id}/andra")).SkickaAsync("Spara ändringen", ("Namn", annas), ("Bekraftad", "true"));

        var sida = await hos.SkickaAsync("Spara ändringen", ("Namn", bjorns), ("Bekraftad", "true"));

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Text.ShouldContain("Någon annan har ändrat utbildningen");
        sida.Texter("table tbody tr").ShouldContain($"Namn {annas} {bjorns} Skiljer sig");
        sida.Texter("table tbody tr").ShouldContain("Takt 100 % 100 % Lika");
        sida.FindForm("Spara ändringen").Varde("Namn").ShouldBe(bjorns);
        (await MedAsync(annas)).ShouldNotBeNull();
        (await sida.SkickaAsync("Spara ändringen")).Notis.ShouldContain("Ändringen är sparad.");
        (await MedAsync(bjorns))!.Id.ShouldBe(id);
    }

    [Fact]
    public async Task Archive_AndBack_ByTheCheckPages()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var namn = Namn();
        var id = await UtbildningAsync(namn);
        var kontroll = await (await anna.HamtaAsync($"{Lista}/{id}")).KlickaAsync("Arkivera");
        kontroll.Text.ShouldContain("Ingenting tas bort");

        var sida = await kontroll.SkickaAsync("Arkivera utbildningen");

        sida.Notis.ShouldContain($"{namn} är arkiverad.");
        sida.Text.ShouldContain("Utbildningen är arkiverad.");
        (await anna.HamtaAsync($"{Lista}/{id}/andra")).Notis.ShouldContain("Ta tillbaka den ur arkivet först");
        (await anna.HamtaAsync($"{Lista}/{id}/arkivera")).Notis.ShouldContain("redan arkiverad");
        (await kontroll.SkickaAsync("Arkivera utbildningen")).Notis.ShouldContain("redan arkiverad");
        (await SokAsync(anna, namn)).Text.ShouldContain("den kan vara arkiverad");
        (await (await SokAsync(anna, namn)).KlickaAsync("Arkiverade")).Texter("tbody th a").ShouldBe([namn]);

        var ater = await (await sida.KlickaAsync("Ta ur arkivet")).SkickaAsync("Ta ur arkivet");
        ater.Notis.ShouldContain("är tillbaka bland de aktuella.");
        ater.Text.ShouldContain("Utbildning tagen ur arkivet · Anna Lind");
        (await anna.HamtaAsync($"{Lista}/{id}/aterta")).Notis.ShouldContain("Utbildningen är inte arkiverad.");
        (await SokAsync(anna, namn)).Texter("tbody th a").ShouldBe([namn]);
    }

    [Fact]
    public async Task WithStudietiderThatHold_ItShowsThem_AndIsNotArchived()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var id = await UtbildningAsync();
        var kontroll = await anna.HamtaAsync($"{Lista}/{id}/arkivera");
        await StudietidAsync(id);

        var nekad = await kontroll.SkickaAsync("Arkivera utbildningen");

        nekad.Status.ShouldBe(HttpStatusCode.Conflict);
        nekad.Text.ShouldContain("En studietid gäller för utbildningen och har inte slutat.");
        (await anna.HamtaAsync($"{Lista}/{id}/arkivera")).Dokument.QuerySelector("main form button").ShouldBeNull();
        var sida = await anna.HamtaAsync($"{Lista}/{id}");
        sida.Texter("#studietider ~ table tbody tr").ShouldBe(["2027-01-11 2027-06-11 100 % 2027-02-22 – 2027-02-26"]);
        (await MedIdAsync(id)).Status.ShouldBe(Utbildningsstatus.Aktuell);
    }

    [Fact]
    public async Task TakenBack_WhenAnotherHasItsPlace_IsRefused()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var namn = Namn();
        var id = await UtbildningAsync(namn, arkiverad: true);
        await UtbildningAsync(namn);

        var sida = await (await anna.HamtaAsync($"{Lista}/{id}/aterta")).SkickaAsync("Ta ur arkivet");

        (sida.Status, sida.Text.Contains("Utbildningen är kvar i arkivet.", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await MedIdAsync(id)).Status.ShouldBe(Utbildningsstatus.Arkiverad);
    }

    [Fact]
    public async Task Search_FoldsWords_FiltersByKind_AndStandsInNoAddress()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var ord = $"Ångström{Interlocked.Increment(ref _nummer)}";
        await UtbildningAsync($"{ord} program");
        await UtbildningAsync($"{ord} inriktning", slag: Utbildningsslag.Inriktning);

        var alla = await SokAsync(anna, ord.ToUpperInvariant().Replace('Å', 'a').Replace('Ö', 'o'));
        alla.Texter("tbody th a").ShouldBe([$"{ord} inriktning", $"{ord} program"]);
        alla.Url.PathAndQuery.ShouldNotContain("ngstr", Case.Insensitive);
        (await alla.SkickaAsync("Sök", ("Slag", "Inriktning"))).Texter("tbody th a").ShouldBe([$"{ord} inriktning"]);
        (await SokAsync(anna, "finnsintealls")).Text.ShouldContain("Ingen utbildning hittades");
        (await (await SokAsync(anna, "finnsintealls")).KlickaAsync("Visa alla")).Text.ShouldNotContain("Ingen utbildning hittades");

        using var annan = await portal.InloggadAsync(Personer.AnnaLind);
        (await annan.HamtaAsync(alla.Url.PathAndQuery)).Text.ShouldContain("Sökningen finns inte kvar");
        (await anna.HamtaAsync($"{Lista}?slag=3&visa=x&sida=-1&sok={new string('x', 40)}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task List_Pages_AndSaysWhenItIsEmpty()
    {
        using var karin = await portal.InloggadAsync(Personer.KarinVik);
        (await karin.HamtaAsync($"{Lista}?visa=arkiverade")).Text.ShouldContain("Inget i arkivet");
        foreach (var _ in Enumerable.Range(0, 26))
            await UtbildningAsync(skolkod: Demoskolor.Palett);

        var forsta = await karin.HamtaAsync(Lista);
        forsta.Dokument.QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        (await forsta.KlickaAsync("Nästa")).Text.ShouldContain("Visar 26–");

        await using var tom = new PortalFabrik();
        using var jonas = await tom.InloggadAsync(Personer.JonasHolm);
        await using (var db = tom.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Studietidsrapport>().ExecuteDeleteAsync());
            await db.SkrivAsync(() => db.Nationellt<Utbildning>().ExecuteDeleteAsync());
        }

        (await jonas.HamtaAsync(Lista)).Text.ShouldContain("Inga utbildningar än");
    }

    [Fact]
    public async Task Csv_HoldsWhatTheListShows_AndIsLogged()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var namn = Namn();
        var id = await UtbildningAsync(namn);
        await UtbildningAsync();

        var fil = await (await SokAsync(anna, namn)).KlickaAsync("Hämta som CSV");

        fil.Innehallshuvuden.ContentType!.MediaType.ShouldBe("text/csv");
        fil.Innehallshuvuden.ContentDisposition!.FileName.ShouldBe("utbildningar-12345678-2026-11-22.csv");
        Encoding.UTF8.GetString(fil.Innehall).Trim('\uFEFF').Trim().Split("\r\n").ShouldBe(
        [
            "nummer;namn;slag;niva;avdelning;kod;takt;undervisning;poang;fran_lasar;till_lasar;bekraftelse",
            $"{id};{namn};Program;Gymnasial;A1;NANAT0000;100;På plats;;2026/27;;",
        ]);
        await using var db = portal.Databas.Alla();
        (await db.AuditEvents.CountAsync(e => e.Act == Acts.EducationListExported)).ShouldBeGreaterThan(0);
    }

    private static string Namn() => $"Provutbildning {Interlocked.Increment(ref _nummer):000}";

    private static async Task<Sida> SokAsync(Portalklient klient, string text) => await (await klient.HamtaAsync(Lista)).SkickaAsync("Sök", ("Text", text));

    private async Task<long> UtbildningAsync(string? namn = null, string skolkod = Demoskolor.SodraBerget, Utbildningsslag slag = Utbildningsslag.Program, bool arkiverad = false)
    {
        await using var db = portal.Databas.Alla();
        var skola = await db.Skolor.SingleAsync(s => s.Skolkod == skolkod);
        var utbildning = new Utbildning(skola.Id, new()
        {
            Namn = namn ?? Namn(),
            Slag = slag,
            Niva = Utbildningsniva.Gymnasial,
            Avdelning = Avdelning.A1,
            Kod = "NANAT0000",
            Omfattning = 100,
            Undervisning = Undervisningssatt.PaPlats,
            FranLasar = 2026,
        });
        if (arkiverad)
            utbildning.Arkivera();
        db.Add(utbildning);
        await db.SaveChangesAsync();
        return utbildning.Id;
    }

    /// <summary>The spring term, with a break.</summary>
    private async Task StudietidAsync(long utbildningId)
    {
        await using var db = portal.Databas.Alla();
        var skolaId = await db.Nationellt<Utbildning>().Where(u => u.Id == utbildningId).Select(u => u.SkolaId).SingleAsync();
        var rapport = new Studietidsrapport(skolaId, 2026, 90 + Interlocked.Increment(ref _nummer), Hemlighet.Ny(), new Testklocka().UtcNu());
        var tid = new Studietid(skolaId, utbildningId, new(new Dagperiod(new(2027, 1, 11), new(2027, 6, 11)), [new(new(2027, 2, 22), new(2027, 2, 26))], Omfattning: 100));
        rapport.LaggTill(tid);
        db.Add(rapport);
        db.Entry(tid).Property(s => s.Status).CurrentValue = Studietidsstatus.Galler;
        await db.SaveChangesAsync();
    }

    private async Task<Utbildning?> MedAsync(string namn)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Utbildning>().AsNoTracking().SingleOrDefaultAsync(u => u.Uppgift.Namn == namn);
    }

    private async Task<Utbildning> MedIdAsync(long id)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Utbildning>().AsNoTracking().SingleAsync(u => u.Id == id);
    }
}
