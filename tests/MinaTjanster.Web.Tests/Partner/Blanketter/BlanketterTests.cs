using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Blanketter;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Partner.Blanketter;

/// <summary>CSN's forms as anybody meets them. Today is 22 November 2026. What the portal fills in is <see cref="ForifyllningTests"/>.</summary>
public sealed partial class BlanketterTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Underlag = "/blanketter/underlag-for-skolk";

    public static IEnumerable<object[]> Alla => Blankettregister.Alla.Select(b => new object[] { b.Slug });

    [Fact]
    public async Task List_ShowsEveryFormWithItsEdition()
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync("/blanketter");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var blankett in Blankettregister.Alla)
        {
            sida.Dokument.QuerySelector($"a[href='/blanketter/{blankett.Slug}']").ShouldNotBeNull();
            sida.Dokument.QuerySelector($"a[href='/blanketter/{blankett.Slug}.pdf']").ShouldNotBeNull();
            sida.Text.ShouldContain($"{blankett.Utgava:yyyy-MM-dd}");
        }

        sida.Text.ShouldContain("9609W");
        sida.Text.ShouldContain("2441W");
    }

    [Fact]
    public async Task List_SignedIn_PutsTheSchoolsOwnFirst()
    {
        using var klient = await portal.InloggadAsync(Personer.IngridStorm);

        var sida = await klient.HamtaAsync("/blanketter");

        sida.Texter("main h2")[0].ShouldBe("För högskola");
        sida.Texter("main table")[0].ShouldContain("Handledarintyg");
        sida.Texter("main table")[0].ShouldNotContain("Försättsblad");
    }

    [Theory, MemberData(nameof(Alla))]
    public async Task Form_ForAnyone_IsEmptyAndPrintsItsEdition(string slug)
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync($"/blanketter/{slug}");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        var formular = sida.FindForm($"/blanketter/{slug}");
        formular.Falt.Where(f => f.Namn.StartsWith("Varden", StringComparison.Ordinal) || f.Namn.StartsWith("Rader", StringComparison.Ordinal)).ShouldAllBe(f => f.Varde.Length == 0);
        formular.Begaran().Method.ShouldBe(HttpMethod.Post, "nothing that is typed may stand in an address");
        formular.Falt.ShouldNotContain(f => f.Namn == "__skola");
        sida.Dokument.QuerySelector("#ur-portalen").ShouldBeNull();
        sida.Text.ShouldContain($"Utgåva {Blankettregister.Med(slug)!.Utgava:yyyy-MM-dd} · Nyaste utgåvan: https://portalen.example.org/blanketter/{slug}");
    }

    [Theory]
    [InlineData("/blanketter/finns-inte")]
    [InlineData("/blanketter/finns-inte.pdf")]
    [InlineData("/blanketter/finns-inte/2020-01-01")]
    [InlineData("/blanketter/forsattsblad/gammal")]
    [InlineData("/blanketter/forsattsblad?utgava=gammal")]
    [InlineData("/blanketter/forsattsblad?utgava=2199-01-01")]
    [InlineData("/blanketter/forsattsblad?utgava=2020-01-01")]
    [InlineData("/blanketter/underlag-for-skolk/2021-03-01")]
    public async Task WhatHasNeverBeen_IsNotFound(string adress)
    {
        using var klient = portal.NyKlient();

        (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/blanketter/forsattsblad?utgava=2021-03-01")]
    [InlineData("/blanketter/forsattsblad/2021-03-01")]
    public async Task OlderEdition_IsGone_AndSaysWhereTheNewestIs(string adress)
    {
        using var klient = portal.NyKlient();

        var sida = await klient.HamtaAsync(adress);

        sida.Status.ShouldBe(HttpStatusCode.Gone);
        sida.Rubrik.ShouldBe("Det finns en nyare utgåva");
        sida.Dokument.QuerySelector("form[data-blankett]").ShouldBeNull();
        var nyast = Blankettregister.Med("forsattsblad")!.Utgava;
        (await sida.KlickaAsync($"Öppna utgåvan som gäller, {nyast:yyyy-MM-dd}")).Rubrik.ShouldBe("Försättsblad, 9609W");
        (await klient.HamtaAsync($"/blanketter/forsattsblad/{nyast:yyyy-MM-dd}")).Rubrik.ShouldBe("Försättsblad, 9609W");
    }

    [Fact]
    public async Task Check_WithoutScripts_SumsUpAndKeepsNothing()
    {
        var fore = await RaderAsync();
        using var klient = portal.NyKlient();

        var sida = await Ifyllt(await klient.HamtaAsync(Underlag)).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Url.PathAndQuery.ShouldBe(Underlag);
        sida.Text.ShouldContain("Inget fel hittades");
        sida.Texter("output").ShouldBe(["1 tim 45 min (105 minuter)", "2 lektioner under 2 dagar", "120,5 timmar"]);
        sida.FindForm(Underlag).Varde("Varden[Namn]").ShouldBe("Åsa <b>Öberg</b>");
        sida.FindForm(Underlag).Varde("Rader[1][Franvaro]").ShouldBe("45");
        (await RaderAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task Check_WhatCannotBeTrue_IsToldAtTheFieldAndKept()
    {
        using var klient = portal.NyKlient();
        var formular = Ifyllt(await klient.HamtaAsync(Underlag)).Satt("Varden[Skolkod]", "123").Satt("Rader[0][Franvaro]", "en timme");

        var sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldBe(["Skolkod: Skolkoden är åtta siffror.", "Rad 1: Ogiltig frånvaro, minuter: Skriv hela minuter, minst 1."], ignoreOrder: false);
        sida.FelFor("Varden[Skolkod]").ShouldHaveSingleItem();
        sida.FelFor("Rader[0][Franvaro]").ShouldHaveSingleItem();
        sida.Dokument.QuerySelectorAll("#felsummering a").ShouldAllBe(a => sida.Dokument.QuerySelector(a.GetAttribute("href")!) != null);
        sida.FindForm(Underlag).Varde("Varden[Skolkod]").ShouldBe("123");
        sida.FindForm(Underlag).Varde("Rader[0][Franvaro]").ShouldBe("en timme");
        sida.Text.ShouldNotContain("Inget fel hittades");
    }

    [Fact]
    public async Task MoreRows_WithoutScripts_KeepWhatIsTyped_UpToAMost()
    {
        using var klient = portal.NyKlient();
        var sida = await klient.HamtaAsync(Underlag);
        Rader(sida).ShouldBe(15);
        var formular = sida.FindForm("Fler rader").Satt("Rader[14][Lektion]", "Matematik").Satt("Varden[Skolkod]", "fel");

        sida = await formular.SkickaAsync();

        Rader(sida).ShouldBe(25);
        sida.Fel.ShouldBeEmpty();
        sida.FindForm("Fler rader").Varde("Rader[14][Lektion]").ShouldBe("Matematik");
        sida.FindForm("Fler rader").Varde("Varden[Skolkod]").ShouldBe("fel");
        while (sida.Dokument.QuerySelector("[data-fler]") is not null)
        {
            sida = await sida.SkickaAsync("Fler rader");
        }

        Rader(sida).ShouldBe(Blankettrader.Max);
        (await sida.SkickaAsync("Kontrollera och räkna ihop", ("Varden[Skolkod]", ""), ("Rader[14][Lektion]", ""), ("Rader[119][Datum]", "2026-10-05"), ("Rader[119][Franvaro]", "45"))).Status.ShouldBe(HttpStatusCode.OK, "so many fields can be read");
    }

    [Fact]
    public async Task Pdf_HoldsWhatIsTyped_AndNoNameInItsOwn()
    {
        using var klient = portal.NyKlient();

        var svar = await Ifyllt(await klient.HamtaAsync(Underlag)).Manipulera("Atgard", "pdf").SkickaAsync();

        svar.Innehallshuvuden.ContentType!.ToString().ShouldBe("application/pdf");
        svar.Innehallshuvuden.ContentDisposition!.FileName.ShouldBe("underlag-for-skolk.pdf");
        var text = await Pdfprov.TextAsync(svar.Innehall);
        foreach (var vantat in new[] { "Underlag för skolk", "Åsa <b>Öberg</b>", "2026-10-05", "Engelska", "1 tim 45 min (105 minuter)", "2 lektioner under 2 dagar", "120,5 timmar", "Utgåva 2026-11-16", "portalen.example.org/blanketter/underlag-for-skolk" })
            text.ShouldContain(vantat);
    }

    [Fact]
    public async Task Pdf_OfWhatCannotBeTrue_IsThePageWithItsFaults()
    {
        using var klient = portal.NyKlient();

        var sida = await Ifyllt(await klient.HamtaAsync(Underlag)).Satt("Varden[SistaDag]", "2027-01-01").Manipulera("Atgard", "pdf").SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.Fel.ShouldHaveSingleItem().ShouldBe("Sista dagen kan inte vara senare än i dag.");
    }

    [Theory, MemberData(nameof(Alla))]
    public async Task EmptyPdf_HasEveryField_AndTheEdition(string slug)
    {
        var blankett = Blankettregister.Med(slug)!;
        using var klient = portal.NyKlient();

        var svar = await klient.HamtaAsync($"/blanketter/{slug}.pdf");

        svar.Status.ShouldBe(HttpStatusCode.OK);
        var text = Mellanrum().Replace(await Pdfprov.TextAsync(svar.Innehall), " ");
        text.ShouldContain(blankett.Utgavetext);
        text.ShouldContain($"portalen.example.org/blanketter/{slug} Sida 1 av", Case.Sensitive, "the whole address, with nothing over it");
        foreach (var ord in blankett.Falt.SelectMany(f => f.Etikett.Split(' ')).Concat(blankett.Papper.Underskrift))
            text.ShouldContain(ord);
    }

    [Fact]
    public async Task Post_OfAnOlderEdition_SaysSoOnTheNewest()
    {
        using var klient = portal.NyKlient();
        var formular = Ifyllt(await klient.HamtaAsync(Underlag)).Manipulera("Utgava", "2025-01-01").Manipulera("Atgard", "pdf");

        var sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.Conflict);
        sida.Fel.ShouldHaveSingleItem().ShouldStartWith("Blanketten har kommit i en ny utgåva (2026-11-16)");
        sida.FindForm(Underlag).Varde("Utgava").ShouldBe("2026-11-16");
        sida.FindForm(Underlag).Varde("Varden[Namn]").ShouldBe("Åsa <b>Öberg</b>");
    }

    [Fact]
    public async Task Post_TamperedWith_TakesNothingButTheFormsOwnFields()
    {
        using var klient = portal.NyKlient();
        var sida = await klient.HamtaAsync("/blanketter/forsattsblad");
        (await sida.FindForm("/blanketter/forsattsblad").Manipulera("__RequestVerificationToken", null).SkickaAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        var tom = await sida.FindForm("/blanketter/forsattsblad").Manipulera("Atgard", "radera").SkickaAsync();
        tom.Text.ShouldContain("Inget fel hittades i det som är ifyllt.");
        tom.Text.ShouldContain("Inte ifyllt: ");

        var formular = sida.FindForm("/blanketter/forsattsblad").LaggTill("Varden[Hemligt]", "Zebra").LaggTill("Rader[0][Datum]", "igår");
        sida = await formular.SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Dokument.DocumentElement.OuterHtml.ShouldNotContain("Zebra");
        var (namn, varde) = ("Varden[Namn]", new string('å', 201));
        (await sida.FindForm("/blanketter/forsattsblad").Satt(namn, varde).SkickaAsync()).FelFor(namn).ShouldHaveSingleItem();
        using var borta = new HttpRequestMessage(HttpMethod.Post, "/blanketter/finns-inte") { Content = await sida.FindForm("/blanketter/forsattsblad").Begaran().Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken) is var bytes ? new ByteArrayContent(bytes) { Headers = { ContentType = new("application/x-www-form-urlencoded") } } : null };
        (await klient.SkickaAsync(borta, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task EveryFormThatTheTextsLinkTo_IsThere()
    {
        var texter = Path.Combine(Rot(), "src", "MinaTjanster.Web", "Partner", "Innehall");
        var lankar = Directory.EnumerateFiles(texter, "*.*", SearchOption.AllDirectories)
            .SelectMany(f => Lank().Matches(File.ReadAllText(f)).Select(m => m.Value.TrimEnd('.')))
            .Distinct().ToList();
        lankar.Count.ShouldBeGreaterThan(5);
        using var klient = portal.NyKlient();
        foreach (var lank in lankar)
            (await klient.HamtaAsync(lank)).Status.ShouldBe(HttpStatusCode.OK, lank);
    }

    [Fact]
    public async Task Footer_LeadsToFormsAndWebinars()
    {
        using var klient = portal.NyKlient();
        var sida = await klient.HamtaAsync("/tillganglighet");

        (await sida.KlickaAsync("Blanketter")).Rubrik.ShouldBe("Blanketter");
        (await sida.KlickaAsync("Webbinarier")).Rubrik.ShouldBe("Webbinarier");
    }

    private static int Rader(Sida sida) => sida.Dokument.QuerySelectorAll("[data-rader] > tr").Length;

    private static Formular Ifyllt(Sida sida) => sida.FindForm("Kontrollera och räkna ihop")
        .Satt("Varden[Namn]", "Åsa <b>Öberg</b>")
        .Satt("Varden[ForstaDag]", "2026-10-05")
        .Satt("Varden[SistaDag]", "2026-11-20")
        .Satt("Varden[Undervisningstid]", "120,5")
        .Satt("Rader[0][Datum]", "2026-10-05").Satt("Rader[0][Tid]", "8.15").Satt("Rader[0][Lektion]", "Engelska").Satt("Rader[0][Langd]", "60").Satt("Rader[0][Franvaro]", "60")
        .Satt("Rader[1][Datum]", "20261012").Satt("Rader[1][Franvaro]", "45");

    /// <summary>All that anything could have been written to.</summary>
    private async Task<(int Handelser, int Sparade, int Dokument)> RaderAsync()
    {
        await using var db = portal.Databas.Alla();
        return (await db.AuditEvents.CountAsync(), await db.Set<Core.Konton.Sparatformular>().CountAsync(), await db.Dokument.IgnoreQueryFilters().CountAsync());
    }

    private static string Rot()
    {
        var mapp = new DirectoryInfo(AppContext.BaseDirectory);
        while (mapp is not null && !File.Exists(Path.Combine(mapp.FullName, "MinaTjanster.sln")))
            mapp = mapp.Parent;
        return mapp!.FullName;
    }

    [GeneratedRegex("(?<=[( \"])/(?:blanketter|webbinarier)[a-z0-9/-]*", RegexOptions.None, 1000)]
    private static partial Regex Lank();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Mellanrum();
}
