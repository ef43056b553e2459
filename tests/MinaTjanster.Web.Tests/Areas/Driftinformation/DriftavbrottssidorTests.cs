using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Audit;
using MinaTjanster.Core.Driftinformation;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Driftinformation;

/// <summary>CSN's outages, how schools are told of them, and the certificate. Now is 22 November 2026, 10.00.</summary>
public sealed class DriftavbrottssidorTests : IAsyncDisposable
{
    private const string Lista = Driftportal.Avbrott;

    private readonly PortalFabrik _portal = new();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public Task WithoutTheRight_ThePagesAreForbidden_AndNotInTheMenu() =>
        Personer.VarOchEnUtanAsync(Rattighet.SkotaDriftavbrott, async person =>
        {
            using var klient = await _portal.InloggadAsync(person);
            if (person.Skolkoder.Count() > 1)
                await klient.ValjSkolaAsync(person.Skolkoder.First());
            var id = await KommandeAsync();

            foreach (var adress in new[] { "", "/ny", $"/{id}", $"/{id}/andra", $"/{id}/stall-in" })
                (await klient.HamtaAsync(Lista + adress)).Status.ShouldBe(HttpStatusCode.Forbidden, $"{person} {adress}");
            (await klient.HamtaAsync("/driftavbrott")).Dokument.QuerySelector($".meny a[href='{Lista}']").ShouldBeNull();
        });

    [Fact]
    public async Task MissingOutage_IsNotFound()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var id = await KommandeAsync();
        foreach (var adress in new[] { $"{Lista}/99999999", $"{Lista}/99999999/andra", $"{Lista}/99999999/stall-in", "/driftavbrott/99999999/intyg.pdf" })
            (await kristina.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.NotFound);

        foreach (var (sida, knapp, plats) in new[] { ("/andra", "Spara ändringen", "/andra"), ("/stall-in", "Ställ in avbrottet", "/stall-in"), ("/stall-in", "Ställ in avbrottet", "/avsluta") })
        {
            var begaran = (await kristina.HamtaAsync($"{Lista}/{id}{sida}")).FindForm(knapp).Begaran();
            begaran.RequestUri = new Uri($"{Lista}/99999999{plats}", UriKind.Relative);
            (await kristina.SkickaAsync(begaran, foljOmdirigering: false)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    /// <summary>Told of in time and under way; ended early; then certified.</summary>
    [Fact]
    public async Task Outage_IsSetUp_ToldOf_Ended_AndCertified()
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var form = Driftportal.Fyll(await kristina.HamtaAsync($"{Lista}/ny"), "Byte av brandvägg", "14.00", "16.00", dag: "2026-11-30");
        var sida = await form.SkickaAsync();
        (await form.SkickaAsync()).Url.ShouldBe(sida.Url, "the second post finds the first's");
        sida.Text.ShouldContain("Planerat");
        var adress = sida.Url.AbsolutePath;

        (await StartAsync()).ShouldNotContain("brandvägg", Case.Sensitive, "eight days before");
        _portal.Klocka.Satt(new(2026, 11, 23), new(0, 0));
        (await StartAsync()).ShouldContain("Planerat avbrott måndag 30 november 2026 kl. 14.00–16.00. Byte av brandvägg. Berör alla tjänster.");
        (await InloggningAsync()).ShouldNotContain("brandvägg");
        _portal.Klocka.Satt(new(2026, 11, 29), new(14, 0));
        (await InloggningAsync()).ShouldContain("Planerat avbrott: Byte av brandvägg");
        _portal.Klocka.Satt(new(2026, 11, 30), new(14, 0));
        (await StartAsync()).ShouldContain("Avbrott pågår måndag 30 november 2026");
        (await InloggningAsync()).ShouldContain("Avbrott pågår: Byte av brandvägg");

        _portal.Klocka.Satt(new(2026, 11, 30), new(15, 5));
        using var igen = await _portal.InloggadAsync(Personer.KristinaOhlin);
        (await igen.HamtaAsync($"{adress}/stall-in")).Notis.ShouldContain("Avsluta det i stället");
        var avsluta = (await igen.HamtaAsync(adress)).FindForm("Avsluta avbrottet nu");
        (await avsluta.SkickaAsync()).Notis.ShouldContain("Avbrottet är avslutat.");
        (await avsluta.SkickaAsync()).Notis.ShouldNotContain("Klart");

        (await StartAsync()).ShouldNotContain("brandvägg");
        (await InloggningAsync()).ShouldNotContain("brandvägg");
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        var lista = await anna.HamtaAsync("/driftavbrott");
        lista.Text.ShouldContain("2026-11-30 14:00 2026-11-30 15:05 alla tjänster");
        var intyg = await anna.HamtaAsync($"/driftavbrott/{sida.Id()}/intyg.pdf");
        intyg.Innehallshuvuden.ContentType!.MediaType.ShouldBe("application/pdf");
        intyg.Innehallshuvuden.ContentDisposition!.FileName.ShouldStartWith("intyg-driftavbrott-DA-");
        var text = await Pdfprov.TextAsync(intyg.Innehall);
        foreach (var del in new[] { "Intyg om driftavbrott", "Södra Bergets gymnasium", "Planerat i förväg", "30 november 2026 kl. 14.00", "30 november 2026 kl. 15.05", "1 timme 5 minuter", "Studeranderapportering", "Skolan kunde inte rapportera i tjänsterna ovan under avbrottet" })
            text.ShouldContain(del);
        text.ShouldNotContain("Anna", Case.Sensitive, "it names nobody");
        (await AkterAsync(sida.Id())).ShouldBe([Acts.OutageAdded, Acts.OutageEnded]);
    }

    [Fact]
    public async Task Outage_OfOtherSchoolForms_IsNotToldOf_NorCertified()
    {
        var id = (await _portal.LaggUppAsync("Bara komvux", "8.00", "9.00", form: "Komvux")).Id();
        var pagar = await _portal.LaggUppAsync("Komvux nu", "9.30", "11.00", form: "Komvux");
        pagar.Text.ShouldContain("Oplanerat");

        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        (await anna.HamtaAsync("/")).Text.ShouldNotContain("Komvux nu");
        (await anna.HamtaAsync("/driftavbrott")).Text.ShouldNotContain("komvux");
        (await anna.HamtaAsync($"/driftavbrott/{id}/intyg.pdf")).Status.ShouldBe(HttpStatusCode.NotFound);

        using var fredrik = await _portal.InloggadAsync(Personer.FredrikDahl);
        (await fredrik.HamtaAsync("/")).Text.ShouldContain("Komvux nu");
        (await fredrik.HamtaAsync($"/driftavbrott/{id}/intyg.pdf")).Status.ShouldBe(HttpStatusCode.OK);
        (await fredrik.HamtaAsync($"/driftavbrott/{pagar.Id()}/intyg.pdf")).Status.ShouldBe(HttpStatusCode.NotFound, "it is not over");

        using var greta = await _portal.InloggadAsync(Personer.GretaGranberg);
        var text = await Pdfprov.TextAsync((await greta.HamtaAsync($"/driftavbrott/{id}/intyg.pdf")).Innehall);
        text.ShouldContain("komvux");
        text.ShouldNotContain("Skolkod");
    }

    [Fact]
    public async Task CalledOff_LeavesEverywhere_AndCannotBeChanged()
    {
        var sida = await _portal.LaggUppAsync("Blir inte av", "20.00", "21.00");
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);

        var efter = await (await (await kristina.HamtaAsync(sida.Url.AbsolutePath)).KlickaAsync("Ställ in")).SkickaAsync("Ställ in avbrottet");

        efter.Notis.ShouldContain("Avbrottet är inställt.");
        (await StartAsync()).ShouldNotContain("Blir inte av");
        (await InloggningAsync()).ShouldNotContain("Blir inte av");
        foreach (var plats in new[] { "/andra", "/stall-in" })
            (await kristina.HamtaAsync(sida.Url.AbsolutePath + plats)).Notis.ShouldContain("Avbrottet är inställt.");
    }

