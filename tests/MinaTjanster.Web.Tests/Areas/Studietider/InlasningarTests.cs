using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Studietider.Inlasningar;
using MinaTjanster.Core.Studietider.Rapporter;
using MinaTjanster.Core.Studietider.Utbildningar;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studietider;

/// <summary>Files of utbildningar and studietider, and the page where their refused rows are corrected.</summary>
public sealed class InlasningarTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Utbildningar = "/utbildningar/fil";
    private const string Studietider = "/studietider/fil";
    private const string Rubrik = "namn;slag;kod;takt;undervisning;fran_lasar";

    private static int _nummer;

    public static IEnumerable<object[]> UtanRatten =>
        from p in Personer.Utan(Rattighet.RapporteraStudietider)
        from a in new[] { Utbildningar, Studietider, "/inlasningar/{0}", "/inlasningar/{0}/felrader.csv", "/inlasningar/{0}/rader/{1}" }
        select new[] { p[0], a };

    public static IEnumerable<object[]> MedRatten => Personer.MedEgetLosenord.Where(p => p.Har(Rattighet.RapporteraStudietider)).Select(p => new object[] { p });

    [Theory, MemberData(nameof(UtanRatten))]
    public async Task WithoutTheRight_ThePagesAreForbidden(Person person, string adress)
    {
        using var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());
        var (id, rad) = await NekadAsync();

        (await klient.HamtaAsync(string.Format(adress, id, rad))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Missing_OrAnotherSchools_IsNotFound()
    {
        var (annans, annansRad) = await NekadAsync();
        var (egen, _) = await NekadAsync(Personer.GunBerg);
        using var gun = await portal.InloggadAsync(Personer.GunBerg);

        foreach (var adress in new[] { "/inlasningar/0", $"/inlasningar/{annans}", $"/inlasningar/{annans}/felrader.csv", $"/inlasningar/{annans}/rader/{annansRad}", $"/inlasningar/{egen}/rader/{annansRad}", $"/inlasningar/{egen}/rader/0" })
            (await gun.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
    }

    [Theory, MemberData(nameof(MedRatten))]
    public async Task TheExamples_ReadInAtEverySchoolForm_AndWhatIsFetchedReadsInUnchanged(Person person)
    {
        await UtanStudietiderAsync();
        using var klient = await portal.InloggadAsync(person);
        var sida = await (await klient.HamtaAsync("/utbildningar")).KlickaAsync("Läs in från fil");

        var last = await SkickaAsync(sida, sida.Dokument.QuerySelector("pre")!.TextContent);

        last.Rubrik.ShouldBe("Fil med utbildningar");
        last.Text.ShouldContain("Inget är kvar att rätta.");
        var fil = await klient.HamtaAsync("/utbildningar/csv");
        var igen = await SkickaAsync(await klient.HamtaAsync(Utbildningar), Text(fil));
        var rader = Text(fil).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
        Fakta(igen).ShouldBe(("0", $"{rader}", "0"));

        var tider = await klient.HamtaAsync(Studietider);
        var lagda = await SkickaAsync(tider, tider.Dokument.QuerySelector("pre")!.TextContent);
        lagda.Text.ShouldContain("Inget är kvar att rätta.");
        lagda.Text.ShouldContain("Granska och skicka in den");
        (await lagda.KlickaAsync("Studietider 2027/28")).Url.AbsolutePath.ShouldBe("/studietider/2027-28");
    }

    [Fact]
    public async Task RefusedRow_IsCorrectedOnThePage_OrTakenOff()
    {
        var namn = Namn();
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var last = await SkickaAsync(await anna.HamtaAsync(Utbildningar), $"{Rubrik}\n{namn};Program;NANAT0000;hundra;På plats;2026/27\n;Program;TETEK0000;100;På plats;2026/27\n");
        last.Text.ShouldContain("2 att rätta");
        last.Dokument.QuerySelector("a[href='/partner/felkoder#UTB-OMFATTNING']").ShouldNotBeNull();

        var rad = await last.KlickaAsync("Rätta rad 2");
        rad.Fel.ShouldContain(f => f.Contains("ett heltal 1–100"));
        var fel = await rad.FindForm("Kontrollera och läs in").Satt("Falt[takt]", "101").SkickaAsync();
        fel.Status.ShouldBe(HttpStatusCode.BadRequest);
        fel.FindForm("Kontrollera och läs in").Varde("Falt[takt]").ShouldBe("101");
        fel.FindForm("Kontrollera och läs in").Varde("Falt[namn]").ShouldBe(namn);

        var efter = await fel.FindForm("Kontrollera och läs in").Satt("Falt[takt]", "75").SkickaAsync();
        efter.Notis.ShouldContain("Rad 2 är rättad och inläst.");
        (await UtbildningAsync(namn))!.Uppgift.Omfattning.ShouldBe(75);
        (await rad.FindForm("Kontrollera och läs in").SkickaAsync()).Text.ShouldContain("Raden är redan inläst eller borttagen.");

        var bort = await (await efter.KlickaAsync("Rätta rad 3")).FindForm("Ta bort raden").SkickaAsync();
        bort.Notis.ShouldContain("Rad 3 är borttagen");
        bort.Text.ShouldContain("Inget är kvar att rätta.");
    }

    [Fact]
    public async Task RowsFields_AreThoseOfTheForms()
    {
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        var utbildningar = await (await SkickaAsync(
            await gun.HamtaAsync(Utbildningar), $"{Rubrik};niva;avdelning\n{Namn()};kurs;306812C;101;På plats;2026/27;Yrkesnivå;a2\n")).KlickaAsync("Rätta rad 2");

        utbildningar.Fel.ShouldContain(f => f.Contains("”Yrkesnivå” finns inte i er skolform.", StringComparison.Ordinal));
        Val("slag").ShouldBe("|*Kurs|Inriktning", "as typed, whatever the letters");
        Val("niva").ShouldBe("|Gymnasial|Grundläggande|Eftergymnasial");
        Val("avdelning").ShouldBe("|*A2|A1|B");
        Val("undervisning").ShouldBe("|*På plats|Distans|Distans med träffar");
        Val("bekraftelse").ShouldBe("*|ja");
        utbildningar.Dokument.QuerySelector("input[name='Falt[namn]']").ShouldNotBeNull();

        var tider = await (await SkickaAsync(await gun.HamtaAsync(Studietider), "utbildning;forsta_dag;sista_dag\nHela skolan;i höst;2027-12-17\n")).KlickaAsync("Rätta rad 2");
        tider.Text.ShouldContain("Första dagen med undervisning. Skriv som ÅÅÅÅ-MM-DD.");

        // The choices, with a star before the chosen one.
        string Val(string kolumn) => string.Join(
            '|', utbildningar.Dokument.QuerySelectorAll($"select[name='Falt[{kolumn}]'] option").Select(v => $"{(v.HasAttribute("selected") ? "*" : "")}{v.GetAttribute("value")}"));
    }

    [Fact]
    public async Task TwoWhoCorrectTheSameRow_TheSecondIsTold_AndSeesItAsItIsNow()
    {
        var (id, rad) = await NekadAsync();
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        using var bjorn = await portal.InloggadAsync(Personer.BjornSvensson);
        var adress = $"/inlasningar/{id}/rader/{rad}";
        var (hos, bort) = (await bjorn.HamtaAsync(adress), await bjorn.HamtaAsync(adress));
        await (await anna.HamtaAsync(adress)).FindForm("Kontrollera och läs in").Satt("Falt[takt]", "102").SkickaAsync();

        var sida = await hos.FindForm("Kontrollera och läs in").Satt("Falt[takt]", "50").SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Fel.ShouldContain(f => f.StartsWith("Någon annan har ändrat raden", StringComparison.Ordinal));
        sida.FindForm("Kontrollera och läs in").Varde("Falt[takt]").ShouldBe("102");
        (await bort.FindForm("Ta bort raden").SkickaAsync()).Notis.ShouldContain("Någon annan har ändrat raden");
        (await sida.FindForm("Ta bort raden").SkickaAsync()).Notis.ShouldContain("är borttagen");
    }

    [Fact]
    public async Task RefusedRows_AreFetchedWithTheirFaults_AndThatFileReadsIn()
    {
        var namn = Namn();
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var last = await SkickaAsync(await anna.HamtaAsync(Utbildningar), $"{Rubrik}\n{namn};Program;NANAT0000;101;På plats;2026/27\n");

        var fil = await anna.HamtaAsync(last.Dokument.QuerySelector("a[href$='felrader.csv']")!.GetAttribute("href")!);

        Text(fil).ShouldContain("UTB-OMFATTNING: Skriv takten");
        var igen = await SkickaAsync(await anna.HamtaAsync(Utbildningar), Text(fil).Replace(";101;", ";100;"));
        Fakta(igen).ShouldBe(("1", "0", "0"));
    }

    [Theory]
    [InlineData("", "Filen är tom")]
    [InlineData("namn;takt\nA;100\n", "Kolumnen undervisning saknas")]
    public async Task FileThatCannotBeRead_SaysWhy_AndLeavesNothing(string text, string mening)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var fore = await AntalAsync();

        var svar = await SkickaAsync(await anna.HamtaAsync(Utbildningar), text);

        svar.Status.ShouldBe(HttpStatusCode.BadRequest);
        string.Join(' ', svar.Fel).ShouldContain(mening);
        (await AntalAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task TooLarge_OrNone_SaysSo()
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await anna.HamtaAsync(Utbildningar);

        string.Join(' ', (await sida.FindForm("Läs in filen").SkickaAsync()).Fel).ShouldContain("Välj filen");
        string.Join(' ', (await SkickaAsync(sida, new string('x', InlasningService.MaxStorlek + 1))).Fel).ShouldContain("större än 2 MB");
    }

    [Fact]
    public async Task Tampered_ChangesNothing()
    {
        var (annans, annansRad) = await NekadAsync();
        var (id, rad) = await NekadAsync(Personer.GunBerg);
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        var sida = await gun.HamtaAsync($"/inlasningar/{id}/rader/{rad}");
        var form = sida.FindForm("Kontrollera och läs in").Satt("Falt[takt]", "100").Manipulera("Falt[nummer]", $"{(await EnAnnansAsync()).Id}").Manipulera("Falt[skolaId]", "1");
        var fore = await EnAnnansAsync();

        (await form.SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var adress in new[] { $"/inlasningar/{annans}/rader/{annansRad}", $"/inlasningar/{annans}/rader/{annansRad}/ta-bort", $"/inlasningar/{annans}/resten" })
        {
            var begaran = sida.FindForm("Kontrollera och läs in").Begaran();
            begaran.RequestUri = new Uri(adress, UriKind.Relative);
            (await gun.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound, adress);
        }

        (await EnAnnansAsync()).Version.ShouldBe(fore.Version);
    }

    private static (string Inlasta, string Oforandrade, string Nekade) Fakta(Sida sida)
    {
        var fakta = sida.Texter(".fakta dd").ToList();
        return (fakta[0], fakta[1], fakta[2]);
    }

    private static string Text(Sida fil) => Encoding.UTF8.GetString(fil.Innehall).Trim('\uFEFF');

    private static string Namn() => $"Filprogrammet {Interlocked.Increment(ref _nummer)}";

    private static Task<Sida> SkickaAsync(Sida sida, string text) =>
        sida.FindForm("Läs in filen").Bifoga("Filer", new("fil.csv", Encoding.UTF8.GetBytes(text))).SkickaAsync();

    /// <summary>A file with one refused row: its id and the row's.</summary>
    private async Task<(long Id, long Rad)> NekadAsync(Person? vem = null)
    {
        using var klient = await portal.InloggadAsync(vem ?? Personer.AnnaLind);
        await SkickaAsync(await klient.HamtaAsync(Utbildningar), $"{Rubrik}\n{Namn()};Kurs;405812C;101;På plats;2026/27\n");
        await using var db = portal.Databas.Alla();
        var rad = await db.Nationellt<Inlasningsrad>().OrderByDescending(r => r.Id).FirstAsync();
        return (rad.InlasningId, rad.Id);
    }

    /// <summary>The demo's would stand in the way of the example's, and several persons report for one school.</summary>
    private async Task UtanStudietiderAsync()
    {
        await using var db = portal.Databas.Alla();
        await db.SkrivAsync(async () =>
        {
            await db.Nationellt<Studietid>().Where(s => s.ErsatterId != null).ExecuteDeleteAsync();
            await db.Nationellt<Studietid>().ExecuteDeleteAsync();
            return await db.Nationellt<Studietidsrapport>().ExecuteDeleteAsync();
        });
    }

    private async Task<Utbildning?> UtbildningAsync(string namn)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Utbildning>().SingleOrDefaultAsync(u => u.Uppgift.Namn == namn);
    }

    private async Task<Utbildning> EnAnnansAsync()
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Utbildning>().Where(u => db.Skolor.Any(s => s.Id == u.SkolaId && s.Skolkod == Demoskolor.NorraHamnen)).OrderBy(u => u.Id).FirstAsync();
    }

    private async Task<(int, int, int)> AntalAsync()
    {
        await using var db = portal.Databas.Alla();
        return (await db.Nationellt<Utbildning>().CountAsync(), await db.Nationellt<Studietid>().CountAsync(), await db.Nationellt<Inlasning>().CountAsync());
    }
}
