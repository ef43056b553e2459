using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Personidentiteter;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.Core.Skolkrapportering.Beslutsgang;
using MinaTjanster.Core.Studeranderapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Granskning;

public sealed class BrevkoTests
{
    private const string Ingen = "00000000000000000000000000000000";

    [Fact]
    public async Task Get_ByOthersThanReviewers_IsForbidden()
    {
        await using var portal = new PortalFabrik();
        await Personer.VarOchEnUtanAsync(Rattighet.GranskaUnderlag, async person =>
        {
            using var klient = await portal.InloggadMedSkolaAsync(person);

            foreach (var sida in new[] { "", "/1", $"/utskrifter/{Ingen}", $"/utskrifter/{Ingen}/bilagor", $"/utskrifter/{Ingen}/adressfil" })
            {
                (await klient.HamtaUtanOmdirigeringAsync($"/granskning/brev{sida}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            }
        });
    }

    [Fact]
    public async Task Get_WhatIsNotThere_IsNotFound()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);

        foreach (var sida in new[] { "/987654321", $"/utskrifter/{Ingen}", $"/utskrifter/{Ingen}/bilagor", $"/utskrifter/{Ingen}/adressfil" })
        {
            (await klient.HamtaAsync($"/granskning/brev{sida}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Letters_ArePrintedTogetherAndMarkedAsSentOnce()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var sida = await klient.HamtaAsync("/granskning/brev");
        sida.Text.ShouldContain("Stina Vall");
        var nya = await AntalAsync(portal, b => b.Utskriven == null);
        var formular = sida.FindForm("Skriv ut alla nya");

        var utskriven = await formular.SkickaAsync();
        (await formular.SkickaAsync()).Notis.ShouldContain("Det finns inga nya brev att skriva ut.");
        var lank = utskriven.Dokument.QuerySelector("a[href^='/granskning/brev/utskrifter/']")!.GetAttribute("href")!;
        var pdf = await klient.HamtaAsync(lank);
        pdf.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        pdf.Innehall[..5].ShouldBe("%PDF-"u8.ToArray());
        (await utskriven.SkickaAsync("Markera som skickade")).Fel.ShouldContain("Välj minst ett brev att markera som skickat.");
        var markera = (await utskriven.KlickaAsync("Markera alla")).FindForm("Markera som skickade");
        var skickat = await markera.SkickaAsync();
        (await markera.SkickaAsync()).Notis.ShouldContain("Inget brev kunde markeras. Ladda om sidan.");

        skickat.Notis.ShouldContain("markera");
        (await AntalAsync(portal, b => b.Skickad != null && b.SkickadAvKontoId != null && b.Utskriftsnyckel == lank.Substring(lank.LastIndexOf('/') + 1))).ShouldBeGreaterThan(0);
        nya.ShouldBeGreaterThan(0);
        var stina = await portal.StinaAsync();
        (await portal.HandelserAsync(stina)).Take(2).Select(h => h.Act).ShouldBe([Acts.CaseLetterSent, Acts.CaseLetterPrinted]);
    }

    [Fact]
    public async Task APrintOut_IsMarkedAsSentInOnePost_AndTheMarkTakenBack()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var utskriven = await (await klient.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        var formular = utskriven.FindForm(utskriven.Texter("form button").Last(k => k.Contains("har skickats", StringComparison.Ordinal)));
        var nyckel = formular.Varde("Nyckel")!;

        (await formular.Manipulera("Nyckel", Ingen).SkickaAsync()).Notis.ShouldContain("Inget brev kunde markeras.");
        (await formular.Manipulera("Nyckel", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await AntalAsync(portal, b => b.Utskriftsnyckel == nyckel && b.Skickad != null)).ShouldBe(0);
        (await formular.Manipulera("Nyckel", nyckel).SkickaAsync()).Notis.ShouldContain("som skickat");
        (await AntalAsync(portal, b => b.Utskriftsnyckel == nyckel && b.Skickad == null)).ShouldBe(0);

        var skickade = await klient.HamtaAsync("/granskning/brev?flik=skickade");
        var angrat = skickade.FindForm(skickade.Texter("form button").Last(k => k.Contains("Ångra", StringComparison.Ordinal)));
        (await angrat.SkickaAsync()).Notis.ShouldContain("inte längre");
        (await angrat.SkickaAsync()).Notis.ShouldContain("Markeringen går inte att ångra längre.");
        (await AntalAsync(portal, b => b.Utskriftsnyckel == nyckel && b.Skickad != null)).ShouldBe(0);
    }

    [Fact]
    public async Task PrintedByTwoAtOnce_EachLetterIsInOnePrintOut()
    {
        await using var portal = new PortalFabrik();
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        var formular = await Task.WhenAll(new[] { greta, stig }.Select(async k => (await k.HamtaAsync("/granskning/brev")).FindForm("Skriv ut alla nya")));

        await Task.WhenAll(formular.Select(f => f.SkickaAsync()));

        var stina = await portal.StinaAsync();
        (await portal.HandelserAsync(stina)).Count(h => h.Act == Acts.CaseLetterPrinted).ShouldBe(1);
    }

    [Fact]
    public async Task ALetterWithinItsWindow_IsNotInTheQueue()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        await using (var db = portal.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Skolkbeslut>().Where(b => b.ArendeId == stina.Id)
                .ExecuteUpdateAsync(rad => rad.SetProperty(b => b.GallerFran, new DateTime(2026, 11, 22, 14, 0, 0, DateTimeKind.Utc))));
        }

        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        (await klient.HamtaAsync("/granskning/brev")).Text.ShouldNotContain("Stina Vall");
        (await klient.HamtaAsync($"/granskning/brev/{(await portal.LasAsync(stina.Id)).Beslut[0].Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        portal.Klocka.Satt(new(2026, 11, 22), new(15, 0));
        using var senare = await portal.InloggadAsync(Personer.GretaGranberg);
        (await senare.HamtaAsync("/granskning/brev")).Text.ShouldContain("Stina Vall");
    }

    [Fact]
    public async Task Enclosures_AreTheTickedFilesByteForByte_AndNothingElse()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.TagetAvAsync(await portal.StinaAsync(), Personer.GretaGranberg);
        var greta = portal.KontoId(Personer.GretaGranberg);
        await portal.AndraAsync(stina, a => a.Godkann(greta, new(2026, 11, 22, 8, 42, 0, DateTimeKind.Utc)));
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var fraga = await klient.HamtaAsync($"/granskning/{stina.Id}/kommunicera");
        var fil = fraga.Dokument.QuerySelector("input[name=Bilagor]")!.GetAttribute("value")!;
        await fraga.FindForm("Lägg brevet i utskriftskön").Markera("Bilagor", fil).SkickaAsync();
        var original = (await klient.HamtaAsync($"/granskning/dokument/{fil}")).Innehall;

        var utskriven = await (await klient.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        var zip = await klient.HamtaAsync(utskriven.Dokument.QuerySelector("a[href$='/bilagor']")!.GetAttribute("href")!);

        zip.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/zip");
        await using var arkiv = new ZipArchive(new MemoryStream(zip.Innehall), ZipArchiveMode.Read);
        var post = arkiv.Entries.ShouldHaveSingleItem();
        post.FullName.ShouldNotContain("Stina");
        using var innehall = new MemoryStream();
        await using (var strom = post.Open())
        {
            await strom.CopyToAsync(innehall);
        }

        innehall.ToArray().ShouldBe(original);
    }

    [Fact]
    public async Task ThePrinter_IsToldWhoseAddressEachLetterNeeds_AndThePageThatThereIsNone()
    {
        await using var portal = new PortalFabrik();
        var (stina, greta) = (await portal.StinaAsync(), portal.KontoId(Personer.GretaGranberg));
        await portal.BeslutatAsync(await portal.TagetAvAsync(stina, Personer.GretaGranberg), greta);
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var nya = await klient.HamtaAsync("/granskning/brev");
        nya.Text.ShouldContain("Portalen har inga hemadresser. Adressen sätts vid utskriften ur folkbokföringen.");
        nya.Texter("tbody td[data-rubrik=Till]").ShouldAllBe(t => t == "Eleven" || t == "Vårdnadshavaren");
        var utskriven = await nya.SkickaAsync("Skriv ut alla nya");
        utskriven.Notis.ShouldContain("Öppna PDF:en, skriv ut den med adresser och bilagor");

        var nyckel = await NyckelAsync(portal, (await portal.LasAsync(stina.Id)).Beslut[0].Id);

        var fil = await klient.HamtaAsync(utskriven.Dokument.QuerySelector($"a[href='/granskning/brev/utskrifter/{nyckel}/adressfil']")!.GetAttribute("href")!);

        fil.Innehallshuvuden.ContentType!.MediaType.ShouldBe("text/csv");
        Personnummermask.Finns(fil.Innehallshuvuden.ContentDisposition!.FileName!).ShouldBeFalse();
        fil.Innehallshuvuden.ContentDisposition.FileName!.ShouldStartWith("adressfil-");
        fil.Svar.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var rader = Encoding.UTF8.GetString(fil.Innehall).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(';')).ToList();
        rader[0].ShouldBe(["Brev", "Ärende", "Första sidan", "Sidor", "Bilagor", "Till", "Namn", "Personnummer", "Adress"]);
        rader.Count.ShouldBe(await AntalAsync(portal, b => b.Utskriftsnyckel == nyckel) + 1);
        rader.Count.ShouldBeGreaterThan(2);
        for (var i = 2; i < rader.Count; i++)
        {
            int.Parse(rader[i][2]).ShouldBe(int.Parse(rader[i - 1][2]) + int.Parse(rader[i - 1][3]), "the pages follow one another as in the PDF");
        }

        var stinas = rader.Where(r => r[6] == "Stina Vall").ToList()[^1];
        (stinas[5], stinas[8], Personnummermask.Finns(stinas[7])).ShouldBe(("Vårdnadshavaren", "Vårdnadshavarens, ur folkbokföringen", true));
        (await portal.VisningarAsync()).ShouldContain(v => v.KontoId == greta && v.Sida == "Brevko.Adressfil" && v.ObjektId == stina.SkolkrapportId);
        (await portal.HandelserAsync(stina)).First(h => h.Act == Acts.CaseLetterPrinted).Changes.ShouldBe("Till: vårdnadshavaren");
    }

    /// <summary>Protected after the printing: the others' lines keep their places and pages, for the cleared and for others, and nothing is told of the protected one.</summary>
    [Fact]
    public async Task ALetterProtectedAfterItsPrinting_KeepsItsLine_AndTellsOfNobody()
    {
        await using var portal = new PortalFabrik();
        var stina = await portal.StinaAsync();
        var brevet = (await portal.LasAsync(stina.Id)).Beslut[0].Id;
        await using (var db = portal.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Skolkbeslut>()
                .ExecuteUpdateAsync(rad => rad.SetProperty(b => b.Utskriven, (DateTime?)null).SetProperty(b => b.Skickad, (DateTime?)null).SetProperty(b => b.Utskriftsnyckel, (string?)null)));
        }

        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        await (await greta.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        var adress = $"/granskning/brev/utskrifter/{await NyckelAsync(portal, brevet)}/adressfil";
        var fore = await RaderAsync(greta);
        List<int> hennes = [.. fore.Index().Where(r => r.Item[6] == "Stina Vall").Select(r => r.Index)];
        hennes.ShouldNotBeEmpty();
        fore.Count.ShouldBeGreaterThan(hennes.Count + 1, "there are others in the print-out");
        await using (var db = portal.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Studerande>().Where(s => s.Fornamn == "Stina" && s.Efternamn == "Vall").ExecuteUpdateAsync(s => s.SetProperty(x => x.Skydd, Personskydd.Skyddad)));
        }

        using var stig = await portal.InloggadAsync(Personer.StigSkyman);
        foreach (var klient in new[] { greta, stig })
        {
            (await klient.HamtaAsync("/granskning/brev?flik=utskrivna")).Dokument.QuerySelector($"a[href='{adress}']").ShouldNotBeNull();
            var efter = await RaderAsync(klient);
            efter.Select(r => (r[0], r[2], r[3])).ShouldBe(fore.Select(r => (r[0], r[2], r[3])), "numbers and pages are those on paper");
            foreach (var (i, rad) in efter.Index())
            {
                if (!hennes.Contains(i))
                {
                    rad.ShouldBe(fore[i]);
                    continue;
                }

                (rad[1], rad[4]).ShouldBe(klient == stig ? (fore[i][1], fore[i][4]) : ("", ""));
                (rad[5], rad[6], rad[7], rad[8]).ShouldBe(("", "", "", "Skatteverkets förmedling, slås inte upp"));
            }
        }

        async Task<List<string[]>> RaderAsync(Portalklient klient)
        {
            var text = Encoding.UTF8.GetString((await klient.HamtaAsync(adress)).Innehall).TrimStart('\uFEFF');
            return [.. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(';'))];
        }
    }

    [Fact]
    public async Task ProtectedLetters_AreALaneOfTheirOwn_ForTheCleared()
    {
        await using var portal = new PortalFabrik();
        var skyddad = await portal.SkyddadAsync();
        await using (var db = portal.Databas.Alla())
        {
            await db.SkrivAsync(() => db.Nationellt<Skolkbeslut>().Where(b => b.ArendeId == skyddad.Id)
                .ExecuteUpdateAsync(rad => rad.SetProperty(b => b.Utskriven, (DateTime?)null).SetProperty(b => b.Skickad, (DateTime?)null)));
        }

        var brevId = (await portal.LasAsync(skyddad.Id)).Beslut[0].Id;
        using var greta = await portal.InloggadAsync(Personer.GretaGranberg);
        using var stig = await portal.InloggadAsync(Personer.StigSkyman);

        var hennes = await greta.HamtaAsync("/granskning/brev?flik=skyddade");
        hennes.Text.ShouldNotContain("Nya, skyddade");
        hennes.Text.ShouldNotContain("Skyddade personuppgifter");
        (await greta.HamtaAsync($"/granskning/brev/{brevId}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hennes.FindForm("Skriv ut alla nya").Manipulera("Atgard", "SkrivUtSkyddade").SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        await hennes.SkickaAsync("Skriv ut alla nya");
        (await AntalAsync(portal, b => b.Id == brevId && b.Utskriven != null)).ShouldBe(0);

        var hans = await stig.HamtaAsync("/granskning/brev?flik=skyddade");
        hans.Texter("tbody td[data-rubrik=Elev]").ShouldAllBe(t => t == "Skyddade personuppgifter");
        var utskriven = await hans.SkickaAsync("Skriv ut alla nya");
        var lank = utskriven.Dokument.QuerySelectorAll("a[href^='/granskning/brev/utskrifter/']").Select(a => a.GetAttribute("href")!).ToList();
        foreach (var en in lank)
        {
            (await stig.HamtaAsync(en)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var nyckel = await NyckelAsync(portal, brevId);
        (await greta.HamtaAsync($"/granskning/brev/utskrifter/{nyckel}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var stigId = portal.KontoId(Personer.StigSkyman);
        (await portal.VisningarAsync()).ShouldContain(v => v.KontoId == stigId && v.Slag == Visningsslag.SkyddadIdentitet);

        // Nobody looks the address up: neither the list nor the file says by what number.
        utskriven.Dokument.QuerySelector($"a[href='/granskning/brev/utskrifter/{nyckel}/adressfil']").ShouldBeNull();
        (await greta.HamtaAsync($"/granskning/brev/utskrifter/{nyckel}/adressfil")).Status.ShouldBe(HttpStatusCode.NotFound);
        var adressfil = Encoding.UTF8.GetString((await stig.HamtaAsync($"/granskning/brev/utskrifter/{nyckel}/adressfil")).Innehall);
        adressfil.ShouldContain("Skatteverkets förmedling, slås inte upp");
        Personnummermask.Finns(adressfil).ShouldBeFalse();
        adressfil.ShouldNotContain("Skog");
        hans.Text.ShouldContain("Slå inte upp någon adress.");
        hans.Text.ShouldNotContain("ur folkbokföringen");
        var arendet = await stig.HamtaAsync($"/granskning/{skyddad.Id}");
        arendet.Text.ShouldContain("Brevet går genom Skatteverkets förmedling. Ingen adress hämtas.");
        arendet.Text.ShouldNotContain("ur folkbokföringen");

        // Nothing goes with the letter: the file of what does shows nobody.
        (await stig.HamtaAsync($"/granskning/brev/utskrifter/{nyckel}/bilagor")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.VisningarAsync()).ShouldNotContain(v => v.Sida == "Brevko.Bilagor");
    }

    [Theory]
    [InlineData("Atgard", "Radera", HttpStatusCode.BadRequest)]
    [InlineData("Atgard", null, HttpStatusCode.BadRequest)]
    public async Task Post_Tampered_ChangesNothing(string falt, string? varde, HttpStatusCode kod)
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var fore = await AntalAsync(portal, b => b.Utskriven == null);

        (await (await klient.HamtaAsync("/granskning/brev")).FindForm("Skriv ut alla nya").Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(kod);

        (await AntalAsync(portal, b => b.Utskriven == null)).ShouldBe(fore);
    }

    [Fact]
    public async Task MarkAsSent_WhatIsNotPrinted_IsLeft()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var stina = await portal.StinaAsync();
        var id = (await portal.LasAsync(stina.Id)).Beslut[0].Id;

        var svar = await (await klient.HamtaAsync("/granskning/brev")).FindForm("Skriv ut alla nya").Manipulera("Atgard", "Skickade").LaggTill("Brev", $"{id}").SkickaAsync();

        svar.Notis.ShouldContain("Inget brev kunde markeras. Ladda om sidan.");
        (await portal.LasAsync(stina.Id)).Beslut[0].Skickad.ShouldBeNull();
    }

    [Fact]
    public async Task PrintAgain_IsNotedByItsButton_AndReadingIsNot()
    {
        await using var portal = new PortalFabrik();
        using var klient = await portal.InloggadAsync(Personer.GretaGranberg);
        var stina = await portal.StinaAsync();
        await (await klient.HamtaAsync("/granskning/brev")).SkickaAsync("Skriv ut alla nya");
        var id = (await portal.LasAsync(stina.Id)).Beslut[0].Id;
        (await klient.HamtaAsync($"/granskning/brev/{id}")).Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        (await portal.HandelserAsync(stina)).ShouldNotContain(h => h.Act == Acts.CaseLetterReprinted);
        var sida = await klient.HamtaAsync("/granskning/brev?flik=utskrivna");
        var knapp = sida.Dokument.QuerySelector($"button[form=igen][formaction='/granskning/brev/{id}']")!;

        var pdf = await sida.FindForm(string.Join(' ', knapp.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).SkickaAsync();

        pdf.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        (await portal.HandelserAsync(stina)).Count(h => h.Act == Acts.CaseLetterReprinted).ShouldBe(1);
    }

    private static async Task<int> AntalAsync(PortalFabrik portal, System.Linq.Expressions.Expression<Func<Skolkbeslut, bool>> villkor)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Skolkbeslut>().CountAsync(villkor);
    }

    private static async Task<string?> NyckelAsync(PortalFabrik portal, long brevId)
    {
        await using var db = portal.Databas.Alla();
        return await db.Nationellt<Skolkbeslut>().Where(b => b.Id == brevId).Select(b => b.Utskriftsnyckel).SingleAsync();
    }
}
