using System.Net;
using System.Security.Cryptography;
using System.Text;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Konton;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Underlagsfiler;

/// <summary>Uploading and removing files.</summary>
public sealed class UnderlagsfilerTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> Obehoriga() => Personer.Utan(Rattighet.SkickaUnderlag);

    [Theory]
    [MemberData(nameof(Obehoriga))]
    public async Task Post_WithoutTheRight_IsForbidden(Person person)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var begaran = (await anna.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png()).Begaran();
        using var klient = await portal.InloggadAsync(person);

        (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_SeveralFiles_StoresEachByteForByte()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        Testfil[] filer = [Testfiler.Pdf("utdrag.pdf", 2, storlek: 200_001), Testfiler.Jpeg(), Testfiler.Png("två.png")];

        var sida = await fall.LaddaUppAsync(klient, filer);

        sida.Notis.ShouldContain("3 filer är uppladdade.");
        var dokument = (await fall.UnderlagenAsync()).Single().Dokument;
        dokument.Select(d => (d.Filnamn, d.Typ, d.Langd, d.Sha256)).ShouldBe(
        [
            ("utdrag.pdf", Dokumenttyp.Pdf, 200_001, Sha(filer[0])),
            ("bild.jpg", Dokumenttyp.Jpeg, filer[1].Innehall.Length, Sha(filer[1])),
            ("två.png", Dokumenttyp.Png, filer[2].Innehall.Length, Sha(filer[2])),
        ]);
        foreach (var (rad, fil) in dokument.Zip(filer))
            (await klient.HamtaAsync($"/dokument/{rad.Id}")).Innehall.ShouldBe(fil.Innehall);

        var handelser = await fall.HandelserAsync();
        handelser.Count(h => h.Act == Acts.UnderlagFileAdded && h.Outcome == AuditOutcome.Accepted).ShouldBe(3);
    }

    [Fact]
    public async Task Post_JudgesByContent_NotByName()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(
            klient,
            Testfiler.Png("franvaro.pdf") with { Typ = "application/pdf" },
            new Testfil("program.pdf", Encoding.ASCII.GetBytes("MZ här är inget underlag"), "application/pdf"),
            Testfiler.Pdf("rapport.exe"));

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.StartsWith("program.pdf: Filen är varken PDF, JPEG eller PNG."));
        sida.Text.ShouldContain("2 filer kom fram");
        (await fall.UnderlagenAsync()).Single().Dokument.Select(d => (d.Filnamn, d.Typ)).ShouldBe([("franvaro.pdf", Dokumenttyp.Png), ("rapport.exe", Dokumenttyp.Pdf)]);
        (await fall.HandelserAsync()).ShouldContain(h => h.Outcome == AuditOutcome.Refused && h.Why == "FIL-TYP");
    }

    [Fact]
    public async Task Post_FileOverTheLimit_NamesItAndKeepsTheOthers()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(
            klient,
            Testfiler.Png("fore.png"),
            new Testfil("för stor.pdf", new byte[Dokument.MaxStorlek + 1]),
            Testfiler.Pdf("precis.pdf", storlek: (int)Dokument.MaxStorlek));

        sida.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        sida.Fel.ShouldContain(f => f.StartsWith("för stor.pdf: Filen är större än 20 MB"));
        sida.Text.ShouldContain("fore.png, precis.pdf");
        (await fall.UnderlagenAsync()).Single().Dokument.Select(d => d.Filnamn).ShouldBe(["fore.png", "precis.pdf"]);
    }

    [Fact]
    public async Task Post_OverAHundredMegabytes_NamesTheFileAndKeepsThoseBefore()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var stor = Testfiler.Pdf(storlek: (int)Dokument.MaxStorlek);

        var sida = await fall.LaddaUppAsync(klient, [.. Enumerable.Range(1, 6).Select(n => stor with { Namn = $"del {n}.pdf" })]);

        sida.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        sida.Fel.ShouldContain(f => f.StartsWith("del 6.pdf: filen fick inte plats") && f.Contains("100 MB"));
        (await fall.UnderlagenAsync()).Single().Dokument.Select(d => d.Filnamn).ShouldBe(["del 1.pdf", "del 2.pdf", "del 3.pdf", "del 4.pdf", "del 5.pdf"]);
        (await fall.HandelserAsync()).ShouldContain(h => h.Why == "POST-FORSTOR");
    }

    [Fact]
    public async Task Post_MoreThanTwentyFiles_RefusesTheRest()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(klient, [.. Enumerable.Range(1, 21).Select(n => Testfiler.Png($"{n}.png"))]);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.StartsWith("21.png: Ett underlag kan ha högst 20 filer."));
        (await fall.UnderlagenAsync()).Single().Dokument.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Post_NoFile_ShowsError()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(klient);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain("Välj minst en fil att ladda upp.");
        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_EmptyFile_ShowsError()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(klient, new Testfil("tom.pdf", []));

        sida.Fel.ShouldContain(f => f.StartsWith("tom.pdf: Filen är tom."));
        (await fall.UnderlagenAsync()).Single().Dokument.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("C:\\hem\\..\\frånvaro.pdf", "frånvaro.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("<script>alert(1)<script>.png", "<script>alert(1)<script>.png")]
    [InlineData("   ", "namnlös fil")]
    public async Task Post_OddName_IsCleanedAndEncoded(string namn, string vantat)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(klient, Testfiler.Png(namn));

        sida.Texter(".filer a").ShouldBe([vantat]);
        (await fall.UnderlagenAsync()).Single().Dokument.Single().Filnamn.ShouldBe(vantat);
    }

    [Fact]
    public async Task Post_NameWithPersonnummer_StaysOutOfTheAudit()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        await fall.LaddaUppAsync(klient, Testfiler.Png("20090412-9838.png"), new Testfil("20090412-9838.txt", [1, 2, 3]));

        (await fall.HandelserAsync()).ShouldAllBe(h => !$"{h.Why} {h.Changes}".Contains("9838"));
    }

    [Theory]
    [InlineData("__RequestVerificationToken", null, HttpStatusCode.BadRequest)]
    [InlineData("__RequestVerificationToken", "abc", HttpStatusCode.BadRequest)]
    [InlineData("__skola", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", "abc", HttpStatusCode.Conflict)]
    public async Task Post_Tampered_StoresNothing(string falt, string? varde, HttpStatusCode vantat)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png());

        (await formular.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(vantat);

        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_DrawnForAnotherSchool_StoresNothing()
    {
        var fall = await Skolkfall.SkapaAsync(portal, Demoskolor.NorraHamnen, Personer.DavidAbdi);
        using var klient = await portal.InloggadAsync(Personer.DavidAbdi);
        await klient.ValjSkolaAsync(Demoskolor.NorraHamnen);
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png());
        await klient.ValjSkolaAsync(Demoskolor.Angsholm);

        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        (await fall.UnderlagenAsync()).ShouldBeEmpty();

        var egen = await Skolkfall.SkapaAsync(portal, Demoskolor.Angsholm, Personer.DavidAbdi);
        var begaran = formular.Begaran();
        begaran.RequestUri = new Uri($"{egen.Underlag}/filer", UriKind.Relative);
        (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await egen.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "Nyckel=x")]
    [InlineData("text/plain", "hej")]
    [InlineData("multipart/form-data", "--x\r\n\r\n")]
    [InlineData("multipart/form-data; boundary=", "--x\r\n\r\n")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nutan kolon\r\n\r\nhej\r\n--x--")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nhej\r\n--x--")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Filer\"; filename=\"a.pdf\"\r\n\r\n%PDF\r\n--x--")]
    public async Task Post_Malformed_IsRefusedAndStoresNothing(string typ, string innehall)
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var begaran = new HttpRequestMessage(HttpMethod.Post, $"{fall.Underlag}/filer") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(innehall)) };
        begaran.Content.Headers.TryAddWithoutValidation("Content-Type", typ);

        (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_GiantField_IsRefusedAndStoresNothing()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Bifoga("Filer", Testfiler.Png());

        (await formular.Manipulera("Nyckel", new string('x', 100_000)).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await fall.UnderlagenAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_Truncated_KeepsWhatWasWholeAndSaysSo()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var hel = await (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp")
            .Bifoga("Filer", Testfiler.Png("hel.png")).Bifoga("Filer", Testfiler.Pdf("halv.pdf", storlek: 300_000)).Begaran().Content!.ReadAsByteArrayAsync();
        var begaran = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Begaran();
        var avhuggen = new ByteArrayContent(hel[..^100_000]);
        avhuggen.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary=\"{Encoding.ASCII.GetString(hel, 2, 36)}\"");
        begaran.Content = avhuggen;

        var sida = await klient.SkickaAsync(begaran, foljOmdirigering: true);

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldContain(f => f.Contains("halv.pdf, som inte kom fram hel"));
        (await fall.UnderlagenAsync()).Single().Dokument.Select(d => d.Filnamn).ShouldBe(["hel.png"]);
    }

    [Fact]
    public async Task Get_LeadsToThePage()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        (await klient.HamtaUtanOmdirigeringAsync($"{fall.Underlag}/filer")).Omdirigering.ShouldBe(fall.Underlag);
    }

    [Fact]
    public async Task TaBort_RemovesTheFileFromTheDraft()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await fall.LaddaUppAsync(klient, Testfiler.Png());
        var formular = sida.FindForm("Ta bort bild.png");

        var efter = await formular.SkickaAsync();

        efter.Notis.ShouldContain("Filen är borttagen.");
        (await fall.UnderlagenAsync()).Single().Dokument.ShouldBeEmpty();
        (await fall.HandelserAsync())[^1].Act.ShouldBe(Acts.UnderlagFileRemoved);
        (await formular.SkickaAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TaBort_AfterSending_IsRefused()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await fall.LaddaUppAsync(klient, Testfiler.Png())).FindForm("Ta bort bild.png");
        await (await fall.AngeAsync(klient)).SkickaAsync("Skicka underlaget");

        (await formular.SkickaAsync()).Notis.ShouldContain("redan skickat");

        (await fall.UnderlagenAsync()).Single().Dokument.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TaBort_AnotherSchoolsFile_IsNotFound()
    {
        var (fall, annat) = (await Skolkfall.SkapaAsync(portal), await Skolkfall.SkapaAsync(portal, Demoskolor.Viken, Personer.FredrikDahl));
        using var fredrik = await portal.InloggadAsync(Personer.FredrikDahl);
        await annat.LaddaUppAsync(fredrik, Testfiler.Png());
        var deras = (await annat.UnderlagenAsync()).Single().Dokument.Single().Id;
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var formular = (await fall.LaddaUppAsync(klient, Testfiler.Png())).FindForm("Ta bort bild.png");

        foreach (var id in new[] { fall.Id, annat.Id })
        {
            var begaran = formular.Begaran();
            begaran.RequestUri = new Uri($"/ogiltig-franvaro/{id}/underlag/filer/{deras}/ta-bort", UriKind.Relative);
            (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await annat.UnderlagenAsync()).Single().Dokument.Count.ShouldBe(1);
    }

    [Fact]
    public async Task TypedFacts_SurviveAnUpload_ARemovalAndARefusedUpload_Once()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp")
            .Satt("TackerTill", "i fredags").Satt("OgiltigMinuter", "9,25").Satt("ForstaDagen", "Nej").Bifoga("Filer", Testfiler.Png()).SkickaAsync();
        sida.Url.Query.ShouldBe("");
        Skrivet(sida).ShouldBe(["i fredags", "9,25", "Nej"]);

        sida = await sida.FindForm("Ladda upp").Satt("OgiltigMinuter", "10").Bifoga("Filer", new Testfil("fel.txt", [1])).SkickaAsync();
        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        Skrivet(sida).ShouldBe(["i fredags", "10", "Nej"]);

        sida = await sida.SkickaAsync("Ta bort bild.png", ("OgiltigMinuter", "11"));
        sida.Notis.ShouldContain("Filen är borttagen.");
        Skrivet(sida).ShouldBe(["i fredags", "11", "Nej"]);
        Skrivet(await klient.HamtaAsync(fall.Underlag)).ShouldBe(["2026-11-22", "11,5", null], "the page as it is stored");
    }

    [Fact]
    public async Task TypedFacts_AreForTheirPageAlone()
    {
        var (fall, annat) = (await Skolkfall.SkapaAsync(portal), await Skolkfall.SkapaAsync(portal));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Satt("OgiltigMinuter", "9,25").Bifoga("Filer", Testfiler.Png()).SkickaUtanOmdirigeringAsync();

        Skrivet(await klient.HamtaAsync(annat.Underlag)).ShouldBe(["2026-11-22", "11,5", null]);
    }

    [Fact]
    public async Task TypedFacts_AfterAFile_ReplaceNobodyElsesUnseen()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        await fall.AngeAsync(klient, ("OgiltigMinuter", "8"));
        var min = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Satt("OgiltigMinuter", "9").Bifoga("Filer", Testfiler.Png());

        // My own files are no conflict with what I saw.
        var granska = await (await min.SkickaAsync()).SkickaAsync("Spara och kontrollera");
        granska.Url.AbsolutePath.ShouldBe($"{fall.Underlag}/granska");

        min = (await klient.HamtaAsync(fall.Underlag)).FindForm("Ladda upp").Satt("OgiltigMinuter", "10").Bifoga("Filer", Testfiler.Png("två.png"));
        await fall.AngeAsync(klient, ("OgiltigMinuter", "14"));
        var sida = await (await min.SkickaAsync()).SkickaAsync("Spara och kontrollera");

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Text.ShouldContain("14 timmar");
        sida.FindForm("Spara och kontrollera").Varde("OgiltigMinuter").ShouldBe("10");
        (await sida.SkickaAsync("Spara och kontrollera")).Url.AbsolutePath.ShouldBe($"{fall.Underlag}/granska");
    }

    [Fact]
    public async Task Get_EnterSaves_AndFilesOpenBesideTheForm()
    {
        var fall = await Skolkfall.SkapaAsync(portal);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);

        var sida = await fall.LaddaUppAsync(klient, Testfiler.Png());

        var forsta = sida.Dokument.QuerySelector("form[data-uppladdning] button")!;
        (forsta.GetAttribute("formaction"), forsta.GetAttribute("formenctype")).ShouldBe((fall.Underlag, "application/x-www-form-urlencoded"));
        var lank = sida.Dokument.QuerySelector(".filer a")!;
        (lank.GetAttribute("target"), lank.GetAttribute("rel")).ShouldBe(("_blank", "noopener"));
    }

    private static IEnumerable<string?> Skrivet(Sida sida) => new[] { "TackerTill", "OgiltigMinuter", "ForstaDagen" }.Select(sida.FindForm("Spara och kontrollera").Varde);

    private static string Sha(Testfil fil) => Convert.ToHexStringLower(SHA256.HashData(fil.Innehall));
}
