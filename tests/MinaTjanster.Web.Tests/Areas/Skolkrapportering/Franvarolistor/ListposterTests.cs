using System.Net;
using Microsoft.EntityFrameworkCore;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Dokumentlagring;
using MinaTjanster.Core.Franvarocoach.Listor;
using MinaTjanster.Core.Skolkrapportering;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Skolkrapportering.Franvarolistor;

/// <summary>Posts that no page of the absence lists makes: by one who does not report, without the hidden fields, about what is another's. Today is 22 November 2026.</summary>
public sealed class ListposterTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    private readonly Skolkvarld _varld = new(portal);

    [Theory, MemberData(nameof(Personer.UtomRapportorer), MemberType = typeof(Personer))]
    public async Task ByOneWhoDoesNotReport_IsForbidden(Person person)
    {
        using var anna = await portal.InloggadAsync(Personer.AnnaLind);
        var poster = await PosterAsync(anna);
        using var klient = await portal.InloggadAsync(person);
        var fore = await LageAsync();

        foreach (var post in poster)
            (await klient.SkickaAsync(post.Begaran(), foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.Forbidden, post.Adress);

        (await LageAsync()).ShouldBe(fore);
    }

    [Theory]
    [InlineData("__RequestVerificationToken", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", null, HttpStatusCode.BadRequest)]
    [InlineData("__skola", "abc", HttpStatusCode.Conflict)]
    public async Task Tampered_ChangesNothing(string falt, string? varde, HttpStatusCode vantat)
    {
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var poster = await PosterAsync(klient);
        var fore = await LageAsync();

        foreach (var post in poster)
            (await post.Manipulera(falt, varde).SkickaAsync()).Status.ShouldBe(vantat, post.Adress);

        (await LageAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task ToAnotherSchoolsListOrChoice_IsNotFound()
    {
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var par = (await PosterAsync(klient)).Zip(await PosterAsync(gun, Demoskolor.Fjallberget)).Where(p => p.First.Adress != p.Second.Adress).ToList();
        par.Count.ShouldBe(7);
        var fore = await LageAsync();

        foreach (var (egen, annans) in par)
        {
            var begaran = egen.Begaran();
            begaran.RequestUri = new Uri(annans.Adress, UriKind.Relative);
            (await klient.SkickaAsync(begaran, foljOmdirigering: true)).Status.ShouldBe(HttpStatusCode.NotFound, annans.Adress);
        }

        (await LageAsync()).ShouldBe(fore);
    }

    [Fact]
    public async Task LineOfAnotherChoice_IsNotSent()
    {
        var (elev, andra, annans) = (await _varld.ElevAsync(), await _varld.ElevAsync(), await _varld.ElevAsync(skolkod: Demoskolor.Fjallberget));
        using var gun = await portal.InloggadAsync(Personer.GunBerg);
        using var klient = await portal.InloggadAsync(Personer.AnnaLind);
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev), Listfall.Manga(andra));
        var egen = (await sida.ValjAsync(elev)).FindForm("Skicka rapporten");
        var andraval = await sida.ValjAsync(andra);
        var annansval = await (await Listfall.LaddaUppAsync(gun, Listfall.Manga(annans))).ValjAsync(annans);
        var rad = egen.Varde("Valda")!;
        egen.Manipulera("Valda", null);
        foreach (var frammande in new[] { andraval, annansval })
            egen.LaggTill("Valda", frammande.FindForm("Skicka rapporten").Varde("Valda")!);

        var nej = await egen.SkickaAsync();
        (nej.Status, nej.Fel.Contains("Markera minst en studerande.")).ShouldBe((HttpStatusCode.BadRequest, true));
        (await _varld.RapporterAsync(elev)).ShouldBeEmpty();
        (await egen.LaggTill("Valda", rad).SkickaAsync()).Rubrik.ShouldBe("Rapporten är skickad");

        (await _varld.RapporterAsync(elev)).Count.ShouldBe(1);
        (await _varld.RapporterAsync(andra)).ShouldBeEmpty();
        (await _varld.RapporterAsync(annans)).ShouldBeEmpty();
        (await klient.HamtaAsync(andraval.Url.AbsolutePath)).Rubrik.ShouldBe("Granska rapporten", "it has not been sent");
    }

    /// <summary>Every form of a list of the person's own, of a choice that is to be checked and of one that is sent, each filled in so that it would change something.</summary>
    private async Task<List<Formular>> PosterAsync(Portalklient klient, string skolkod = Demoskolor.SodraBerget)
    {
        var (elev, skickad) = (await _varld.ElevAsync(skolkod: skolkod), await _varld.ElevAsync(skolkod: skolkod));
        var sida = await Listfall.LaddaUppAsync(klient, Listfall.Manga(elev), Listfall.Manga(skickad));
        var granska = await sida.ValjAsync(elev);
        var kvittens = await (await sida.ValjAsync(skickad)).SkickaAsync("Skicka rapporten");
        var forst = await klient.HamtaAsync("/franvarocoach");
        var text = Listfall.Lista(Listfall.Manga(elev));
        return
        [
            forst.FindForm("Ladda upp listan").Bifoga("Filer", Listfall.Fil(text)),
            forst.FindForm("Läs de inklistrade raderna").Satt("Rader", text),
            forst.FindForm($"{sida.Adress()}/ta-bort"),
            sida.FindForm("Räkna om listan").Satt("SenAnkomst", null),
            sida.FindForm("Granska de markerade").Markera("Valda", $"{elev.Id}"),
            (await klient.HamtaAsync($"{sida.Adress()}/kolumner")).FindForm("Läs listan").Satt("Lektion", ""),
            (await klient.HamtaAsync($"{sida.Adress()}/studerande/{elev.Id}")).FindForm("Granska rapporten"),
            granska.FindForm("Skicka rapporten"),
            kvittens.FindForm("Skapa underlaget"),
        ];
    }

    /// <summary>What those posts would change, at all schools.</summary>
    private async Task<List<string>> LageAsync()
    {
        await using var db = portal.Databas.Alla();
        return
        [
            .. (await db.Nationellt<Franvarolista>().OrderBy(l => l.Id).ToListAsync()).Select(l => $"{l.Id} {l.Mappning}"),
            .. (await db.Nationellt<Franvaroinstallning>().OrderBy(i => i.Id).ToListAsync()).Select(i => $"{i.SkolaId} {i.Raknas} {i.Mappning}"),
            $"{await db.Nationellt<Dokument>().CountAsync()} {await db.Nationellt<Franvarourval>().CountAsync()} {await db.Nationellt<Skolkrapport>().CountAsync()} {await db.Nationellt<Franvarounderlag>().CountAsync()}",
        ];
    }
}
