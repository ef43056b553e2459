using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>The half-yearly list, and the change of administrator from proposal to approval.</summary>
public sealed class AttesteringsidaTests : IAsyncLifetime
{
    private readonly PortalFabrik _portal = new();
    private Kontofall _fall = null!;

    public async ValueTask InitializeAsync()
    {
        _fall = new Kontofall(_portal);
        await _fall.AndraAsync(async db =>
        {
            db.RemoveRange(await db.Nationellt<Attestering>().ToListAsync());
            db.Add(new Attestering((await db.Skolor.SingleAsync(s => s.Skolkod == "12345678")).Id, new(2026, 10, 1), new(2026, 11, 15)));
        });
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Attestation_ConfirmsWhatIsTicked_UntilAllIsDone()
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await klient.HamtaAsync("/identity-manager/attestering");
        sida.Text.ShouldContain("2 behörigheter är kvar att bekräfta.");
        var rutor = sida.Dokument.QuerySelectorAll("input[name=Behall]").Select(r => r.GetAttribute("value")!).ToList();

        (await sida.SkickaAsync("Bekräfta de markerade")).Fel.ShouldContain("Kryssa för de behörigheter som ska finnas kvar.");
        var forsta = await sida.FindForm("Bekräfta de markerade").Manipulera("Behall", rutor[0]).SkickaAsync();
        forsta.Notis.ShouldContain("Gå igenom dem som är kvar.");
        var gammal = await sida.FindForm("Bekräfta de markerade").Manipulera("Behall", rutor[1]).SkickaAsync();
        gammal.Status.ShouldBe(HttpStatusCode.Conflict);
        var klar = await gammal.FindForm("Bekräfta de markerade").Manipulera("Behall", rutor[1]).SkickaAsync();

        klar.Notis.ShouldContain("Genomgången är klar.");
        klar.Text.ShouldContain("Alla behörigheter bekräftades 22 november 2026");
    }

    [Fact]
    public async Task Attestation_TamperedWithAnotherSchoolsRight_ConfirmsNothing()
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        var sida = await klient.HamtaAsync("/identity-manager/attestering");
        var frammande = await _fall.LasAsync(db => db.Behorigheter.FirstAsync(b => b.SkolaId == db.Skolor.Single(s => s.Skolkod == "45678901").Id));

