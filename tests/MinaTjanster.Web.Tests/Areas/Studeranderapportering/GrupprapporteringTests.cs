using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Skolor;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.Core.Studeranderapportering.Handelser;
using MinaTjanster.Core.Studiestod;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>Many at once, who is left, the admissions list, drafts. Today is 22 November 2026; the school is a folkhögskola.</summary>
public sealed class GrupprapporteringTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Skolkod = "56789012";

    private static int _nummer;

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task Pages_ByOneWhoDoesNotReport_AreForbidden(Person person)
    {
        using var klient = await portal.InloggadAsync(person);

        foreach (var adress in new[] { "/rapportera-flera", "/rapportera-flera/11", "/kvar-att-rapportera", "/kvar-att-rapportera/antagna", "/utkast" })
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
    }

    [Fact]
    public async Task Many_WithAResultEach_AreSentOnOneReceipt()
    {
        var (ena, andra) = (await StuderandeAsync("Grupp", "Aaen"), await StuderandeAsync("Grupp", "Aaes"));
        using var klient = await portal.InloggadAsync(Personer.GunBerg);

        var granska = await Fyll(await klient.HamtaAsync("/rapportera-flera/71"), (ena, "GODKAND"), (andra, "EJ_GODKAND")).SkickaAsync();
        granska.Url.AbsolutePath.ShouldStartWith("/handelser/granska/", Case.Sensitive, string.Join(' ', granska.Fel));
        var kvittens = await granska.SkickaAsync("Skicka för 2 studerande");

        kvittens.Rubrik.ShouldBe("2 händelser är skickade");
        var handelser = await HandelserAsync(ena, andra);
        handelser.Select(h => h.Uppgift.Resultat).ShouldBe(["GODKAND", "EJ_GODKAND"], ignoreOrder: true);
        handelser.Select(h => h.SandningId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Post_WithoutStudentsOrFields_ShowsErrors_AndKeepsWhatWasTyped()
    {
        var ena = await StuderandeAsync("Grupp", "Abel");
        using var klient = await portal.InloggadAsync(Personer.GunBerg);
        var sida = await klient.HamtaAsync("/rapportera-flera/71");

        (await sida.SkickaAsync("Granska")).Fel.ShouldBe(["Välj minst en studerande."]);
        var utan = await Fyll(sida, (ena, null)).SkickaAsync();

        utan.Status.ShouldBe(HttpStatusCode.BadRequest);
        utan.Fel.ShouldBe(["Fyll i resultat."]);
        utan.FindForm("Granska").Varde("Gemensamt.Falt[forsta_dag]").ShouldBe("2026-08-17");
        utan.FindForm("Granska").Falt.ShouldContain(("Valda", $"{ena}"));
    }

    [Fact]
    public async Task MoreThanThePageHolds_IsRefused_NoneIsLeftOutSilently()
    {
        var ena = await StuderandeAsync("Grupp", "Abmax");
        using var klient = await portal.InloggadAsync(Personer.GunBerg);
        var formular = Fyll(await klient.HamtaAsync("/rapportera-flera/71"), (ena, "GODKAND"));
        for (var id = 1; id <= GruppQuery.Flest; id++)
            formular.LaggTill("Valda", $"{1_000_000 + id}");

        var sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain("Välj högst 250 studerande åt gången, och skicka i flera omgångar.");
    }

    [Fact]
    public async Task OneThatCannotBeSent_IsShown_AndStaysAsADraft()
    {
        var (ny, redan) = (await StuderandeAsync("Grupp", "Adel"), await StuderandeAsync("Grupp", "Aden"));
        using var klient = await portal.InloggadAsync(Personer.GunBerg);
        await (await Fyll(await klient.HamtaAsync("/rapportera-flera/71"), (redan, "GODKAND")).SkickaAsync()).SkickaAsync("Skicka");

        var granska = await Fyll(await klient.HamtaAsync("/rapportera-flera/71"), (ny, "GODKAND"), (redan, "EJ_GODKAND")).SkickaAsync();
        granska.Text.ShouldContain("1 av 2 kan inte skickas");
        var kvittens = await granska.SkickaAsync("Skicka för 1 studerande");

        kvittens.Text.ShouldContain("1 rad skickades inte.");
        (await HandelserAsync(ny)).Count.ShouldBe(1);
        (await HandelserAsync(redan)).Count.ShouldBe(1);
        var utkast = await klient.HamtaAsync("/utkast");
        utkast.Text.ShouldContain("Grupp Aden");
        var borta = await utkast.FindForm("Ta bort utkastet Studieresultat").SkickaAsync();
        borta.Notis.ShouldContain("Utkastet är borttaget");
    }

    [Fact]
    public async Task Post_TamperedWithAnotherSchoolsStudent_LeavesThemOut()
    {
        var egen = await StuderandeAsync("Grupp", "Ager");
        long annans;
        await using (var db = portal.Databas.Alla())
            annans = await db.Nationellt<Studerande>().Where(s => db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == Demoskolor.SodraBerget)).Select(s => s.Id).FirstAsync();
        using var klient = await portal.InloggadAsync(Personer.GunBerg);
        var form = Fyll(await klient.HamtaAsync("/rapportera-flera/71"), (egen, "GODKAND"));

        var granska = await form.Manipulera("Valda", $"{annans}").Manipulera($"Egna[{annans}][resultat]", "GODKAND").SkickaAsync();

        granska.Status.ShouldBe(HttpStatusCode.NotFound);
        (await HandelserAsync(annans)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Protected_AreNotAmongTheMany()
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await klient.HamtaAsync("/rapportera-flera/11");

        sida.Text.ShouldNotContain("Maria Skog");
        sida.Text.ShouldContain("Studerande med skyddade personuppgifter visas inte här");
    }

    [Fact]
    public async Task FileSchool_IsToldWhere()
    {
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);

        (await klient.HamtaAsync("/rapportera-flera")).Text.ShouldContain("Skolan rapporterar med fil.");
        (await klient.HamtaAsync("/rapportera-flera/11")).Text.ShouldContain("Skolan rapporterar med fil.");
    }

    [Fact]
    public async Task AdmissionsList_MakesThemExpected_AndAStartClearsIt()
    {
        using var klient = await portal.InloggadAsync(Personer.GunBerg);
        var sida = await klient.HamtaAsync("/kvar-att-rapportera/antagna");
        var exempel = sida.Dokument.QuerySelector("pre")!.TextContent;

        var kvar = await sida.FindForm("Läs in listan").Bifoga("Filer", new("antagna.csv", Encoding.UTF8.GetBytes(exempel))).SkickaAsync();

        kvar.Notis.ShouldContain("2 nya och 0 som redan fanns");
        kvar.Text.ShouldContain("Finns på antagningslistan");
        var flera = await kvar.KlickaAsync("Rapportera start för flera");
        var lova = await IdAsync("Lova", "Lind");
        var form = flera.FindForm("Granska").Markera("Valda", $"{lova}");
        foreach (var (kolumn, text) in Handelseexempel.Falt(Handelseslag.BorjatStudera, Skolform.Folkhogskola))
            form.Satt($"Gemensamt.Falt[{kolumn}]", text);
        await (await form.SkickaAsync()).SkickaAsync("Skicka");

        var efter = await klient.HamtaAsync("/kvar-att-rapportera");
        efter.Text.ShouldNotContain("Lova Lind");
        efter.Text.ShouldContain("Åke Öberg");
    }

    [Theory]
    [InlineData("personnummer;fornamn;efternamn;start\n20100412-9812;Lova;Lind;2026-08-17\n", "Rad 2: personnumret är fel")]
    [InlineData("personnummer;fornamn;efternamn;start\n20100412-9811;Lova;;2026-08-17\n", "Rad 2: förnamn och efternamn")]
    [InlineData("personnummer;fornamn;efternamn;start\n20100412-9811;Lova;Lind;snart\n", "Rad 2: start ska vara ett datum")]
    [InlineData("personnummer;fornamn\n20100412-9811;Lova\n", "efternamn")]
    [InlineData("", "tom")]
    public async Task AdmissionsList_WithAFault_ChangesNothing_AndSaysWhere(string fil, string mening)
    {
        using var klient = await portal.InloggadAsync(Personer.HasanYilmaz);
        var fore = await AntalAsync();
        var sida = await klient.HamtaAsync("/kvar-att-rapportera/antagna");

        var svar = await sida.FindForm("Läs in listan").Bifoga("Filer", new("antagna.csv", Encoding.UTF8.GetBytes(fil))).SkickaAsync();

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        string.Join(' ', svar.Fel).ShouldContain(mening);
        (await AntalAsync()).ShouldBe(fore);
    }

    private static Formular Fyll(Sida sida, params (long Id, string? Resultat)[] rader)
    {
        var form = sida.FindForm("Granska").Satt("Gemensamt.Falt[forsta_dag]", "2026-08-17").Satt("Gemensamt.Falt[sista_dag]", "2026-11-20");
        foreach (var (id, resultat) in rader)
            form.Markera("Valda", $"{id}").Satt($"Egna[{id}][resultat]", resultat);
        return form;
    }

    private async Task<long> StuderandeAsync(string fornamn, string efternamn)
    {
        await using var db = portal.Databas.Alla();
        var skolaId = await db.Skolor.Where(s => s.Skolkod == Skolkod).Select(s => s.Id).SingleAsync();
        var studerande = new Studerande(skolaId, Core.Personidentiteter.Personnummer.FranVarde($"19960412G{Interlocked.Increment(ref _nummer):000}"), fornamn, efternamn);
        studerande.LaggTill(new(skolaId, Handelseexempel.Start, Handelseexempel.Slut, "Grundkurs", Avdelning.B));
        db.Add(studerande);
        await db.SaveChangesAsync();
        return studerande.Id;
    }

    private async Task<long> IdAsync(string fornamn, string efternamn)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Studerande>().Where(s => s.Fornamn == fornamn && s.Efternamn == efternamn).Select(s => s.Id).SingleAsync();
    }

    private async Task<int> AntalAsync()
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Studerande>().CountAsync(s => db.Skolor.Any(k => k.Id == s.SkolaId && k.Skolkod == "67890123"));
    }

    private async Task<List<Handelse>> HandelserAsync(params long[] studerande)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Handelse>().Where(h => studerande.Contains(h.StuderandeId) && h.Sandning.Rapportdag == Testklocka.Standarddag).ToListAsync();
    }
}
