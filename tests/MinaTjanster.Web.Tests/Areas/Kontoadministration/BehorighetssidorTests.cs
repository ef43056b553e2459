using System.Net;
using MinaTjanster.Core.Data.Seed;
using MinaTjanster.Core.Konton;
using MinaTjanster.TestCommon;
using Shouldly;
using Xunit;

namespace MinaTjanster.Web.Tests.Areas.Kontoadministration;

/// <summary>Who comes in where: orders, requests, letters and channels are closed to everybody but those the matrix names.</summary>
public sealed class BehorighetssidorTests(PortalFabrik portal) : IClassFixture<PortalFabrik>
{
    public static IEnumerable<object[]> InteBestallare => Personer.Utan(Rattighet.BestallBehorigheter);

    public static IEnumerable<object[]> InteHandlaggare => Personer.Utan(Rattighet.HandlaggBehorigheter);

    public static IEnumerable<object[]> InteBlankettservice => Personer.Utan(Rattighet.GodkannCsnOrder);

    public static IEnumerable<object[]> InteAdministrator => Personer.Utan(Rattighet.AdministreraAnvandare);

    public static IEnumerable<object[]> InteKontaktperson => Personer.Utan(Rattighet.AndraRapporteringssatt);

    public static IEnumerable<object[]> Alla => Personer.AllaInloggade();

    [Theory, MemberData(nameof(InteBestallare))]
    public Task Orders_AreForbiddenToOthers(Person person) => ForbjudetAsync(
        person,
        "/behorighetsbestallningar",
        "/behorighetsbestallningar/ny",
        "/behorighetsbestallningar/ny/rapportor",
        "/behorighetsbestallningar/ny/granska",
        "/behorighetsbestallningar/1",
        "/behorighetsbestallningar/1/utskrift",
        "/behorighetsbestallningar/begaranden");

    [Theory, MemberData(nameof(InteHandlaggare))]
    public Task CsnsQueueAndLetters_AreForbiddenToOthers(Person person) => ForbjudetAsync(
        person,
        "/csn/bestallningar",
        "/csn/bestallningar/1",
        "/csn/bestallningar/1/fraga",
        "/csn/bestallningar/1/rader/1/avsla",
        "/csn/brev",
        "/csn/brev/1/igen",
        "/csn/brev/utskrifter/00000000000000000000000000000000");

    [Theory, MemberData(nameof(InteBlankettservice))]
    public Task CsnsRequests_AreForbiddenToOthers(Person person) => ForbjudetAsync(person, "/csn/begaranden");

    [Theory, MemberData(nameof(InteAdministrator))]
    public Task TheSchoolsRequests_AreForbiddenToOthers(Person person) => ForbjudetAsync(person, "/identity-manager/begaranden");

    [Theory, MemberData(nameof(InteKontaktperson))]
    public Task Channels_AreForbiddenToOthers(Person person) => ForbjudetAsync(person, "/csn/rapporteringssatt", "/csn/rapporteringssatt/1");

    [Theory, MemberData(nameof(Alla))]
    public async Task BegarBehorighet_IsForTheUsersOfSchools(Person person)
    {
        using var klient = await InloggadAsync(person);

        (await klient.HamtaAsync("/begar-behorighet")).Status.ShouldBe(person.ArCsn ? HttpStatusCode.NotFound : HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(Alla))]
    public async Task KontaktaCsn_IsOpenToEverybodySignedIn_WithTheirOwnContactFirst(Person person)
    {
        using var klient = await InloggadAsync(person);

        var sida = await klient.HamtaAsync("/kontakta-csn");

        sida.Status.ShouldBe(HttpStatusCode.OK);
        sida.Text.ShouldContain("Kristina Ohlin");
        sida.Text.ShouldContain("0771-276 400");
        var ansvarar = person.Skolkoder.FirstOrDefault() is Demoskolor.SodraBerget or Demoskolor.NorraHamnen;
        (sida.Dokument.QuerySelector("tbody th strong") is not null).ShouldBe(ansvarar);
        sida.HarForm("/kontakta-csn").ShouldBe(person.Har(Rattighet.BegarRapporteringssatt) && !person.ArCsn);
    }

    private async Task<Portalklient> InloggadAsync(Person person)
    {
        var klient = await portal.InloggadAsync(person);
        if (person.Skolkoder.Count() > 1)
            await klient.ValjSkolaAsync(person.Skolkoder.First());
        return klient;
    }

    private async Task ForbjudetAsync(Person person, params string[] adresser)
    {
        using var klient = await InloggadAsync(person);
        foreach (var adress in adresser)
            (await klient.HamtaAsync(adress)).Status.ShouldBe(HttpStatusCode.Forbidden, adress);
    }
}