    [Theory]
    [InlineData("Rubrik", "", "Skriv en rubrik")]
    [InlineData("FranTid", "25", null)]
    [InlineData("TillDag", "2026-11-21", "Avbrottet måste sluta efter att det börjar")]
    [InlineData("Laslage", "true", "Läsläget gäller hela portalen")]
    public async Task FaultyField_IsToldThere_AndWhatWasTypedIsKept(string falt, string varde, string? mening)
    {
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var fore = await AntalAsync();

        var sida = await Driftportal.Fyll(await kristina.HamtaAsync($"{Lista}/ny"), "Prov", "20.00", "21.00", form: "Komvux").Satt(falt, varde).SkickaAsync();

        sida.Status.ShouldBe(HttpStatusCode.BadRequest);
        sida.FelFor(mening is null ? "FranDag" : falt)[0].ShouldStartWith(mening ?? "Skriv när avbrottet börjar");
        sida.FindForm("Lägg till avbrottet").Varde(falt).ShouldBe(varde);
        (await AntalAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task TheSecondOfTwo_SeesWhatHolds_AndWhatIsNotAskedIsNotTaken()
    {
        var adress = (await _portal.LaggUppAsync("Två skriver", "20.00", "21.00")).Url.AbsolutePath;
        using var kristina = await _portal.InloggadAsync(Personer.KristinaOhlin);
        var gammal = (await kristina.HamtaAsync($"{adress}/andra")).FindForm("Spara ändringen").Satt("TillTid", "23.00");

        var sida = await (await kristina.HamtaAsync($"{adress}/andra")).FindForm("Spara ändringen").Satt("TillTid", "22.00")
            .Manipulera("Status", "Installt").Manipulera("Nummer", "DA-2222-2222").SkickaAsync();
        sida.Text.ShouldContain("Slutar: 2026-11-22 21:00 → 2026-11-22 22:00");
        sida.Text.ShouldContain("Planerat");
        sida.Text.ShouldNotContain("DA-2222-2222");
        var konflikt = await gammal.SkickaAsync();

        konflikt.Status.ShouldBe(HttpStatusCode.Conflict);
        konflikt.Text.ShouldContain("Slutar 2026-11-22 22:00");
        (await konflikt.SkickaAsync("Spara ändringen")).Text.ShouldContain("Slutar: 2026-11-22 22:00 → 2026-11-22 23:00");
    }

    private async Task<string> StartAsync()
    {
        using var anna = await _portal.InloggadAsync(Personer.AnnaLind);
        return (await anna.HamtaAsync("/")).Text;
    }

    private async Task<string> InloggningAsync()
    {
        using var klient = _portal.NyKlient();
        return (await klient.HamtaAsync("/logga-in")).Text;
    }

    /// <summary>The demo's planned one.</summary>
    private async Task<long> KommandeAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Driftavbrott.Where(a => a.Laslage).Select(a => a.Id).FirstAsync();
    }

    private async Task<int> AntalAsync()
    {
        await using var db = _portal.Databas.Alla();
        return await db.Driftavbrott.CountAsync();
    }

    private async Task<List<string>> AkterAsync(long id)
    {
        await using var db = _portal.Databas.Alla();
        return await db.AuditEvents.Where(e => e.Objekt == AuditObjects.Driftavbrott && e.ObjektId == id && e.Outcome == AuditOutcome.Accepted).OrderBy(e => e.Id).Select(e => e.Act).ToListAsync();
    }
}