        (await sida.FindForm("Bekräfta de markerade").Manipulera("Behall", $"{frammande.Id}").SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await _fall.LasAsync(db => db.Behorigheter.AnyAsync(b => b.Bekraftad != null))).ShouldBeFalse();
    }

    [Fact]
    public async Task Attestation_AtASchoolWithoutARound_SaysWhenTheNextComes()
    {
        using var klient = await _portal.InloggadAsync(Personer.ElinEriksson);

        (await klient.HamtaAsync("/identity-manager/attestering")).Text.ShouldContain("Nästa genomgång öppnar den 1 mars 2027.");
    }

    [Fact]
    public async Task NewAdministrator_IsProposedSignedAndApproved()
    {
        using var cecilia = await _portal.InloggadAsync(Personer.CeciliaNordin);
        var klart = await (await cecilia.HamtaAsync("/identity-manager/administratorer/foresla")).SkickaAsync(
            "Skicka till rektor", ("Namn", "Vera Vikarie"), ("Epost", "vera@sodraberget.example"), ("RektorNamn", "Rut Rektor"), ("RektorEpost", "rut@sodraberget.example"));
        klart.Notis.ShouldContain("Rut Rektor har fått ett mejl");
        klart.Text.ShouldContain("Väntar på rektors underskrift");

        using var rektor = _portal.NyKlient();
        var post = await rektor.HamtaAsync("/utvecklingspost");
        var lank = System.Text.RegularExpressions.Regex.Match(post.Text, "/forsakran/[0-9a-f]{64}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var forsakran = await rektor.HamtaAsync(lank);
        forsakran.Text.ShouldContain("Cecilia Nordin har föreslagit att Vera Vikarie");
        (await rektor.HamtaAsync(lank)).Dokument.QuerySelector("button")!.ShouldNotBeNull("to open the page uses nothing up");
        var utan = await forsakran.SkickaAsync("Skriv under", ("Namn", "Rut Rektor"));
        utan.FelFor("Forsakrar").ShouldHaveSingleItem();
        (await forsakran.SkickaAsync("Skriv under", ("Forsakrar", "true"))).FelFor("Namn").ShouldHaveSingleItem();
        (await utan.SkickaAsync("Skriv under", ("Forsakrar", "true"))).Text.ShouldContain("Försäkran är underskriven");
        (await forsakran.SkickaAsync("Skriv under", ("Forsakrar", "true"), ("Namn", "Rut Rektor"))).Status.ShouldBe(HttpStatusCode.BadRequest, "once");

        await _fall.AndraAsync(async db => db.Add(new Administratorsbyte(
            (await db.Skolor.SingleAsync(s => s.Skolkod == "45678901")).Id,
            (await _fall.ForAsync(Personer.OskarWikstrom)).KontoId,
            Hemlighet.NyKort(),
            new("Viktor Vantar", "viktor@viken.example", null, null),
            null,
            "Ragna Rektor",
            "ragna@viken.example",
            Hemlighet.Hash(Hemlighet.Ny()),
            new(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc))));
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var lista = await berit.HamtaAsync("/csn/administratorsbyten");
        lista.Texter("tbody th").ShouldBe(["Vera Vikarie", "Viktor Vantar"], "what waits for CSN first");
        var beslut = await lista.KlickaAsync("Vera Vikarie");
        beslut.Text.ShouldContain("Rut Rektor, 22 november 2026");
        (await beslut.SkickaAsync("Godkänn inte")).FelFor("Skal").ShouldHaveSingleItem().ShouldBe("Skriv varför. Skolan läser skälet.");
        var godkant = await beslut.SkickaAsync("Godkänn");

        godkant.Notis.ShouldContain("Administratören är godkänd.");
        (await beslut.SkickaAsync("Godkänn")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await cecilia.HamtaAsync("/identity-manager/administratorer")).Texter("section li").ShouldContain(t => t.StartsWith("Vera Vikarie", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Proposal_AndAssurance_TellEveryErrorAtOnce_InTheOrderOfTheFields()
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        var svar = await (await klient.HamtaAsync("/identity-manager/administratorer/foresla")).SkickaAsync("Skicka till rektor", ("Namn", ""), ("Epost", ""), ("RektorNamn", ""), ("RektorEpost", ""));
        svar.Texter("#felsummering li").ShouldBe(
            ["Skriv personens för- och efternamn, högst 120 tecken.", "Skriv personens e-postadress.", "Skriv rektors för- och efternamn, högst 120 tecken.", "Skriv rektors e-postadress."]);
        var klart = await svar.SkickaAsync("Skicka till rektor", ("Namn", "Vera Vikarie"), ("Epost", "vera@sodraberget.example"), ("RektorNamn", "Rut Rektor"), ("RektorEpost", "rut@sodraberget.example"));
        klart.Notis.ShouldContain("Förslaget är sparat.");

        using var rektor = _portal.NyKlient();
        var lank = System.Text.RegularExpressions.Regex.Match((await rektor.HamtaAsync("/utvecklingspost")).Text, "/forsakran/[0-9a-f]{64}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        (await (await rektor.HamtaAsync(lank)).SkickaAsync("Skriv under")).Texter("#felsummering li")
            .ShouldBe(["Kryssa för att du försäkrar att uppgifterna stämmer.", "Skriv ditt för- och efternamn."]);
    }

    [Theory]
    [InlineData("rut  REKTÖR", "rut@sodraberget.example", false, false)]
    [InlineData("Ragnar Annan", "rut@sodraberget.example", true, false)]
    [InlineData("Rut Rektör", "rut@gmail.example", false, true)]
    public async Task Csn_IsWarnedOfAnotherNameAndOfAForeignAddress(string signerat, string epost, bool namn, bool doman)
    {
        var nyckel = Hemlighet.Ny();
        await _fall.AndraAsync(async db => db.Add(new Administratorsbyte(
            (await db.Skolor.SingleAsync(s => s.Skolkod == "12345678")).Id,
            (await _fall.ForAsync(Personer.BjornSvensson)).KontoId,
            Hemlighet.NyKort(),
            new("Vera Vikarie", "vera@gmail.example", null, null),
            null,
            "Rut Rektör",
            epost,
            Hemlighet.Hash(nyckel),
            _portal.Klocka.GetUtcNow().UtcDateTime)));
        using var rektor = _portal.NyKlient();
        await (await rektor.HamtaAsync($"/forsakran/{nyckel}")).SkickaAsync("Skriv under", ("Namn", signerat), ("Forsakrar", "true"));
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await berit.HamtaAsync("/csn/administratorsbyten")).KlickaAsync("Vera Vikarie");

        sida.Text.Contains("Underskriften har ett annat namn än rektors.").ShouldBe(namn);
        sida.Text.Contains("Ingen annan användare på skolan har en adress som slutar på @gmail.example.").ShouldBe(doman);
    }

    [Theory]
    [InlineData("Namn", "Vera", "Namn")]
    [InlineData("Epost", "vera", "Epost")]
    [InlineData("RektorNamn", "Rut", "RektorNamn")]
    [InlineData("RektorEpost", "rut", "RektorEpost")]
    [InlineData("RektorEpost", "vera@sodraberget.example", "RektorEpost")]
    public async Task Proposal_InvalidField_ShowsError(string falt, string varde, string felfalt)
    {
        using var klient = await _portal.InloggadAsync(Personer.BjornSvensson);
        (string Falt, string? Varde)[] ratt = [("Namn", "Vera Vikarie"), ("Epost", "vera@sodraberget.example"), ("RektorNamn", "Rut Rektor"), ("RektorEpost", "rut@sodraberget.example")];

        var svar = await (await klient.HamtaAsync("/identity-manager/administratorer/foresla")).SkickaAsync("Skicka till rektor", [.. ratt.Select(r => r.Falt == falt ? (falt, varde) : r)]);

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        svar.FelFor(felfalt).ShouldHaveSingleItem();
        svar.FindForm("Skicka till rektor").Varde(falt).ShouldBe(varde);
        (await _fall.LasAsync(db => db.Nationellt<Administratorsbyte>().AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task UnknownOrMisshapenLink_IsNotFound()
    {
        using var klient = _portal.NyKlient();

        (await klient.HamtaAsync($"/forsakran/{Hemlighet.Ny()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await klient.HamtaAsync("/forsakran/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public Task Proposals_AreClosedToOthers() =>
        Personer.VarOchEnUtanAsync(Rattighet.ForeslaAdministrator, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { "/identity-manager/administratorer", "/identity-manager/administratorer/foresla" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
        });

    [Fact]
    public Task CsnPages_AreClosedToOthers() =>
        Personer.VarOchEnUtanAsync(Rattighet.HandlaggBehorigheter, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            foreach (var adress in new[] { "/csn/administratorsbyten", "/csn/administratorsbyten/1", "/csn/personal", "/csn/personal/ny", "/csn/personal/1", "/csn/personal/1/avsluta" })
                (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
        });

    [Fact]
    public Task Search_IsClosedToOthers() =>
        Personer.VarOchEnUtanAsync(Rattighet.SeSkolornasAnvandare, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());

            (await klient.HamtaAsync("/csn/anvandare")).Status.ShouldBe(HttpStatusCode.Forbidden);
        });

    [Theory]
    [InlineData("åström", "Mikael Åström")]
    [InlineData("ASTROM mikael", "Mikael Åström")]
    [InlineData("annlin01", "Anna Lind")]
    [InlineData("gun.berg@", "Gun Berg")]
    [InlineData("67890123", "Reza Karimi")]
    public async Task Search_FindsByNameUsernameMailAndSkolkod_AndNoNameStandsInTheAddress(string text, string namn)
    {
        using var klient = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await (await klient.HamtaAsync("/csn/anvandare")).SkickaAsync("Sök", ("Text", text));

        sida.Texter("tbody th").ShouldContain(t => t.StartsWith(namn, StringComparison.Ordinal));
        sida.Url.PathAndQuery.ShouldNotContain(text, Case.Insensitive);
    }

    [Fact]
    public async Task Csn_LooksAfterAUserOfAnySchool_AndBlankettserviceGivesCsnOrderAlone()
    {
        var anna = await _fall.ForAsync(Personer.AnnaLind);
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var sida = await berit.HamtaAsync($"/identity-manager/anvandare/{anna.Id}");
        sida.Rubrik.ShouldBe("Anna Lind");
        (await (await berit.HamtaAsync($"/identity-manager/anvandare/{anna.Id}/uppgifter")).SkickaAsync("Spara uppgifterna", ("Epost", "anna.ny@sodraberget.example"))).Notis.ShouldContain("sparade");

        using var olof = await _portal.InloggadAsync(Personer.OlofRyden);
        (await olof.HamtaAsync($"/identity-manager/anvandare/{anna.Id}/uppgifter")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await olof.HamtaAsync($"/identity-manager/anvandare/{anna.Id}")).Text.ShouldNotContain("Avsluta kontot");
        var form = await olof.HamtaAsync($"/identity-manager/anvandare/{anna.Id}/behorigheter");
        form.Texter("legend").ShouldBe(["CSN-order"]);
        (await form.SkickaAsync("Spara behörigheterna", ("Rader[0].Ska", "true"))).Notis.ShouldContain("sparade");
        (await _fall.BehorigheterAsync(anna.KontoId)).ShouldContain(b => b.Slag == Behorighetsslag.CsnOrder);
    }

    [Fact]
    public async Task Csn_MakesItsOwnStaff_WithRolesAndAnEnd()
    {
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);
        var ny = await berit.HamtaAsync("/csn/personal/ny");
        (await ny.SkickaAsync("Skapa kontot", ("Namn", "Harriet Handläggare"), ("Epost", "harriet@csn.example"))).FelFor("Roller").ShouldBeEmpty("the group has its own place");
        var formular = ny.FindForm("Skapa kontot").Satt("Namn", "Harriet Handläggare").Satt("Epost", "harriet@csn.example").Manipulera("Roller", "CsnHandlaggare");
        var person = await formular.SkickaAsync();
        person.Notis.ShouldContain("Användarnamnet är csnhan01");

        var tva = await person.FindForm("Spara rollerna").Manipulera("Roller", "CsnKontaktperson").SkickaAsync();
        tva.Notis.ShouldContain("Rollerna är sparade.");
        (await person.FindForm("Spara rollerna").Manipulera("Roller", "CsnBlankettservice").SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict, "drawn before the change");
        var avslut = await tva.KlickaAsync("Avsluta kontot");
        (await avslut.FindForm("Avsluta kontot").Manipulera("Fore", "CsnHandlaggare").SkickaAsync()).Status.ShouldBe(HttpStatusCode.Conflict, "drawn before the change");
        (await avslut.SkickaAsync("Avsluta kontot")).Notis.ShouldContain("inga roller hos CSN längre");

        var egen = await _fall.LasAsync(db => db.Konton.SingleAsync(k => k.UserName == "csnbeh01"));
        (await berit.HamtaAsync($"/csn/personal/{egen.Id}")).Text.ShouldContain("Dina roller ändras av en annan behörighetshandläggare.");
    }

    [Fact]
    public async Task Csn_EndsSomebodyWithOpenCases_OnlyWhenAColleagueTakesOver()
    {
        var (greta, stig) = await _fall.LasAsync(async db => (
            await db.Konton.SingleAsync(k => k.UserName == "csngra01"),
            await db.Konton.SingleAsync(k => k.UserName == "csnsky01")));
        var antal = await _fall.LasAsync(db => db.Nationellt<Core.Skolkrapportering.Arende>().CountAsync(a =>
            a.HandlaggareKontoId == greta.Id && a.Status != Core.Skolkrapportering.Arendestatus.Avslutat && a.Status != Core.Skolkrapportering.Arendestatus.Atertaget));
        antal.ShouldBeGreaterThan(0);
        using var berit = await _portal.InloggadAsync(Personer.BeritHagstrom);

        var sida = await berit.HamtaAsync($"/csn/personal/{greta.Id}/avsluta");
        (await sida.SkickaAsync("Avsluta kontot")).FelFor("OvertagareId").ShouldHaveSingleItem();
        await sida.SkickaAsync("Avsluta kontot", ("OvertagareId", $"{stig.Id}"));

        (await _fall.LasAsync(db => db.Nationellt<Core.Skolkrapportering.Arende>().CountAsync(a => a.HandlaggareKontoId == greta.Id
            && a.Status != Core.Skolkrapportering.Arendestatus.Avslutat && a.Status != Core.Skolkrapportering.Arendestatus.Atertaget))).ShouldBe(0);
    }
}
