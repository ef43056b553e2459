using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>
/// A student who is back, reported with first and last day at once: every page says that her payments go on, and afterwards that she is reported. Today is 22 November 2026,
/// the last day to stop November's payment; she was absent 5–15 October.
/// </summary>
public sealed class TillbakaTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private const string Fortsatter = "Utbetalningarna fortsätter, eftersom den studerande är tillbaka: CSN:s beslut om stopp gäller bara tiden till och med 15 oktober 2026. "
        + "Det som redan är utbetalt för 5–15 oktober 2026 kan dras av från dem eller behöva betalas tillbaka.";

    private readonly Skolkvarld _varld = new(portal);

    [Fact]
    public async Task WholeWay_PaymentsGoOnOnEveryPage_AndThenSheIsReported()
    {
        var elev = await _varld.ElevAsync("Tea", "Tillbakason");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        string[] rader = [Listfall.Manga(elev), Listfall.Narvaro(elev, "2026-10-16", "2026-11-20")];
        var lista = await Listfall.LaddaUppAsync(klient, rader);

        var rad = lista.Texter("tbody tr").ShouldHaveSingleItem();
        rad.ShouldContain("Kan rapporteras nu Verkar vara tillbaka: sista dag 2026-10-15 föreslås. Utbetalningarna fortsätter, men det som redan är utbetalt kan dras av.");
        rad.ShouldNotContain("Rapportera senast");
        var elevsida = await lista.KlickaAsync("Tea Tillbakason");
        elevsida.Text.ShouldContain(Fortsatter);
        elevsida.Text.ShouldContain("stoppar inget mer, men då finns färre utbetalningar kvar att dra av från.");
        SagerInteStopp(elevsida);

        var granska = await elevsida.SkickaAsync("Granska rapporten");
        granska.Text.ShouldContain(Fortsatter);
        granska.Texter(".urvalsrad .fakta dd").ShouldContain("Utbetalningarna fortsätter, men det som redan är utbetalt kan dras av");
        granska.Text.ShouldContain("Skickar du nu tar CSN hand om rapporten från och med 22 november 2026 kl. 15.00. Tas den bort före dess ser CSN den aldrig.");
        SagerInteStopp(granska);

        var kvittens = await granska.SkickaAsync("Skicka rapporten");
        kvittens.Texter("[data-rubrik='Utbetalningar']").ShouldBe(["Utbetalningarna fortsätter, men det som redan är utbetalt kan dras av"]);
        kvittens.Text.ShouldContain("För den som är tillbaka gäller CSN:s beslut om stopp bara tiden till och med sista dagen.");
        SagerInteStopp(kvittens);
        var rapport = (await _varld.RapporterAsync(elev)).ShouldHaveSingleItem();
        var egen = await klient.HamtaAsync($"/ogiltig-franvaro/{rapport.Id}/kvittens");
        egen.Text.ShouldContain(Fortsatter);
        SagerInteStopp(egen);

        var igen = await Listfall.LaddaUppAsync(klient, rader);
        igen.Texter("[aria-current=true]").ShouldContain("Redan rapporterade (1)");
        igen.Texter("tbody tr").ShouldHaveSingleItem().ShouldContain("Öppna rapporten för Tea Tillbakason Sista dag 2026-10-15.");
        igen.Dokument.QuerySelectorAll($"tbody a[href='/ogiltig-franvaro/{rapport.Id}']").Length.ShouldBe(1);
        (await klient.HamtaAsync($"{igen.Adress()}?visa=bevaka")).Text.ShouldNotContain("Tillbakason");
        var rapporterad = await igen.KlickaAsync("Tea Tillbakason");
        rapporterad.Text.ShouldContain("Redan rapporterad 5–15 oktober 2026. Öppna rapporten");
        rapporterad.Text.ShouldContain("Listan visar ingen ogiltig frånvaro efter den rapporterade.");
        rapporterad.Text.ShouldNotContain("Ingen rapport föreslås");
        rapporterad.Dokument.QuerySelector("select[name=ForstaDag]").ShouldBeNull("no day of hers can be reported anew");

        // A page that was drawn before: the rule refuses.
        var sent = await elevsida.FindForm("Granska rapporten").SkickaAsync();
        sent.Texter("main button").ShouldNotContain("Skicka rapporten");
        (await _varld.RapporterAsync(elev)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Back_InTheMonthThatIsNotPaid_ItsHalfMonthIsStopped_AndThenPaymentsGoOn()
    {
        var (tillbaka, borta) = (await _varld.ElevAsync("Nora", "Nyligensson"), await _varld.ElevAsync("Bo", "Bortason"));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var lista = await Listfall.LaddaUppAsync(
            klient,
            Listfall.Lektioner(tillbaka, "2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"),
            Listfall.Narvaro(tillbaka, "2026-11-06", "2026-11-20"),
            Listfall.Lektioner(borta, "2026-10-05", "2026-10-12", "2026-10-19", "2026-11-19"));

        lista.Texter("tbody tr").ShouldAllBe(r => r.Contains("Rapportera senast 2026-11-22", StringComparison.Ordinal));
        lista.Text.ShouldContain("sista dag 2026-11-05 föreslås. Studiehjälpen för 1–15 november 2026 betalas inte ut, sedan fortsätter utbetalningarna. Du bekräftar omfattningen.");
        var granska = await lista.ValjAsync(tillbaka, borta);
        granska.Text.ShouldContain("Skickar du nu tar CSN hand om rapporterna från och med 22 november 2026 kl. 15.00. Det som tas bort före dess ser CSN aldrig.");
        granska.Texter(".urvalsrad .fakta dd").ShouldContain("Utbetalningen 2026-11-30 stoppas. Skicka senast 2026-11-22.");
        granska.Texter(".urvalsrad .fakta dd").ShouldContain("Studiehjälpen för 1–15 november 2026 betalas inte ut, sedan fortsätter utbetalningarna. Skicka senast 2026-11-22.");

        var formular = granska.FindForm("Skicka de markerade rapporterna");
        formular.Falt.Where(f => f.Namn == "Valda").Select(f => f.Varde!).ToList().ForEach(id => formular.LaggTill("Bekraftade", id));
        (await formular.SkickaAsync()).Texter("[data-rubrik='Utbetalningar']")
            .ShouldBe(["Studiehjälpen för 1–15 november 2026 betalas inte ut, sedan fortsätter utbetalningarna", "Utbetalningen 2026-11-30 stoppas"], ignoreOrder: true);
    }

    [Fact]
    public async Task AbsenceAfterHerLastDay_IsUnderTheThreshold_AndOnlyThoseDaysAreOffered()
    {
        var elev = await _varld.ElevAsync("Vera", "Vidaresson");
        var rapport = await _varld.RapportAsync(elev, "2026-10-05", "2026-10-15");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var lista = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev), Listfall.Narvaro(elev, "2026-10-16", "2026-11-13"), Listfall.Lektioner(elev, "2026-11-16"));

        lista.Texter("[aria-current=true]").ShouldContain("Under gränsen (1)");
        lista.Texter("tbody tr").ShouldHaveSingleItem().ShouldContain("Som mest 1,33 timmar inom 30 dagar efter 2026-10-15 Rapporterad till och med 2026-10-15");
        lista.Dokument.QuerySelectorAll($"tbody a[href='/ogiltig-franvaro/{rapport.Id}']").Length.ShouldBe(1);
        var sida = await lista.KlickaAsync("Vera Vidaresson");
        sida.Text.ShouldContain("Redan rapporterad 5–15 oktober 2026.");
        sida.Text.ShouldContain("Bara frånvaron efter 15 oktober 2026 kan bli en ny rapport.");
        sida.Dokument.QuerySelectorAll("select[name=ForstaDag] option").Select(o => o.GetAttribute("value")).Where(v => v is { Length: > 0 }).ShouldBe(["2026-11-16"]);
    }

    [Fact]
    public async Task EachView_SaysItsOwnOrder()
    {
        var (utan, lite) = (await _varld.ElevAsync("Una", "Utansson"), await _varld.ElevAsync("Lo", "Litesson"));
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var lista = await Listfall.LaddaUppAsync(klient, Listfall.Narvaro(utan, "2026-11-02", "2026-11-06"), Listfall.Lektioner(lite, "2026-11-03"));

        (await klient.HamtaAsync($"{lista.Adress()}?visa=utan")).Texter("caption").ShouldBe(["Utan ogiltig frånvaro, i personnummerordning"]);
        (await klient.HamtaAsync($"{lista.Adress()}?visa=bevaka")).Texter("caption").ShouldBe(["Under gränsen, de med mest ogiltig frånvaro först"]);
    }

    /// <summary>An svg that is shrunk shrinks its text: two are drawn, and the style sheet shows the one that has room.</summary>
    [Fact]
    public async Task WeekChart_IsDrawnForWideAndForNarrow()
    {
        var elev = await _varld.ElevAsync("Sia", "Smalsson");
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await (await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev))).KlickaAsync("Sia Smalsson");

        sida.Dokument.QuerySelectorAll(".franvarobild-ram svg").Select(s => (s.ClassName, s.GetAttribute("width"))).ShouldBe([("franvarobild franvarobild--bred", "500"), ("franvarobild franvarobild--smal", "280")]);
        sida.Text.ShouldContain("Timmar per vecka, som mest 2,67.");
    }

    private static void SagerInteStopp(Sida sida)
    {
        foreach (var ord in new[] { "stoppas studiehjälpen", "Sista dag att stoppa", "Stoppad utbetalning", "skulle ha betalats ut" })
            sida.Text.ShouldNotContain(ord);
    }
}
