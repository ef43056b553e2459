using System.Net;
using MinaTjanster.Core;
using MinaTjanster.Core.Filrapportering;
using MinaTjanster.Core.Konton.Systemkonton;
using MinaTjanster.Core.Studietider.Publikt;
using MinaTjanster.TestCommon;
using MinaTjanster.Web.Infrastructure.Security;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Studeranderapportering;

/// <summary>The public page that every code links to.</summary>
public sealed class FelkoderTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    [Fact]
    public async Task EachCode_HasASectionOfItsOwn_ByService_WithWhatItMeansWhatToDoAndAnExample()
    {
        var sida = await HamtaAsync("");

        sida.Texter("section.felkod h3").Count.ShouldBe(Felkatalog.Alla.Count);
        sida.Dokument.QuerySelectorAll("section.felkod").Select(s => s.Id).ShouldBe(Felkatalog.Alla.Select(f => f.Kod), ignoreOrder: true);
        sida.Texter("section.panel > h2").ShouldBe(["Studeranderapportering", "Studietider och utbildningar", "Filer av alla slag", "System som frågar eller skickar själva"]);
        sida.Texter("[id='FIL-KOMMA'] > *").ShouldBe(
        [
            "FIL-KOMMA", "Kolumnerna skiljs åt med komma.", "Gör så här: Spara filen med semikolon eller tabb mellan kolumnerna.",
            "Inte så här personnummer,handelse,forsta_dag Så här personnummer;handelse;forsta_dag",
        ]);
        sida.Texter("[id='SKOLK-V-LEDIGDAG'] h3 .status").ShouldBe(["Varning"]);
    }

    [Fact]
    public async Task ACode_IsFoundByItsName_ByWords_AndByService()
    {
        Koder(await HamtaAsync("?sok=skolk-dag15")).ShouldBe(["SKOLK-DAG15"]);
        Koder(await HamtaAsync("?sok=PACKAD fil")).ShouldContain("FIL-ZIP");
        Koder(await HamtaAsync("?omrade=system")).ShouldContain("NYCKEL");
        Koder(await HamtaAsync("?omrade=system")).ShouldNotContain("FIL-ZIP");
        Koder(await HamtaAsync("?omrade=Studietider&sok=over jul")).ShouldBe(["ST-JUL", "ST-V-JUL"]);
        // A choice that does not exist is none.
        Koder(await HamtaAsync("?omrade=99")).Count.ShouldBe(Felkatalog.Alla.Count);
    }

    [Fact]
    public async Task WhatIsNotFound_SaysWhatToDo_AndKeepsWhatWasTyped()
    {
        var sida = await HamtaAsync("?sok=%3Cb%3Efinnsinte");

        sida.Text.ShouldContain("Ingen felkod hittades");
        sida.Text.ShouldContain("0771-276 400");
        sida.Dokument.QuerySelector("#sok")!.GetAttribute("value").ShouldBe("<b>finnsinte");
    }

    [Fact]
    public async Task APersonnummer_IsNotWrittenBack()
    {
        var sida = await HamtaAsync("?sok=20100412-9811");

        sida.Text.ShouldContain("Sök inte på personnummer.");
        System.Text.Encoding.UTF8.GetString(sida.Innehall).ShouldNotContain("9811");
    }

    /// <summary>Whatever a system is answered with outside the catalogue's own subjects.</summary>
    [Fact]
    public void EveryCodeThatASystemIsAnsweredWith_IsInTheCatalogue()
    {
        Refusal[] svar =
        [
            new ForMangaAnrop(), new HandelsefilenFinnsInte(), new SandningenAvbruten(), new NyckelnGallerInte(),
            new UtbudssokForLang(1), new UtbudsvaletFinnsInte(""), new UtbudsdatumFel(), new UtbudsplatsenFinnsInte(),
        ];
        foreach (var nej in svar)
            Felkatalog.Med(nej.Code).ShouldNotBeNull(nej.Code).Omrade.ShouldBe(Felomrade.System);
    }

    private async Task<Sida> HamtaAsync(string fraga)
    {
        using var ingen = portal.NyKlient();
        var sida = await ingen.HamtaAsync("/partner/felkoder" + fraga);
        sida.Status.ShouldBe(HttpStatusCode.OK);
        return sida;
    }

    private static IReadOnlyList<string?> Koder(Sida sida) => [.. sida.Dokument.QuerySelectorAll("section.felkod").Select(s => s.Id)];
}
